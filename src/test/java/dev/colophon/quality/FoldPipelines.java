package dev.colophon.quality;

import dev.colophon.extract.page.BlockModel;
import dev.colophon.pipeline.DocumentPipeline;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the pages of each site with a model that was trained without them, as {@code mvn -Ptrain} leaves them behind. */
final class FoldPipelines implements Pipelines, AutoCloseable {
    private final Map<String, Integer> folds = new HashMap<>();
    private final List<DocumentPipeline> pipelines = new ArrayList<>();

    /**
     * The models in a folder: {@code fold-0.model} and so on, and {@code folds.tsv}, which says what site is unknown to which.
     *
     * @param temporary for the forked parsers' files
     */
    FoldPipelines(Path folder, Path temporary) throws IOException {
        for (String line : Files.readAllLines(folder.resolve("folds.tsv"))) {
            int tab = line.lastIndexOf('\t');
            folds.put(line.substring(0, tab), Integer.valueOf(line.substring(tab + 1)));
        }
        Path model = folder.resolve("fold-0.model");
        while (Files.exists(model)) {
            try (InputStream in = new BufferedInputStream(Files.newInputStream(model))) {
                pipelines.add(new DocumentPipeline(Pipelines.settings(temporary), BlockModel.read(in)));
            }
            model = folder.resolve("fold-" + pipelines.size() + ".model");
        }
    }

    @Override
    public DocumentPipeline of(String site) {
        Integer fold = folds.get(site);
        if (fold == null) {
            throw new IllegalArgumentException(
                    "the folds do not name the site " + site + ": train again on the corpus that is to be scored");
        }
        return pipelines.get(fold);
    }

    @Override
    public void close() {
        pipelines.forEach(DocumentPipeline::close);
    }
}
