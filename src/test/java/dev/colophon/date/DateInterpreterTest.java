package dev.colophon.date;

import static dev.colophon.date.Claims.KOLKATA;
import static dev.colophon.date.Claims.claim;
import static dev.colophon.date.Claims.decide;
import static dev.colophon.date.Claims.page;
import static dev.colophon.date.Claims.published;
import static dev.colophon.date.Claims.visible;
import static org.assertj.core.api.Assertions.assertThat;

import dev.colophon.model.ClaimSource;
import dev.colophon.model.DateClaim;
import dev.colophon.model.DateClaim.Meaning;
import dev.colophon.model.DatePrecision;
import dev.colophon.model.DocumentContext;
import dev.colophon.model.Evidence;
import dev.colophon.model.Publication;
import dev.colophon.model.Region;
import dev.colophon.model.ZoneSource;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DateInterpreterTest {
    private final DateInterpreter interpreter = new DateInterpreter();

    @Test
    void knowsNoDayOfAMonthAlone() {
        Publication publication = decide(page(null, null), visible("June 2025"));
        assertThat(publication.date()).isNull();
        assertThat(publication.precision()).isEqualTo(DatePrecision.MONTH);
    }

    @Test
    void prefersTheClaimThatSaysMostOfTheSameDay() {
        Publication publication = decide(
                page(null, null),
                published("2025-06-05"),
                claim(Meaning.PUBLISHED, "2025-06-05T10:11+01:00", ClaimSource.TIME_ELEMENT, Region.ARTICLE_HEADER));
        assertThat(publication.publishedAt()).isEqualTo("2025-06-05T09:11:00Z");
        assertThat(publication.zoneSource()).isEqualTo(ZoneSource.EXPLICIT);
    }

    @Test
    void believesTheDayThatAddressAndTextAgreeOn() {
        Publication publication = decide(
                page("https://news.example/2025/06/05/story", null),
                claim(Meaning.UNSPECIFIED, "2025-06-09", ClaimSource.META, Region.HEAD),
                visible("5 June 2025"));
        assertThat(publication.date()).isEqualTo(LocalDate.parse("2025-06-05"));
    }

    @Test
    void neverDatesADocumentAfterItsCapture() {
        DateInterpreter.Decision decision =
                interpreter.interpret(page(null, null), List.of(published("2026-12-24T10:00:00Z")));
        assertThat(decision.publication()).isEqualTo(Publication.UNKNOWN);
        assertThat(decision.evidence()).extracting(Evidence::rule).containsExactly("after-capture");
    }

    @Test
    void passesOverTeasersAndComments() {
        Publication publication = decide(
                page(null, null),
                claim(Meaning.PUBLISHED, "2025-06-09", ClaimSource.TIME_ELEMENT, Region.RELATED),
                claim(Meaning.PUBLISHED, "2025-06-08", ClaimSource.TIME_ELEMENT, Region.COMMENT),
                visible("5 June 2025"));
        assertThat(publication.date()).isEqualTo(LocalDate.parse("2025-06-05"));
    }

    @Test
    void passesOverTheDayOfSomethingElse() {
        List<String> others = List.of(
                "Terms of Use (10 Mar 2001)",
                "Offer valid until 3/19/26 11:59PM",
                "Member since February 16, 2016",
                "Gültig bis 05.06.2025",
                "Valable jusqu’au 5 juin 2025",
                "Дата регистрации: 5 июня 2025",
                "有效期至2025年6月5日",
                "تاريخ الميلاد: 5 يونيو 1991");
        for (String other : others) {
            DateInterpreter.Decision decision = interpreter.interpret(page(null, null), List.of(visible(other)));
            assertThat(decision.publication().date()).as(other).isNull();
            assertThat(decision.evidence()).extracting(Evidence::rule).contains("of-something-else");
        }
        Publication publication =
                decide(page(null, null), visible("Published 5 June 2025 – offer valid until 7 July 2025"));
        assertThat(publication.date()).isEqualTo(LocalDate.parse("2025-06-05"));
    }

    @Test
    void givesEveryCandidateWithItsReason() {
        DateInterpreter.Decision decision = interpreter.interpret(
                page("https://news.example/2025/06/05/story", null), List.of(published("on:"), visible("5 June 2025")));
        assertThat(decision.evidence())
                .extracting(Evidence::field, Evidence::rank, Evidence::value, Evidence::chosen)
                .contains(
                        org.assertj.core.groups.Tuple.tuple("published_at", 1, "2025-06-05", true),
                        org.assertj.core.groups.Tuple.tuple("published_at", 3, null, false));
    }

    @Test
    void countsHoursBackFromTheCapture() {
        Publication publication = decide(page(null, null), visible("Published 3 hours ago"));
        assertThat(publication.date()).isEqualTo(LocalDate.parse("2026-10-31"));
        assertThat(publication.publishedAt()).isNull();
    }

    @Test
    void prefersADateThatStandsAloneToOneAmongWords() {
        Publication publication = decide(
                page(null, null),
                visible("Since 1 January 2022 chicks are no longer killed in any hatchery of the country"),
                claim(Meaning.UNSPECIFIED, "21 January 2022", ClaimSource.MARKUP, Region.UNKNOWN));
        assertThat(publication.date()).isEqualTo(LocalDate.parse("2022-01-21"));
    }

    @Test
    void takesTheFirstReplyForTheBeginningOfAThread() {
        Publication publication = decide(
                page(null, null),
                claim(Meaning.UNSPECIFIED, "28 September 2019", ClaimSource.MARKUP, Region.COMMENT),
                claim(Meaning.UNSPECIFIED, "19 October 2019", ClaimSource.MARKUP, Region.COMMENT));
        assertThat(publication.date()).isEqualTo(LocalDate.parse("2019-09-28"));
    }

    @Test
    void aDateBesideFewWordsIsWorthMoreThanAFieldThatSaysNotWhatItDates() {
        Publication publication = decide(
                page(null, null),
                claim(Meaning.UNSPECIFIED, "2020-03-03", ClaimSource.META, Region.HEAD),
                visible("Original Research 7 April 2020"));
        assertThat(publication.date()).isEqualTo(LocalDate.parse("2020-04-07"));
    }

    @Test
    void readsTheDayInAPicturesAddressWhereNothingElseIsKnown() {
        Publication publication = decide(
                page(null, null),
                claim(
                        Meaning.CREATED,
                        "https://images.example/2025/06/05/8d23917b.jpg",
                        ClaimSource.MARKUP,
                        Region.FURNITURE));
        assertThat(publication.date()).isEqualTo(LocalDate.parse("2025-06-05"));
    }

    @Test
    void passesOverTheDayOfTheVisitThatAMastheadShows() {
        Publication publication = decide(
                page(null, null),
                claim(Meaning.UNSPECIFIED, "Friday, December 19, 2025", ClaimSource.MARKUP, Region.ARTICLE_HEADER),
                visible("12 December 2025"));
        assertThat(publication.date()).isEqualTo(LocalDate.parse("2025-12-12"));
    }

    @Test
    void believesADayWithItsWeekdayWhereMetadataStateIt() {
        Publication publication = decide(
                page(null, null),
                claim(Meaning.UNSPECIFIED, "Friday, December 19, 2025", ClaimSource.MARKUP, Region.ARTICLE_HEADER),
                claim(Meaning.UNSPECIFIED, "2025-12-19", ClaimSource.META, Region.HEAD),
                visible("12 December 2025"));
        assertThat(publication.date()).isEqualTo(LocalDate.parse("2025-12-19"));
    }

    private static @Nullable LocalDate yearless(String text, @Nullable String url) {
        return decide(page(url, null), claim(Meaning.UNSPECIFIED, text, ClaimSource.MARKUP, Region.ARTICLE_HEADER))
                .date();
    }

    @Test
    void takesTheLastYearBeforeTheCaptureForADayWithoutOne() {
        assertThat(yearless("[06月24日 11時30分]", null)).isEqualTo(LocalDate.parse("2026-06-24"));
        assertThat(yearless("24 December", null)).isEqualTo(LocalDate.parse("2025-12-24"));
        assertThat(yearless("Saturday, May 10", null)).isEqualTo(LocalDate.parse("2025-05-10"));
        assertThat(yearless("Dec 3", "https://paper.example/2011/12/story")).isEqualTo(LocalDate.parse("2011-12-03"));
        assertThat(yearless("5 reasons to march", null)).isNull();
    }

    @Test
    void isNotSureOfAYearThatThePageDoesNotGive() {
        Publication publication = decide(
                page(null, null), claim(Meaning.UNSPECIFIED, "24 June", ClaimSource.MARKUP, Region.ARTICLE_HEADER));
        assertThat(publication.precision()).isEqualTo(DatePrecision.DAY);
        assertThat(publication.confidence()).isLessThan(0.6);
    }

    @Test
    void isNotSureOfOneDayOfAListNorOfADayAmongWords() {
        DateClaim[] entries = IntStream.rangeClosed(1, 5)
                .mapToObj(day -> new DateClaim(
                        Meaning.UNSPECIFIED, day + " June 2025", ClaimSource.TEXT, "line in td", Region.UNKNOWN, day))
                .toArray(DateClaim[]::new);
        assertThat(decide(page(null, null), entries).confidence()).isLessThan(0.7);
        assertThat(decide(page(null, null), entries[0]).confidence()).isGreaterThan(0.8);
        assertThat(decide(page(null, null), visible("The first bridge over the river fell on 5 June 2019 in a storm"))
                        .confidence())
                .isLessThan(0.8);
    }

    @Test
    void theDayThatATextSpeaksForIsAChangeOnlyBehindAPublication() {
        String both = "Stand: 14.05.2026, 10:30 Uhr | Veröffentlicht am 12.05.2026, 9:00 Uhr";
        assertThat(decide(page(null, KOLKATA), visible(both)).local())
                .isEqualTo(LocalDateTime.parse("2026-05-12T09:00"));
        assertThat(decide(page(null, KOLKATA), visible(both)).modifiedAt())
                .isEqualTo(Instant.parse("2026-05-14T05:00:00Z"));
        assertThat(decide(page(null, null), visible("Stand: 14.05.2026, 10:30 Uhr"), published("2026-05-14T08:00"))
                        .local())
                .isEqualTo(LocalDateTime.parse("2026-05-14T08:00"));
        assertThat(decide(page(null, null), visible("Stand: 14.05.2026")).date())
                .isEqualTo(LocalDate.parse("2026-05-14"));
    }

    @Test
    void anArticleKnowsItsDayBetterThanThePageAroundIt() {
        DateClaim page = new DateClaim(
                Meaning.PUBLISHED, "2026-04-01", ClaimSource.JSON_LD, "json-ld:WebPage.datePublished", Region.HEAD, 0);
        DateClaim article = new DateClaim(
                Meaning.PUBLISHED, "2026-05-12", ClaimSource.JSON_LD, "json-ld:Article.datePublished", Region.HEAD, 1);
        assertThat(decide(page(null, null), page, article).date()).isEqualTo(LocalDate.parse("2026-05-12"));
    }

    @Test
    void isNotSureOfADayThatOnlyOtherPartsOfThePageShow() {
        DateClaim aside = claim(Meaning.UNSPECIFIED, "12 May 2026", ClaimSource.TIME_ELEMENT, Region.RELATED);
        DateClaim footer = claim(Meaning.UNSPECIFIED, "12 May 2026", ClaimSource.MARKUP, Region.FURNITURE);
        DateClaim teaser = claim(Meaning.UNSPECIFIED, "12 May 2026", ClaimSource.TIME_ELEMENT, Region.OTHER_ARTICLES);
        assertThat(decide(page(null, null), aside).confidence()).isLessThan(0.7);
        assertThat(decide(page(null, null), footer).confidence()).isLessThan(0.7);
        assertThat(decide(page(null, null), teaser).confidence()).isLessThan(0.35);
        assertThat(decide(page(null, null), footer, visible("12 May 2026")).confidence())
                .isGreaterThan(0.8);
    }

    @Test
    void believesAnAttributeThatStatesADayBeforeTheWeb() {
        DateClaim attribute = new DateClaim(
                Meaning.PUBLISHED, "1870-05-01", ClaimSource.TIME_ELEMENT, "time[datetime]", Region.ARTICLE_HEADER, 0);
        assertThat(decide(page(null, null), attribute).date()).isEqualTo(LocalDate.parse("1870-05-01"));
        assertThat(decide(page(null, null), visible("1 May 1870")).date()).isNull();
    }

    @Test
    void theQueryOfAnAddressDatesNoDocument() {
        assertThat(decide(page("https://paper.example/rain.html?utm_campaign=nl-20250630", null))
                        .date())
                .isNull();
        assertThat(decide(page("https://paper.example/2025/06/05/rain?v=20250630", null))
                        .date())
                .isEqualTo("2025-06-05");
    }

    @Test
    void completesTheLastDayOfFebruaryByTheLastYearThatHadIt() {
        assertThat(yearless("29 February", null)).isEqualTo(LocalDate.parse("2024-02-29"));
    }

    @Test
    void isNeverSureOfADayWithoutItsYear() {
        for (ClaimSource source : List.of(ClaimSource.TIME_ELEMENT, ClaimSource.TEXT, ClaimSource.MARKUP)) {
            Publication publication = decide(
                    page("https://paper.example/2026/story", null),
                    claim(Meaning.PUBLISHED, "24 June", source, Region.ARTICLE_HEADER));
            assertThat(publication.date()).isEqualTo("2026-06-24");
            assertThat(publication.confidence()).isLessThan(0.6);
        }
    }

    @Test
    void aLanguageOfWhichNothingIsKnownTellsNoOrder() {
        Locale before = Locale.getDefault();
        try {
            for (String machine : List.of("en-US", "de-DE", "ja-JP")) {
                Locale.setDefault(Locale.forLanguageTag(machine));
                DocumentContext page = new DocumentContext(
                        null, null, null, Claims.CAPTURED, "xq" + machine.charAt(0), null, null, null);
                assertThat(decide(page, visible("05/06/2025")).date()).isEqualTo("2025-06-05");
            }
        } finally {
            Locale.setDefault(before);
        }
    }
}
