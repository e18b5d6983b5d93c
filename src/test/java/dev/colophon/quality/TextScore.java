package dev.colophon.quality;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterCategory;
import com.ibm.icu.text.Normalizer2;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How far two texts agree, as the public benchmarks of text extraction measure it: words as multisets (WCXB) and runs of
 * four words (article-extraction-benchmark).
 */
final class TextScore {
    private static final int RUN = 4;
    private static final Normalizer2 NFC = Normalizer2.getNFCInstance();
    /** Scripts without spaces: each character is a word. First and last of every range. */
    private static final int[] SINGLE = {
        0x2E80, 0x2FDF, 0x3040, 0x30FF, 0x31F0, 0x31FF, 0x3400, 0x4DBF, 0x4E00, 0x9FFF, 0xF900, 0xFAFF, 0x0E00, 0x0EFF,
        0x1000, 0x109F, 0x1780, 0x17FF, 0x20000, 0x3134F
    };

    private TextScore() {}

    /** Runs of letters, digits and underscores, which cut Indic words at their vowel signs. */
    static List<String> plainWords(String text) {
        List<String> words = new ArrayList<>();
        int start = -1;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            boolean inside = isWord(text.codePointAt(i));
            if (inside && start < 0) {
                start = i;
            } else if (!inside && start >= 0) {
                words.add(text.substring(start, i));
                start = -1;
            }
        }
        if (start >= 0) {
            words.add(text.substring(start));
        }
        return words;
    }

    /** Lower-case words with their combining marks; a word for each character of the scripts that write no spaces. */
    static List<String> unicodeWords(String text) {
        int[] points = NFC.normalize(text).toLowerCase(Locale.ROOT).codePoints().toArray();
        List<String> words = new ArrayList<>();
        int i = 0;
        while (i < points.length) {
            int end = wordEnd(points, i);
            if (hasLetterOrDigit(points, i, end)) {
                words.add(new String(points, i, end - i));
            }
            i = Math.max(end, i + 1);
        }
        return words;
    }

    private static int wordEnd(int[] points, int start) {
        int end = start;
        if (isSingle(points[start])) {
            end++;
            while (end < points.length && isMark(points[end])) {
                end++;
            }
            return end;
        }
        while (end < points.length && !isSingle(points[end]) && (isWord(points[end]) || isMark(points[end]))) {
            end++;
        }
        return end;
    }

    private static boolean hasLetterOrDigit(int[] points, int start, int end) {
        for (int i = start; i < end; i++) {
            if (points[i] != '_' && isWord(points[i])) {
                return true;
            }
        }
        return false;
    }

    private static boolean isWord(int point) {
        return point == '_' || UCharacter.isLetter(point) || isNumber(point);
    }

    private static boolean isNumber(int point) {
        int type = UCharacter.getType(point);
        return type == UCharacterCategory.DECIMAL_DIGIT_NUMBER
                || type == UCharacterCategory.LETTER_NUMBER
                || type == UCharacterCategory.OTHER_NUMBER;
    }

    private static boolean isMark(int point) {
        int type = UCharacter.getType(point);
        return point == 0x200C
                || point == 0x200D
                || type == UCharacterCategory.NON_SPACING_MARK
                || type == UCharacterCategory.COMBINING_SPACING_MARK
                || type == UCharacterCategory.ENCLOSING_MARK;
    }

    private static boolean isSingle(int point) {
        for (int i = 0; i < SINGLE.length; i += 2) {
            if (SINGLE[i] <= point && point <= SINGLE[i + 1]) {
                return true;
            }
        }
        return false;
    }

    /** Agreement of the words as multisets. */
    static Agreement words(List<String> gold, List<String> predicted) {
        if (gold.isEmpty() || predicted.isEmpty()) {
            double same = gold.isEmpty() && predicted.isEmpty() ? 1 : 0;
            return new Agreement(same, same, same);
        }
        int common = common(counts(gold), counts(predicted));
        return Agreement.of(common, predicted.size() - common, gold.size() - common);
    }

    /** Agreement of the runs of four words. */
    static Shingles shingles(List<String> gold, List<String> predicted) {
        return shingles(gold, predicted, RUN);
    }

    static Shingles shingles(List<String> gold, List<String> predicted, int length) {
        List<List<String>> wanted = runs(gold, length);
        List<List<String>> found = runs(predicted, length);
        int common = common(counts(wanted), counts(found));
        double all = Math.max(1, wanted.size() + found.size() - common);
        return new Shingles(common / all, (found.size() - common) / all, (wanted.size() - common) / all);
    }

    /** A shorter text is one run. */
    private static List<List<String>> runs(List<String> words, int length) {
        if (words.size() <= length) {
            return words.isEmpty() ? List.of() : List.of(words);
        }
        List<List<String>> runs = new ArrayList<>();
        for (int i = 0; i + length <= words.size(); i++) {
            runs.add(words.subList(i, i + length));
        }
        return runs;
    }

    private static <T> Map<T, Integer> counts(List<T> items) {
        Map<T, Integer> counts = new HashMap<>();
        items.forEach(item -> counts.merge(item, 1, Integer::sum));
        return counts;
    }

    private static <T> int common(Map<T, Integer> one, Map<T, Integer> other) {
        return one.entrySet().stream()
                .mapToInt(entry -> Math.min(entry.getValue(), other.getOrDefault(entry.getKey(), 0)))
                .sum();
    }

    /**
     * Shares of the runs of two texts taken together.
     *
     * @param both in both
     * @param predictedOnly in the prediction alone
     * @param goldOnly in the gold text alone
     */
    record Shingles(double both, double predictedOnly, double goldOnly) {
        double precision() {
            return predictedOnly == 0 && goldOnly == 0 ? 1 : both == 0 ? 0 : both / (both + predictedOnly);
        }

        double recall() {
            return predictedOnly == 0 && goldOnly == 0 ? 1 : both == 0 ? 0 : both / (both + goldOnly);
        }

        double f1() {
            return Agreement.harmonic(precision(), recall());
        }
    }
}
