package dev.colophon.extract.metadata;

import static dev.colophon.extract.metadata.TestPages.PARAGRAPH;
import static dev.colophon.extract.metadata.TestPages.date;
import static dev.colophon.extract.metadata.TestPages.read;
import static org.assertj.core.api.Assertions.assertThat;

import dev.colophon.model.ClaimSource;
import dev.colophon.model.DateClaim;
import dev.colophon.model.DateClaim.Meaning;
import dev.colophon.model.Region;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** The dates that a page shows and those that only its scripts hold. */
@NullMarked
class DateClaimsTest {
    @Test
    void readsTimeElementsByAttributeAndText() {
        PageMetadata page = read("""
            <h1>A fine headline</h1><p>Updated: <time class="x" datetime="2025-06-06T10:00">yesterday</time></p>
            <time class="entry-date published" datetime="2025-06-05">5 June</time><div class="main">%s</div>
            """.formatted(PARAGRAPH));

        assertThat(date(page, "2025-06-06T10:00").meaning()).isEqualTo(Meaning.MODIFIED);
        assertThat(date(page, "yesterday").source()).isEqualTo(ClaimSource.TIME_ELEMENT);
        assertThat(date(page, "2025-06-05").meaning()).isEqualTo(Meaning.PUBLISHED);
        assertThat(date(page, "2025-06-05").locator()).isEqualTo("time.entry-date.published[datetime]");
        assertThat(date(page, "5 June").region()).isEqualTo(Region.ARTICLE_HEADER);
    }

    @Test
    void theClockInABarAboveTheHeadlineIsThatOfTheSite() {
        PageMetadata page = read("<div id='user-gnb'><div class='updated'>2022-01-11 22:16</div></div>"
                + "<h1>A fine headline</h1><div class=main>" + PARAGRAPH + "</div>");
        assertThat(date(page, "2022-01-11 22:16").region()).isEqualTo(Region.FURNITURE);
    }

    @Test
    void looksIntoScriptsOnlyAsALastResort() {
        String script = "<script>var a = {\\\"publishedAt\\\":\\\"2025-06-05T10:00:00Z\\\", \"views\": 3}</script>";

        assertThat(date(read(script), "2025-06-05T10:00:00Z").locator()).isEqualTo("script:publishedAt");
        assertThat(read("<meta name=pubdate content=2025-06-04>" + script).dates())
                .hasSize(1);
    }

    @Test
    void readsTheDayThatBeginsAReport() {
        PageMetadata page = read("<h1>A fine headline</h1><div class=main><p>BERLIN, 5 June 2025 – "
                + "Words of a sentence that goes on for a while. ".repeat(5) + "</p>" + PARAGRAPH + "</div>");
        assertThat(page.dates()).hasSize(1);
    }

    @Test
    void looksForADateAllOverAPageThatHasNone() {
        PageMetadata page = read("<h1>A fine headline</h1><div class=main>" + PARAGRAPH + PARAGRAPH
                + "</div><nav><p>5 June 2025</p></nav>");
        assertThat(date(page, "5 June 2025").region()).isEqualTo(Region.FURNITURE);
    }

    @Test
    void trustsScriptsThatGiveSeveralDaysLess() {
        assertThat(read("<script>{\"publishDate\":\"2025-06-05\"}</script>").dates())
                .extracting(DateClaim::region)
                .containsExactly(Region.HEAD);
        assertThat(read("<script>[{\"publishDate\":\"2025-06-05\"},{\"publishDate\":\"2025-06-07\"}]</script>")
                        .dates())
                .extracting(DateClaim::region)
                .containsOnly(Region.UNKNOWN);
    }

    @Test
    void doesNotCutANumberInADateline() {
        PageMetadata page =
                read("<h1>A fine headline</h1><div class=main><p>The singer, in full Robert A. Zimmer, born May 24,"
                        + " 12025, is one who sang for longer than most of those who sing today, and who wrote what he"
                        + " sang, on a typewriter, in trains, and at night.</p></div>");
        assertThat(page.dates()).extracting(DateClaim::raw).noneMatch(raw -> raw.endsWith("May 24, 12"));
    }

    @Test
    void theDateOfAPictureIsNotThatOfTheArticle() {
        PageMetadata page = read("<h1>A fine headline</h1><figure><img src=a.jpg><figcaption>A hotel | 24.04.2025 | Ann"
                + " Lee</figcaption></figure><p>25.04.2025 | 14:07</p><div class=main>" + PARAGRAPH + PARAGRAPH
                + "</div>");
        assertThat(date(page, "A hotel | 24.04.2025 | Ann Lee").region()).isEqualTo(Region.ARTICLE_BODY);
        assertThat(date(page, "25.04.2025 | 14:07").region()).isEqualTo(Region.ARTICLE_HEADER);
    }

    @Test
    void readsALabelInTheLineBeforeADate() {
        PageMetadata page = read("<h1>A fine headline</h1><dl><dt>Published:</dt><dd>3 February 2025</dd>"
                + "<dt>Last updated</dt><dd><time datetime=2025-03-09>9 March 2025</time></dd></dl><div class=main>"
                + PARAGRAPH + "</div>");

        assertThat(date(page, "3 February 2025").meaning()).isEqualTo(Meaning.PUBLISHED);
        assertThat(page.dates())
                .filteredOn(
                        claim -> claim.raw().contains("March") || claim.raw().contains("03-09"))
                .hasSize(3)
                .extracting(DateClaim::meaning)
                .containsOnly(Meaning.MODIFIED);
    }

    @Test
    void takesNoneOfTwoLabelsForThatOfADate() {
        PageMetadata page = read("<h1>A fine headline</h1><p>Published</p><p>Last updated</p><p>3 February 2025</p>"
                + "<div class=main>" + PARAGRAPH + "</div>");

        assertThat(date(page, "3 February 2025").meaning()).isEqualTo(Meaning.UNSPECIFIED);
    }

    @Test
    void takesTheOnlyTimeThatHAtomCallsUpdatedForThatOfThePost() {
        String time = "<time class='entry-date %s' datetime=2025-07-0%d>July %d, 2025</time>";
        String page = "<h1>A fine headline</h1>%s<div class=main>" + PARAGRAPH + "</div>";
        String updated = time.formatted("updated", 3, 3);

        assertThat(date(read(page.formatted(updated)), "2025-07-03").meaning()).isEqualTo(Meaning.AS_OF);
        assertThat(date(read(page.formatted("<p>Updated: " + updated + "</p>")), "2025-07-03")
                        .meaning())
                .isEqualTo(Meaning.MODIFIED);
        assertThat(date(read(page.formatted(updated + time.formatted("published", 1, 1))), "2025-07-03")
                        .meaning())
                .isEqualTo(Meaning.MODIFIED);
        assertThat(date(read(page.formatted(time.formatted("published updated", 3, 3))), "2025-07-03")
                        .meaning())
                .isEqualTo(Meaning.PUBLISHED);
    }

    @Test
    void datesOfAPictureOrAReviewWithinAnArticleAreNotThoseOfTheArticle() {
        PageMetadata page = read("<article itemscope itemtype='http://schema.org/NewsArticle'><h1>A fine headline</h1>"
                + "<meta itemprop=datePublished content=2018-03-05>"
                + "<div itemprop=image itemscope itemtype='http://schema.org/ImageObject'>"
                + "<meta itemprop=datePublished content=2011-01-01></div><div class=main>" + PARAGRAPH
                + "</div><div itemprop=review itemscope itemtype='http://schema.org/Review'>"
                + "<meta itemprop=datePublished content=2012-01-01><b itemprop=author>Ann Lee</b></div></article>");

        assertThat(page.names()).isEmpty();

        assertThat(date(page, "2018-03-05").region()).isEqualTo(Region.HEAD);
        assertThat(date(page, "2011-01-01").region()).isEqualTo(Region.RELATED);
        assertThat(date(page, "2012-01-01").region()).isEqualTo(Region.RELATED);
    }

    @Test
    void readsWhenAnEntryWasPostedBelowItsText() {
        PageMetadata page = read("<h1>A fine headline</h1><div class=main>" + PARAGRAPH + PARAGRAPH
                + "<p>This entry was posted on Tuesday, March 4th, 2025 at 8:05 pm and is filed under News. You can follow any"
                + " responses to this entry through the feed, or leave a response.</p></div>");

        assertThat(page.dates()).hasSize(1);
        assertThat(page.dates().get(0).meaning()).isEqualTo(Meaning.PUBLISHED);
        assertThat(page.dates().get(0).raw()).contains("2025 at 8:05 pm");
    }

    @Test
    void readsATimeInTheLineBehindItsDay() {
        String page = "<h1>A fine headline</h1><ul><li>3 February 2025</li><li><span class=%s>9:15 pm</span></li></ul>"
                + "<div class=main>" + PARAGRAPH + "</div>";

        assertThat(date(read(page.formatted("item--type-time")), "3 February 2025 9:15 pm")
                        .region())
                .isEqualTo(Region.ARTICLE_HEADER);
        assertThat(read(page.formatted("duration")).dates()).hasSize(1);
    }

    @Test
    void postsOfAForumBehindTheFirstAreReplies() {
        String post =
                "<article><a class=username>Ann</a> <time datetime=2025-05-0%d>May %d</time><p>Words.</p></article>";
        PageMetadata page = read(
                "<div class=main><h1>A fine headline</h1>" + post.formatted(5, 5) + post.formatted(6, 6) + "</div>");

        assertThat(date(page, "2025-05-05").region()).isNotEqualTo(Region.COMMENT);
        assertThat(date(page, "2025-05-06").region()).isEqualTo(Region.COMMENT);
    }

    @Test
    void readsTheObjectOfAnOlderTagOfParsely() {
        PageMetadata page =
                read("<meta name=parsely-page content='{\"title\":\"x\",\"pub_date\":\"2025-05-06T13:00:00Z\","
                        + "\"authors\":[\"Dana Wu\"]}'>");

        assertThat(date(page, "2025-05-06T13:00:00Z").source()).isEqualTo(ClaimSource.META);
        assertThat(page.names()).hasSize(1);
    }

    @Test
    void readsAVariableOfAScriptAsALastResort() {
        assertThat(date(read("<script>var ct = \"1617955200\", views='12345678';</script>"), "1617955200")
                        .locator())
                .isEqualTo("script:ct");
        assertThat(read("<script>load('/a?ct=1617955200'); object = 1617955200</script>")
                        .dates())
                .isEmpty();
    }

    @Test
    void looksAtTheEndOfATextWithoutSpaces() {
        String text = "市議会は費用と旧市街への影響をめぐる長い議論の末、" + "川にかかる新しい橋の建設を承認した".repeat(20);
        assertThat(read("<h1>A fine headline</h1><div class=main><p>" + text + "</p><p>" + text + "</p></div>")
                        .dates())
                .isEmpty();
    }

    @Test
    void namesOfClassesThatLookLikeAttributesAreLeftOutOfAPlace() {
        PageMetadata page = read("<h1>A fine headline</h1><time class='text-[13px] when'>Yesterday</time>"
                + "<div class=main>" + PARAGRAPH + "</div>");
        assertThat(date(page, "Yesterday").locator()).isEqualTo("time.when");
    }

    @Test
    void severalTimesOfOneDayInAScriptAreOfThePage() {
        PageMetadata page = read("<script>var publishTime = {\"datePublished\": 1749118500,"
                + " \"publishedAt\": \"2025-06-05T11:15:00Z\"}</script>");
        assertThat(date(page, "1749118500").region()).isEqualTo(Region.HEAD);
    }

    @Test
    void theDayOfAnEventOrOfTheVisitIsNoneOfThePage() {
        String today = "<div class=current-date>5 June 2025</div>";
        assertThat(read("<header>" + today + "</header><h1>A fine headline</h1><div class=main>" + PARAGRAPH + "</div>")
                        .dates())
                .isEmpty();
        String event =
                "<li class='eventitem-meta-date'><time class=event-date datetime=2025-06-05>5 June 2025</time></li>";
        assertThat(read("<h1>A fine headline</h1><ul>" + event + "</ul><div class=main>" + PARAGRAPH + "</div>")
                        .dates())
                .isEmpty();
    }

    @Test
    void namesThatHoldWordsForTodaySayNothing() {
        String time = "<time datetime=2025-06-05T10:00:00Z>5 June 2025</time>";
        for (String around : List.of("class=india-today-story", "class='post today'", "class=deadline-post-meta")) {
            assertThat(read("<h1>A fine headline</h1><div " + around + ">" + time + "</div><div class=main>" + PARAGRAPH
                                    + "</div>")
                            .dates())
                    .as(around)
                    .isNotEmpty();
        }
    }
}
