package dev.colophon.extract.metadata;

import static dev.colophon.extract.metadata.TestPages.PARAGRAPH;
import static dev.colophon.extract.metadata.TestPages.date;
import static dev.colophon.extract.metadata.TestPages.read;
import static org.assertj.core.api.Assertions.assertThat;

import dev.colophon.model.ClaimSource;
import dev.colophon.model.DateClaim;
import dev.colophon.model.DateClaim.Meaning;
import dev.colophon.model.Region;
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
}
