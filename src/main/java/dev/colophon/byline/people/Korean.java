package dev.colophon.byline.people;

import com.ibm.icu.lang.UScript;
import dev.colophon.text.NormalForm;
import java.util.List;

/**
 * Compares a name in Hangul with one in Latin letters as Koreans spell it, by classes of sounds: {@code 박지훈} is
 * {@code Park Ji-hoon}, {@code 이수민} is {@code Lee Soo-min}. It tells few vowels apart.
 */
final class Korean {
    /** Latin classes of the 19 leading consonants from U+1100 on, the 21 vowels and the 27 final consonants. */
    private static final String LEADS = "KKNTTRMPPSS.CCCKTP.";

    private static final String VOWELS = "AEAEOEOEOAEEOOOEIOOII";
    private static final String TAILS = "KKKNNNTRKMRRRPRMPPSSGCCKTP.";
    private static final int FIRST_LEAD = 0x1100;
    private static final int FIRST_VOWEL = 0x1161;
    private static final int FIRST_TAIL = 0x11a8;

    /** Spellings of Latin letters in their class, the longest first. */
    private static final String[][] SOUNDS = {
        {"yeo", "O"},
        {"you", "O"},
        {"yoo", "O"},
        {"woo", "O"},
        {"oui", "I"},
        {"yae", "E"},
        {"wae", "E"},
        {"eui", "I"},
        {"wui", "I"},
        {"ng", "G"},
        {"eo", "O"},
        {"eu", "O"},
        {"oo", "O"},
        {"ou", "O"},
        {"ae", "E"},
        {"ee", "I"},
        {"oe", "E"},
        {"oi", "E"},
        {"ui", "I"},
        {"wi", "I"},
        {"ya", "A"},
        {"ye", "E"},
        {"yo", "O"},
        {"yu", "O"},
        {"wa", "A"},
        {"wo", "O"},
        {"we", "E"},
        {"ai", "E"},
        {"ay", "E"},
        {"ch", "C"},
        {"sh", "S"},
        {"kk", "K"},
        {"tt", "T"},
        {"pp", "P"},
        {"ss", "S"},
        {"jj", "C"},
        {"a", "A"},
        {"e", "E"},
        {"i", "I"},
        {"o", "O"},
        {"u", "O"},
        {"y", "I"},
        {"k", "K"},
        {"g", "K"},
        {"n", "N"},
        {"t", "T"},
        {"d", "T"},
        {"r", "R"},
        {"l", "R"},
        {"m", "M"},
        {"p", "P"},
        {"b", "P"},
        {"s", "S"},
        {"j", "C"},
        {"c", "K"},
        {"z", "C"}
    };

    /** Surnames that are spelled as they never sound. */
    private static final String[][] SURNAMES = {
        {"lee", "i"},
        {"rhee", "i"},
        {"yi", "i"},
        {"ri", "i"},
        {"park", "pak"},
        {"lim", "im"},
        {"rim", "im"},
        {"ryu", "yu"},
        {"roh", "no"},
        {"ryoo", "yu"},
        {"yoon", "yun"}
    };

    private Korean() {}

    static boolean fits(PersonName one, PersonName other) {
        if (one.script() == UScript.LATIN) {
            return other.script() == UScript.HANGUL && fits(other, one);
        }
        if (one.script() != UScript.HANGUL || other.script() != UScript.LATIN || other.size() < 2) {
            return false;
        }
        String hangul = ofHangul(one.folded().replace(" ", ""));
        List<String> words = other.words();
        List<String> turned = List.of(words.get(words.size() - 1), String.join("", words.subList(0, words.size() - 1)));
        return hangul.equals(ofLatin(words)) || hangul.equals(ofLatin(turned));
    }

    private static String ofHangul(String name) {
        StringBuilder out = new StringBuilder();
        for (char unit : NormalForm.NFD.of(name).toCharArray()) {
            if (unit >= FIRST_TAIL) {
                append(out, at(TAILS, unit - FIRST_TAIL));
            } else if (unit >= FIRST_VOWEL) {
                append(out, at(VOWELS, unit - FIRST_VOWEL));
            } else if (unit >= FIRST_LEAD) {
                append(out, at(LEADS, unit - FIRST_LEAD));
            }
        }
        return out.toString();
    }

    private static char at(String classes, int index) {
        return index < classes.length() ? classes.charAt(index) : '.';
    }

    private static void append(StringBuilder out, char sound) {
        if (sound != '.') {
            out.append(sound);
        }
    }

    private static String ofLatin(List<String> words) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < words.size(); i++) {
            String word = i == 0 ? surname(words.get(0)) : words.get(i);
            String bare = word.replace("h", "\u0001")
                    .replace("c\u0001", "ch")
                    .replace("s\u0001", "sh")
                    .replace("\u0001", "");
            for (int at = 0; at < bare.length(); ) {
                at += appendSound(out, bare, at);
            }
        }
        return out.toString();
    }

    private static String surname(String word) {
        for (String[] known : SURNAMES) {
            if (known[0].equals(word)) {
                return known[1];
            }
        }
        return word;
    }

    private static int appendSound(StringBuilder out, String word, int at) {
        for (String[] sound : SOUNDS) {
            if (word.startsWith(sound[0], at)) {
                out.append(sound[1]);
                return sound[0].length();
            }
        }
        return 1;
    }
}
