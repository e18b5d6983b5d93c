package dev.colophon.byline.people;

import com.ibm.icu.lang.UScript;
import dev.colophon.byline.NameWords;
import dev.colophon.text.NameFolding;
import dev.colophon.text.Recent;
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
 * @param written the name as it was given
 */
record PersonName(
        String folded, List<String> words, List<String> roman, List<Skeleton> skeletons, int script, String written) {
    PersonName {
        words = List.copyOf(words);
        roman = List.copyOf(roman);
        skeletons = List.copyOf(skeletons);
    }

    /** The names of a block are compared each with each. */
    private static final Recent<PersonName> NAMES = new Recent<>(1 << 13, PersonName::read);

    static PersonName of(String name) {
        return NAMES.of(name);
    }

    private static PersonName read(String name) {
        String folded = Orthography.unified(NameFolding.fold(name));
        List<String> words = folded.isEmpty() ? List.of() : bare(Arrays.asList(folded.split(" ")));
        List<String> roman = words.stream().map(Romanization::of).toList();
        return new PersonName(
                String.join(" ", words),
                words,
                roman,
                roman.stream().map(Skeleton::of).toList(),
                Romanization.script(folded),
                name);
    }

    /** Without titles before and degrees behind at least two words. */
    private static List<String> bare(List<String> words) {
        int start = 0;
        int end = words.size();
        while (end - start > 2 && words.get(start).length() > 1 && NameWords.isTitle(words.get(start))) {
            start++;
        }
        while (end - start > 2 && words.get(end - 1).length() > 2 && NameWords.isDegree(words.get(end - 1))) {
            end--;
        }
        boolean dotted = end - start > 3 && NameWords.isDegree(words.get(end - 2) + words.get(end - 1));
        end -= dotted ? 2 : 0;
        return words.subList(start, end);
    }

    int size() {
        return words.size();
    }

    boolean isInitial(int index) {
        String word = words.get(index);
        boolean single = word.codePointCount(0, word.length()) == 1;
        return (single && isAlphabet())
                || (index < words.size() - 1 && isSouthern() && Romanization.isOneSyllable(word));
    }

    /** Whether initials are written as syllables: {@code மு. க. செல்வி}. */
    private boolean isSouthern() {
        return switch (script) {
            case UScript.TAMIL, UScript.TELUGU, UScript.KANNADA, UScript.MALAYALAM, UScript.SINHALA -> true;
            default -> false;
        };
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
