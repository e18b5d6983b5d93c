package dev.colophon.extract.metadata;

import static dev.colophon.extract.metadata.TestPages.PARAGRAPH;
import static dev.colophon.extract.metadata.TestPages.date;
import static dev.colophon.extract.metadata.TestPages.name;
import static dev.colophon.extract.metadata.TestPages.read;
import static org.assertj.core.api.Assertions.assertThat;

import dev.colophon.model.NameClaim;
import dev.colophon.model.Region;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever stands below a heading that announces other articles is theirs. */
@NullMarked
class OtherArticlesTest {
    private static final String CARD = "<div class='card'><h4>A bridge opens</h4><div class='byline'>By Ann Lee</div>"
            + "<time datetime='2025-05-01'>1 May</time></div>";
    private static final String ARTICLE = "<h1>A fine headline</h1><div class='main'>" + PARAGRAPH + PARAGRAPH;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<h3>You may also like</h3>",
                "<div><span>À lire aussi :</span></div>",
                "<h2><a href='/news'>Latest News</a></h2>",
                "<p><strong>সর্বশেষ খবর</strong></p>",
                "<div>関連記事</div>"
            })
    void teasersBelowSuchAHeadingAreOfOtherArticles(String heading) {
        PageMetadata page = read(ARTICLE + "</div><div class='more'>" + heading + CARD + "</div>");
        assertThat(name(page, "By Ann Lee").region()).isEqualTo(Region.OTHER_ARTICLES);
        assertThat(date(page, "2025-05-01").region()).isEqualTo(Region.OTHER_ARTICLES);
    }

    @Test
    void theyMayFollowTheTextInItsOwnElement() {
        PageMetadata page = read(ARTICLE + "<h3>Related posts</h3><div class='row'>" + CARD + "</div></div>");
        assertThat(name(page, "By Ann Lee").region()).isEqualTo(Region.OTHER_ARTICLES);
    }

    @Test
    void theTextGoesOnBelowABoxWithinIt() {
        PageMetadata page = read(ARTICLE + "<h4>Read also</h4><div>" + CARD + "</div>" + PARAGRAPH
                + "<div class='byline'>Edited by Bo Ek</div></div>");
        assertThat(name(page, "By Ann Lee").region()).isEqualTo(Region.OTHER_ARTICLES);
        assertThat(name(page, "Edited by Bo Ek").region()).isNotEqualTo(Region.OTHER_ARTICLES);
    }

    @Test
    void theNextHeadingEndsThem() {
        PageMetadata page = read(ARTICLE + "</div><div><h3>Most read</h3>" + CARD
                + "<h3>About the author</h3><div class='byline'>Edited by Bo Ek</div></div>");
        assertThat(name(page, "Edited by Bo Ek").region()).isNotEqualTo(Region.OTHER_ARTICLES);
    }

    @Test
    void aHeadlineAndALinkThatReadsOnAreNoSuchHeadings() {
        PageMetadata listing = read("<h1>Latest news</h1><div class='main'>" + PARAGRAPH + CARD + "</div>");
        assertThat(listing.names()).extracting(NameClaim::region).doesNotContain(Region.OTHER_ARTICLES);
        PageMetadata rubric =
                read("<div class='label'>Latest news</div><div class='byline'>By Ann Lee</div>" + ARTICLE);
        assertThat(name(rubric, "By Ann Lee").region()).isNotEqualTo(Region.OTHER_ARTICLES);
        PageMetadata tabs = read("<h1>A fine headline</h1><ul><li>Live<li><h2>Related stories</h2></ul><div>" + CARD
                + "<div class='main'>" + PARAGRAPH + "</div></div>");
        assertThat(tabs.names()).extracting(NameClaim::region).doesNotContain(Region.OTHER_ARTICLES);
        PageMetadata link = read(ARTICLE + "</div><div><a href='/more'>See also</a>" + CARD + "</div>");
        assertThat(link.names()).extracting(NameClaim::region).doesNotContain(Region.OTHER_ARTICLES);
    }
}
