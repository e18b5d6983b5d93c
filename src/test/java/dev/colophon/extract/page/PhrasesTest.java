package dev.colophon.extract.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines that pages print around texts, and sentences of texts that begin like them. */
@NullMarked
class PhrasesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Please turn on JavaScript.",
                "JavaScript must be enabled to view this page.",
                "Media requires JavaScript to play.",
                "Like us on Facebook!",
                "Rate article",
                "Включите JavaScript в вашем браузере.",
                "자바스크립트를 활성화해 주세요."
            })
    void noticesOfPagesAreFurniture(String line) {
        assertThat(Phrases.furniture(line)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Please turn on JavaScript in the settings: open the menu, choose Privacy, then Site settings.",
                "JavaScript must be enabled for most shops to work; in Firefox look for the key that is named so.",
                "Like us on Facebook or not, the mayor told the angry crowd, the bridge will stay closed.",
                "Rate article seven of the constitution as you like, the court said, it is the law.",
                "Включите JavaScript переключателем справа, затем закройте вкладку и обновите страницу.",
                "Aktivera JavaScript genom att öppna menyn och välja Inställningar.",
                "JavaScriptを有効にした後で、ブラウザを再起動します。",
                "자바스크립트를 활성화하려면 메뉴를 열고 설정을 선택합니다."
            })
    void sentencesThatBeginAsNoticesDoAreNone(String line) {
        assertThat(Phrases.furniture(line)).isFalse();
    }
}
