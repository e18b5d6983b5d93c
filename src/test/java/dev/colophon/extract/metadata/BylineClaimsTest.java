package dev.colophon.extract.metadata;

import static dev.colophon.extract.metadata.TestPages.PARAGRAPH;
import static dev.colophon.extract.metadata.TestPages.date;
import static dev.colophon.extract.metadata.TestPages.name;
import static dev.colophon.extract.metadata.TestPages.read;
import static org.assertj.core.api.Assertions.assertThat;

import dev.colophon.model.ClaimSource;
import dev.colophon.model.DateClaim;
import dev.colophon.model.DateClaim.Meaning;
import dev.colophon.model.NameClaim;
import dev.colophon.model.Region;
import dev.colophon.model.Role;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** Who is named where readers look, and what for. */
@NullMarked
class BylineClaimsTest {
    @Test
    void readsElementsWhoseClassesNameDatesAndBylines() {
        PageMetadata page = read("""
            <h1>A fine headline</h1><div class="article__byline">By <a href="/ann" rel="author">Ann Lee</a></div>
            <span class="postDate" data-timestamp="1749150000">5.6.25</span><div class="main">%s</div>
            """.formatted(PARAGRAPH));

        assertThat(name(page, "By Ann Lee").role()).isNull();
        assertThat(name(page, "Ann Lee").role()).isEqualTo(Role.AUTHOR);
        assertThat(name(page, "Ann Lee").reference()).isEqualTo("https://news.example/ann");
        assertThat(date(page, "1749150000").locator()).isEqualTo("span.postDate[data-timestamp]");
        assertThat(date(page, "5.6.25").meaning()).isEqualTo(Meaning.PUBLISHED);
    }

    @Test
    void joinsALabelWithTheNameBelowIt() {
        PageMetadata page = read(
                "<h1>A fine headline</h1><div>By</div><div>Ann Lee</div><div class=main>%s</div>".formatted(PARAGRAPH));

        assertThat(name(page, "By\nAnn Lee").region()).isEqualTo(Region.ARTICLE_HEADER);
    }

    @Test
    void wordsThatOnlyTheStyleSheetPartsAreParted() {
        PageMetadata page = read("<h1>A fine headline</h1><div class='byline'><a>Ann Lee</a><span>Reporter</span></div>"
                + "<div class='main'>" + PARAGRAPH + PARAGRAPH + "</div>");
        assertThat(name(page, "Ann Lee\nReporter").role()).isNull();
    }

    @Test
    void theLabelledLinesOfATwitterCardMayNameTheAuthor() {
        PageMetadata page = read("<head><meta name='twitter:label1' content='Verfasst von'>"
                + "<meta name='twitter:data1' content='Ann Lee'></head><h1>A fine headline</h1>");
        assertThat(name(page, "Verfasst von: Ann Lee").source()).isEqualTo(ClaimSource.META);
    }

    @Test
    void aLinkToAnAuthorsPageBesideTheHeadlineNamesTheAuthor() {
        PageMetadata page = read("<h1>A fine headline</h1><p><a href='/author/ann-lee'>Ann Lee</a>"
                + " <a href='/author/ann-lee'>View all</a></p><div class='main'>" + PARAGRAPH + PARAGRAPH + "</div>");
        assertThat(name(page, "Ann Lee").locator()).isEqualTo("a[author page]");
        assertThat(page.names()).extracting(NameClaim::raw).doesNotContain("View all");
    }

    @Test
    void linksToPeopleWithinAParagraphNameNoAuthor() {
        String paragraph = "<p>" + "The people say <a href='/people/ann-lee'>Ann Lee</a> goes on. ".repeat(5) + "</p>";
        PageMetadata page = read("<h1>A fine headline</h1><div class='main'>" + paragraph + PARAGRAPH + "</div>");
        assertThat(page.names()).isEmpty();
    }

    @Test
    void theFooterOfAPostIsNotThatOfThePage() {
        PageMetadata page = read("<h1>A fine headline</h1><div class='main'>" + PARAGRAPH + PARAGRAPH
                + "<div class='post-footer'><span class='post-author'>Ann Lee</span></div></div>");
        assertThat(name(page, "Ann Lee").region()).isEqualTo(Region.ARTICLE_FOOTER);
    }

    @Test
    void propertiesOfTheArticleItselfAreBelievedInAnAside() {
        PageMetadata page = read("<article itemscope itemtype='https://schema.org/Article'><h1>A fine headline</h1>"
                + "<aside><span itemprop='author'>Ann Lee</span></aside><div class='main'>" + PARAGRAPH + PARAGRAPH
                + "</div></article>");
        assertThat(page.names())
                .filteredOn(claim -> claim.source() == ClaimSource.MICRODATA)
                .extracting(NameClaim::region)
                .containsExactly(Region.HEAD);
    }

    @Test
    void partsWhatTwoElementsHold() {
        PageMetadata page = read("<h1>A fine headline</h1><div class=date><span>Feb 18</span><span>2025</span></div>"
                + "<div class=main>" + PARAGRAPH + "</div>");
        assertThat(page.dates()).extracting(DateClaim::raw).contains("Feb 18 2025");
    }

    @Test
    void aCreditInWideBracketsMayEndAnyParagraph() {
        String credited = "<p>" + "这是一段足够长的正文，说的是城里的事情。".repeat(6) + "（记者 王小明）</p>";
        PageMetadata page = read(
                "<h1>A fine headline</h1><div class='main'>" + PARAGRAPH + PARAGRAPH + credited + PARAGRAPH + "</div>");
        assertThat(name(page, "（记者 王小明）").region()).isEqualTo(Region.ARTICLE_FOOTER);
    }

    @Test
    void aCreditAtAPictureStandsInItsCaption() {
        PageMetadata page = read("<h1>A fine headline</h1><p>By Ann Lee</p><div class='main'>" + PARAGRAPH
                + "<figure><img src='a.png'><figcaption>By Uma Poe</figcaption></figure>" + PARAGRAPH
                + "<div class='wp-caption'><img src='b.png'><p>By Max Roe</p></div>" + PARAGRAPH + "</div>");

        assertThat(name(page, "By Ann Lee").region()).isEqualTo(Region.ARTICLE_HEADER);
        assertThat(name(page, "By Uma Poe").region()).isEqualTo(Region.CAPTION);
        assertThat(name(page, "By Max Roe").region()).isEqualTo(Region.CAPTION);
    }

    @Test
    void classesPartWordsOfScriptsWithoutCapitals() {
        PageMetadata page = read("<h1>A fine headline</h1><div class='byline'><span class=role>প্রতিনিধি</span>"
                + "<span class=town>কুড়িগ্রাম</span></div><div class='main'>" + PARAGRAPH + PARAGRAPH + "</div>");
        assertThat(name(page, "প্রতিনিধি\nকুড়িগ্রাম").role()).isNull();
        PageMetadata whole = read("<h1>A fine headline</h1><div class='byline'>কুড়ি<span>গ্রাম</span></div>"
                + "<div class='main'>" + PARAGRAPH + PARAGRAPH + "</div>");
        assertThat(name(whole, "কুড়িগ্রাম").role()).isNull();
    }

    @Test
    void namesForTestsSayWhatMadeUpClassesDoNot() {
        PageMetadata page = read("<h1>A fine headline</h1><div class=hXuVTg data-testid=byline><b>Ann Lee</b></div>"
                + "<div class='main'>" + PARAGRAPH + PARAGRAPH + "</div>");
        assertThat(name(page, "Ann Lee").source()).isEqualTo(ClaimSource.MARKUP);
    }
}
