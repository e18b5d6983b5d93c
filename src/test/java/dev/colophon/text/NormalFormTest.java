package dev.colophon.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.ibm.icu.text.Normalizer2;
import java.time.Duration;
import java.util.SplittableRandom;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Normal forms of any text, and of text that was made to take long. */
@NullMarked
class NormalFormTest {
    /** Marks of two classes in the wrong order, which takes the square of their number to put right. */
    private static final String DISORDER = "\u0301\u0316".repeat(400_000);

    @Test
    void formsAreUnicodes() {
        int[] alphabet = ("aAé\u0301\u0316\u0327\u034f\u200d\u1100\u1161\u11a8각ﬁڤ\u09dc\u09a1\u09bc\u05d0\u05b0\u05bc"
                        + "\ufa10\u2126\ud834\udd5e\u00ad ß")
                .codePoints()
                .toArray();
        SplittableRandom random = new SplittableRandom(7);
        for (int round = 0; round < 20_000; round++) {
            StringBuilder letters = new StringBuilder();
            random.ints(random.nextInt(25), 0, alphabet.length).forEach(at -> letters.appendCodePoint(alphabet[at]));
            String text = letters.toString();
            assertThat(NormalForm.NFC.of(text))
                    .isEqualTo(Normalizer2.getNFCInstance().normalize(text));
            assertThat(NormalForm.NFD.of(text))
                    .isEqualTo(Normalizer2.getNFDInstance().normalize(text));
            assertThat(NormalForm.NFKC.of(text))
                    .isEqualTo(Normalizer2.getNFKCInstance().normalize(text));
            assertThat(NormalForm.NFKC_CASEFOLD.of(text))
                    .isEqualTo(Normalizer2.getNFKCCasefoldInstance().normalize(text));
        }
    }

    @Test
    void lettersAndMarksMeet() {
        assertThat(NormalForm.NFC.of("Cafe\u0301")).isEqualTo("Caf\u00e9");
        assertThat(NormalForm.NFC.of("\u09aa\u09dc\u09c1\u09a8")).isEqualTo("\u09aa\u09a1\u09bc\u09c1\u09a8");
    }

    @ParameterizedTest
    @EnumSource(NormalForm.class)
    void noTextTakesTheSquareOfItsLength(NormalForm form) {
        for (String between : new String[] {"", "\u034f", "\u200d"}) {
            String text = "Z" + DISORDER.replace("\u0316", "\u0316" + between);
            assertTimeoutPreemptively(Duration.ofSeconds(20), () -> form.of(text));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {29, 30, 31, 61, 100})
    void marksAreKeptAndPartedAfterThirty(int marks) {
        String text = "e" + "\u0301".repeat(marks) + "f";
        String normal = NormalForm.NFC.of(text);
        String decomposed = NormalForm.NFD.of(normal);
        assertThat(decomposed.chars().filter(mark -> mark == 0x301).count()).isEqualTo(marks);
        assertThat(normal.indexOf('\u034f') >= 0).isEqualTo(marks > 30);
        assertThat(NormalForm.NFC.of(normal)).isEqualTo(normal);
        assertThat(normal).startsWith("\u00e9").endsWith("f");
    }
}
