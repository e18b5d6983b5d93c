package dev.colophon.extract.metadata;

import static dev.colophon.extract.metadata.TestPages.LINES;
import static dev.colophon.extract.metadata.TestPages.PARAGRAPH;
import static dev.colophon.extract.metadata.TestPages.date;
import static dev.colophon.extract.metadata.TestPages.name;
import static dev.colophon.extract.metadata.TestPages.read;
import static org.assertj.core.api.Assertions.assertThat;

import dev.colophon.model.ClaimSource;
import dev.colophon.model.ContributorKind;
import dev.colophon.model.DateClaim;
import dev.colophon.model.DateClaim.Meaning;
import dev.colophon.model.NameClaim;
import dev.colophon.model.Region;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** The claims of a whole page: their regions, order and bounds, and what each vocabulary gives. */
@NullMarked
class PageMetadataReaderTest {
    @Test
    void readsMetaTags() {
        PageMetadata page = read("""
            <html lang="bn"><head><meta property="og:title" content="Title &amp;quot;A&amp;quot;">
            <meta property="article:published_time" content="2025-06-05T10:00:00Z">
            <meta name="Last-Modified" content="2025-06-06"><meta name="dcterms.created" content="2025-06-01">
            <meta name="citation_author" content="Lee, Ann"><meta name="citation_author" content="Chen, Bo">
            <meta property="og:site_name" content="The News"><meta name="keywords" content="x, y">
            <meta property="article:section" content="World"><meta property="og:image" content="/i.jpg">
            <meta name="description" content="Short."><link rel="canonical" href="/a"></head></html>
            """);

        assertThat(page.titles()).containsExactly("Title \"A\"");
        assertThat(date(page, "2025-06-05T10:00:00Z").locator()).isEqualTo("meta[property=article:published_time]");
        assertThat(date(page, "2025-06-06").meaning()).isEqualTo(Meaning.MODIFIED);
        assertThat(date(page, "2025-06-01").meaning()).isEqualTo(Meaning.CREATED);
        assertThat(page.names()).extracting(NameClaim::raw).containsExactly("Lee, Ann", "Chen, Bo");
        assertThat(page.siteName()).isEqualTo("The News");
        assertThat(page.tags()).containsExactly("x", "y");
        assertThat(page.section()).isEqualTo("World");
        assertThat(page.imageUrl()).isEqualTo("https://news.example/i.jpg");
        assertThat(page.canonicalUrl()).isEqualTo("https://news.example/a");
        assertThat(page.language()).isEqualTo("bn");
        assertThat(page.description()).isEqualTo("Short.");
    }

    @Test
    void anImageInsideThePageIsNone() {
        PageMetadata page = read("""
            <head><meta property="og:image" content="data:image/gif;base64,R0lGODlhAQABAAD/ACwAAAAAAQABAAACADs=">
            <meta name="twitter:image" content="/ferry.jpg"></head>
            """);

        assertThat(page.imageUrl()).isEqualTo("https://news.example/ferry.jpg");
    }

    @Test
    void aSiteIsNoImage() {
        PageMetadata page = read("""
            <head><meta property="og:image" content="https://images.news.example/">
            <meta name="twitter:image" content="https://images.news.example/?id=7"></head>
            """);
        assertThat(page.imageUrl()).isEqualTo("https://images.news.example/?id=7");
    }

    @Test
    void aMetaTagMayStateOneValueUnderSeveralTerms() {
        PageMetadata page = read("""
            <head><meta property="dc:creator  article:author" content="Ann Lee">
            <meta property="x:title dc:title" content="My title"></head>
            """);

        assertThat(page.names()).extracting(NameClaim::raw).contains("Ann Lee");
        assertThat(name(page, "Ann Lee").locator()).isEqualTo("meta[property=dc:creator]");
        assertThat(page.titles()).containsExactly("My title");
    }

    @Test
    void readsMicrodataWithNestedAuthors() {
        PageMetadata page = read("""
            <div itemscope itemtype="http://schema.org/NewsArticle"><h1 itemprop="headline">A fine headline</h1>
            <span itemprop="author" itemscope itemtype="http://schema.org/Person">By
            <a href="/ann"><span itemprop="name">Ann Lee</span></a></span>
            <meta itemprop="datePublished" content="2025-06-05"><div class="main">%s</div></div>
            <div itemprop="comment" itemscope itemtype="http://schema.org/Comment">
            <meta itemprop="datePublished" content="2025-07-01"><span itemprop="author">Troll</span></div>
            """.formatted(PARAGRAPH));

        NameClaim ann = name(page, "Ann Lee");
        assertThat(ann.source()).isEqualTo(ClaimSource.MICRODATA);
        assertThat(ann.kind()).isEqualTo(ContributorKind.PERSON);
        assertThat(ann.reference()).isEqualTo("https://news.example/ann");
        assertThat(ann.locator()).isEqualTo("microdata:NewsArticle.author");
        assertThat(date(page, "2025-06-05").region()).isEqualTo(Region.HEAD);
        assertThat(date(page, "2025-07-01").region()).isEqualTo(Region.COMMENT);
        assertThat(name(page, "Troll").region()).isEqualTo(Region.COMMENT);
        assertThat(page.titles()).containsExactly("A fine headline");
    }

    @Test
    void readsRdfa() {
        PageMetadata page = read("""
            <div vocab="http://schema.org/" typeof="Article"><h1 property="headline">A fine headline</h1>
            <span property="schema:author" typeof="schema:Person"><b property="schema:name">Ann Lee</b></span>
            <span property="dc:created" content="2025-06-05">5 June</span><div class="main">%s</div></div>
            """.formatted(PARAGRAPH));

        assertThat(name(page, "Ann Lee").source()).isEqualTo(ClaimSource.RDFA);
        assertThat(date(page, "2025-06-05").meaning()).isEqualTo(Meaning.CREATED);
    }

    @Test
    void asksForTheLinesAroundTheText() {
        PageMetadata page = read("""
            <nav>Today is 7 June 2025</nav><h1>A fine headline</h1>By Ann Lee<br>5 June 2025<br>
            <div class="main">%s%s<p>Edited by Bo Chen</p></div><footer>© 2025 The News</footer>
            """.formatted(PARAGRAPH, PARAGRAPH));

        assertThat(date(page, "5 June 2025").region()).isEqualTo(Region.ARTICLE_HEADER);
        assertThat(name(page, "By Ann Lee").source()).isEqualTo(ClaimSource.TEXT);
        assertThat(name(page, "Edited by Bo Chen").region()).isEqualTo(Region.ARTICLE_FOOTER);
        assertThat(page.dates()).hasSize(1);
    }

    @Test
    void tellsRegionsApart() {
        PageMetadata page = read("""
            <div class="site-header"><nav><time>nav 1</time></nav></div><article><h1>A fine headline</h1>
            <time>header 2</time><div class="main">%s<p>%s<time>body 3</time></p>%s</div><time>footer 4</time></article>
            <div class="related-posts"><time>related 5</time></div><ol class="comment-list"><time>comment 6</time></ol>
            <article><time>card 7</time></article><footer><time>furniture 8</time></footer>
            """.formatted(PARAGRAPH, PARAGRAPH, PARAGRAPH));

        assertThat(date(page, "nav 1").region()).isEqualTo(Region.FURNITURE);
        assertThat(date(page, "header 2").region()).isEqualTo(Region.ARTICLE_HEADER);
        assertThat(date(page, "body 3").region()).isEqualTo(Region.ARTICLE_BODY);
        assertThat(date(page, "footer 4").region()).isEqualTo(Region.ARTICLE_FOOTER);
        assertThat(date(page, "related 5").region()).isEqualTo(Region.RELATED);
        assertThat(date(page, "comment 6").region()).isEqualTo(Region.COMMENT);
        assertThat(date(page, "card 7").region()).isEqualTo(Region.RELATED);
        assertThat(date(page, "furniture 8").region()).isEqualTo(Region.FURNITURE);
    }

    @Test
    void aDateAmongTheWordsOfALongLinkIsThatOfAnotherPage() {
        PageMetadata page = read("""
            <body><main><h1>A fine headline</h1><div><a href="/x">They have been married for six years since 30 June 2018,
            and what came of it</a></div><div><a href="#p7">Ann Lee, 4 June 2025</a></div>
            <div class="date" title="https://news.example/i/2023-04-05.jpg">Photo</div>%s</main></body>
            """.formatted(PARAGRAPH));

        assertThat(page.dates()).extracting(DateClaim::raw).noneMatch(raw -> raw.contains("2023-04"));
        assertThat(page.dates())
                .filteredOn(claim -> claim.raw().contains("2018"))
                .allMatch(claim -> claim.region() == Region.RELATED);
        assertThat(date(page, "Ann Lee, 4 June 2025").region()).isEqualTo(Region.ARTICLE_HEADER);
    }

    @Test
    void numbersClaimsInReadingOrder() {
        PageMetadata page = read("""
            <meta name="author" content="Head Author"><h1>A fine headline</h1><p class="byline">Ann Lee</p>
            <p class="date">5.6.2025</p><div class="main">%s</div>
            """.formatted(PARAGRAPH));

        assertThat(page.names()).extracting(NameClaim::order).containsExactly(0, 1);
        assertThat(date(page, "5.6.2025").order()).isEqualTo(2);
    }

    @Test
    void statesNothingWhereThePageStatesNothing() {
        PageMetadata page = read("");

        assertThat(page.titles()).isEmpty();
        assertThat(page.dates()).isEmpty();
        assertThat(page.names()).isEmpty();
        assertThat(page.canonicalUrl()).isNull();
    }

    @Test
    void boundsTheClaims() {
        PageMetadata page = read("<p class=byline>Ann <i class=author>%d</i></p><time>1 May</time>".repeat(5000));

        assertThat(page.dates()).hasSizeLessThanOrEqualTo(200);
        assertThat(page.names()).hasSizeLessThanOrEqualTo(200);
    }

    @Test
    void hugeAndDeepPagesTakeLinearTime() {
        for (String part : List.of(
                "<div class='byline date' itemprop=author itemscope>",
                "<time>",
                "<span itemprop=author itemscope>",
                "<a rel=author></a>",
                "<article><footer>",
                "<time></time>")) {
            Document page = Jsoup.parse(part.repeat(15_000));
            Assertions.assertTimeout(
                    Duration.ofSeconds(10),
                    () -> new PageMetadataReader(LINES).read(PageFlow.of(page), null, null),
                    part);
        }
    }

    @Test
    void aSmallStackSuffices() throws InterruptedException {
        Document page = Jsoup.parse("<div class=byline>".repeat(400) + "Ann Lee 2025");
        PageMetadata[] read = new PageMetadata[1];
        Thread thread = new Thread(
                null,
                () -> read[0] = new PageMetadataReader(LINES).read(PageFlow.of(page), null, null),
                "small",
                128_000);
        thread.start();
        thread.join();

        assertThat(Objects.requireNonNull(read[0]).names()).isNotEmpty();
    }

    @Test
    void theFrontPageAndAnIdentifierAreNoAddressesOfAnArticle() {
        assertThat(read("<head><meta property='og:url' content='https://news.example/'></head>")
                        .canonicalUrl())
                .isNull();
        assertThat(read("<head><link rel='canonical' href='/'><meta property='og:url' content='/2025/06/a'></head>")
                        .canonicalUrl())
                .isEqualTo("https://news.example/2025/06/a");
        assertThat(read("<head><meta name='DC.identifier' content='10.1000/182'></head>")
                        .canonicalUrl())
                .isNull();
    }

    @Test
    void readersReviewsOfARecipeAreNotThePages() {
        PageMetadata page = read("<div class=main itemscope itemtype='https://schema.org/Recipe'>"
                + "<h1 itemprop=name>Plum cake</h1>" + PARAGRAPH
                + "<div itemprop=review itemscope itemtype='https://schema.org/Review'><b itemprop=author>Bo Chen</b>"
                + "<meta itemprop=datePublished content='2019-03-04'></div></div>");

        assertThat(date(page, "2019-03-04").region()).isEqualTo(Region.RELATED);
        assertThat(page.names()).noneMatch(name -> name.raw().equals("Bo Chen") && name.region() != Region.RELATED);
    }

    @Test
    void commentsLeaveRoomForTheClaimsOfThePage() {
        StringBuilder comments = new StringBuilder();
        for (int i = 0; i < 300; i++) {
            comments.append("<div itemprop=comment itemscope itemtype='https://schema.org/Comment'>")
                    .append("<time itemprop=datePublished datetime='2025-06-06T10:00:00.")
                    .append(i)
                    .append("Z'>an hour ago</time></div>");
        }
        PageMetadata page = read("<article class=main><h1>A fine headline</h1><time datetime='2025-06-05'>5 June 2025"
                + "</time>" + PARAGRAPH + "</article>" + comments);

        assertThat(date(page, "2025-06-05").region()).isNotEqualTo(Region.COMMENT);
    }
}
