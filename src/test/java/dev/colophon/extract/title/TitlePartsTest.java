package dev.colophon.extract.title;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TitlePartsTest {
    private static List<String> parts(String title) {
        return TitleParts.of(title).parts().stream().map(TitleParts.Part::text).toList();
    }

    @Test
    void anySeparatorOfAnyScriptPartsATitle() {
        assertThat(parts("Rain - News | Hill Post")).containsExactly("Rain", "News", "Hill Post");
        assertThat(parts("Rain :: Hill Post")).containsExactly("Rain", "Hill Post");
        assertThat(parts("Hill Post » Rain")).containsExactly("Hill Post", "Rain");
        assertThat(parts("雨が降る｜丘新聞")).containsExactly("雨が降る", "丘新聞");
        assertThat(parts("下雨了_天气_山报")).containsExactly("下雨了", "天气", "山报");
        assertThat(parts("下雨了--天气--山报")).containsExactly("下雨了", "天气", "山报");
        assertThat(parts("비가 온다-날씨ㅣ언덕일보")).containsExactly("비가 온다", "날씨", "언덕일보");
    }

    @Test
    void marksInsideWordsQuotesAndNumbersDoNot() {
        assertThat(parts("Well-known »Hill Post« turns 10/20: a study")).hasSize(1);
        assertThat(parts("snake_case in 5-7 days")).hasSize(1);
    }

    @Test
    void joinsPartsAsTheyStood() {
        assertThat(TitleParts.of("Rain — Snow | Hill Post").join(0, 2)).isEqualTo("Rain — Snow");
    }

    @Test
    void marksAtTheEndsAreNoParts() {
        assertThat(parts("| Rain |")).containsExactly("Rain");
        assertThat(parts(" - ")).containsExactly("-");
    }
}
