package dev.colophon.byline.people;

import com.ibm.icu.lang.UScript;
import java.util.ArrayList;
import java.util.List;

/**
 * Compares a name in Chinese characters with one in Latin letters, syllable by syllable: {@code 陈思远} is
 * {@code Chen Siyuan} and {@code Siyuan Chen}. Of two characters too many people have the same sounds.
 */
final class Pinyin {
    private static final int LEAST_CHARACTERS = 3;

    private Pinyin() {}

    static boolean fits(PersonName one, PersonName other) {
        if (one.script() == UScript.LATIN) {
            return other.script() == UScript.HAN && fits(other, one);
        }
        String characters = one.folded().replace(" ", "");
        boolean apply = one.script() == UScript.HAN
                && other.script() == UScript.LATIN
                && other.size() > 1
                && characters.codePointCount(0, characters.length()) >= LEAST_CHARACTERS;
        String sounds = String.join("", one.roman());
        return apply && (sounds.equals(String.join("", other.roman())) || sounds.equals(familyFirst(other.roman())));
    }

    /** The last word before the others. */
    static String familyFirst(List<String> words) {
        List<String> turned = new ArrayList<>(words.subList(words.size() - 1, words.size()));
        turned.addAll(words.subList(0, words.size() - 1));
        return String.join("", turned);
    }
}
