package dev.colophon.byline.people;

import java.util.Set;

/**
 * What is left of a romanised word when spellings that differ between systems of romanisation are made one: the
 * consonants in classes, and the vowels between them. {@code abhra} and {@code avra} are both {@code BR} with the vowels
 * {@code a..a}: a point stands for each consonant.
 */
record Skeleton(String consonants, String vowels) {
    /** How far vowels must go together. */
    enum Vowels {
        /** Both spellings write all of them. */
        WRITTEN,
        /** One spelling may leave some out, or write some that nobody speaks: the {@code a} of Indic scripts. */
        SPOKEN,
        /** Besides, those may differ that differ between two romanisations of one name. */
        LOOSE
    }

    private static final Set<String> NEAR = Set.of("ao", "ei");
    private static final Set<String> FURTHER = Set.of("ae", "ou");

    /** Spellings of one sound, the longest first. */
    private static final String[][] SOUNDS = {
        {"shch", "S"},
        {"ngh", "N"},
        {"ng", "N"},
        {"tsch", "C"},
        {"tch", "C"},
        {"sch", "S"},
        {"chh", "C"},
        {"ksh", "KS"},
        {"dzh", "J"},
        {"ch", "C"},
        {"sh", "S"},
        {"cz", "C"},
        {"sz", "S"},
        {"zh", "Z"},
        {"kh", "K"},
        {"gh", "G"},
        {"ph", "P"},
        {"lj", "L"},
        {"nj", "N"},
        {"dj", "D"},
        {"bh", "B"},
        {"th", "T"},
        {"dh", "D"},
        {"ts", "TS"},
        {"tz", "TS"},
        {"ck", "K"},
        {"qu", "K"},
        {"rh", "R"},
        {"jh", "J"},
        {"x", "KS"},
        {"b", "B"},
        {"v", "B"},
        {"w", "B"},
        {"p", "P"},
        {"f", "P"},
        {"c", "K"},
        {"k", "K"},
        {"q", "K"},
        {"g", "G"},
        {"j", "J"},
        {"s", "S"},
        {"z", "Z"},
        {"t", "T"},
        {"d", "D"},
        {"l", "L"},
        {"m", "M"},
        {"n", "N"},
        {"r", "R"},
        {"h", ""},
        {"y", ""}
    };

    static Skeleton of(String roman) {
        StringBuilder consonants = new StringBuilder();
        StringBuilder vowels = new StringBuilder();
        for (int at = 0; at < roman.length(); ) {
            char unit = roman.charAt(at);
            if (roman.startsWith("oo", at) || roman.startsWith("ee", at)) {
                add(vowels, unit == 'o' ? 'u' : 'i');
                at += 2;
            } else if (isVowel(roman, at)) {
                add(vowels, unit);
                at++;
            } else if (unit == 'y' && !isVowel(roman, at - 1) && !isVowel(roman, at + 1)) {
                add(vowels, 'i');
                at++;
            } else if (unit == 'w' && at > 0 && isVowel(roman, at - 1) && !isVowel(roman, at + 1)) {
                at++;
            } else {
                String[] sound = sound(roman, at);
                at += sound[0].length();
                addAll(sound[1], consonants, vowels);
            }
        }
        return new Skeleton(consonants.toString(), vowels.toString());
    }

    private static String[] sound(String roman, int at) {
        for (String[] sound : SOUNDS) {
            if (roman.startsWith(sound[0], at)) {
                return sound;
            }
        }
        return new String[] {roman.substring(at, at + 1), ""};
    }

    private static boolean isVowel(String roman, int at) {
        return at >= 0 && at < roman.length() && "aeiou".indexOf(roman.charAt(at)) >= 0;
    }

    /** Each consonant ends the vowels before it; a doubled one is one. */
    private static void addAll(String sounds, StringBuilder consonants, StringBuilder vowels) {
        for (int i = 0; i < sounds.length(); i++) {
            boolean doubled = !consonants.isEmpty()
                    && !vowels.isEmpty()
                    && consonants.charAt(consonants.length() - 1) == sounds.charAt(i)
                    && vowels.charAt(vowels.length() - 1) == '.';
            if (!doubled) {
                consonants.append(sounds.charAt(i));
                vowels.append('.');
            }
        }
    }

    /** The consonants as Tamil writes them, with one letter for a voiced and a voiceless one, and for {@code ch} and {@code s}. */
    Skeleton voiceless() {
        return new Skeleton(
                consonants
                        .replace('G', 'K')
                        .replace('D', 'T')
                        .replace('B', 'P')
                        .replace('J', 'S')
                        .replace('C', 'S'),
                vowels);
    }

    private static void add(StringBuilder out, char unit) {
        if (out.isEmpty() || out.charAt(out.length() - 1) != unit) {
            out.append(unit);
        }
    }

    /**
     * Whether the consonants are equal and the vowels between them go together.
     */
    boolean sounds(Skeleton other, Vowels vowelsAre) {
        String[] one = vowels.split("\\.", -1);
        String[] two = other.vowels.split("\\.", -1);
        if (!consonants.equals(other.consonants) || one.length != two.length) {
            return false;
        }
        for (int i = 0; i < one.length; i++) {
            if (!fits(one[i], two[i], vowelsAre)) {
                return false;
            }
        }
        return true;
    }

    private static boolean fits(String one, String other, Vowels vowelsAre) {
        if (one.isEmpty() || other.isEmpty()) {
            return vowelsAre != Vowels.WRITTEN || one.equals(other);
        }
        boolean loosely = vowelsAre == Vowels.LOOSE;
        int last = one.length() - 1;
        return isOneSound(one.charAt(0), other.charAt(0), loosely)
                || isOneSound(one.charAt(last), other.charAt(other.length() - 1), loosely);
    }

    /** {@code a} and {@code o} are one vowel of Bengali, {@code e} and {@code i} are near in many languages. */
    private static boolean isOneSound(char one, char other, boolean loosely) {
        String pair = one < other ? "" + one + other : "" + other + one;
        return one == other || NEAR.contains(pair) || (loosely && FURTHER.contains(pair));
    }
}
