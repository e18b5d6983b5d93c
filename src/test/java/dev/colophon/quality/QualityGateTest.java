package dev.colophon.quality;

import static org.assertj.core.api.Assertions.assertThat;

import dev.colophon.pipeline.DocumentPipeline;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Reading the pages of {@code src/test/resources/quality/pages} must not become worse. {@code -Dquality.update=true} writes
 * today's figures as the new floors; read the difference before you commit it.
 */
class QualityGateTest {
    private static final Path QUALITY = Path.of("src/test/resources/quality");
    private static final Path FLOORS = QUALITY.resolve("gate-floors.tsv");
    private static final int WORST = 12;

    @TempDir
    Path temporary;

    @Test
    void noGroupOfPagesIsReadWorseThanItsFloor() throws Exception {
        List<GatePage> pages = GatePage.of(QUALITY.resolve("pages"));
        Map<String, GateScore> groups = new TreeMap<>();
        Map<String, GateScore> single = new LinkedHashMap<>();
        GateScore all = new GateScore();
        try (DocumentPipeline pipeline = new DocumentPipeline(Pipelines.settings(temporary))) {
            for (GatePage page : pages) {
                Prediction found = Prediction.of(pipeline.process(page.capture()));
                groups.computeIfAbsent(page.group(), group -> new GateScore()).add(page, found);
                single.computeIfAbsent(page.name(), name -> new GateScore()).add(page, found);
                all.add(page, found);
            }
        }
        Figures figures = new Figures();
        groups.forEach((group, score) -> figures.put(group, score.figures()));
        figures.put("all", all.figures());
        if (Boolean.getBoolean("quality.update")) {
            figures.write(FLOORS);
            System.out.println(figures.table() + "\n" + worst(single));
        }
        assertThat(figures.fallsBelow(Figures.read(FLOORS)))
                .as("%n%s%nworst pages:%n%s", figures.table(), worst(single))
                .isEmpty();
    }

    private static String worst(Map<String, GateScore> pages) {
        Figures worst = new Figures();
        pages.entrySet().stream()
                .sorted(Comparator.comparingDouble(page -> page.getValue().wordF1()))
                .limit(WORST)
                .forEach(page -> worst.put(page.getKey(), page.getValue().figures()));
        return worst.table();
    }
}
