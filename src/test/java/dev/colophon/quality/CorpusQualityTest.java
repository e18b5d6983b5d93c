package dev.colophon.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Scores the product on labelled pages that are not part of the project: {@code mvn -Pbench-quality}, with
 * {@code -Dbench.corpus=DIR} where they lie elsewhere. The model that is shipped has seen these pages. With
 * {@code -Dbench.folds=target/folds}, which {@code mvn -Ptrain} leaves behind, each is read by a model that has not seen its
 * site. Adding {@code -Dquality.update=true} writes the figures as the new floors; read the difference before you commit it.
 */
@Tag("bench-quality")
class CorpusQualityTest {
    private static final Path FLOORS = Path.of("src/test/resources/quality");

    @TempDir
    Path temporary;

    @Test
    void noFigureFallsBelowItsFloor() throws Exception {
        Path corpus = Path.of(System.getProperty("bench.corpus", ""));
        assumeTrue(
                Files.isDirectory(corpus),
                "no labelled pages to score: there is no folder " + corpus + ", name one with -Dbench.corpus=DIR");
        List<LabelledPage> pages = LabelledPage.of(corpus, Set.of());
        assumeTrue(!pages.isEmpty(), "no labelled pages to score in " + corpus);
        Map<String, Prediction> predictions = PredictPages.predict(pages, temporary);
        PredictPages.write(predictions, Path.of("target/quality-predictions.jsonl"));
        Figures figures = PredictPages.score(pages, predictions);
        System.out.println(figures.table());
        boolean unseen = !System.getProperty("bench.folds", "").isEmpty();
        Path floors = FLOORS.resolve(unseen ? "floors-unseen.tsv" : "floors.tsv");
        if (Boolean.getBoolean("quality.update")) {
            figures.write(floors);
        }
        assertThat(figures.fallsBelow(Figures.read(floors))).isEmpty();
    }
}
