package dev.colophon.extract.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.lang.UCharacter;
import dev.colophon.text.NormalForm;
import dev.colophon.text.Spaces;
import org.junit.jupiter.api.Test;

class FoldedTextTest {
    @Test
    void everyCharacterFoldsAsTheWholeTextWould() {
        for (int codePoint = 0; codePoint < 0x20000; codePoint++) {
            String text = "a" + Character.toString(codePoint) + "B";
            assertThat(FoldedText.of(text).folded()).isEqualTo(plainly(text));
        }
    }

    private static String plainly(String text) {
        StringBuilder out = new StringBuilder();
        UCharacter.foldCase(NormalForm.NFC.of(text), true).codePoints().forEach(codePoint -> {
            boolean word = (1 << UCharacter.getType(codePoint) & TextMatch.WORD) != 0;
            out.appendCodePoint(codePoint == '©' || word ? codePoint : ' ');
        });
        return Spaces.collapse(out);
    }

    @Test
    void marksPartWordsAndVanishAtTheEnds() {
        assertThat(FoldedText.of(" «Straße» – ﬁne, 3 × ").folded()).isEqualTo("strasse fine 3");
    }

    @Test
    void similarityCountsPairsOfNeighboursOnce() {
        assertThat(TextMatch.similarity("abab", "ab")).isEqualTo(2.0 / 3);
        assertThat(TextMatch.similarity("A Bridge", "a bridge!")).isEqualTo(1);
        assertThat(TextMatch.similarity("…", "!")).isZero();
        assertThat(TextMatch.similarity("abc", "xyz")).isZero();
    }

    @Test
    void phrasesAreFoundAtTheirStartAndWhole() {
        assertThat(Phrases.furniture("ADVERTISEMENT")).isTrue();
        assertThat(Phrases.furniture("The advertisement was long")).isFalse();
        assertThat(Phrases.furniture("")).isFalse();
    }
}
