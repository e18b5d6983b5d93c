package dev.colophon.extract.metadata;

import static dev.colophon.extract.metadata.TestPages.date;
import static dev.colophon.extract.metadata.TestPages.jsonLd;
import static dev.colophon.extract.metadata.TestPages.name;
import static dev.colophon.extract.metadata.TestPages.read;
import static org.assertj.core.api.Assertions.assertThat;

import dev.colophon.model.ClaimSource;
import dev.colophon.model.ContributorKind;
import dev.colophon.model.DateClaim;
import dev.colophon.model.DateClaim.Meaning;
import dev.colophon.model.NameClaim;
import dev.colophon.model.Region;
import dev.colophon.model.Role;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** What the linked data of a page states. */
@NullMarked
class JsonLdReaderTest {
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
    void aTextWithLinksKeepsItsParagraphs() {
        PageMetadata page = jsonLd("""
            {"@type":"NewsArticle","headline":"A","articleBody":"One\\n(<a href='/b'>there</a>).\\n\\nTwo."}
            """);
        assertThat(page.articleBody()).isNotNull();
        assertThat(page.articleBody().lines().map(String::strip).filter(line -> !line.isEmpty()))
                .containsExactly("One (there).", "Two.");
    }

    @Test
    void readsNamesThatAreValuesOrWereEscapedTwice() {
        PageMetadata page = jsonLd("""
            {"@type":"NewsArticle","headline":"A fine headline","author":[
            {"@type":"Person","name":{"@value":"Ann Lee","@language":"en"}},
            {"@type":"Person","name":"Se&amp;aacute;n Kelly"}]}
            """);

        assertThat(page.names()).extracting(NameClaim::raw).containsExactly("Ann Lee", "Seán Kelly");
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
    void aListOfOtherArticlesAloneSaysNothingOfThePage() {
        PageMetadata page = jsonLd("""
            {"@type":"ItemList","itemListElement":[{"@type":"ListItem","item":{"@type":"NewsArticle",
            "headline":"Another story","datePublished":"2020-01-01","author":"Someone Else"}}]}
            """);

        assertThat(date(page, "2020-01-01").region()).isEqualTo(Region.RELATED);
        assertThat(name(page, "Someone Else").region()).isEqualTo(Region.RELATED);
    }

    @Test
    void besideTheArticleOfThePagesTitleOneOfAnotherHeadlineIsAnothers() {
        PageMetadata page = jsonLd("""
            {"@graph":[{"@type":"NewsArticle","headline":"Another story",
            "datePublished":"2020-01-01","author":"Someone Else"},
            {"@type":"NewsArticle","headline":"A fine headline","datePublished":"2025-06-05","author":"Ann Lee"}]}
            """);

        assertThat(date(page, "2025-06-05").region()).isEqualTo(Region.HEAD);
        assertThat(date(page, "2020-01-01").region()).isEqualTo(Region.RELATED);
        assertThat(name(page, "Someone Else").region()).isEqualTo(Region.RELATED);
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
            PageMetadata page =
                    jsonLd(article.replace("%s", odd).replaceFirst("\\}$", ",\"dateModified\":\"2025-06-05\"}"));
            assertThat(date(page, "2025-06-05").meaning()).isEqualTo(Meaning.MODIFIED);
        }
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
    void aReferenceThatStatesItsTypeIsFollowed() {
        PageMetadata page = jsonLd("""
            {"@graph":[{"@type":"Article","headline":"A fine headline","author":{"@type":"Person","@id":"#ann"},
            "image":{"@type":"ImageObject","@id":"https://news.example/a/#picture"}},
            {"@type":"Person","@id":"#ann","name":"Ann Lee"}]}
            """);

        assertThat(page.names()).extracting(NameClaim::raw).containsExactly("Ann Lee");
        assertThat(page.imageUrl()).isNull();
    }

    @Test
    void aWorkThatIsReviewedIsNotThePages() {
        PageMetadata claim = jsonLd("""
            {"@type":"ClaimReview","url":"https://news.example/2025/06/a.html","datePublished":"2025-06-05",
            "author":{"@type":"Person","name":"Ann Lee"},"itemReviewed":{"@type":"Claim","appearance":
            {"@type":"OpinionNewsArticle","headline":"The Earth is square","datePublished":"2016-06-22",
            "author":{"@type":"Person","name":"Bo Chen"}}}}
            """);
        PageMetadata review = jsonLd("""
            {"@type":"Review","author":{"@type":"Person","name":"Ann Lee"},"datePublished":"2025-06-05",
            "itemReviewed":{"@type":"Book","author":{"@type":"Person","name":"Bo Chen"},"datePublished":"1965-08-01"}}
            """);

        assertThat(name(claim, "Ann Lee").region()).isEqualTo(Region.HEAD);
        assertThat(name(claim, "Bo Chen").region()).isEqualTo(Region.RELATED);
        assertThat(name(review, "Ann Lee").region()).isEqualTo(Region.HEAD);
        assertThat(name(review, "Bo Chen").region()).isEqualTo(Region.RELATED);
        assertThat(date(review, "1965-08-01").region()).isEqualTo(Region.RELATED);
    }

    @Test
    void addressesThatDifferInTheirQueryAreOfTwoPages() {
        PageMetadata page = read("""
            <title>News</title><link rel=canonical href="/view.html?id=7"><script type='application/ld+json'>
            [{"@type":"NewsArticle","url":"https://news.example/view.html?id=5","headline":"Another story",
            "author":"Bo Chen"},
            {"@type":"NewsArticle","url":"https://news.example/view.html?id=7&from=home","headline":"This story",
            "author":"Ann Lee"}]</script>
            """);

        assertThat(name(page, "Ann Lee").region()).isEqualTo(Region.HEAD);
        assertThat(name(page, "Bo Chen").region()).isEqualTo(Region.RELATED);
    }

    @Test
    void dataThatATemplateEscapedIsRead() {
        PageMetadata page =
                jsonLd("{&quot;@type&quot;:&quot;NewsArticle&quot;,&quot;datePublished&quot;:&quot;2025-06-05&quot;}");

        assertThat(date(page, "2025-06-05").meaning()).isEqualTo(Meaning.PUBLISHED);
    }
}
