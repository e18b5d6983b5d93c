package dev.colophon.language;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Tells languages by letters that other languages of their script lack. Alphabets overlap: the language with the fewest
 * letters that has nearly all that a text shows is the likeliest.
 */
final class OwnLetters {
    private static final double USUAL_SHARE = 0.015;
    /** A text names people and places of its neighbours. */
    private static final double NEARLY_ALL = 0.95;

    private static final double MOST = 0.6;

    private static final Map<String, OwnLetters> BY_SCRIPT = Knowledge.rows("letters.txt")
            .collect(Collectors.groupingBy(
                    cells -> cells[1],
                    Collectors.collectingAndThen(
                            Collectors.mapping(Alphabet::of, Collectors.toList()), OwnLetters::new)));

    private final List<Alphabet> alphabets;
    private final String all;

    /**
     * A language's letters in both cases.
     *
     * @param leastShare of them among the letters of a text
     */
    private record Alphabet(String language, String letters, double leastShare) {
        static Alphabet of(String[] cells) {
            return new Alphabet(
                    cells[0],
                    cells[2] + cells[2].toUpperCase(Locale.ROOT),
                    cells.length > 3 ? Double.parseDouble(cells[3]) : USUAL_SHARE);
        }
    }

    private OwnLetters(List<Alphabet> rows) {
        alphabets = rows.stream()
                .sorted(Comparator.comparingInt(row -> row.letters().length()))
                .toList();
        all = rows.stream().map(Alphabet::letters).collect(Collectors.joining());
    }

    /** The language that the letters of a text tell; null where they tell none. */
    static @Nullable String language(String script, Sample sample, @Nullable String stated) {
        OwnLetters letters = BY_SCRIPT.get(script);
        return letters == null ? null : letters.language(sample, stated);
    }

    private @Nullable String language(Sample sample, @Nullable String stated) {
        long shown = count(sample, all);
        if (shown < 2 || words(sample) < 2) {
            return null;
        }
        String fitting = null;
        String nearest = null;
        long most = (long) Math.ceil(shown * MOST) - 1;
        for (Alphabet alphabet : alphabets) {
            long own = count(sample, alphabet.letters());
            if (own < 2 || own < sample.letters() * alphabet.leastShare()) {
                continue;
            }
            boolean fits = own >= shown * NEARLY_ALL;
            if (fits && alphabet.language().equals(stated)) {
                return stated;
            }
            fitting = fits && fitting == null ? alphabet.language() : fitting;
            nearest = own > most ? alphabet.language() : nearest;
            most = Math.max(most, own);
        }
        return fitting == null ? nearest : fitting;
    }

    /** Different words that have such letters: a name that a text repeats does not tell its language. */
    private long words(Sample sample) {
        return Arrays.stream(sample.text().split(" "))
                .filter(word -> word.chars().anyMatch(unit -> all.indexOf(unit) >= 0))
                .distinct()
                .count();
    }

    private static long count(Sample sample, String letters) {
        return sample.text().chars().filter(unit -> letters.indexOf(unit) >= 0).count();
    }
}
