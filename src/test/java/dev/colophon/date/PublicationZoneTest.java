package dev.colophon.date;

import static dev.colophon.date.Claims.KOLKATA;
import static dev.colophon.date.Claims.claim;
import static dev.colophon.date.Claims.decide;
import static dev.colophon.date.Claims.on;
import static dev.colophon.date.Claims.page;
import static dev.colophon.date.Claims.published;
import static dev.colophon.date.Claims.visible;
import static org.assertj.core.api.Assertions.assertThat;

import dev.colophon.model.ClaimSource;
import dev.colophon.model.DateClaim;
import dev.colophon.model.DateClaim.Meaning;
import dev.colophon.model.DateHabit;
import dev.colophon.model.DatePrecision;
import dev.colophon.model.DocumentContext;
import dev.colophon.model.Publication;
import dev.colophon.model.Region;
import dev.colophon.model.ZoneSource;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;

class PublicationZoneTest {
    @Test
    void takesTheOnlyZoneOfACountrysLawBesideLocalCustom() {
        Publication publication = decide(on("news.example.cn"), visible("2025-06-05 23:45"));
        assertThat(publication.publishedAt()).isEqualTo("2025-06-05T15:45:00Z");
        assertThat(publication.zone()).isEqualTo("Asia/Shanghai");
    }

    @Test
    void keepsALocalTimeWhoseZoneIsUnknown() {
        Publication publication = decide(page(null, null), visible("Jun 05, 2025 | 11:45 PM"));
        assertThat(publication.local()).isEqualTo(LocalDateTime.parse("2025-06-05T23:45"));
        assertThat(publication.date()).isEqualTo(LocalDate.parse("2025-06-05"));
        assertThat(publication.precision()).isEqualTo(DatePrecision.MINUTE);
        assertThat(publication.zoneSource()).isEqualTo(ZoneSource.UNKNOWN);
        assertThat(publication.publishedAt()).isNull();
        assertThat(publication.raw()).isEqualTo("Jun 05, 2025 | 11:45 PM");
    }

    @Test
    void takesTheZoneOfThePublisher() {
        Publication publication = decide(page(null, KOLKATA), visible("Jun 05, 2025 | 11:45 PM"));
        assertThat(publication.publishedAt()).isEqualTo("2025-06-05T18:15:00Z");
        assertThat(publication.zoneSource()).isEqualTo(ZoneSource.PUBLISHER_PROFILE);
    }

    @Test
    void takesTheZoneThatStructuredDataGiveToTheSameTime() {
        Publication publication = decide(
                page(null, null),
                visible("5 June 2025, 23:45"),
                claim(Meaning.CREATED, "2025-06-05T23:45:10+05:30", ClaimSource.META, Region.HEAD));
        assertThat(publication.publishedAt()).isNotNull();
    }

    @Test
    void knowsNoInstantOfADayAlone() {
        Publication publication = decide(page(null, KOLKATA), published("2025-06-05"));
        assertThat(publication.date()).isEqualTo(LocalDate.parse("2025-06-05"));
        assertThat(publication.publishedAt()).isNull();
        assertThat(publication.local()).isNull();
    }

    @Test
    void showsTheDayOfTheReadersWhereMetadataAreInUtc() {
        Publication publication = decide(
                page(null, null),
                published("2023-12-23T01:48:19Z"),
                claim(Meaning.PUBLISHED, "2023-12-23T01:48:19+00:00", ClaimSource.META, Region.HEAD),
                visible("December 22, 2023 at 8:48 p.m."));
        assertThat(publication.date()).isEqualTo(LocalDate.parse("2023-12-22"));
        assertThat(publication.publishedAt()).isEqualTo("2023-12-23T01:48:00Z");
        assertThat(publication.zone()).isEqualTo("-05:00");
        assertThat(publication.zoneSource()).isEqualTo(ZoneSource.STRUCTURED_DATA);
    }

    @Test
    void showsTheDayOfTheReadersWhereADayAloneIsShown() {
        Publication publication = decide(
                page(null, null),
                claim(Meaning.PUBLISHED, "2021-11-04T23:00Z", ClaimSource.META, Region.HEAD),
                visible("5. November 2021"));
        assertThat(publication.date()).isEqualTo(LocalDate.parse("2021-11-05"));
        assertThat(publication.publishedAt()).isEqualTo("2021-11-04T23:00:00Z");
        assertThat(publication.zoneSource()).isEqualTo(ZoneSource.STRUCTURED_DATA);
    }

    @Test
    void takesTheZoneOfACountryThatHasOne() {
        Publication publication = decide(on("news.example.in"), visible("5 June 2025, 23:45"));
        assertThat(publication.publishedAt()).isEqualTo("2025-06-05T18:15:00Z");
        assertThat(publication.zoneSource()).isEqualTo(ZoneSource.COUNTRY);
    }

    @Test
    void takesTheTimeThatAllZonesOfACountryShow() {
        Publication publication = decide(on("news.example.de"), visible("5 June 2025, 23:45"));
        assertThat(publication.publishedAt()).isEqualTo("2025-06-05T21:45:00Z");
    }

    @Test
    void takesNoZoneOfACountryThatHasSeveral() {
        Publication publication = decide(on("news.example.au"), visible("5 June 2025, 23:45"));
        assertThat(publication.publishedAt()).isNull();
        assertThat(publication.local()).isEqualTo(LocalDateTime.parse("2025-06-05T23:45"));
    }

    @Test
    void takesALocalTimeThatIsLabelledAsUtcForWhatItIs() {
        Publication publication = decide(
                page(null, null),
                claim(Meaning.PUBLISHED, "2019-04-19T20:00:00.000Z", ClaimSource.META, Region.HEAD),
                claim(Meaning.UNSPECIFIED, "2019-04-19T20:00:00+09:00", ClaimSource.MICRODATA, Region.ARTICLE_HEADER),
                visible("2019.04.19 20:00"));
        assertThat(publication.publishedAt()).isEqualTo("2019-04-19T11:00:00Z");
        assertThat(publication.zone()).isEqualTo("+09:00");
        assertThat(publication.zoneSource()).isEqualTo(ZoneSource.STRUCTURED_DATA);
    }

    @Test
    void keepsAnInstantInUtcWhereReadersSeeAnotherTime() {
        Publication publication = decide(
                page(null, null),
                claim(Meaning.PUBLISHED, "2022-10-11T19:11:05Z", ClaimSource.META, Region.HEAD),
                claim(Meaning.CREATED, "2022-10-11T19:11:05-04:00", ClaimSource.MICRODATA, Region.HEAD),
                visible("October 11, 2022, 3:11 p.m."));
        assertThat(publication.publishedAt()).isEqualTo("2022-10-11T19:11:05Z");
    }

    @Test
    void takesTheInstantOfTheHeadWhereMarkupLabelsTheClockOfThePlaceAsUtc() {
        Publication publication = decide(
                page(null, null),
                claim(Meaning.PUBLISHED, "2018-03-16T20:40:04+00:00", ClaimSource.TIME_ELEMENT, Region.ARTICLE_HEADER),
                claim(Meaning.PUBLISHED, "2018-03-17T03:40:04+00:00", ClaimSource.META, Region.HEAD),
                visible("March 16, 2018"));
        assertThat(publication.date()).isEqualTo(LocalDate.parse("2018-03-16"));
        assertThat(publication.publishedAt()).isEqualTo("2018-03-17T03:40:04Z");
        assertThat(publication.zone()).isEqualTo("-07:00");
    }

    @Test
    void takesAnExactTimeOfTheHeadForUtcWhereReadersSeeTheSameMinuteOfAnotherHour() {
        Publication publication = decide(
                page(null, null),
                claim(Meaning.PUBLISHED, "2019-06-17T03:16:41.307", ClaimSource.META, Region.HEAD),
                claim(Meaning.PUBLISHED, "June 16, 2019 11:16 PM", ClaimSource.TEXT, Region.ARTICLE_HEADER),
                claim(Meaning.PUBLISHED, "June 16, 2019 11:16 PM", ClaimSource.URL, Region.HEAD));
        assertThat(publication.publishedAt()).isEqualTo("2019-06-17T03:16:00Z");
        assertThat(publication.zone()).isEqualTo("-04:00");
    }

    @Test
    void believesInNoZoneThatNoPlaceHas() {
        Publication publication = decide(
                page(null, null),
                published("2022-05-06T09:30:00+00:00"),
                claim(Meaning.UNSPECIFIED, "5 May 2022 20:00", ClaimSource.MARKUP, Region.UNKNOWN),
                visible("6 May 2022 05:30"));
        assertThat(publication.date()).isEqualTo(LocalDate.parse("2022-05-06"));
    }

    private static SiteDates clocks(DateHabit.Clock... clocks) {
        return new SiteDates(null, List.of(clocks));
    }

    @Test
    void takesTheZoneThatASiteShowsWhereAllPlacesWithItAgree() {
        SiteDates summer = clocks(new DateHabit.Clock(YearMonth.of(2025, 7), 7200));
        assertThat(summer.offsetAt(LocalDateTime.parse("2025-07-20T10:00"))).isEqualTo("+02:00");
        assertThat(summer.offsetAt(LocalDateTime.parse("2025-01-20T10:00"))).isNull();
        SiteDates allYear = clocks(
                new DateHabit.Clock(YearMonth.of(2025, 7), 7200), new DateHabit.Clock(YearMonth.of(2025, 2), 3600));
        assertThat(allYear.offsetAt(LocalDateTime.parse("2025-01-20T10:00"))).isEqualTo("+01:00");
    }

    @Test
    void readsAbbreviationsThatNearlyAllUseForOneZoneWhereTheCountryIsNotKnown() {
        assertThat(decide(page(null, null), visible("Jan 12, 2016, 9:00 AM PST"))
                        .publishedAt())
                .isEqualTo("2016-01-12T17:00:00Z");
        assertThat(decide(page(null, null), visible("Jan 12, 2016, 9:00 AM IST"))
                        .publishedAt())
                .isNull();
        assertThat(decide(on("news.example.ph"), visible("Jan 12, 2016, 9:00 AM PST"))
                        .publishedAt())
                .isEqualTo("2016-01-12T01:00:00Z");
    }

    @Test
    void takesTheInstantThatAnAttributeGivesToTheTimeShown() {
        Publication publication = decide(
                page(null, null),
                timeElement("2024-02-08T03:45:12.345Z", "[datetime]"),
                timeElement("Feb. 7, 2024, 10:45 p.m.", ""));
        assertThat(publication.local()).isEqualTo(LocalDateTime.parse("2024-02-07T22:45"));
        assertThat(publication.publishedAt()).isEqualTo("2024-02-08T03:45:00Z");
        assertThat(publication.zone()).isEqualTo("-05:00");
    }

    @Test
    void showsTheDayOfATimeElementRatherThanThatOfItsAttributeInUtc() {
        Publication publication = decide(
                page(null, null),
                timeElement("2024-02-08T03:45:12.345Z", "[datetime]"),
                timeElement("Feb. 7, 2024", ""));
        assertThat(publication.date()).isEqualTo(LocalDate.parse("2024-02-07"));
        assertThat(publication.publishedAt()).isEqualTo("2024-02-08T03:45:12Z");
    }

    private static DateClaim timeElement(String raw, String attribute) {
        return new DateClaim(
                Meaning.UNSPECIFIED, raw, ClaimSource.TIME_ELEMENT, "time" + attribute, Region.ARTICLE_HEADER, 0);
    }

    @Test
    void knowsNoZoneThatWouldMakeATimeLaterThanItsCapture() {
        DocumentContext early = new DocumentContext(
                "https://news.example.in/a",
                "news.example.in",
                "example.in",
                Instant.parse("2025-06-05T10:00:00Z"),
                null,
                null,
                null,
                null);
        Publication publication = decide(early, visible("5 June 2025 23:45"));
        assertThat(publication.publishedAt()).isNull();
        assertThat(publication.zoneSource()).isEqualTo(ZoneSource.UNKNOWN);
        assertThat(publication.date()).isEqualTo("2025-06-05");
        assertThat(decide(early, visible("5 June 2025 15:00")).publishedAt()).isEqualTo("2025-06-05T09:30:00Z");
    }

    @Test
    void domainsThatAreSoldToAnybodyTellNoZone() {
        assertThat(decide(on("shop.example.so"), visible("5 June 2025 10:00")).zoneSource())
                .isEqualTo(ZoneSource.UNKNOWN);
        assertThat(decide(on("paper.com.co"), visible("5 June 2025 10:00")).zone())
                .isEqualTo("America/Bogota");
    }

    @Test
    void aPageInTheCountrysLanguageIsFromThere() {
        DocumentContext armenian = new DocumentContext(
                "https://paper.am/a", "paper.am", "paper.am", Claims.CAPTURED, "hy", null, null, null);
        assertThat(decide(armenian, visible("05.06.2025 10:00")).zone()).isEqualTo("Asia/Yerevan");
    }

    @Test
    void showsTheClockOfTheReadersWhereMetadataAreInUtc() {
        for (String shown : List.of("Oct. 6, 2026 at 5:32 PM EDT", "October 6, 2026, 17:32")) {
            Publication publication = decide(page(null, null), published("2026-10-06T21:32:11.000Z"), visible(shown));
            assertThat(publication.publishedAt()).isEqualTo("2026-10-06T21:32:11Z");
            assertThat(publication.local()).isEqualTo("2026-10-06T17:32:11");
            assertThat(publication.zone()).isEqualTo("-04:00");
            assertThat(publication.zoneSource()).isEqualTo(ZoneSource.EXPLICIT);
        }
    }

    @Test
    void keepsTheClockOfUtcWhereReadersSeeAnotherInstant() {
        for (String shown : List.of("October 6, 2026", "October 6, 2026, 17:40", "6 October 2026, 21:32")) {
            Publication publication = decide(page(null, null), published("2026-10-06T21:32:11.000Z"), visible(shown));
            assertThat(publication.local()).as(shown).isEqualTo("2026-10-06T21:32:11");
            assertThat(publication.zone()).as(shown).isEqualTo("+00:00");
        }
    }

    @Test
    void takesTheZoneInWhichReadersSeeATimeThatIsLabelledAsUtc() {
        Publication publication = decide(
                on("news.example.in"),
                published("2026-03-04T22:14:00Z"),
                claim(
                        Meaning.PUBLISHED,
                        "First published on: 04-03-2026 at 22:14 IST",
                        ClaimSource.TEXT,
                        Region.ARTICLE_HEADER));
        assertThat(publication.publishedAt()).isEqualTo("2026-03-04T16:44:00Z");
        assertThat(publication.local()).isEqualTo("2026-03-04T22:14");
        assertThat(decide(page(null, null), published("2026-10-06T10:34:00Z"), visible("Selasa, 06 Okt 2026 10:34 WIB"))
                        .publishedAt())
                .isEqualTo("2026-10-06T03:34:00Z");
    }

    @Test
    void aTimeElsewhereOrBesideThatOfUtcIsNoClockOfTheReaders() {
        DateClaim stated = published("2026-10-06T12:07:00Z");
        String other = "October 6, 2026 18:07";
        for (Region region : List.of(Region.ARTICLE_BODY, Region.ARTICLE_FOOTER, Region.UNKNOWN)) {
            assertThat(decide(page(null, null), stated, claim(Meaning.UNSPECIFIED, other, ClaimSource.TEXT, region))
                            .zone())
                    .as(region.name())
                    .isEqualTo("+00:00");
        }
        assertThat(decide(
                                page(null, null),
                                stated,
                                visible("October 6, 2026 12:07 GMT"),
                                visible("October 6, 2026 14:07"))
                        .zone())
                .isEqualTo("+00:00");
        assertThat(decide(page(null, null), stated, visible("October 6, 2026 08:07"), visible(other))
                        .zone())
                .isEqualTo("+00:00");
        assertThat(decide(on("news.example.fr"), stated, visible(other)).zone()).isEqualTo("+00:00");
        assertThat(decide(on("news.example.fr"), stated, visible("6 octobre 2026 14:07"))
                        .zone())
                .isEqualTo("+02:00");
    }

    /** A change may be shown at the very hour that the publication has in UTC. */
    @Test
    void believesInUtcWhereAWholeHourIsNotSaidToBeThatOfPublication() {
        assertThat(decide(
                                page(null, null),
                                published("2026-10-06T12:00:00Z"),
                                claim(
                                        Meaning.MODIFIED,
                                        "Updated 12:00 PM EDT October 6, 2026",
                                        ClaimSource.TEXT,
                                        Region.ARTICLE_HEADER),
                                visible("October 6, 2026 8:00 AM"))
                        .publishedAt())
                .isEqualTo("2026-10-06T12:00:00Z");
        assertThat(decide(page(null, null), published("2026-10-06T12:00:00Z"), visible("October 6, 2026 12:00 PM EDT"))
                        .publishedAt())
                .isEqualTo("2026-10-06T12:00:00Z");
        assertThat(decide(
                                page(null, null),
                                published("2026-10-06T12:07:00Z"),
                                visible("October 6, 2026 8:07 AM EDT"),
                                visible("October 6, 2026 12:07 PM EDT"))
                        .publishedAt())
                .isEqualTo("2026-10-06T12:07:00Z");
        for (String right : List.of("October 6, 2026 12:07 GMT", "October 6, 2026 8:07 AM")) {
            assertThat(decide(
                                    page(null, null),
                                    published("2026-10-06T12:07:00Z"),
                                    visible(right),
                                    visible("October 6, 2026 12:07 PM EDT"))
                            .publishedAt())
                    .as(right)
                    .isEqualTo("2026-10-06T12:07:00Z");
        }
    }
}
