package dev.colophon.byline;

import dev.colophon.text.NameFolding;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Phrases of one or more words and what they mean, found by their folded form. Immutable once filled.
 *
 * @param <V> the meaning
 */
final class PhraseSet<V> {
    /**
     * A phrase that was found.
     *
     * @param tokens how many tokens it takes
     * @param meaning what it means
     */
    record Match<V>(int tokens, V meaning) {}

    private static final int MOST_AT_END = 4;

    private final Map<String, V> meanings = new HashMap<>();
    /** The first words of longer phrases, so that the search ends where none goes on. */
    private final Set<String> beginnings = new HashSet<>();

    /** Adds a phrase; where it is known already the first meaning stays. */
    void add(String phrase, V meaning) {
        String folded = NameFolding.fold(phrase);
        if (!folded.isEmpty()) {
            meanings.putIfAbsent(folded, meaning);
            for (int space = folded.indexOf(' '); space >= 0; space = folded.indexOf(' ', space + 1)) {
                beginnings.add(folded.substring(0, space));
            }
        }
    }

    void addAll(Collection<String> phrases, V meaning) {
        phrases.forEach(phrase -> add(phrase, meaning));
    }

    /** What the folded phrase means; null where it is unknown. */
    @Nullable
    V meaning(String folded) {
        return meanings.get(folded);
    }

    /** All phrases in folded form. */
    Set<String> phrases() {
        return meanings.keySet();
    }

    boolean contains(String folded) {
        return meanings.containsKey(folded);
    }

    /** The longest phrase whose words stand at {@code from}; null where there is none. */
    @Nullable
    Match<V> longestAt(List<Token> tokens, int from) {
        Match<V> best = null;
        String phrase = "";
        for (int i = from; i < tokens.size() && tokens.get(i).isWord(); i++) {
            String word = tokens.get(i).folded();
            phrase = i == from ? word : phrase + " " + word;
            V meaning = meanings.get(phrase);
            if (meaning != null) {
                best = new Match<>(i - from + 1, meaning);
            }
            if (!beginnings.contains(phrase)) {
                break;
            }
        }
        return best;
    }

    /** Tokens of the longest phrase that some words end with; 0 where they end with none. */
    int lengthAtEnd(List<Token> words) {
        for (int from = Math.max(0, words.size() - MOST_AT_END); from < words.size(); from++) {
            Match<V> match = longestAt(words, from);
            if (match != null && match.tokens() == words.size() - from) {
                return match.tokens();
            }
        }
        return 0;
    }

    /** Whether one of the phrases stands anywhere among the words. */
    boolean standsIn(List<Token> words) {
        for (int i = 0; i < words.size(); i++) {
            if (longestAt(words, i) != null) {
                return true;
            }
        }
        return false;
    }
}
