package dev.colophon.extract.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import dev.colophon.model.ClaimSource;
import dev.colophon.model.ContributorKind;
import dev.colophon.model.DateClaim;
import dev.colophon.model.DateClaim.Meaning;
import dev.colophon.model.LineClassifier;
import dev.colophon.model.NameClaim;
import dev.colophon.model.Region;
import dev.colophon.model.Role;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

@NullMarked
class PageMetadataReaderTest {
    private static final String PARAGRAPH = "<p>" + "Words of a sentence that goes on for a while. ".repeat(5) + "</p>";

    private static final LineClassifier LINES = new LineClassifier() {
        @Override
        public boolean isDateLine(String line) {
            return line.contains("2025");
        }

        @Override
        public boolean holdsDate(String line) {
            return isDateLine(line);
        }

        @Override
        public boolean isBylineLine(String line) {
            return line.startsWith("By ") || line.startsWith("Edited by") || line.startsWith("（记者");
        }
    };

    private static PageMetadata read(String html) {
        Document page = Jsoup.parse(html, "https://news.example/2025/06/a.html");
        return new PageMetadataReader(LINES).read(page, page.selectFirst(".main"), page.selectFirst("h1"));
    }

    private static PageMetadata jsonLd(String json) {
        return read("<title>A fine headline - News</title><script type='application/ld+json'>" + json + "</script>");
    }

    private static DateClaim date(PageMetadata page, String raw) {
        return page.dates().stream()
                .filter(claim -> claim.raw().equals(raw))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + raw + " in " + page.dates()));
    }

    private static NameClaim name(PageMetadata page, String raw) {
        return page.names().stream()
                .filter(claim -> claim.raw().equals(raw))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + raw + " in " + page.names()));
    }

    @Test
    void readsTheArticleOfJsonLd() {
        PageMetadata page = jsonLd("""
                        {"@context":"https://schema.org","@type":"NewsArticle","headline":"A fine &amp; long headline",
                        "datePublished":"2025-06-05T23:45:00+05:30","dateModified":"2025-06-06","dateCreated":"2025-06-04",
                        "author":[{"@type":"Person","name":"Ann Lee","url":"https://news.example/ann"},"Bo Chen"],
                        "editor":{"@type":"Person","name":["Avra Chattopadhyay"]},
                        "publisher":{"@type":"Organization","name":"The News"},"articleSection":["World","Asia"],
                        "keywords":"one, two ,one","image":{"@type":"ImageObject","url":"https://news.example/i.jpg"},
                        "inLanguage":"en-IN","description":"Short.","articleBody":"All the words."}
                        """);

        assertThat(page.titles()).containsExactly("A fine & long headline");
        assertThat(date(page, "2025-06-05T23:45:00+05:30"))
                .isEqualTo(new DateClaim(
                        Meaning.PUBLISHED,
                        "2025-06-05T23:45:00+05:30",
                        ClaimSource.JSON_LD,
                        "json-ld:NewsArticle.datePublished",
                        Region.HEAD,
                        0));
        assertThat(date(page, "2025-06-06").meaning()).isEqualTo(Meaning.MODIFIED);
        assertThat(date(page, "2025-06-04").meaning()).isEqualTo(Meaning.CREATED);
        assertThat(name(page, "Ann Lee").reference()).isEqualTo("https://news.example/ann");
        assertThat(name(page, "Ann Lee").kind()).isEqualTo(ContributorKind.PERSON);
        assertThat(name(page, "Bo Chen").role()).isEqualTo(Role.AUTHOR);
        assertThat(name(page, "Avra Chattopadhyay").role()).isEqualTo(Role.EDITOR);
        assertThat(page.siteName()).isEqualTo("The News");
        assertThat(page.section()).isEqualTo("World");
        assertThat(page.tags()).containsExactly("one", "two");
        assertThat(page.imageUrl()).isEqualTo("https://news.example/i.jpg");
        assertThat(page.language()).isEqualTo("en-IN");
        assertThat(page.description()).isEqualTo("Short.");
        assertThat(page.articleBody()).isEqualTo("All the words.");
    }

    @Test
    void followsReferencesInAGraph() {
        PageMetadata page = jsonLd("""
                        {"@graph":[{"@type":"Article","@id":"#a","headline":"A fine headline","author":{"@id":"#p"},
                        "publisher":{"@id":"#o"}},{"@type":"Person","@id":"#p","name":"Ann Lee"},
                        {"@type":"Organization","@id":"#o","name":"The News"}]}
                        """);

        assertThat(name(page, "Ann Lee").kind()).isEqualTo(ContributorKind.PERSON);
        assertThat(page.siteName()).isEqualTo("The News");
    }

    @Test
    void tellsThePagesArticleFromOthers() {
        PageMetadata page = jsonLd("""
                        [{"@type":"ItemList","itemListElement":[{"@type":"NewsArticle","headline":"Another story",
                        "datePublished":"2020-01-01","author":"Someone Else"}]},
                        {"@type":"NewsArticle","headline":"A fine headline","datePublished":"2025-06-05","author":"Ann Lee"}]
                        """);

        assertThat(page.titles()).containsExactly("A fine headline");
        assertThat(date(page, "2025-06-05").region()).isEqualTo(Region.HEAD);
        assertThat(page.dates().stream().filter(claim -> claim.region() == Region.HEAD))
                .hasSize(1);
        assertThat(page.names().stream().filter(claim -> claim.region() == Region.HEAD))
                .hasSize(1);
    }

    @Test
    void jsonLdCutAnywhereDoesNoHarm() {
        String json =
                "{\"@type\":\"NewsArticle\",\"author\":[{\"@type\":\"Person\",\"name\":\"Ann\"}],\"keywords\":[\"a\"]}";
        for (int end = 0; end <= json.length(); end++) {
            assertThat(jsonLd(json.substring(0, end)).dates()).isEmpty();
        }
    }

    @Test
    void oddlyShapedJsonLdDoesNoHarm() {
        for (String odd : List.of("[]", "{}", "1", "null", "{\"@id\":{}}", "[[[{\"@type\":{}}]]]")) {
            String article =
                    "{\"@type\":\"Article\",\"author\":%s,\"publisher\":%s,\"image\":%s,\"headline\":%s,\"url\":%s,"
                            + "\"datePublished\":%s,\"@id\":%s,\"keywords\":%s}";
            assertThat(jsonLd(article.replace("%s", odd)).tags()).isNotNull();
        }
    }

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
    void joinsALabelWithTheNameBelowIt() {
        PageMetadata page = read(
                "<h1>A fine headline</h1><div>By</div><div>Ann Lee</div><div class=main>%s</div>".formatted(PARAGRAPH));

        assertThat(name(page, "By\nAnn Lee").region()).isEqualTo(Region.ARTICLE_HEADER);
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
    void looksIntoScriptsOnlyAsALastResort() {
        String script = "<script>var a = {\\\"publishedAt\\\":\\\"2025-06-05T10:00:00Z\\\", \"views\": 3}</script>";

        assertThat(date(read(script), "2025-06-05T10:00:00Z").locator()).isEqualTo("script:publishedAt");
        assertThat(read("<meta name=pubdate content=2025-06-04>" + script).dates())
                .hasSize(1);
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
                    Duration.ofSeconds(10), () -> new PageMetadataReader(LINES).read(page, null, null), part);
        }
    }

    @Test
    void aSmallStackSuffices() throws InterruptedException {
        Document page = Jsoup.parse("<div class=byline>".repeat(400) + "Ann Lee 2025");
        PageMetadata[] read = new PageMetadata[1];
        Thread thread = new Thread(
                null, () -> read[0] = new PageMetadataReader(LINES).read(page, null, null), "small", 128_000);
        thread.start();
        thread.join();

        assertThat(Objects.requireNonNull(read[0]).names()).isNotEmpty();
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
    void knowsTheEntriesOfALiveBlogForParts() {
        PageMetadata page = jsonLd("""
                {"@type":"LiveBlogPosting","headline":"A fine headline","datePublished":"2025-06-04",
                "liveBlogUpdate":[{"@type":"BlogPosting","datePublished":"2025-06-05"}]}
                """);
        assertThat(date(page, "2025-06-04").region()).isEqualTo(Region.HEAD);
        assertThat(date(page, "2025-06-05").region()).isEqualTo(Region.RELATED);
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
    void aCreditInWideBracketsMayEndAnyParagraph() {
        String credited = "<p>" + "这是一段足够长的正文，说的是城里的事情。".repeat(6) + "（记者 王小明）</p>";
        PageMetadata page = read(
                "<h1>A fine headline</h1><div class='main'>" + PARAGRAPH + PARAGRAPH + credited + PARAGRAPH + "</div>");
        assertThat(name(page, "（记者 王小明）").region()).isEqualTo(Region.ARTICLE_FOOTER);
    }

    @Test
    void doesNotCutANumberInADateline() {
        PageMetadata page =
                read("<h1>A fine headline</h1><div class=main><p>The singer, in full Robert A. Zimmer, born May 24,"
                        + " 12025, is one who sang for longer than most of those who sing today, and who wrote what he sang, on"
                        + " a typewriter, in trains, and at night.</p></div>");
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
