package dev.colophon.quality;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.colophon.pipeline.DocumentPipeline;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads a corpus of labelled pages through the pipeline, without the job around it.
 *
 * <p>{@code PredictPages CORPUS OUT.jsonl [set,set]} writes one prediction a line, with the figures to the terminal. With
 * {@code -Dbench.folds=DIR} each page is read by a model that has not seen its site.
 */
final class PredictPages {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Prediction NOTHING = new Prediction(null, null, List.of(), null, null, null, null);

    private PredictPages() {}

    public static void main(String[] args) throws Exception {
        List<LabelledPage> pages =
                LabelledPage.of(Path.of(args[0]), args.length > 2 ? Set.of(args[2].split(",")) : Set.of());
        Path temporary = Files.createTempDirectory("colophon");
        Map<String, Prediction> predictions = predict(pages, temporary);
        write(predictions, Path.of(args[1]));
        System.out.print(score(pages, predictions).table());
    }

    /** What the models that {@code bench.folds} names say, or the shipped one where it names none. */
    static Map<String, Prediction> predict(List<LabelledPage> pages, Path temporary) throws IOException {
        String folds = System.getProperty("bench.folds", "");
        if (folds.isEmpty()) {
            try (DocumentPipeline shipped = new DocumentPipeline(Pipelines.settings(temporary))) {
                return predict(pages, site -> shipped);
            }
        }
        try (FoldPipelines unseen = new FoldPipelines(Path.of(folds), temporary)) {
            return predict(pages, unseen);
        }
    }

    /** What the pipeline of each page's site says of it, by the page's name, in the corpus's order. */
    static Map<String, Prediction> predict(List<LabelledPage> pages, Pipelines pipelines) {
        List<Prediction> predictions = pages.parallelStream()
                .map(page -> Prediction.of(pipelines.of(page.site()).process(page.capture())))
                .toList();
        Map<String, Prediction> byName = new LinkedHashMap<>();
        for (int i = 0; i < pages.size(); i++) {
            byName.put(pages.get(i).id(), predictions.get(i));
        }
        return byName;
    }

    /** A row for each set, then {@code all}; a page without a prediction counts as one with an empty text. */
    static Figures score(List<LabelledPage> pages, Map<String, Prediction> predictions) {
        Map<String, CorpusScore> sets = new LinkedHashMap<>();
        CorpusScore all = new CorpusScore();
        for (LabelledPage page : pages) {
            Prediction found = predictions.getOrDefault(page.id(), NOTHING);
            sets.computeIfAbsent(page.set(), set -> new CorpusScore()).add(page.label(), found);
            all.add(page.label(), found);
        }
        Figures figures = new Figures();
        sets.forEach((set, score) -> figures.put(set, score.figures()));
        figures.put("all", all.figures());
        return figures;
    }

    static void write(Map<String, Prediction> predictions, Path file) throws IOException {
        try (PrintStream out = new PrintStream(file.toFile(), StandardCharsets.UTF_8)) {
            predictions.forEach((id, found) -> out.println(line(id, found)));
        }
    }

    private static String line(String id, Prediction found) {
        try {
            return JSON.writeValueAsString(found.json(id));
        } catch (JsonProcessingException fault) {
            throw new UncheckedIOException(id, fault);
        }
    }

    static Map<String, Prediction> read(Path file) throws IOException {
        Map<String, Prediction> predictions = new LinkedHashMap<>();
        for (String line : Files.readAllLines(file)) {
            JsonNode prediction = JSON.readTree(line);
            predictions.put(prediction.get("id").asText(), Prediction.of(prediction));
        }
        return predictions;
    }
}
