package dev.colophon.extract.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.colophon.extract.metadata.PageFlow;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageTypeTest {
    private static Set<PageType> types(String html, @Nullable String address) {
        return PageType.of(PageFlow.of(Jsoup.parse(html)).pageHead(), address);
    }

    private static String jsonLd(String type) {
        return "<script type='application/ld+json'>{\"@context\":\"https://schema.org\",\"@type\":" + type
                + "}</script>";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://forum.example.org/42",
                "https://www.forums.example.org/",
                "http://example.org/forums/showthread.php?t=9",
                "http://example.org/phpBB2/viewtopic.php?t=9",
                "https://example.org/questions/12/why-is-it-so#answer",
                "https://river.proboards.com/thread/12",
                "https://example.org/Forum/",
            })
    void forumsAreKnownByTheirAddress(String address) {
        assertThat(types("<p>Hello", address)).containsExactly(PageType.FORUM);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://forum.example",
                "https://example.org/forum-on-rivers/",
                "https://example.org/a?next=/forum/",
                "https://example.org/a#/forum/",
                "https://example.org/a/ask.html",
                "forum",
                "",
            })
    void otherAddressesSayNothing(String address) {
        assertThat(types("<p>Hello", address)).isEmpty();
        assertThat(types("<p>Hello", null)).isEmpty();
    }

    @Test
    void forumsAreKnownByTheirSystemAndTheirMarkup() {
        assertThat(types("<meta name=Generator content='phpBB 3.3'>", null)).containsExactly(PageType.FORUM);
        assertThat(types("<meta name=generator content='WordPress 6.8'>", null)).isEmpty();
        assertThat(types("<div itemscope itemtype='https://schema.org/QAPage'>", null))
                .containsExactly(PageType.FORUM);
        assertThat(types("<div itemscope itemtype='http://schema.org/DiscussionForumPosting'>", null))
                .containsExactly(PageType.FORUM);
        assertThat(types(jsonLd("[\"WebPage\", \"QAPage\"]"), null)).containsExactly(PageType.FORUM);
    }

    @Test
    void answersToFrequentQuestionsAndCommentsMakeNoForum() {
        String questions =
                jsonLd("\"FAQPage\",\"mainEntity\":{\"@type\":\"Question\",\"acceptedAnswer\":{\"@type\":\"Answer\"}}");
        assertThat(types(questions, null)).containsExactly(PageType.DOCUMENTATION);
        assertThat(types(jsonLd("\"NewsArticle\",\"comment\":[{\"@type\":\"Comment\"}]"), null))
                .containsExactly(PageType.ARTICLE);
    }

    @Test
    void anArticlesAddressHasToBeSure() {
        String article = jsonLd("\"NewsArticle\"");
        assertThat(types(article, "https://community.example.org/thread/politics/1"))
                .containsExactly(PageType.ARTICLE);
        assertThat(types(article, "https://example.org/viewtopic.php?t=1"))
                .containsExactlyInAnyOrder(PageType.ARTICLE, PageType.FORUM);
    }

    @Test
    void manyTypesTakeLinearTime() {
        assertThat(types(jsonLd("\"@type\":[".repeat(200_000)), null)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "[\"", "[\"Article\"", "[,,", "", "{}", "null,\"Article\"", "\"Article"})
    void brokenTypesEndNothing(String type) {
        assertThat(types(jsonLd(type), null)).isSubsetOf(PageType.ARTICLE);
    }
}
