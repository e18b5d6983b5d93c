package dev.colophon.quality;

import dev.colophon.extract.page.ModelTrainer;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a block model was trained on and how well it does, for people (Mitchell et al., "Model Cards for Model Reporting", 2019). */
final class ModelCard {
    private final List<LabelledPage> pages;
    private final ModelTrainer.Models models;
    private final Figures figures;
    private final long bytes;

    ModelCard(List<LabelledPage> pages, ModelTrainer.Models models, Figures figures, long bytes) {
        this.pages = pages;
        this.models = models;
        this.figures = figures;
        this.bytes = bytes;
    }

    String text() {
        return """
                # The block model

                `blocks.model` tells the blocks of a page that are its main text from all others. `mvn -Ptrain` wrote it and this
                card; do not edit either.

                ## What it is
                Two forests of gradient-boosted trees and a table of words, %,d bytes. The first forest looks at each block by itself, the
                second at the blocks that the first did not give up, with what it said of their surroundings. Java evaluates
                them without a library; XGBoost trained them, each several times with other seeds, averaged, on one thread and with
                fixed seeds, so that the same pages give the same bytes.

                It is meant for pages of the web in any language: articles first, and forums, questions and answers, documentation,
                product pages and lists as well. It names no other kind of block: captions, bylines, comments and furniture are told
                by rules over the markup. It does not judge what a text says.

                ## What it was trained on
                %,d labelled pages of %,d sites with %,d blocks. Each label is aligned with the blocks of its page by runs of four words.
                The pages are their publishers' and are not part of Colophon; the model holds hashes of class names and of words
                that three sites at least have in common, and thresholds, but no text.

                | set | pages | labels' origin and licence |
                |---|---|---|
                %s
                Every page counts alike; a block counts by its words, sublinearly in the length of its text.
                Prose that follows the labelled text among its like is not learned from: many labels end early.

                ## How well it does
                Cross-validation by site: sites are dealt to %d folds, and each page is read by a model that has not seen its site.
                The shipped model is trained on all pages. sh4 is the F1 of runs of four words, wF1 of words, uF1 of words in any script,
                snippets of passages that must or must not be there.

                ```
                %s```

                English news makes up most of the pages; Asian languages and forums have few, and figures there move by a hundredth or two
                with chance.

                ## What it looks at
                %s
                """.formatted(
                bytes,
                models.pages(),
                pages.stream().map(LabelledPage::site).distinct().count(),
                models.blocks(),
                sets(),
                models.folds().size(),
                figures.only(List.of("sh4", "exact", "wF1", "uF1", "snippets")).table(),
                wrapped(models.shipped().features()));
    }

    private String sets() {
        Map<String, Integer> counts = new TreeMap<>();
        pages.stream().filter(ModelCard::teaches).forEach(page -> counts.merge(page.set(), 1, Integer::sum));
        return counts.entrySet().stream()
                .map(set -> "| " + set.getKey() + " | " + set.getValue() + " | " + Origins.of(set.getKey()) + " |\n")
                .collect(Collectors.joining());
    }

    private static boolean teaches(LabelledPage page) {
        String text = page.label().text();
        return (text != null && !text.isBlank()) || !page.label().must().isEmpty();
    }

    private static String wrapped(List<String> names) {
        StringBuilder out = new StringBuilder();
        int column = 0;
        for (String name : names) {
            out.append(out.length() == 0 ? "" : column > 100 ? ",\n" : ", ")
                    .append('`')
                    .append(name)
                    .append('`');
            column = column > 100 ? name.length() : column + name.length() + 4;
        }
        return out.toString();
    }

    /** Where the public sets come from, by the names under which they are known. */
    private static final class Origins {
        private static final Map<String, String> KNOWN = Map.ofEntries(
                Map.entry("scrapinghub", "scrapinghub/article-extraction-benchmark, MIT"),
                Map.entry("trafilatura", "adbar/trafilatura, Apache-2.0"),
                Map.entry("fundus", "flairNLP/fundus, MIT"),
                Map.entry("fundus-evaluation", "dobbersc/fundus-evaluation, MIT"),
                Map.entry("naeb", "AndyTheFactory/article-extraction-dataset, Apache-2.0"),
                Map.entry("wcxb", "Murrough-Foley/web-content-extraction-benchmark, CC-BY-4.0"),
                Map.entry("misinformation", "alan-turing-institute/misinformation-crawler, MIT"),
                Map.entry("readability", "mozilla/readability, Apache-2.0"),
                Map.entry("magic-article", "opendatalab/magic-html, Apache-2.0"),
                Map.entry("magic-forum", "opendatalab/magic-html, Apache-2.0"),
                Map.entry("chinese-wce", "immortal-autumn/Chinese-Web-Content-Extraction-Dataset, MIT"));

        static String of(String set) {
            return KNOWN.getOrDefault(set, "not known here");
        }
    }
}
