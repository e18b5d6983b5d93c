package dev.colophon.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CorpusScoreTest {
    @TempDir
    Path folder;

    private static Label label(
            @Nullable String text, List<String> must, List<String> mustNot, Label.@Nullable Day day) {
        return new Label("page", null, text, must, mustNot, null, null, day, null);
    }

    private static Prediction found(@Nullable String text, @Nullable String date) {
        return new Prediction(null, text, List.of(), date, null, null, null);
    }

    @Test
    void bylinesAreCutIntoNames() {
        assertThat(NameScore.names(List.of("By Jane Doe and John Q. Public")))
                .containsExactly("jane doe", "john q public");
        assertThat(NameScore.names(List.of("A B, C D, and E F"))).containsExactly("a b", "c d", "e f");
        assertThat(NameScore.names(List.of("Dylan Bailey, MS, RD"))).containsExactly("dylan bailey ms rd");
    }

    @Test
    void aNameWithMoreWordsIsTheSameNameToALenientReader() {
        assertThat(NameScore.lenient(Set.of("dylan bailey ms rd"), Set.of("dylan bailey")))
                .isEqualTo(1);
        assertThat(NameScore.lenient(Set.of("jane doe"), Set.of("doe"))).isZero();
        assertThat(NameScore.strict(Set.of("jane doe"), Set.of("jane doe", "x")))
                .isEqualTo(1);
    }

    private static Label publishedAt(String instant) {
        return new Label("page", null, null, List.of(), List.of(), null, null, null, Instant.parse(instant));
    }

    private static Prediction foundAt(@Nullable String instant) {
        return new Prediction(null, null, List.of(), null, instant, null, null);
    }

    @Test
    void datesAreCountedAsHtmldateCountsThem() {
        CorpusScore score = new CorpusScore();
        Label.Day day = new Label.Day("2020-01-02", false);
        score.add(label(null, List.of(), List.of(), day), found(null, "2020-01-02"));
        score.add(label(null, List.of(), List.of(), day), found(null, "2020-01-03"));
        score.add(label(null, List.of(), List.of(), day), found(null, null));
        score.add(label(null, List.of(), List.of(), new Label.Day(null, false)), found(null, null));
        score.add(label(null, List.of(), List.of(), new Label.Day(null, true)), found(null, null));
        assertThat(score.figures()).containsOnly(Map.entry("dates", 0.4), Map.entry("dated", 0.4));
    }

    @Test
    void instantsAreEqualWhereTheirMinutesAre() {
        CorpusScore score = new CorpusScore();
        score.add(publishedAt("2020-01-02T10:30:15Z"), foundAt("2020-01-02T10:30:00Z"));
        score.add(publishedAt("2020-01-02T10:30:15Z"), foundAt("2020-01-02T10:31:15Z"));
        score.add(publishedAt("2020-01-02T10:30:15Z"), foundAt(null));
        score.add(publishedAt("2020-01-02T10:30:15Z"), foundAt(null));
        assertThat(score.figures()).containsOnly(Map.entry("instants", 0.25), Map.entry("given", 0.5));
    }

    @Test
    void snippetsAreFoundWhateverTheWhiteSpace() {
        CorpusScore score = new CorpusScore();
        score.add(label(null, List.of("a  b"), List.of("z", "c"), null), found("x a\nb c", null));
        assertThat(score.figures()).containsOnly(Map.entry("snippets", 2.0 / 3));
        assertThat(CorpusScore.present(List.of(""), null)).isZero();
    }

    @Test
    void figuresBelowTheirFloorsAndThoseNotMeasuredAreNamed() throws Exception {
        Figures figures = new Figures();
        figures.put("news", Map.of("sh4", 0.91239));
        Path file = folder.resolve("floors.tsv");
        figures.write(file);
        assertThat(file).hasContent("news\tsh4\t0.912\n");
        assertThat(figures.fallsBelow(Figures.read(file))).isEmpty();
        Files.writeString(file, "news\tsh4\t0.913\nnews\tuF1\t0.5\n");
        assertThat(figures.fallsBelow(Figures.read(file)))
                .containsExactly(
                        "news sh4: 0.9124, below its floor 0.913", "news uF1: was not measured, its floor is 0.5");
    }

    @Test
    void aSiteIsTheRegisteredDomainOfItsAddress() throws Exception {
        assertThat(site("https://www.news.example.co.uk/a b?x=|")).isEqualTo("example.co.uk");
        assertThat(site("http://10.0.0.1:8080/x")).isEqualTo("10.0.0.1");
        assertThat(site(null)).isEqualTo("set/page");
    }

    @Test
    void aSiteIsTheOneThatAPageWithoutAddressStatesOfItself() throws Exception {
        assertThat(site(null, "<link rel=canonical href='https://www.example.org/a'><p>text</p>"))
                .isEqualTo("example.org");
        assertThat(site("https://web.archive.org/web/2020/http://news.example.net/a", ""))
                .isEqualTo("example.net");
    }

    private String site(@Nullable String url) throws IOException {
        return site(url, "<p>text</p>");
    }

    private String site(@Nullable String url, String page) throws IOException {
        Path file = folder.resolve("page.html.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(page.getBytes(StandardCharsets.UTF_8));
        }
        Label label = new Label("page", url, null, List.of(), List.of(), null, null, null, null);
        return new LabelledPage("set", label, file).site();
    }
}
