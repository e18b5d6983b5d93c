package dev.colophon.extract.title;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.colophon.extract.metadata.PageFlow;
import dev.colophon.extract.page.PageHead;
import java.time.Duration;
import java.util.Set;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

class TitleTextTest {
    private static final SiteNames NONE = SiteNames.of(head(""), null);
    private static final SiteNames HILL_POST =
            SiteNames.of(head("<meta property=og:site_name content='Hill Post'>"), null);
    private static final SiteNames HOST = SiteNames.of(head(""), "https://www.hillpost.example/a");

    private static PageHead head(String html) {
        return PageFlow.of(Jsoup.parse(html)).pageHead();
    }

    private static String alone(String title, SiteNames site, String... others) {
        return TitleText.alone(title, site, Set.of(others), Set.of());
    }

    @Test
    void takesTheSitesNameOff() {
        assertThat(alone("Rain in the hills | Hill Post", HILL_POST)).isEqualTo("Rain in the hills");
        assertThat(alone("Hill Post - Rain in the hills", HILL_POST)).isEqualTo("Rain in the hills");
        assertThat(alone("Rain in the hills – Hill Post UK", HILL_POST)).isEqualTo("Rain in the hills");
    }

    @Test
    void aSystemThatNamesItselfWithoutEndTakesLinearTime() {
        String title = "Rain in the hills" + " - Powered by phpBB".repeat(20_000);
        assertThat(assertTimeoutPreemptively(Duration.ofSeconds(20), () -> alone(title, NONE)))
                .isEqualTo("Rain in the hills");
    }

    @Test
    void takesTheHostsNameOff() {
        assertThat(alone("Rain in the hills — hillpost", HOST)).isEqualTo("Rain in the hills");
    }

    @Test
    void takesSectionAndSiteOffWhereAnotherTitleGoesWithout() {
        assertThat(alone("雨_天气_山报", NONE, "雨")).isEqualTo("雨");
    }

    @Test
    void keepsHyphensAndColonsInsideATitle() {
        assertThat(alone("Well-known rain: a study", NONE)).isEqualTo("Well-known rain: a study");
    }

    @Test
    void keepsATitleThatIsTheSitesName() {
        assertThat(alone("Hill Post", HILL_POST)).isEqualTo("Hill Post");
    }

    @Test
    void aTitleOfMarksAloneStays() {
        assertThat(alone(" - | ", HILL_POST)).isEqualTo("- |");
    }
}
