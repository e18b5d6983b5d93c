package dev.colophon.quality;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The figures of one or more pages of the gate. */
final class GateScore {
    private final Mean words = new Mean();
    private final ShingleMean shingles = new ShingleMean();
    private final Mean titles = new Mean();
    private final Mean keptOut = new Mean();

    void add(GatePage page, Prediction found) {
        String text = found.text() == null ? "" : found.text();
        List<String> gold = TextScore.unicodeWords(String.join("\n\n", page.text()));
        List<String> predicted = TextScore.unicodeWords(text);
        words.add(TextScore.words(gold, predicted).f1());
        shingles.add(TextScore.shingles(gold, predicted));
        String title = found.title() == null ? "" : found.title();
        titles.add(NormalText.of(page.title()).equals(NormalText.of(title)) ? 1 : 0);
        for (String passage : page.outside()) {
            keptOut.add(1 - CorpusScore.present(List.of(passage), text));
        }
    }

    /** Word F1 and 4-gram F1 over Unicode words, titles, and the captions and comments that are not in the text. */
    Map<String, Double> figures() {
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put("words", words.value());
        figures.put("4-grams", shingles.f1());
        figures.put("titles", titles.value());
        if (keptOut.count() > 0) {
            figures.put("kept-out", keptOut.value());
        }
        return figures;
    }

    double wordF1() {
        return words.value();
    }
}
