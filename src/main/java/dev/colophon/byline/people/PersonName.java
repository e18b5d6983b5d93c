package dev.colophon.byline.people;

import com.ibm.icu.lang.UScript;
import dev.colophon.text.NameFolding;
import java.util.Arrays;
import java.util.List;

/**
 * A name, taken apart for comparison.
 *
 * @param folded its folded form
 * @param words the folded words
 * @param roman the words in the letters a to z
 * @param skeletons the words' skeletons
 * @param script the script of its first letter, as ICU numbers them
 */
record PersonName(String folded, List<String> words, List<String> roman, List<Skeleton> skeletons, int script) {
    PersonName {
        words = List.copyOf(words);
        roman = List.copyOf(roman);
        skeletons = List.copyOf(skeletons);
    }

    static PersonName of(String name) {
        String folded = pointless(NameFolding.fold(name));
        List<String> words = folded.isEmpty() ? List.of() : Arrays.asList(folded.split(" "));
        List<String> roman = words.stream().map(Romanization::of).toList();
        return new PersonName(
                folded, words, roman, roman.stream().map(Skeleton::of).toList(), Romanization.script(folded));
    }

    /** Arabic without its vowel points. */
    private static String pointless(String folded) {
        return Romanization.script(folded) == UScript.ARABIC ? Romanization.withoutPoints(folded) : folded;
    }

    int size() {
        return words.size();
    }

    boolean isInitial(int index) {
        return words.get(index).codePointCount(0, words.get(index).length()) == 1 && isAlphabet();
    }

    /** Whether words of one letter are initials: not where one character is a syllable or a word. */
    private boolean isAlphabet() {
        return script != UScript.HAN && script != UScript.HANGUL && script != UScript.KATAKANA;
    }

    /** Whether its script writes the vowels, so that equal skeletons say something. */
    boolean writesVowels() {
        return switch (script) {
            case UScript.LATIN, UScript.CYRILLIC, UScript.GREEK, UScript.GEORGIAN, UScript.ARMENIAN -> true;
            default -> Romanization.isIndic(script);
        };
    }
}
