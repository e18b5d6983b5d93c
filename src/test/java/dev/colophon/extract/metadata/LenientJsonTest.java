package dev.colophon.extract.metadata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

@NullMarked
class LenientJsonTest {
    @Test
    void readsStrictJson() {
        JsonNode node = one("{\"a\": [1, true, null, \"x\\u00e9\\n\\\"y\\\"\"], \"b\": {\"c\": \"d\"}}");

        assertThat(node.get("a")).hasSize(4);
        assertThat(node.get("a").get(3).asText()).isEqualTo("xé\n\"y\"");
        assertThat(node.at("/b/c").asText()).isEqualTo("d");
    }

    @Test
    void ignoresCommentsAndCdataAround() {
        assertThat(one("<!-- \n{\"a\":\"b\"}\n//-->").get("a").asText()).isEqualTo("b");
        assertThat(one("//<![CDATA[\n{\"a\":\"b\"}\n//]]>").get("a").asText()).isEqualTo("b");
        assertThat(one("/* data */ {\"a\":\"b\"};").get("a").asText()).isEqualTo("b");
    }

    @Test
    void readsSeveralValuesInARow() {
        assertThat(LenientJson.read("{\"a\":1}{\"b\":2}\n[{\"c\":3}]")).hasSize(3);
    }

    @Test
    void forgivesTrailingAndMissingCommas() {
        JsonNode node = one("{\"a\":[\"x\",\"y\",],\"b\":\"z\" \"c\":\"w\",}");

        assertThat(node.get("a")).hasSize(2);
        assertThat(node.get("b").asText()).isEqualTo("z");
        assertThat(node.get("c").asText()).isEqualTo("w");
    }

    @Test
    void keepsControlCharactersAndQuotesInsideSentences() {
        JsonNode node = one("{\"headline\":\"He said \"no\" to\nthem\",\"author\":\"Ann\"}");

        assertThat(node.get("headline").asText()).isEqualTo("He said \"no\" to\nthem");
        assertThat(node.get("author").asText()).isEqualTo("Ann");
    }

    @Test
    void readsBareKeys() {
        assertThat(one("{headline: \"x\", views: 12}").get("views").asText()).isEqualTo("12");
    }

    @Test
    void keepsTheFirstOfRepeatedKeys() {
        assertThat(one("{\"a\":\"first\",\"a\":\"second\"}").get("a").asText()).isEqualTo("first");
    }

    @Test
    void keepsWhatStandsBeforeAMissingEnd() {
        assertThat(one("{\"a\":\"b\",\"c\":{\"d\":\"e").at("/c/d").asText()).isEqualTo("e");
    }

    @Test
    void survivesTruncationAnywhere() {
        String whole =
                "<!--[{\"@type\":[\"NewsArticle\"],\"x\":\"\\u0041\\\\\",\"n\":-1.5e3,\"l\":[[{},{\"k\":null}]]}]-->";

        int typed = whole.indexOf("\"],");
        for (int end = 0; end <= whole.length(); end++) {
            List<JsonNode> start = LenientJson.read(whole.substring(0, end));
            assertThat(start).hasSizeLessThanOrEqualTo(1);
            if (end > typed) {
                assertThat(start.get(0).at("/0/@type/0").asText()).isEqualTo("NewsArticle");
            }
            int from = end;
            assertThatCode(() -> LenientJson.read(whole.substring(from))).doesNotThrowAnyException();
        }
    }

    @Test
    void leavesOutWhatIsNestedTooDeep() {
        String deep = "{\"a\":".repeat(100_000) + "1" + "}".repeat(100_000);

        List<JsonNode> nodes = LenientJson.read(deep + "{\"b\":2}");

        assertThat(nodes).hasSize(2);
        assertThat(nodes.get(1).get("b").asText()).isEqualTo("2");
    }

    @Test
    void takesLinearTime() {
        for (String part : List.of("[", "{\"a\":", "\"", "\" ", "]", "}", ":", "\\u", "a ", "{\"a\":1}")) {
            Assertions.assertTimeout(Duration.ofSeconds(5), () -> LenientJson.read(part.repeat(300_000)), part);
        }
    }

    private static JsonNode one(String text) {
        List<JsonNode> nodes = LenientJson.read(text);
        assertThat(nodes).hasSize(1);
        return nodes.get(0);
    }

    @Test
    void aQuoteBeforeACommaInASentenceEndsNoString() {
        JsonNode node = one("{\"headline\":\"He said \"stop\", and left\",\"date\":\"2025-06-05\", bare: \"x\"}");

        assertThat(node.get("headline").asText()).isEqualTo("He said \"stop\", and left");
        assertThat(node.get("date").asText()).isEqualTo("2025-06-05");
        assertThat(node.get("bare").asText()).isEqualTo("x");
        assertThat(one("[\"a\", true, \"b\"]")).hasSize(3);
    }
}
