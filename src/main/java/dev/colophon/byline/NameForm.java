package dev.colophon.byline;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.util.ULocale;
import dev.colophon.text.Invisibles;
import dev.colophon.text.NameFolding;
import dev.colophon.text.NormalForm;
import dev.colophon.text.Spaces;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Gives a name its normal form without losing a letter or a mark. */
final class NameForm {
    private static final String EDGES = ".,;:-\u2013\u2014|/'\u2019\u2018`\"_*~\u00b7\u30fb";

    private static final int LONGEST_ACRONYM = 3;
    private static final Set<String> TWO_LETTERS_I = Set.of("tr", "az");
    private static final ULocale TURKISH_RULES = new ULocale("tr");
    /** Letters that neither has. */
    private static final String FOREIGN = "QWX";

    private static final String TURKISH = "\u0130\u0131\u011e\u018f";
    private static final String TURKISH_OR_ROMANIAN = TURKISH + "\u015e";

    private NameForm() {}

    /** NFC, white space collapsed, punctuation at the ends removed: {@code " Jane  Doe, "} → {@code "Jane Doe"}. */
    static String tidy(String raw) {
        String name = Spaces.collapse(NormalForm.NFC.of(Invisibles.drop(raw)));
        int start = 0;
        int end = name.length();
        while (start < end && isEdge(name.charAt(start))) {
            start++;
        }
        while (end > start && isEdge(name.charAt(end - 1)) && !endsInitial(name.substring(start, end))) {
            end--;
        }
        return name.substring(start, end).strip();
    }

    private static boolean isEdge(char unit) {
        return unit == ' ' || EDGES.indexOf(unit) >= 0;
    }

    /** Whether the dot at the end belongs to {@code C.} or {@code Jr.}. */
    private static boolean endsInitial(String name) {
        if (!name.endsWith(".")) {
            return false;
        }
        String last = name.substring(name.lastIndexOf(' ') + 1);
        return last.indexOf('.') < last.length() - 1
                || Letters.count(last) == 1
                || Lexicon.GENERATION.contains(NameFolding.fold(last));
    }

    /**
     * Words in capitals get small letters where the whole name is in capitals: {@code JANE O'NEILL} → {@code Jane O'Neill},
     * {@code İSMAİL IŞIK} → {@code İsmail Işık}.
     *
     * @param language BCP-47 tag of the text around it; null where unknown
     */
    static String withoutShouting(String name, @Nullable String language) {
        String[] words = name.split(" ");
        if (words.length < 2 || !isShouted(name, words)) {
            return name;
        }
        ULocale rules = rules(name, language);
        boolean group = Kinds.isGroup(Tokens.of(name));
        StringBuilder out = new StringBuilder(name.length());
        for (int i = 0; i < words.length; i++) {
            String word = words[i];
            boolean outer = i == 0 || i == words.length - 1;
            boolean initials = out.isEmpty() && word.length() == 2 && !Letters.allCapitals(name);
            boolean kept = (group || initials) && isAcronym(word);
            out.append(out.isEmpty() ? "" : " ").append(kept ? word : quiet(word, outer, rules));
        }
        return out.toString();
    }

    /** Capitals throughout, but for {@code DONALD McNEIL Jr.} */
    private static boolean isShouted(String name, String[] words) {
        return Letters.allCapitals(name)
                || (Letters.isShouted(words[0])
                        && Arrays.stream(words)
                                .allMatch(word -> Letters.allCapitals(word.substring(smallPrefix(word)))
                                        || Lexicon.GENERATION.contains(NameFolding.fold(word))));
    }

    /** The length of {@code Mc} in {@code McNEIL}; 0 where the word does not begin so. */
    private static int smallPrefix(String word) {
        for (String prefix : List.of("Mac", "Mc")) {
            if (word.startsWith(prefix) && word.length() > prefix.length() + 1) {
                return prefix.length();
            }
        }
        return 0;
    }

    /** Whether one of the words may be an acronym: {@code USA TODAY}, but not {@code EL HERALDO}. */
    static boolean holdsAcronym(String name) {
        return Arrays.stream(name.split(" "))
                .anyMatch(word -> Letters.count(word) <= LONGEST_ACRONYM
                        && Letters.allCapitals(word)
                        && !Lexicon.ARTICLE.contains(NameFolding.fold(word))
                        && !Lexicon.PARTICLE.contains(NameFolding.fold(word)));
    }

    /** {@code CBS} of {@code CBS NEWS}: no vowel, or an agency's. */
    private static boolean isAcronym(String word) {
        String folded = NameFolding.fold(word);
        return Letters.count(word) <= LONGEST_ACRONYM
                && (folded.chars().noneMatch(unit -> "aeiouy".indexOf(unit) >= 0) || Lexicon.AGENCY.contains(folded));
    }

    private static String quiet(String word, boolean outer, ULocale rules) {
        int prefix = smallPrefix(word);
        if (prefix > 0) {
            return word.substring(0, prefix) + quiet(word.substring(prefix), outer, rules);
        }
        boolean initials = word.indexOf('.') >= 0 && !Lexicon.GENERATION.contains(NameFolding.fold(word));
        if (initials || Letters.count(word) < 2 || isRomanNumber(word)) {
            return word;
        }
        String small = UCharacter.toLowerCase(rules, word);
        // What has marks that no particle has is a name: VĂN is not the Dutch van.
        boolean particle = !outer && NameFolding.fold(word).equals(small) && Lexicon.PARTICLE.contains(small);
        return particle ? small : capitalised(small, rules);
    }

    /** Turkish and Azeri have two letters i: by the language, or by letters that hardly another language has. */
    private static ULocale rules(String name, @Nullable String language) {
        if (name.chars().anyMatch(unit -> FOREIGN.indexOf(unit) >= 0)) {
            return ULocale.ROOT;
        }
        boolean told = language != null && TWO_LETTERS_I.contains(new ULocale(language).getLanguage());
        String letters = language == null ? TURKISH_OR_ROMANIAN : TURKISH;
        return told || name.chars().anyMatch(unit -> letters.indexOf(unit) >= 0) ? TURKISH_RULES : ULocale.ROOT;
    }

    private static boolean isRomanNumber(String word) {
        return word.chars().allMatch(unit -> unit == 'I' || unit == 'V') && word.length() <= 4;
    }

    /** A capital at the start, after a hyphen and after {@code O'} or {@code Mc}. */
    private static String capitalised(String small, ULocale rules) {
        StringBuilder out = new StringBuilder(small.length());
        boolean capital = true;
        for (int i = 0; i < small.length(); ) {
            int codePoint = small.codePointAt(i);
            i += Character.charCount(codePoint);
            out.append(
                    capital
                            ? UCharacter.toTitleCase(rules, Character.toString(codePoint), null)
                            : Character.toString(codePoint));
            boolean elided = (codePoint == '\'' || codePoint == '\u2019') && i <= 3;
            boolean mac = i == 2 && small.startsWith("mc") && small.length() > 3;
            capital = codePoint == '-' || elided || mac;
        }
        return out.toString();
    }
}
