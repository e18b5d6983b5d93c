package dev.colophon.extract.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

/** What is learned from the pages of a site, and that neither their order nor their numbers count. */
class SiteProfileTest {
    private static PageOutline page(int number, String bodyClass, String text) {
        return PageOutline.of(Jsoup.parse(
                        "<body class='" + bodyClass + "'><nav class=top><ul><li>Home</li><li>Harbour</li></ul></nav>"
                                + "<main class='content post-" + number + "'><h1>" + text + "</h1><p class=lead>" + text
                                + " was seen by the people of the village.</p></main><div class='tools b a'>" + number
                                + " comments</div><footer>All rights reserved, " + (1990 + number) + "</footer></body>")
                .body());
    }

    private static final List<String> TEXTS =
            List.of("A heron", "The old ferry", "Silt again", "No wind today", "New nets");

    private static List<PageSketch> sketches() {
        return IntStream.range(0, TEXTS.size())
                .mapToObj(i -> PageSketch.of(page(
                                i,
                                "page-" + i + " topic-" + TEXTS.get(i).toLowerCase(java.util.Locale.ROOT),
                                TEXTS.get(i)))
                        .at("https://coast.example/" + TEXTS.get(i)))
                .toList();
    }

    private static SiteProfile profile(List<PageSketch> pages) {
        SiteSurvey survey = new SiteSurvey(12);
        pages.forEach(survey::add);
        return Objects.requireNonNull(survey.profile());
    }

    private static PageBlock block(PageOutline page, String text) {
        return page.blocks().stream()
                .filter(block -> block.text().startsWith(text))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void furnitureRecursAndTextDoesNot() {
        PageOutline asking = page(7, "page-7", "A seal");
        SiteShares shares = new SiteShares(asking, profile(sketches()));
        assertThat(shares.pages()).isEqualTo(5);
        for (String furniture : List.of("Home", "Harbour", "7 comments", "All rights reserved")) {
            assertThat(shares.line(block(asking, furniture))).as(furniture).isEqualTo(1);
            assertThat(shares.path(block(asking, furniture))).as(furniture).isEqualTo(1);
            assertThat(shares.repetition(block(asking, furniture)))
                    .as(furniture)
                    .isEqualTo(1);
        }
        for (String text : List.of("A seal", "A seal was seen")) {
            assertThat(shares.line(block(asking, text))).as(text).isZero();
            assertThat(shares.path(block(asking, text))).as(text).isEqualTo(1);
            assertThat(shares.repetition(block(asking, text))).as(text).isZero();
        }
    }

    @Test
    void aPageThatWasSurveyedSeesOnlyTheOthers() {
        PageOutline asking = page(0, "page-0", TEXTS.get(0));
        SiteShares shares = new SiteShares(asking, profile(sketches()));
        assertThat(shares.line(block(asking, TEXTS.get(0)))).isZero();
        assertThat(shares.line(block(asking, "Home"))).isEqualTo(1);
    }

    @Test
    void aLineOnSomePagesHasTheirShare() {
        List<PageSketch> pages = new ArrayList<>(sketches());
        pages.set(
                4,
                PageSketch.of(PageOutline.of(
                        Jsoup.parse("<p>Home</p><p>Something else entirely</p>").body())));
        SiteProfile profile = profile(pages);
        assertThat(profile.lineShare(LineKeys.of("HARBOUR!"))).isEqualTo(0.75, within(1e-9));
        assertThat(profile.lineShare(LineKeys.of("home"))).isEqualTo(1);
        assertThat(profile.lineShare(LineKeys.of("nowhere"))).isZero();
    }

    @Test
    void theOrderOfThePagesDoesNotCount() {
        List<PageSketch> reversed = new ArrayList<>(sketches());
        java.util.Collections.reverse(reversed);
        assertThat(profile(reversed).facts()).isEqualTo(profile(sketches()).facts());
    }

    @Test
    void fewerThanThreePagesTeachNothing() {
        SiteSurvey survey = new SiteSurvey(12);
        sketches().subList(0, 2).forEach(survey::add);
        assertThat(survey.profile()).isNull();
        assertThat(new SiteShares(page(1, "", "A heron"), null).pages()).isZero();
    }

    @Test
    void captureOfOnePageAndPagesOfOneTextCountOnce() {
        SiteSurvey survey = new SiteSurvey(12);
        assertThat(survey.add(sketches().get(0))).isTrue();
        assertThat(survey.add(PageSketch.of(page(9, "print", "Other words")).at("https://coast.example/A heron")))
                .as("the same address")
                .isFalse();
        assertThat(survey.add(PageSketch.of(page(9, "print", "A heron")).at("https://coast.example/print/1")))
                .as("the same text")
                .isFalse();
        assertThat(survey.add(PageSketch.of(PageOutline.of(Jsoup.parse("").body()))))
                .as("no text")
                .isFalse();
        assertThat(survey.pages()).isOne();
    }

    @Test
    void addressesThatDifferInANumberAreTwoPages() {
        SiteSurvey survey = new SiteSurvey(12);
        assertThat(survey.add(PageSketch.of(page(1, "", "A heron")).at("https://coast.example/news/1")))
                .isTrue();
        assertThat(survey.add(PageSketch.of(page(2, "", "The old ferry")).at("https://coast.example/news/2")))
                .isTrue();
    }

    @Test
    void noMoreThanTheWantedPagesAreTaken() {
        SiteSurvey survey = new SiteSurvey(3);
        sketches().forEach(survey::add);
        assertThat(survey.pages()).isEqualTo(3);
        assertThat(survey.isFull()).isTrue();
    }

    @Test
    void aSketchAndAProfileComeBackAsTheyWere() {
        PageSketch sketch = sketches().get(1);
        assertThat(PageSketch.of(sketch.bytes()).bytes()).isEqualTo(sketch.bytes());
        SiteProfile profile = profile(sketches());
        assertThat(Objects.requireNonNull(SiteProfile.of(profile.pages(), profile.facts()))
                        .facts())
                .isEqualTo(profile.facts());
    }

    @Test
    void pagesAndProfilesAreBounded() {
        List<PageSketch> pages = new ArrayList<>();
        for (int page = 0; page < 3; page++) {
            StringBuilder html = new StringBuilder();
            for (int i = 0; i < 5_000; i++) {
                html.append("<p class='")
                        .append(letters(i))
                        .append("'>word ")
                        .append(letters(i))
                        .append("</p>");
            }
            html.append("<p>the longest line of all says only here what page it is, ")
                    .append(letters(page).repeat(9))
                    .append("</p>");
            for (int i = 0; i < 9; i++) {
                html.append("<p>a long line of this page alone, number ")
                        .append(letters(100 * page + i).repeat(9))
                        .append("</p>");
            }
            pages.add(PageSketch.of(PageOutline.of(Jsoup.parse(html.toString()).body())));
        }
        assertThat(pages.get(0).blocks()).isEqualTo(5_010);
        assertThat(pages.get(0).bounded().blocks()).isEqualTo(PageSketch.MOST_BLOCKS);
        assertThat(pages.get(0).bounded().line(PageSketch.MOST_BLOCKS - 1))
                .isEqualTo(pages.get(0).line(5_009));
        assertThat(profile(pages).facts()).hasSize(SiteProfile.MOST_LINES + SiteProfile.MOST_PATHS);
    }

    private static String letters(int number) {
        return Integer.toString(number, 26)
                        .chars()
                        .mapToObj(unit -> Character.toString('a' + Character.digit(unit, 26)))
                        .reduce("", String::concat)
                + "x";
    }

    @Test
    void linesThatReadAlikeHaveOneKey() {
        assertThat(LineKeys.of("3 comments")).isEqualTo(LineKeys.of("  1,204  Comments!"));
        assertThat(LineKeys.of("22.11.2026 12:45")).isEqualTo(LineKeys.of("5"));
        assertThat(LineKeys.of("৩ মন্তব্য")).isEqualTo(LineKeys.of("১২ মন্তব্য"));
        assertThat(LineKeys.of("ÜBER UNS")).isEqualTo(LineKeys.of("über uns"));
        assertThat(LineKeys.of("3 comments")).isNotEqualTo(LineKeys.of("3 comment s"));
        assertThat(LineKeys.of("a b")).isNotEqualTo(LineKeys.of("ab"));
        assertThat(LineKeys.of("| · |")).isEqualTo(LineKeys.NONE);
        assertThat(LineKeys.of("")).isEqualTo(LineKeys.NONE);
    }
}
