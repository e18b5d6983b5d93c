package dev.colophon.extract.page;

import dev.colophon.text.WordLists;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * Finds the words of {@code traits.txt} in class names, ids and roles, all of them in one pass (Aho and Corasick, "Efficient
 * String Matching", 1975). Names are compared in one form, lower case with hyphens: {@code articleBody},
 * {@code article__body} and {@code Article-Body} are {@code article-body}. Thread-safe.
 */
final class TraitWords {
    private static final int HYPHEN = 36;
    /** The ends, and what parts two names. */
    private static final int GAP = 37;

    private static final int SYMBOLS = 38;
    private static final int[] ANYTHING = {-1};
    private static final int[] EDGES = {HYPHEN, GAP};
    private static final TraitWords ALL = new TraitWords(WordLists.lines(TraitWords.class, "traits.txt"));

    /** For each state and symbol the next state; before all is known 0 where there is none. */
    private char[] next = new char[SYMBOLS << 10];
    /** The traits of all words that end in a state. */
    private int[] found = new int[1 << 10];

    private int states = 1;

    private TraitWords(List<String> lines) {
        for (String line : lines) {
            int colon = line.indexOf(':');
            int bit = Trait.named(line.substring(0, colon)).bit();
            for (String word : line.substring(colon + 1).strip().split(" +", -1)) {
                add(word, bit);
            }
        }
        complete();
    }

    /** Adds a word with all that may stand around it. */
    private void add(String word, int bit) {
        boolean start = word.startsWith("^");
        boolean end = word.endsWith("$");
        String letters = word.substring(start ? 1 : 0, word.length() - (end ? 1 : 0));
        for (int before : start ? EDGES : ANYTHING) {
            for (int after : end ? EDGES : ANYTHING) {
                int state = step(0, before);
                for (int i = 0; i < letters.length(); i++) {
                    state = step(state, symbol(letters.charAt(i)));
                }
                found[step(state, after)] |= bit;
            }
        }
    }

    /** The state behind a symbol, made where there is none; the same where there is no symbol. */
    private int step(int state, int symbol) {
        if (symbol < 0) {
            return state;
        }
        if (next[state * SYMBOLS + symbol] == 0) {
            if (states == found.length) {
                found = Arrays.copyOf(found, 2 * states);
                next = Arrays.copyOf(next, 2 * next.length);
            }
            next[state * SYMBOLS + symbol] = (char) states++;
        }
        return next[state * SYMBOLS + symbol];
    }

    /** Lets each state go on where no word does, with the longest ending of what was read that begins a word. */
    private void complete() {
        int[] endings = new int[states];
        Deque<Integer> open = new ArrayDeque<>(List.of(0));
        while (!open.isEmpty()) {
            int state = open.remove();
            for (int symbol = 0; symbol < SYMBOLS; symbol++) {
                int at = state * SYMBOLS + symbol;
                int ending = state == 0 ? 0 : next[endings[state] * SYMBOLS + symbol];
                if (next[at] == 0) {
                    next[at] = (char) ending;
                } else {
                    endings[next[at]] = ending;
                    found[next[at]] |= found[ending];
                    open.add((int) next[at]);
                }
            }
        }
    }

    /** The traits that a class attribute, an id or a role names. */
    static int of(String names) {
        return names.isEmpty() ? 0 : ALL.find(names);
    }

    private int find(String names) {
        int state = next[GAP];
        int traits = 0;
        int last = GAP;
        char previous = ' ';
        for (int i = 0; i < names.length(); i++) {
            char unit = names.charAt(i);
            int symbol = symbol(unit);
            boolean hump = unit >= 'A' && unit <= 'Z' && previous >= 'a' && previous <= 'z';
            if (hump) {
                state = next[state * SYMBOLS + HYPHEN];
                traits |= found[state];
            }
            // Of several hyphens in a row, and of those that begin a name, none counts but the first behind a letter.
            if (symbol != HYPHEN || last < HYPHEN) {
                state = next[state * SYMBOLS + symbol];
                traits |= found[state];
                last = symbol;
            }
            previous = unit;
        }
        return traits | found[next[state * SYMBOLS + GAP]];
    }

    private static int symbol(char unit) {
        if (unit >= 'a' && unit <= 'z') {
            return unit - 'a';
        }
        if (unit >= 'A' && unit <= 'Z') {
            return unit - 'A';
        }
        if (unit >= '0' && unit <= '9') {
            return 26 + unit - '0';
        }
        return unit <= ' ' ? GAP : HYPHEN;
    }
}
