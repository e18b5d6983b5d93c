package dev.colophon.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InvisiblesTest {
    @Test
    void dropsWhatNobodySees() {
        assertThat(Invisibles.drop("Av\u200bra\u200d Chatto\u2060pa\u00addhyay\ufeff\u202e"))
                .isEqualTo("Avra Chattopadhyay");
    }

    @Test
    void dropsHalvesOfCharactersAndKeepsWholeOnes() {
        assertThat(Invisibles.drop("a\ud800b\udc00 \ud83d\ude00")).isEqualTo("ab \ud83d\ude00");
    }

    @ParameterizedTest
    @ValueSource(strings = {"র\u200d্যাব", "می\u200cشود", "Ana María", "", "a\tb\n"})
    void keepsJoinersThatShapeLettersAndAllElse(String text) {
        assertThat(Invisibles.drop(text)).isEqualTo(text);
    }

    @Test
    void keepsSignsThatAreSeenThoughUnicodeCallsThemFormats() {
        assertThat(Invisibles.drop("\u06dd١٢ \u0602٣")).isEqualTo("\u06dd١٢ \u0602٣");
        String scotland = "\ud83c\udff4" + Character.toString(0xE0067) + Character.toString(0xE0062)
                + Character.toString(0xE0073) + Character.toString(0xE0063) + Character.toString(0xE0074)
                + Character.toString(0xE007F);
        assertThat(Invisibles.drop(scotland + " wins")).isEqualTo(scotland + " wins");
        assertThat(Invisibles.drop("a" + Character.toString(0xE0069) + "b")).isEqualTo("ab");
    }

    @Test
    void dropsAJoinerBehindNothing() {
        assertThat(Invisibles.drop("\u200d\u200cক")).isEqualTo("ক");
    }
}
