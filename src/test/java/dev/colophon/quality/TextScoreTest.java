package dev.colophon.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextScoreTest {
    @Test
    void plainWordsAreRunsOfLettersAndDigits() {
        assertThat(TextScore.plainWords("a b,cd:e(foo,bar) ")).containsExactly("a", "b", "cd", "e", "foo", "bar");
        assertThat(TextScore.plainWords("Größe_2 ½")).containsExactly("Größe_2", "½");
        assertThat(TextScore.plainWords("!")).isEmpty();
    }

    @Test
    void unicodeWordsKeepTheirMarks() {
        assertThat(TextScore.unicodeWords("সম্পাদনা করেছেন Avra, 中文字"))
                .containsExactly("সম্পাদনা", "করেছেন", "avra", "中", "文", "字");
        assertThat(TextScore.unicodeWords("कांग्रेस")).containsExactly("कांग्रेस");
        assertThat(TextScore.plainWords("कांग्रेस")).hasSizeGreaterThan(1);
        assertThat(TextScore.unicodeWords("ที่นี่ _ ok_")).containsExactly("ที่", "นี่", "ok_");
        assertThat(TextScore.unicodeWords("می‌روند")).containsExactly("می‌روند");
    }

    @ParameterizedTest
    @CsvSource({
        "a b c, a b c, 1, 0, 0",
        "a b c d, a b c, .5, 0, .5",
        "a b c, a b c d, .5, .5, 0",
        "'', '', 0, 0, 0",
        "a, '', 0, 0, 1",
        "'', a, 0, 1, 0",
        "a b c a b c, a b c, .25, 0, .75",
        "a b c, a b c a b c, .25, .75, 0"
    })
    void runsOfThreeWordsAreSharedAsThePublicBenchmarkSays(
            String gold, String predicted, double both, double predictedOnly, double goldOnly) {
        assertThat(TextScore.shingles(TextScore.plainWords(gold), TextScore.plainWords(predicted), 3))
                .isEqualTo(new TextScore.Shingles(both, predictedOnly, goldOnly));
    }

    @Test
    void wordsAreComparedAsMultisets() {
        Agreement words = TextScore.words(List.of("a", "b", "b", "c"), List.of("b", "a", "d", "b", "b"));
        assertThat(words.precision()).isEqualTo(0.6);
        assertThat(words.recall()).isEqualTo(0.75);
        assertThat(words.f1()).isCloseTo(2 * 0.6 * 0.75 / 1.35, within(1e-12));
        assertThat(TextScore.words(List.of(), List.of()).f1()).isEqualTo(1);
        assertThat(TextScore.words(List.of("a"), List.of()).f1()).isZero();
        assertThat(TextScore.words(List.of(), List.of("a")).f1()).isZero();
    }
}
