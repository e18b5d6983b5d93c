package dev.colophon.extract.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ScriptStringsTest {
    private static ScriptStrings.Value value(String key, String text) {
        return new ScriptStrings.Value(key, text);
    }

    @Test
    void stringsAreReadWithTheNameBeforeThem() {
        assertThat(ScriptStrings.of(
                        "window.state = {\"title\": \"A \\\"bridge\\\"\", \"parts\" : [\"one\",\"tw\\u00f6\"]};"))
                .containsExactly(value("title", "A \"bridge\""), value("parts", "one"), value("parts", "twö"));
    }

    @Test
    void aStringThatIsAScriptIsReadAsOne() {
        String inner = "{\\\"body\\\":\\\"\\\\u003cp\\\\u003e" + "The river is clean. ".repeat(20)
                + "\\\\u003c/p\\\\u003e\\\"}";
        assertThat(ScriptStrings.of("self.__next_f.push([1,\"" + inner + "\"])"))
                .containsExactly(value("body", "<p>" + "The river is clean. ".repeat(20) + "</p>"));
    }

    @Test
    void whatDoesNotEndIsLeftOut() {
        assertThat(ScriptStrings.of("{\"a\":\"b\",\"c\":\"d")).containsExactly(value("a", "b"));
        assertThat(ScriptStrings.of("{\"a\":\"b\nc\"}")).isEmpty();
        assertThat(ScriptStrings.of("\"\\")).isEmpty();
        assertThat(ScriptStrings.of("\"\\u12\"")).containsExactly(value("", "u12"));
    }

    @Test
    void anyCharactersAreReadInOnePass() {
        Random random = new Random(7);
        String alphabet = "\"\\u0{}[]:,ab \n<p>/";
        for (int round = 0; round < 2_000; round++) {
            StringBuilder script = new StringBuilder();
            for (int i = random.nextInt(60); i > 0; i--) {
                script.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            int held = ScriptStrings.of(script.toString()).stream()
                    .mapToInt(one -> one.text().length())
                    .sum();
            assertThat(held).isLessThanOrEqualTo(script.length());
        }
    }

    @Test
    void aScriptThatIsCutOffWithinAScriptIsReadOnce() {
        String cut = "self.__next_f.push([1,\"{" + "\\\"a\\\":\\\"b\\\",".repeat(100_000);
        assertTimeout(
                Duration.ofSeconds(5), () -> assertThat(ScriptStrings.of(cut)).isEmpty());
        assertThat(ScriptStrings.of("x = \"a\\\"b\nconst y = \"c\"")).containsExactly(value("", "c"));
    }
}
