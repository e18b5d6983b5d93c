package dev.colophon.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UScript;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScriptsTest {
    @Test
    void everyCharacterHasTheScriptThatUnicodeGivesItsLetters() {
        for (int codePoint = 0; codePoint <= Character.MAX_CODE_POINT; codePoint++) {
            int script = UScript.getScript(codePoint);
            boolean none = !UCharacter.isLetter(codePoint) || script == UScript.COMMON || script == UScript.INHERITED;
            assertThat(Scripts.of(codePoint)).as("U+%04X", codePoint).isEqualTo(none ? UScript.UNKNOWN : script);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Hello,Latn",
        "`{[@,",
        "12:30,",
        "অভ্র চট্টোপাধ্যায় (Avra),Beng",
        "ab бв,Latn",
        "бв ab,Cyrl",
        "東京,Hani",
        "東京の,Jpan",
        "configure と make の使い方について,Jpan",
        "설명 abc,Hang",
        "说明 abcd,Hani"
    })
    void theScriptOfMostLettersIsTheTexts(String text, String script) {
        assertThat(Scripts.dominant(text)).isEqualTo(script);
    }

    @ParameterizedTest
    @CsvSource({"说明 abcd,Latn", "说明说明 ab,Hani", "東京の ab,Jpan", "12:30,"})
    void theScriptOfMostCharactersIsWhatIsCountedWithoutWeights(String text, String script) {
        assertThat(Scripts.dominantByCount(text)).isEqualTo(script);
    }
}
