package dev.colophon.quality;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The figures of many pages; each is the published metric of a benchmark. */
final class CorpusScore {
    private static final Pattern SPACE = Pattern.compile("\\s+", Pattern.UNICODE_CHARACTER_CLASS);

    private int pages;
    private final ShingleMean shingles = new ShingleMean();
    private final Mean exact = new Mean();
    private final Mean words = new Mean();
    private final Mean unicodeWords = new Mean();
    private final Mean titles = new Mean();
    private final Counts snippets = new Counts();
    private final Counts names = new Counts();
    private final Counts namesLenient = new Counts();
    private final Counts dates = new Counts();
    private final Counts instants = new Counts();

    /** Right and wrong answers over all pages. */
    private static final class Counts {
        private int right;
        private int wrong;
        private int missed;
        private int rightlyNone;

        void add(int truePositives, int predicted, int gold) {
            right += truePositives;
            wrong += predicted - truePositives;
            missed += gold - truePositives;
        }

        boolean any() {
            return right + wrong + missed + rightlyNone > 0;
        }

        double f1() {
            return any() ? 2.0 * right / Math.max(1, 2 * right + wrong + missed) : 0;
        }

        double precision() {
            return right / Math.max(1.0, right + wrong);
        }

        double accuracy() {
            return (double) (right + rightlyNone) / (right + wrong + missed + rightlyNone);
        }
    }

    void add(Label label, Prediction found) {
        pages++;
        String text = found.text() == null ? "" : found.text();
        if (label.text() != null) {
            addText(label.text(), text);
        }
        addSnippets(label, found.text());
        if (label.title() != null) {
            String title = found.title() == null ? "" : found.title();
            titles.add(NormalText.of(label.title()).equals(NormalText.of(title)) ? 1 : 0);
        }
        if (label.authors() != null) {
            addNames(label.authors(), found.authors());
        }
        if (label.day() != null) {
            addDate(label.day(), found.date());
        }
        if (label.instant() != null) {
            addInstant(label.instant(), found.publishedAt());
        }
    }

    private void addText(String gold, String text) {
        List<String> wanted = TextScore.plainWords(gold);
        List<String> got = TextScore.plainWords(text);
        shingles.add(TextScore.shingles(wanted, got));
        exact.add(wanted.equals(got) ? 1 : 0);
        words.add(TextScore.words(lowerCase(wanted), lowerCase(got)).f1());
        unicodeWords.add(TextScore.words(TextScore.unicodeWords(gold), TextScore.unicodeWords(text))
                .f1());
    }

    private static List<String> lowerCase(List<String> words) {
        return words.stream()
                .map(word -> word.toLowerCase(java.util.Locale.ROOT))
                .toList();
    }

    private void addSnippets(Label label, @Nullable String text) {
        int present = present(label.must(), text);
        snippets.right += present;
        snippets.missed += label.must().size() - present;
        snippets.wrong += present(label.mustNot(), text);
    }

    static int present(List<String> passages, @Nullable String text) {
        if (text == null) {
            return 0;
        }
        String plain = plain(text);
        return (int) passages.stream().filter(one -> plain.contains(plain(one))).count();
    }

    private static String plain(String text) {
        return SPACE.matcher(text).replaceAll(" ").strip();
    }

    private void addNames(List<String> gold, List<String> found) {
        Set<String> wanted = NameScore.names(gold);
        Set<String> got = NameScore.names(found);
        names.add(NameScore.strict(wanted, got), got.size(), wanted.size());
        namesLenient.add(NameScore.lenient(wanted, got), got.size(), wanted.size());
    }

    /** A wrong day is a wrong answer and no missing one, as htmldate counts. */
    private void addDate(Label.Day gold, @Nullable String found) {
        String day = found == null || found.isEmpty() ? null : found.substring(0, Math.min(10, found.length()));
        if (day == null && gold.date() == null && !gold.none()) {
            dates.rightlyNone++;
        } else if (day == null) {
            dates.missed++;
        } else if (day.equals(gold.date())) {
            dates.right++;
        } else {
            dates.wrong++;
        }
    }

    /** Equal to the minute: many pages give no seconds. */
    private void addInstant(Instant gold, @Nullable String found) {
        if (found == null) {
            instants.missed++;
        } else if (Math.floorDiv(Instant.parse(found).getEpochSecond(), 60)
                == Math.floorDiv(gold.getEpochSecond(), 60)) {
            instants.right++;
        } else {
            instants.wrong++;
        }
    }

    /** The figures that the labels allow, from 0 to 1, in the order of a table's columns. */
    Map<String, Double> figures() {
        Map<String, Double> figures = new LinkedHashMap<>();
        if (exact.count() > 0) {
            figures.put("sh4", shingles.f1());
            figures.put("exact", exact.value());
            figures.put("wF1", words.value());
            figures.put("uF1", unicodeWords.value());
        }
        if (snippets.any()) {
            figures.put("snippets", snippets.f1());
        }
        if (titles.count() > 0) {
            figures.put("titles", titles.value());
        }
        if (names.any()) {
            figures.put("authors", names.f1());
            figures.put("lenient", namesLenient.f1());
        }
        if (dates.any()) {
            figures.put("dates", dates.f1());
            figures.put("dated", dates.accuracy());
        }
        if (instants.any()) {
            figures.put("instants", instants.accuracy());
            figures.put("given", instants.precision());
        }
        return figures;
    }

    int pages() {
        return pages;
    }
}
