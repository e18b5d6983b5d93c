package dev.colophon.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.colophon.pipeline.DocumentPipeline;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Scores the product on a corpus of labelled pages that is not part of the project: {@code mvn -Pbench-quality verify
 * -Dbench.corpus=DIR}. Adding {@code -Dquality.update=true} writes the figures as the new floors; read the difference before
 * you commit it.
 */
@Tag("bench-quality")
class CorpusQualityTest {
    private static final Path FLOORS = Path.of("src/test/resources/quality/floors.tsv");

    @TempDir
    Path temporary;

    @Test
    void noFigureFallsBelowItsFloor() throws Exception {
        String corpus = System.getProperty("bench.corpus", "");
        assumeTrue(!corpus.isEmpty(), "no labelled pages to score: name their folder with -Dbench.corpus=DIR");
        assumeTrue(Files.isDirectory(Path.of(corpus)), "no labelled pages to score: there is no folder " + corpus);
        List<LabelledPage> pages = LabelledPage.of(Path.of(corpus), Set.of());
        assumeTrue(!pages.isEmpty(), "no labelled pages to score in " + corpus);
        Figures figures;
        try (DocumentPipeline shipped = new DocumentPipeline(Pipelines.settings(temporary))) {
            Map<String, Prediction> predictions = PredictPages.predict(pages, site -> shipped);
            PredictPages.write(predictions, Path.of("target/quality-predictions.jsonl"));
            figures = PredictPages.score(pages, predictions);
        }
        System.out.println(figures.table());
        if (Boolean.getBoolean("quality.update")) {
            figures.write(FLOORS);
        }
        assertThat(figures.fallsBelow(Figures.read(FLOORS))).isEmpty();
    }
}
