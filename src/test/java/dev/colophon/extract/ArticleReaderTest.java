package dev.colophon.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.colophon.model.Capture;
import dev.colophon.model.Extraction;
import dev.colophon.model.Origin;
import dev.colophon.model.RejectReason;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ArticleReaderTest {
    private static final String PARAGRAPH =
            "<p>The ferry left the harbour at dawn with forty passengers, three dogs and a piano.</p>";

    @Test
    void refusesEmptyInput() {
        assertThatThrownBy(() -> Pages.read(""))
                .isInstanceOfSatisfying(
                        ExtractionException.class,
                        refused -> assertThat(refused.reason()).isEqualTo(RejectReason.EMPTY));
    }

    @Test
    void refusesAPageWithoutAnyText() {
        assertThatThrownBy(() -> Pages.read("<html><head></head><body><div><img src=x></div></body></html>"))
                .isInstanceOfSatisfying(
                        ExtractionException.class,
                        refused -> assertThat(refused.reason()).isEqualTo(RejectReason.EMPTY));
    }

    @Test
    void refusesAPageThatIsATitleAndNothingElse() {
        assertThatThrownBy(() -> Pages.read("<title>T</title><script>" + "var a = 1;".repeat(1000)))
                .isInstanceOfSatisfying(
                        ExtractionException.class,
                        refused -> assertThat(refused.reason()).isEqualTo(RejectReason.EMPTY));
    }

    @Test
    void keepsAPageThatScriptsDrawWhereItsHeadDescribesIt() throws ExtractionException {
        String html =
                "<title>Harbour</title><meta name=description content='The ferry is back.'><body><div id=app></div>";
        assertThat(Pages.read(html).headline().title()).isEqualTo("Harbour");
    }

    @Test
    void takesNoUnclosedTitleForATitle() throws ExtractionException {
        String html = "<meta name=description content='The ferry is back.'><title>" + "word ".repeat(200_000);
        assertThatThrownBy(() -> Pages.read(html)).isInstanceOf(ExtractionException.class);
        assertThat(Pages.read(html + "</title>" + PARAGRAPH).headline().title()).isNull();
    }

    @Test
    void leavesADateAboveTheTextOutOfIt() throws ExtractionException {
        String html = "<article><h1>The ferry</h1><time>Jun 05, 2025 | 11:45 PM</time>" + PARAGRAPH.repeat(6);
        assertThat(Pages.read(html).text()).startsWith("The ferry left");
    }

    @Test
    void leavesOutWhatIsHiddenToBeFound() throws ExtractionException {
        String html = "<article><h1>The ferry</h1><div style='display:none'>" + "cheap piano ".repeat(5_000) + "</div>"
                + PARAGRAPH.repeat(6);
        assertThat(Pages.read(html).text()).contains("three dogs").doesNotContain("cheap piano");
    }

    @Test
    void refusesBinaryThatIsCalledHtml() {
        byte[] noise = new byte[20_000];
        new Random(7).nextBytes(noise);
        Capture capture =
                new Capture(Origin.ofFile("noise.html", noise.length), null, null, "text/html", null, 200, null, noise);
        assertThatThrownBy(() -> Pages.READER.extract(capture))
                .isInstanceOfSatisfying(
                        ExtractionException.class,
                        refused -> assertThat(refused.reason()).isEqualTo(RejectReason.NOT_TEXT));
    }

    @Test
    void keepsAShortPage() throws ExtractionException {
        assertThat(Pages.read("<p>Back soon.</p>").text()).isEqualTo("Back soon.");
    }

    @Test
    void addsNoSpaceBetweenInlineElements() throws ExtractionException {
        assertThat(Pages.read("<p>un<b>believ</b>able, said th<i>e</i> man, and sat down again.</p>")
                        .text())
                .isEqualTo("unbelievable, said the man, and sat down again.");
    }

    @Test
    void dropsSoftHyphensAndKeepsJoiners() throws ExtractionException {
        assertThat(Pages.read("<p>Donau\u00addampf\u200bschiff, ক্\u200dষ and می\u200cشود stand here.</p>")
                        .text())
                .isEqualTo("Donaudampfschiff, ক্\u200dষ and می\u200cشود stand here.");
    }

    @Test
    void dropsWhatNobodySeesFromTheTitleAndFromATextThatStructuredDataHolds() throws ExtractionException {
        String words = "The ferry \\u0000leaves the \\u202eold harbour\\ud800 every hour from Monday. ".repeat(8);
        Extraction page = Pages.read(
                "<title>The fer&#x202e;ry is &#xd800;back</title><meta name=description content='It &#x200b;runs.'>"
                        + "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"articleBody\":\"" + words
                        + "\"}</script>");
        assertThat(page.headline().title()).isEqualTo("The ferry is back");
        assertThat(page.headline().description()).isEqualTo("It runs.");
        assertThat(page.text()).startsWith("The ferry leaves the old harbour every hour from Monday. The ferry");
    }

    @Test
    void respectsTheBaseElement() throws ExtractionException {
        String html = "<head><base href='https://a.example/b/'><title>T</title></head><body>" + PARAGRAPH;
        assertThat(Pages.read(html).text()).startsWith("The ferry");
    }

    @Test
    void showsWhatNoscriptHoldsWhereThereIsNothingElse() throws ExtractionException {
        String text =
                PARAGRAPH.repeat(1) + "<p>" + "It came back in the evening without the piano. ".repeat(12) + "</p>";
        assertThat(Pages.read("<body><div id=app></div><noscript>" + text + "</noscript></body>")
                        .text())
                .contains("without the piano");
    }

    @Test
    void readsEveryPrefixOfAPage() throws Exception {
        byte[] page = Files.readAllBytes(Path.of("src/test/resources/golden/bengali-brief/input.html"));
        for (int length = 0; length <= page.length; length++) {
            readOrRefuse(Arrays.copyOf(page, length));
        }
    }

    private static void readOrRefuse(byte[] body) {
        try {
            assertThat(Pages.read(body)).isNotNull();
        } catch (ExtractionException refused) {
            assertThat(refused.reason()).isIn(RejectReason.EMPTY, RejectReason.NOT_TEXT);
        }
    }

    @Test
    @Timeout(60)
    void survivesDeepNestingOnASmallStack() throws InterruptedException {
        String html = "<div>".repeat(100_000) + PARAGRAPH + "</div>".repeat(100_000);
        AtomicReference<Object> outcome = new AtomicReference<>();
        Thread small = new Thread(null, () -> outcome.set(outcome(html)), "small", 256 * 1024);
        small.start();
        small.join(Duration.ofSeconds(55).toMillis());
        assertThat(outcome.get()).isInstanceOf(Extraction.class);
    }

    private static Object outcome(String html) {
        try {
            return Pages.read(html);
        } catch (ExtractionException | StackOverflowError fault) {
            return fault;
        }
    }

    @Test
    @Timeout(60)
    void survivesAMillionAttributes() throws ExtractionException {
        StringBuilder html = new StringBuilder("<body><div");
        for (int i = 0; i < 1_000_000; i++) {
            html.append(" a").append(i).append("=b");
        }
        assertThat(Pages.read(html + ">" + PARAGRAPH).text()).startsWith("The ferry");
    }

    @Test
    @Timeout(60)
    void takesLinearTimeForManyBlocksAndLongClasses() throws ExtractionException {
        String html = "<div class='" + "a-".repeat(300_000) + "'><p>x<p>" + "<span>y</span><br>".repeat(200_000);
        assertThat(Pages.read(html)).isNotNull();
    }

    @Test
    void overrulesAWrongDeclaration() throws ExtractionException {
        String html = "<meta charset=iso-8859-1><p>Größe und Übermut kommen vor dem Fall, sagte sie.</p>";
        Extraction page = Pages.read(html.getBytes(StandardCharsets.UTF_8));
        assertThat(page.charset()).isEqualTo("UTF-8");
        assertThat(page.text()).contains("Größe");
    }

    @Test
    void whatThePageShowsAsItsArticleIsReadWithItsParagraphs() throws ExtractionException {
        String slide = "<div class='slide'><p class='gallery-caption'>A player of the league gets ready in the garage."
                + " <a href='#'>Fullscreen</a></p></div>";
        Extraction page =
                Pages.read("<h1>The ferry is back</h1><div itemscope itemtype='https://schema.org/NewsArticle'>"
                        + "<div itemprop='articleBody'>" + PARAGRAPH.repeat(3)
                        + "<div class='gallery'><nav>" + slide.repeat(60) + "</nav></div></div></div>");
        assertThat(page.text()).contains("\n\n").doesNotContain("Fullscreen");
    }

    @Test
    void aLargeFirstLetterIsPartOfItsWord() throws ExtractionException {
        Extraction page =
                Pages.read("<h1>The ferry is back</h1><article><div class='initial'>A</div><p>nother ferry leaves"
                        + " the old harbour every hour from Monday, said the man who sells the tickets at the pier.</p>"
                        + PARAGRAPH.repeat(3) + "</article>");
        assertThat(page.text()).startsWith("Another ferry leaves");
    }

    @Test
    void articlesBelowALineThatSaysAlsoAreNoText() throws ExtractionException {
        String link = "<p><a href='/news/%d'>Council of the town votes on the new bridge %d</a></p>";
        Extraction page = Pages.read("<h1>The ferry is back</h1><article>" + PARAGRAPH.repeat(4)
                + "<p><strong>ALSO:</strong></p>" + link.formatted(1, 1) + link.formatted(2, 2) + link.formatted(3, 3)
                + "</article>");
        assertThat(page.text()).doesNotContain("ALSO").doesNotContain("Council of the town");
    }

    @Test
    void aBylineAboveTheTextIsNoTextAndATitleThatStandsTwiceIsReadOnce() throws ExtractionException {
        Extraction page =
                Pages.read("<title>The ferry is back again | Kurier</title><meta name=author content='Ann Lee'>"
                        + "<h1>The ferry is back again The ferry is back again</h1><article><h3>ANN LEE</h3>"
                        + PARAGRAPH.repeat(4)
                        + "</article>");
        assertThat(page.text()).startsWith("The ferry");
        assertThat(page.headline().title()).isEqualTo("The ferry is back again");
    }
}
