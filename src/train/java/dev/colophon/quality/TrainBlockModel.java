package dev.colophon.quality;

import dev.colophon.extract.page.BlockModel;
import dev.colophon.extract.page.ModelTrainer;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Trains the block model and writes its card: {@code TrainBlockModel CORPUS MODEL FOLDS}. The folder FOLDS gets the models
 * of the cross-validation and {@code folds.tsv}, which says which of them has not seen a site.
 */
final class TrainBlockModel {
    private TrainBlockModel() {}

    public static void main(String[] args) throws IOException {
        Path corpus = Path.of(args[0]);
        Path model = Path.of(args[1]);
        Path folds = Files.createDirectories(Path.of(args[2]));
        if (!Files.isDirectory(corpus)) {
            System.out.println(
                    "there are no labelled pages in " + corpus + ": name their folder with -Dbench.corpus=DIR");
            return;
        }
        List<LabelledPage> pages = LabelledPage.of(corpus, Set.of());
        ModelTrainer.Models models = ModelTrainer.train(pages);
        for (int fold = 0; fold < models.folds().size(); fold++) {
            write(models.folds().get(fold), folds.resolve("fold-" + fold + ".model"));
        }
        write(models.shipped(), model);
        writeSites(pages, folds.resolve("folds.tsv"));
        Figures figures = score(pages, folds);
        Path card = model.resolveSibling("blocks.md");
        Files.writeString(card, new ModelCard(pages, models, figures, Files.size(model)).text());
        System.out.println(figures.table());
    }

    private static void write(BlockModel model, Path file) throws IOException {
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            model.write(out);
        }
    }

    private static void writeSites(List<LabelledPage> pages, Path file) throws IOException {
        Map<String, Integer> sites = new TreeMap<>();
        pages.forEach(page -> sites.put(page.site(), ModelTrainer.fold(page.site())));
        String lines = sites.entrySet().stream()
                .map(site -> site.getKey() + "\t" + site.getValue() + "\n")
                .collect(Collectors.joining());
        Files.writeString(file, lines, StandardCharsets.UTF_8);
    }

    private static Figures score(List<LabelledPage> pages, Path folds) throws IOException {
        try (FoldPipelines unseen = new FoldPipelines(folds, Files.createTempDirectory("colophon"))) {
            return PredictPages.score(pages, PredictPages.predict(pages, unseen));
        }
    }
}
