package dev.colophon.extract.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.colophon.text.WordLists;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
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
                "Lea más: Un puente para la ciudad",
                "Continua após a publicidade",
                "Lees ook: Brug gaat maandag weer open",
                "Čitajte i: Most otvoren za promet",
                "Прочетете още: Мостът отваря в понеделник",
                "Taip pat skaitykite: tiltas vėl atidarytas",
                "Həmçinin oxuyun: Körpü yenidən açıldı",
                "Կարդացեք նաև՝ Կամուրջը վերաբացվում է",
                "همچنین بخوانید: پل دوباره باز شد",
                "קראו גם: הגשר נפתח מחדש",
                "हेही वाचा : पूल पुन्हा खुला",
                "આ પણ વાંચો: પુલ ફરી ખુલ્યો",
                "ಇದನ್ನೂ ಓದಿ: ಸೇತುವೆ ಮತ್ತೆ ತೆರೆಯಿತು",
                "ကြော်ငြာ",
                "Soma pia: Daraja lafunguliwa tena",
                "責任編輯：王小明"
            })
    void promotionIsFurnitureInManyLanguages(String line) {
        assertThat(Phrases.furniture(line)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Lea trabajó veinte años en el puente y más en el puerto.",
                "Compartilhar a ponte com os ciclistas custa pouco, diz a cidade.",
                "Abonnenten der Brücke zahlen weniger, sagt die Stadt.",
                "Per approfondire il caso la città ha nominato tre esperti.",
                "اشترك خمسون مهندسا في بناء الجسر.",
                "По теме моста совет заседал до полуночи.",
                "Bản quyền của bài hát thuộc về ai?"
            })
    void sentencesThatBeginAsPromotionDoesAreNone(String line) {
        assertThat(Phrases.furniture(line)).isFalse();
    }

    @Test
    void noPhraseIsEmptyOrThereTwice() {
        List<String> phrases = WordLists.lines(Phrases.class, "phrases.txt");
        assertThat(phrases).doesNotHaveDuplicates();
        assertThat(phrases).noneMatch(phrase -> Phrases.fold(phrase).isBlank());
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

    @ParameterizedTest
    @ValueSource(strings = {"声明说，双方同意加强合作。", "编辑nginx.conf文件", "版权法修改了", "저작권법 개정안이 국회를 통과했다."})
    void aWordThatBeginsWithTwoSignsOfANoticeIsNone(String line) {
        assertThat(Phrases.furniture(line)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"编辑：王小明", "责任编辑:王小明", "声明：转载请注明出处"})
    void aNoticeOfTwoSignsEndsAtAMark(String line) {
        assertThat(Phrases.furniture(line)).isTrue();
    }
}
