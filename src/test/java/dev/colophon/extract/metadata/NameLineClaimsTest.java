package dev.colophon.extract.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import dev.colophon.model.LineClassifier;
import dev.colophon.model.NameClaim;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class NameLineClaimsTest {
    private static final String PARAGRAPH = "<p>" + "Words of a sentence that goes on for a while. ".repeat(5) + "</p>";

    private static final LineClassifier LINES = new LineClassifier() {
        @Override
        public boolean isDateLine(String line) {
            return line.contains("2025");
        }

        @Override
        public boolean holdsDate(String line) {
            return isDateLine(line);
        }

        @Override
        public boolean isBylineLine(String line) {
            return line.equals("[서울=뉴시스] 김서연 기자 =");
        }

        @Override
        public boolean isNameLine(String line) {
            return line.equals("Nora Quist") || line.equals("Bo Yun") || line.equals("Ida Holm");
        }
    };

    private static List<String> names(String header, String below) {
        Document page = Jsoup.parse(
                "<body><h1>A fine headline</h1><div class=main>" + header + PARAGRAPH.repeat(3) + below + "</div>");
        return new PageMetadataReader(LINES)
                .read(PageFlow.of(page), page.selectFirst(".main"), page.selectFirst("h1")).names().stream()
                        .map(NameClaim::raw)
                        .toList();
    }

    @Test
    void aNameBesideTheDateMayBeTheAuthors() {
        assertThat(names("<p>Nora Quist</p><p>5 June 2025</p>", "")).containsExactly("Nora Quist");
    }

    @Test
    void aNameRightBeforeTheFirstParagraphMayBeTheAuthors() {
        assertThat(names("<p>Nora Quist</p>", "")).containsExactly("Nora Quist");
    }

    @Test
    void aNameRightBelowTheTextMayBeASignature() {
        assertThat(names("", "<p><i>Nora Quist</i></p>")).containsExactly("Nora Quist");
    }

    @Test
    void aNameInACaptionOrALinkSaysNothing() {
        assertThat(names("<figure><figcaption>Nora Quist</figcaption></figure><p>5 June 2025</p>", ""))
                .isEmpty();
        assertThat(names("<p><a href=/people>Nora Quist</a></p><p>5 June 2025</p>", ""))
                .isEmpty();
    }

    @Test
    void theDatelineOfAnAgencyMayNameItsReporter() {
        assertThat(names("<p>[서울=뉴시스] 김서연 기자 = " + "오늘 시의회가 새 예산을 정했다. ".repeat(6) + "</p>", ""))
                .containsExactly("[서울=뉴시스] 김서연 기자 =");
    }

    @Test
    void aListOfNamesIsNoByline() {
        assertThat(names("<p>Nora Quist</p><p>Bo Yun</p><p>5 June 2025</p><p>Ida Holm</p>", ""))
                .isEmpty();
    }
}
