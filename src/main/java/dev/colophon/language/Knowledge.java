package dev.colophon.language;

import com.ibm.icu.util.ULocale;
import dev.colophon.text.WordLists;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is known of languages beside statistics and letters: kin, codes, scripts. */
final class Knowledge {
    private static final List<Set<String>> FAMILIES =
            rows("families.txt").map(cells -> Set.of(cells)).toList();

    /** Codes that stand for the same language, and the usual one. */
    private static final Map<String, String> CODES =
            rows("codes.txt").collect(Collectors.toUnmodifiableMap(cells -> cells[0], cells -> cells[1]));

    /** Second scripts of languages that are written in several. */
    private static final Map<String, List<String>> SCRIPTS = rows("scripts.txt")
            .collect(Collectors.toUnmodifiableMap(
                    cells -> cells[0], cells -> List.of(cells).subList(1, cells.length)));

    private Knowledge() {}

    /** The cells of each row of a table. */
    static Stream<String[]> rows(String table) {
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
