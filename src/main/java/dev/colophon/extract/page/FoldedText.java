package dev.colophon.extract.page;

import dev.colophon.text.Recent;
import java.util.Arrays;

/** A short text as {@link TextMatch} compares it: folded, with the pairs of characters that stand side by side. Immutable. */
final class FoldedText {
    private static final Recent<FoldedText> KNOWN = new Recent<>(1 << 8, FoldedText::new);

    private final String folded;
    /** In ascending order, each once. */
    private final int[] pairs;

    private FoldedText(String text) {
        this.folded = TextMatch.fold(text);
        this.pairs = pairs(folded);
    }

    /** A page's titles and headings are each compared with all others. */
    static FoldedText of(String text) {
        return KNOWN.of(text);
    }

    /** Letters, marks and digits in folded case, words parted by single spaces. */
    String folded() {
        return folded;
    }

    /** Dice's coefficient over the pairs, 0 to 1. */
    double similarity(FoldedText other) {
        if (folded.equals(other.folded)) {
            return folded.isEmpty() ? 0 : 1;
        }
        int all = pairs.length + other.pairs.length;
        return all == 0 ? 0 : 2.0 * common(other) / all;
    }

    private int common(FoldedText other) {
        int common = 0;
        int left = 0;
        int right = 0;
        while (left < pairs.length && right < other.pairs.length) {
            int order = Integer.compare(pairs[left], other.pairs[right]);
            common += order == 0 ? 1 : 0;
            left += order <= 0 ? 1 : 0;
            right += order >= 0 ? 1 : 0;
        }
        return common;
    }

    private static int[] pairs(String folded) {
        int[] pairs = new int[Math.max(0, folded.length() - 1)];
        for (int i = 0; i < pairs.length; i++) {
            pairs[i] = folded.charAt(i) << 16 | folded.charAt(i + 1);
        }
        Arrays.sort(pairs);
        int size = 0;
        for (int pair : pairs) {
            if (size == 0 || pairs[size - 1] != pair) {
                pairs[size++] = pair;
            }
        }
        return Arrays.copyOf(pairs, size);
    }
}
