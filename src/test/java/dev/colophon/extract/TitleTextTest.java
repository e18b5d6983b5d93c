package dev.colophon.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TitleTextTest {
    @Test
    void takesTheSitesNameOff() {
        assertThat(TitleText.withoutSite("Rain in the hills | Hill Post", "Hill Post", null, List.of()))
                .isEqualTo("Rain in the hills");
        assertThat(TitleText.withoutSite("Hill Post - Rain in the hills", "Hill Post", null, List.of()))
                .isEqualTo("Rain in the hills");
    }

    @Test
    void takesTheHostsNameOff() {
        assertThat(TitleText.withoutSite("Rain in the hills — hillpost", null, "www.hillpost.example", List.of()))
                .isEqualTo("Rain in the hills");
    }

    @Test
    void takesSectionAndSiteOffWhereAnotherTitleGoesWithout() {
        assertThat(TitleText.withoutSite("雨_天气_山报", null, null, List.of("雨"))).isEqualTo("雨");
    }

    @Test
    void keepsHyphensAndColonsInsideATitle() {
        assertThat(TitleText.withoutSite("Well-known rain: a study", null, null, List.of()))
                .isEqualTo("Well-known rain: a study");
    }
}
