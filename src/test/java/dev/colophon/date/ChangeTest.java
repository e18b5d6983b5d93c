package dev.colophon.date;

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
import dev.colophon.model.Evidence;
import dev.colophon.model.Publication;
import dev.colophon.model.Region;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChangeTest {
    private final DateInterpreter interpreter = new DateInterpreter();

    @Test
    void whenAServerChangedItsFileIsNoDayOfPublication() {
        DateClaim header =
                claim(Meaning.MODIFIED, "Sun, 30 Nov 2025 06:30:00 GMT", ClaimSource.HTTP_HEADER, Region.HEAD);
        DateInterpreter.Decision decision = interpreter.interpret(page(null, null), List.of(header));

        assertThat(decision.publication()).isEqualTo(Publication.UNKNOWN);
        assertThat(decision.evidence()).extracting(Evidence::chosen).containsOnly(false);
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
    void readsAChangeInTheZoneOfThePublication() {
        DateClaim published = visible("Published 3 February 2021, 18:45");
        DateClaim changed = claim(Meaning.MODIFIED, "2021-02-04 07:05:00", ClaimSource.META, Region.HEAD);

        assertThat(decide(on("paper.example.fr"), published, changed).modifiedAt())
                .isEqualTo("2021-02-04T06:05:00Z");
        assertThat(decide(page(null, null), published, changed, published("2021-02-03T18:45:20+09:00"))
                        .modifiedAt())
                .isEqualTo("2021-02-03T22:05:00Z");
        assertThat(decide(page(null, null), published, changed).modifiedAt()).isNull();
    }

    @Test
    void doesNotGuessTheZoneOfAChangeInAnotherSeasonOrOfOneBeforeThePublication() {
        DateClaim published = published("2021-02-03T18:45:20+01:00");

        assertThat(decide(
                                page(null, null),
                                published,
                                claim(Meaning.MODIFIED, "2021-07-04 07:05:00", ClaimSource.META, Region.HEAD))
                        .modifiedAt())
                .isNull();
        assertThat(decide(
                                on("paper.example.fr"),
                                published,
                                claim(Meaning.MODIFIED, "2021-02-03 18:05:00", ClaimSource.META, Region.HEAD))
                        .modifiedAt())
                .isNull();
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
    void takesTheFirstOfTwoDatesInALineOfWhichTheOtherIsTheChange() {
        String line = "Dec. 20, 2016, 12:44 PM UTC / Updated Dec. 20, 2016, 1:00 PM UTC";
        Publication publication = decide(
                page(null, null),
                claim(Meaning.PUBLISHED, "2016-12-20T13:00:00Z", ClaimSource.META, Region.HEAD),
                claim(Meaning.MODIFIED, line, ClaimSource.TEXT, Region.ARTICLE_HEADER),
                claim(Meaning.PUBLISHED, "2016-12-20T12:44:32Z", ClaimSource.MICRODATA, Region.HEAD),
                claim(Meaning.MODIFIED, "2016-12-20T13:00:00Z", ClaimSource.MICRODATA, Region.HEAD));
        assertThat(publication.publishedAt()).isEqualTo("2016-12-20T12:44:32Z");
    }

    @Test
    void aThreadIsNoYoungerThanItsFirstReply() {
        Publication publication = decide(
                page(null, null),
                claim(Meaning.MODIFIED, "2018-03-28", ClaimSource.META, Region.HEAD),
                claim(Meaning.UNSPECIFIED, "20.12.2019 18:00", ClaimSource.TEXT, Region.UNKNOWN),
                claim(Meaning.UNSPECIFIED, "2018-03-23T18:15:21Z", ClaimSource.TIME_ELEMENT, Region.COMMENT),
                claim(Meaning.UNSPECIFIED, "2018-03-28T17:57:20Z", ClaimSource.TIME_ELEMENT, Region.COMMENT));
        assertThat(publication.date()).isEqualTo(LocalDate.parse("2018-03-23"));
    }

    @Test
    void aDayOnWhichSomeoneJoinedIsNoReply() {
        Publication publication = decide(
                page(null, null),
                claim(Meaning.UNSPECIFIED, "5 June 2008", ClaimSource.MARKUP, Region.COMMENT),
                claim(Meaning.UNSPECIFIED, "20 December 2019", ClaimSource.TEXT, Region.UNKNOWN));
        assertThat(publication.date()).isEqualTo(LocalDate.parse("2019-12-20"));
    }

    @Test
    void aDateInBracketsIsAChangeByTheWordBehindIt() {
        Publication publication = decide(
                on("paper.example.jp"),
                claim(Meaning.MODIFIED, "2021年2月3日 21:15（2021年2月4日 8:10更新）", ClaimSource.TEXT, Region.ARTICLE_HEADER));
        assertThat(publication.publishedAt()).isEqualTo("2021-02-03T12:15:00Z");
        assertThat(publication.modifiedAt()).isEqualTo("2021-02-03T23:10:00Z");
    }

    @Test
    void readsWhatIntroducesATimeBeforeItsDate() {
        Publication publication = decide(
                page(null, null),
                claim(
                        Meaning.MODIFIED,
                        "Published 8:05 AM EST, Tue February 2, 2021 | Updated 5:10 PM EST, Tue February 2, 2021",
                        ClaimSource.TEXT,
                        Region.ARTICLE_HEADER));
        assertThat(publication.publishedAt()).isEqualTo("2021-02-02T13:05:00Z");
        assertThat(publication.modifiedAt()).isEqualTo("2021-02-02T22:10:00Z");
    }

    @Test
    void aDateThatALineDoesNotCallPublishedIsLess() {
        Publication publication = decide(
                page(null, null),
                claim(
                        Meaning.PUBLISHED,
                        "Received: 3 January 2017 / Accepted: 2 May 2017 / Published: 30 May 2017",
                        ClaimSource.TEXT,
                        Region.ARTICLE_HEADER));
        assertThat(publication.date()).isEqualTo(LocalDate.parse("2017-05-30"));
    }

    @Test
    void whoReviewedAPageDidNotPublishIt() {
        Publication publication = decide(
                page(null, null),
                claim(
                        Meaning.MODIFIED,
                        "Medically reviewed by Jonas Meyer, MD on September 10, 2020",
                        ClaimSource.TEXT,
                        Region.ARTICLE_HEADER),
                visible("By Carol Eustace Published on February 3, 2021"));
        assertThat(publication.date()).isEqualTo(LocalDate.parse("2021-02-03"));
    }
}
