package dev.colophon.dedup;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.text.Normalizer2;
import dev.colophon.text.Spaces;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NormalTextTest {
    private static final Normalizer2 NFC = Normalizer2.getNFCInstance();

    /** The definition, step by step. */
    private static String defined(String text) {
        String folded = NFC.normalize(UCharacter.foldCase(NFC.normalize(text), true));
        StringBuilder visible = new StringBuilder();
        folded.codePoints()
                .filter(each -> !UCharacter.hasBinaryProperty(each, UProperty.DEFAULT_IGNORABLE_CODE_POINT))
                .forEach(visible::appendCodePoint);
        return Spaces.collapse(NFC.normalize(visible));
    }

    @Test
    void everyCharacterAmongOthers() {
        for (int codePoint = 0; codePoint <= Character.MAX_CODE_POINT; codePoint++) {
            String character = Character.toString(codePoint);
            for (String text : new String[] {character, "A " + character + " b", "e" + character + "\u0301 \u00ad C"}) {
                assertThat(NormalText.of(text)).as("U+%04X", codePoint).isEqualTo(defined(text));
            }
        }
    }

    @Test
    void charactersInAnyOrder() {
        String some =
                "AbÇ ß\u0130\u0149 \n\u00a0\u2003\u3000\u200b\u00ad\u034f\u0301\u0327\u0345\u05bf\u093c\u09cb\u1100\u1161\u11a8"
                        + "각가\ud835\udd04\udb40\udc01\ud835\udd04\u1fb7ﬁ漢か\u3099．。";
        int[] characters = some.codePoints().toArray();
        Random random = new Random(7);
        for (int i = 0; i < 200_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(12); length >= 0; length--) {
                text.appendCodePoint(characters[random.nextInt(characters.length)]);
            }
            assertThat(NormalText.of(text.toString())).as(text.toString()).isEqualTo(defined(text.toString()));
        }
    }

    @Test
    void halvesOfCharacters() {
        for (String text : new String[] {"\ud800", "A\udc00 B", "\udb40 \udc01", "x\ud835"}) {
            assertThat(NormalText.of(text)).isEqualTo(defined(text));
        }
    }
}
