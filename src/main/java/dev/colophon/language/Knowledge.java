package dev.colophon.language;

import com.ibm.icu.util.ULocale;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is known of languages beside statistics: kin, letters, scripts. */
final class Knowledge {
    /** Share of letters of its own from which on a language is told by them. */
    private static final double OWN_LETTERS = 0.004;

    private static final List<Set<String>> FAMILIES =
            rows("families.txt").stream().map(row -> Set.of(row.split(" "))).toList();
    private static final List<Letters> LETTERS =
            rows("letters.txt").stream().map(Letters::read).toList();

    /** Codes that stand for the same language in use (CLDR's supplementalMetadata has them as aliases). */
    private static final Map<String, String> CODES =
            Map.of("nb", "no", "iw", "he", "in", "id", "ji", "yi", "cmn", "zh", "tl", "fil", "mo", "ro", "zsm", "ms");

    private record Letters(String language, String script, String own) {
        static Letters read(String row) {
            String[] cells = row.split(" ");
            return new Letters(cells[0], cells[1], cells[2]);
        }
    }

    private Knowledge() {}

    static boolean related(String one, String other) {
        return FAMILIES.stream().anyMatch(family -> family.contains(one) && family.contains(other));
    }

    /** Whether the code is an ISO 639 language of a particular people; {@code und}, {@code mul}, {@code zxx} are none. */
    static boolean isLanguage(String code) {
        boolean special = Set.of("und", "mul", "mis", "zxx", "root").contains(code);
        return !special && !new ULocale(code).getISO3Language().isEmpty();
    }

    static String usualCode(String language) {
        return CODES.getOrDefault(language, language);
    }

    /** The language that letters of its own tell; null where none does. */
    static @Nullable String languageOfLetters(String script, Sample sample) {
        for (Letters row : LETTERS) {
            if (row.script().equals(script)) {
                long own = sample.text()
                        .chars()
                        .filter(unit -> row.own().indexOf(unit) >= 0)
                        .count();
                if (own > 1 && own >= sample.letters() * OWN_LETTERS) {
                    return row.language();
                }
            }
        }
        return null;
    }

    /** Whether two ISO 15924 codes name the same letters; {@code Hani} covers all Chinese and {@code Jpan} its Kana. */
    static boolean sameScript(String one, String other) {
        return letters(one).equals(letters(other));
    }

    private static String letters(String script) {
        return switch (script) {
            case "Hans", "Hant", "Hani" -> "Hani";
            case "Kore", "Hang" -> "Hang";
            case "Jpan", "Hira", "Kana" -> "Jpan";
            case "Aran" -> "Arab";
            default -> script;
        };
    }

    /** Whether the script is one that the language is commonly written in. */
    static boolean writtenIn(String language, String script) {
        String usual = ULocale.addLikelySubtags(new ULocale(language)).getScript();
        return usual.isEmpty()
                || sameScript(usual, script)
                || SCRIPTS.getOrDefault(language, Set.of()).contains(script);
    }

    /** Second scripts of languages that are written in several, after CLDR's languageData. */
    private static final Map<String, Set<String>> SCRIPTS = Map.ofEntries(
            Map.entry("sr", Set.of("Latn")),
            Map.entry("bs", Set.of("Cyrl")),
            Map.entry("sh", Set.of("Cyrl")),
            Map.entry("uz", Set.of("Cyrl", "Arab")),
            Map.entry("kk", Set.of("Latn", "Arab")),
            Map.entry("az", Set.of("Cyrl", "Arab")),
            Map.entry("tk", Set.of("Cyrl")),
            Map.entry("pa", Set.of("Arab")),
            Map.entry("ku", Set.of("Arab")),
            Map.entry("ks", Set.of("Deva")),
            Map.entry("sd", Set.of("Deva")),
            Map.entry("mn", Set.of("Mong")),
            Map.entry("ms", Set.of("Arab")),
            Map.entry("ha", Set.of("Arab")),
            Map.entry("hi", Set.of("Latn")));

    private static List<String> rows(String table) {
        InputStream resource = Objects.requireNonNull(
                Knowledge.class.getResourceAsStream(table), "the table " + table + " is part of the jar");
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(table, broken);
        }
    }
}
