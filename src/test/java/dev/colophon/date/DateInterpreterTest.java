package dev.colophon.date;

import static org.assertj.core.api.Assertions.assertThat;

import dev.colophon.model.ClaimSource;
import dev.colophon.model.DateClaim;
import dev.colophon.model.DateClaim.Meaning;
import dev.colophon.model.DateHabit;
import dev.colophon.model.DatePrecision;
import dev.colophon.model.DocumentContext;
import dev.colophon.model.Evidence;
import dev.colophon.model.Publication;
import dev.colophon.model.Publisher;
import dev.colophon.model.Region;
import dev.colophon.model.ZoneSource;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DateInterpreterTest {
    private static final Instant CAPTURED = Instant.parse("2026-11-01T00:00:00Z");
    private static final Publisher KOLKATA =
            new Publisher("paper", "A paper", List.of("paper.example"), "Asia/Kolkata", "bn", null);

    private final DateInterpreter interpreter = new DateInterpreter();

    private static DocumentContext page(@Nullable String url, @Nullable Publisher publisher) {
        return new DocumentContext(url, null, null, CAPTURED, null, null, null, publisher);
    }

    private static DateClaim claim(Meaning meaning, String raw, ClaimSource source, Region region) {
        return new DateClaim(meaning, raw, source, source.label() + " of " + raw, region, 0);
    }

    private static DateClaim published(String raw) {
        return claim(Meaning.PUBLISHED, raw, ClaimSource.JSON_LD, Region.HEAD);
    }

    private static DateClaim visible(String raw) {
        return claim(Meaning.UNSPECIFIED, raw, ClaimSource.TEXT, Region.ARTICLE_HEADER);
    }

    private Publication decide(DocumentContext page, DateClaim... claims) {
        return interpreter.interpret(page, List.of(claims)).publication();
    }

    @Test
    void whenAServerChangedItsFileIsNoDayOfPublication() {
        DateClaim header =
                claim(Meaning.MODIFIED, "Sun, 30 Nov 2025 06:30:00 GMT", ClaimSource.HTTP_HEADER, Region.HEAD);
        DateInterpreter.Decision decision = interpreter.interpret(page(null, null), List.of(header));

        assertThat(decision.publication()).isEqualTo(Publication.UNKNOWN);
        assertThat(decision.evidence()).extracting(Evidence::chosen).containsOnly(false);
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
    void decidesTheOrderOfDayAndMonthByOtherClaims() {
        Publication publication =
                decide(page("https://news.example/2025/06/05/story", null), visible("06/05/2025 10:11"));
        assertThat(publication.date()).isEqualTo(LocalDate.parse("2025-06-05"));
        assertThat(publication.local()).isEqualTo(LocalDateTime.parse("2025-06-05T10:11"));
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
    void tellsPublicationFromChange() {
        Publication publication = decide(
                page(null, null),
                published("2025-06-05T10:00:00Z"),
                claim(Meaning.MODIFIED, "2025-06-06T12:00:00Z", ClaimSource.JSON_LD, Region.HEAD),
                visible("Updated: 6 June 2025"));
        assertThat(publication.date()).isEqualTo(LocalDate.parse("2025-06-05"));
        assertThat(publication.modifiedAt()).isEqualTo("2025-06-06T12:00:00Z");
    }

    @Test
    void ignoresAChangeBeforeThePublication() {
        Publication publication = decide(
                page(null, null),
                published("2025-06-05T10:00:00Z"),
                claim(Meaning.MODIFIED, "2025-06-04T12:00:00Z", ClaimSource.META, Region.HEAD));
        assertThat(publication.modifiedAt()).isNull();
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

    private static DocumentContext on(String host) {
        return new DocumentContext("https://" + host + "/story", host, host, CAPTURED, null, null, null, null);
    }

    @Test
    void takesTheFirstOfTwoPublicationsWhereTheOtherRepeatsTheChange() {
        Publication publication = decide(
                page(null, null),
                claim(Meaning.PUBLISHED, "2020-02-19", ClaimSource.MICRODATA, Region.HEAD),
                claim(Meaning.PUBLISHED, "2017-04-12T18:33:59+02:00", ClaimSource.META, Region.HEAD),
                claim(Meaning.MODIFIED, "2020-02-19T15:24:33+01:00", ClaimSource.META, Region.HEAD),
                visible("19 February 2020"));
        assertThat(publication.date()).isEqualTo(LocalDate.parse("2017-04-12"));
        assertThat(publication.modifiedAt()).isEqualTo("2020-02-19T14:24:33Z");
    }

    @Test
    void readsTheWordsOfMarkedText() {
        Publication publication = decide(
                page(null, null),
                claim(Meaning.PUBLISHED, "Updated on September 06, 2025", ClaimSource.MICRODATA, Region.ARTICLE_HEADER),
                claim(Meaning.PUBLISHED, "2022-11-08", ClaimSource.MICRODATA, Region.ARTICLE_HEADER));
        assertThat(publication.date()).isEqualTo(LocalDate.parse("2022-11-08"));
    }

    @Test
    void believesTheDayShownWhereTheSystemKnowsOnlyItsLastBuild() {
        Publication publication = decide(
                page(null, null),
                published("2025-11-05T10:00:00Z"),
                claim(Meaning.MODIFIED, "2025-11-05T10:00:02Z", ClaimSource.JSON_LD, Region.HEAD),
                visible("January 31, 2024"));
        assertThat(publication.date()).isEqualTo(LocalDate.parse("2024-01-31"));
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
    void readsDatesOfStrokesAsThoseOfDotsShow() {
        Publication publication = decide(
                page(null, null),
                claim(Meaning.UNSPECIFIED, "11/01/2023 12:43:42", ClaimSource.META, Region.HEAD),
                claim(Meaning.PUBLISHED, "Erstellt am: 01.11.2023", ClaimSource.TEXT, Region.ARTICLE_FOOTER));
        assertThat(publication.date()).isEqualTo(LocalDate.parse("2023-11-01"));
    }

    @Test
    void isUnsureOfADayThatMayBeAMonth() {
        Publication ambiguous = decide(page(null, null), visible("05/06/2025"));
        Publication plain = decide(page(null, null), visible("25/06/2025"));
        assertThat(ambiguous.confidence()).isLessThan(0.7);
        assertThat(decide(page(null, null), visible("05/06/25")).confidence()).isLessThan(0.7);
        assertThat(plain.confidence()).isGreaterThan(0.8);
    }

    @Test
    void countsHoursBackFromTheCapture() {
        Publication publication = decide(page(null, null), visible("Published 3 hours ago"));
        assertThat(publication.date()).isEqualTo(LocalDate.parse("2026-10-31"));
        assertThat(publication.publishedAt()).isNull();
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

    @Test
    void takesTheEarlierOfTwoTimesOfADayWhereTheLaterIsThatOfTheChange() {
        Publication publication = decide(
                page(null, null),
                claim(Meaning.PUBLISHED, "2016-12-20T13:00:00Z", ClaimSource.META, Region.HEAD),
                claim(Meaning.PUBLISHED, "2016-12-20T12:44:32Z", ClaimSource.MICRODATA, Region.ARTICLE_HEADER),
                claim(Meaning.MODIFIED, "2016-12-20T13:00:00Z", ClaimSource.META, Region.HEAD));
        assertThat(publication.publishedAt()).isEqualTo("2016-12-20T12:44:32Z");
    }

    @Test
    void takesTheDayBeforeAChangeWhereAFieldOfPublicationRepeatsItsMinute() {
        Publication publication = decide(
                page(null, null),
                claim(Meaning.PUBLISHED, "2016-12-15T13:50:38Z", ClaimSource.META, Region.HEAD),
                claim(Meaning.PUBLISHED, "2016-12-14T06:02:15Z", ClaimSource.META, Region.HEAD),
                claim(Meaning.MODIFIED, "2016-12-15T13:50:38Z", ClaimSource.META, Region.HEAD),
                claim(
                        Meaning.CREATED,
                        "https://images.example/2016/12/15/a.jpg",
                        ClaimSource.MARKUP,
                        Region.FURNITURE));
        assertThat(publication.publishedAt()).isEqualTo("2016-12-14T06:02:15Z");
    }

    @Test
    void theMonthInAnAddressTellsDaysFromMonths() {
        Publication publication = decide(
                page(null, null),
                claim(
                        Meaning.CREATED,
                        "https://images.example/uploads/2024/01/boat.jpg",
                        ClaimSource.MARKUP,
                        Region.FURNITURE),
                visible("01/04/2024"));
        assertThat(publication.date()).isEqualTo(LocalDate.parse("2024-01-04"));
        assertThat(publication.confidence()).isGreaterThan(0.7);
    }

    @Test
    void theEditionInAnAddressTellsTheOrder() {
        DocumentContext british = new DocumentContext(
                "https://news.example/en-gb/story", "news.example", "news.example", CAPTURED, "en", null, null, null);
        assertThat(decide(british, visible("02/10/2020")).date()).isEqualTo(LocalDate.parse("2020-10-02"));
    }

    @Test
    void aDateBesideFewWordsIsWorthMoreThanAFieldThatSaysNotWhatItDates() {
        Publication publication = decide(
                page(null, null),
                claim(Meaning.UNSPECIFIED, "2020-03-03", ClaimSource.META, Region.HEAD),
                visible("Original Research 7 April 2020"));
        assertThat(publication.date()).isEqualTo(LocalDate.parse("2020-04-07"));
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
    void saysWhatItsDatesTellOfTheSite() {
        DateHabit habit = interpreter.habit(
                page(null, null), List.of(published("2023-12-23T01:48:19Z"), visible("12/22/2023 8:48 p.m.")));
        assertThat(habit.order()).isEqualTo(Publisher.DateOrder.MONTH_DAY_YEAR);
        assertThat(habit.clock()).isEqualTo(new DateHabit.Clock(YearMonth.of(2023, 12), -5 * 3600));
        assertThat(DateHabit.Clock.of(habit.clock().key())).isEqualTo(habit.clock());
        assertThat(interpreter.habit(page(null, null), List.of(visible("05/06/2025"))))
                .isEqualTo(DateHabit.NONE);
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
}
