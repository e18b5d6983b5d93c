package dev.colophon.extract.metadata;

import static dev.colophon.extract.metadata.TestPages.PARAGRAPH;
import static dev.colophon.extract.metadata.TestPages.read;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rubrics and keywords: what is one, and where they stand. */
@NullMarked
class TopicsTest {
    private static final String ARTICLE =
            "<div class='main'><h1>A fine headline of the day</h1>" + PARAGRAPH + PARAGRAPH + "</div>";

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "World;World",
                "[Defence Policy];Defence Policy",
                "#Spotlight,News;Spotlight",
                "Politik, Eindrücke, Inland;Politik",
                "Crime, Courts;Crime, Courts",
                "Food, Wine, Travel & More;Food, Wine, Travel & More",
                "Projectors under 3,000 USD;Projectors under 3,000 USD",
                "Business Aviation,;Business Aviation",
                "Category: Features;Features",
                "- Destacado 1;Destacado 1",
                "سیاست > انتخابات;سیاست > انتخابات",
                "Fiction (novels);Fiction (novels)",
                "政治、経済;政治",
                "ASP.NET;ASP.NET",
            })
    void aRubricIsTheFirstOfAListWithoutMarksAroundIt(String stated, String section) {
        assertThat(Topics.section(List.of(stated), List.of())).isEqualTo(section);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{$category}",
                "undefined",
                "NULL",
                "2016",
                "news.example",
                "https://news.example/",
                "Uncategorized",
                "Без рубрики",
                "未分類",
                "The News",
                "首页",
                "[[name]]"
            })
    void whatNamesNothingIsNoRubric(String stated) {
        assertThat(Topics.section(List.of(stated), List.of("The News"))).isNull();
        assertThat(Topics.section(List.of(stated, "World"), List.of("The News")))
                .isEqualTo("World");
    }

    @Test
    void theDefaultLocaleChangesNothing() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr"));
            assertThat(Topics.isNothing("UNDEFINED")).isTrue();
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void keywordsAreThoseForReaders() {
        List<String> stated = List.of(
                "#floods",
                "Subject: Justice",
                "Page Type: Article",
                "topic/weather",
                "type:story",
                "WC: 1000-1999",
                "@team_x",
                "_no-amp",
                "type_review",
                "Star Tales: Episode IV",
                "Floods",
                "The News",
                "7f3c0d2e-52a1-4a10-9d9b-0f8f1d2c3b4a",
                "Elections (611 posts)",
                "2024",
                "Ghosts (2018 film)",
                "'t Zand",
                "C++",
                "C#",
                "Films (3D)",
                "Rocky (1976)",
                "type/review",
                "team_usa",
                "re:publica",
                "law_and_order",
                "undefined",
                "Граница");

        assertThat(Topics.tags(stated, List.of("the news")))
                .containsExactly(
                        "Floods",
                        "Justice",
                        "weather",
                        "Star Tales: Episode IV",
                        "Elections",
                        "2024",
                        "Ghosts (2018 film)",
                        "'t Zand",
                        "C++",
                        "C#",
                        "Films (3D)",
                        "Rocky (1976)",
                        "team_usa",
                        "re:publica",
                        "law_and_order",
                        "Граница");
    }

    @Test
    void aLabelOfNothingButAControlCharacterIsHarmless() {
        assertThat(Topics.tags(List.of("\u001c:x"), List.of())).hasSize(1);
    }

    @Test
    void keywordsOfThePageGoBeforeThoseForSearchEngines() {
        String engines = "<meta name='keywords' content='news, world, latest'>";
        assertThat(read("<head>" + engines + "<meta property='article:tag' content='Floods'></head>")
                        .tags())
                .containsExactly("Floods");
        assertThat(read("<head>" + engines + "</head>").tags()).containsExactly("news", "world", "latest");
        assertThat(read("<head><meta property='article:tag' content='大谷 翔平'></head>")
                        .tags())
                .containsExactly("大谷 翔平");
        assertThat(read("<head><meta name='keywords' content='深空探测 探月工程 航天技术'></head>")
                        .tags())
                .containsExactly("深空探测", "探月工程", "航天技术");
    }

    @Test
    void linksAboutTheArticleNameItsRubricAndKeywords() {
        PageMetadata page = read("<body>" + ARTICLE + """
            <p>Posted in <a href="/c/one" rel="category tag">Nature</a>,
            <a href="/c/two" rel="category tag">Politics</a> | Tagged <a href="/t/1" rel="tag">bees</a>,
            <a href="/t/2" rel="tag">gardens</a></p></body>
            """);

        assertThat(page.section()).isEqualTo("Nature");
        assertThat(page.tags()).containsExactly("bees", "gardens");
    }

    @Test
    void aListOfLinksToKeywordPagesNamesKeywordsAndAParagraphDoesNot() {
        String linked = "<p>" + "Words about many things and <a href='/tag/ignored'>others</a>. ".repeat(4) + "</p>";
        PageMetadata page = read(
                "<body><div class='main'><h1>A fine headline of the day</h1>" + PARAGRAPH + linked + PARAGRAPH + """
                    </div><div><a href="/etiqueta/rios">Ríos</a> <a href="https://news.example/tags/lluvia">Lluvia</a></div>
                    <div><a href="/topic/4711-thread">Another thread</a> <a href="/topic/4712">More</a></div></body>
                    """);

        assertThat(page.tags()).containsExactly("Ríos", "Lluvia");
    }

    @Test
    void theTrailOfLinksNamesTheRubric() {
        PageMetadata shown = read("""
            <body><nav class="breadcrumbs"><a href="#main">Skip</a><a href="/">Home</a> <a href="/start/">Startseite</a>
            <a href="/sport/">Sport</a>
            <a href="/sport/tennis">Tennis</a></nav>""" + ARTICLE + "</body>");
        assertThat(shown.section()).isEqualTo("Sport");

        PageMetadata stated = TestPages.jsonLd("""
            {"@type": "BreadcrumbList", "itemListElement": [
            {"@type": "ListItem", "position": 3, "name": "A fine headline"},
            {"@type": "ListItem", "position": 2, "item": {"@id": "https://news.example/science", "name": "Science"}},
            {"@type": "ListItem", "position": 1, "name": "Start here", "item": "https://news.example/en"}]}""");
        assertThat(stated.section()).isEqualTo("Science");
    }

    @Test
    void aTrailIsNeitherThePageNorItsOwnLink() {
        PageMetadata menu =
                read("<body class='no-breadcrumbs'><header><nav><ul><li><a href='/login'>Log in</a></li></ul></nav>"
                        + "</header>" + ARTICLE + "</body>");
        assertThat(menu.section()).isNull();
        PageMetadata own =
                read("<body><nav class='breadcrumb'><a href='/pt-br/'>Casa</a> <a href='/2025/06/a.html'>A fine"
                        + " headline</a></nav>" + ARTICLE + "</body>");
        assertThat(own.section()).isNull();
        PageMetadata system = read("<body><nav aria-label='Breadcrumb'><a href='/index.php'>Casa</a>"
                + " <a href='/index.php/tv'>Television</a></nav>" + ARTICLE + "</body>");
        assertThat(system.section()).isEqualTo("Television");
    }

    @Test
    void aTrailOfOneStepIsThePageItself() {
        assertThat(TestPages.jsonLd("{\"@type\": \"BreadcrumbList\", \"itemListElement\": {\"@type\": \"ListItem\","
                                + " \"position\": 1, \"name\": \"My headline\"}}")
                        .section())
                .isNull();
    }

    @Test
    void manyLinksInLongClassesAreReadInLinearTime() {
        String page =
                "<body><div class='" + "a".repeat(2_000_000) + "'>" + "<a href=/x>ab</a>".repeat(50_000) + "</div>";
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> read(page));
    }

    @Test
    void aStatedRubricGoesBeforeLinks() {
        PageMetadata page = read("<head><meta property='article:section' content='World'></head><body>" + ARTICLE
                + "<p><a rel='category tag' href='/c'>Nature</a></p></body>");
        assertThat(page.section()).isEqualTo("World");
    }

    @Test
    void aSiteMayBeCalledAsAFrontPageIs() {
        assertThat(read("<head><meta property='og:site_name' content='Hem'></head>")
                        .siteName())
                .isEqualTo("Hem");
        assertThat(read("<head><meta property='og:site_name' content='1849'></head>")
                        .siteName())
                .isEqualTo("1849");
    }

    @Test
    void anAddressIsNoNameOfASite() {
        PageMetadata page = TestPages.jsonLd("""
            {"@type": "NewsArticle", "headline": "A fine headline",
            "publisher": {"@id": "https://news.example/#organization"}}""");
        assertThat(page.siteName()).isNull();
    }
}
