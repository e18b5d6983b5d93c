package dev.colophon.language;

import com.ibm.icu.util.ULocale;
import dev.colophon.text.WordLists;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is known of languages beside statistics: kin, letters, scripts. */
final class Knowledge {
    /** Share of letters of its own from which on a language is told by them. */
    private static final double OWN_LETTERS = 0.004;

    private static final List<Set<String>> FAMILIES =
            rows("families.txt").map(cells -> Set.of(cells)).toList();
    private static final List<Letters> LETTERS =
            rows("letters.txt").map(Letters::of).toList();

    /** Codes that stand for the same language, and the usual one. */
    private static final Map<String, String> CODES =
            rows("codes.txt").collect(Collectors.toUnmodifiableMap(cells -> cells[0], cells -> cells[1]));

    /** Second scripts of languages that are written in several. */
    private static final Map<String, List<String>> SCRIPTS = rows("scripts.txt")
            .collect(Collectors.toUnmodifiableMap(
                    cells -> cells[0], cells -> List.of(cells).subList(1, cells.length)));

    private record Letters(String language, String script, String own) {
        static Letters of(String[] cells) {
            return new Letters(cells[0], cells[1], cells[2]);
        }
    }

    private Knowledge() {}

    /** The cells of each row of a table. */
    private static Stream<String[]> rows(String table) {
        return WordLists.lines(Knowledge.class, table).stream().map(row -> row.split(" ", -1));
    }

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
                || SCRIPTS.getOrDefault(language, List.of()).contains(script);
    }
}
