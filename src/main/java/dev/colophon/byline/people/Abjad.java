package dev.colophon.byline.people;

import com.ibm.icu.lang.UScript;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Compares a name in Arabic letters with one in Latin letters more closely than by consonants: every long vowel that one
 * writes has to stand in the other. {@code سمير} is {@code Samir} and not {@code Samira}, {@code حسن} is {@code Hassan} and not
 * {@code Hussein}.
 */
final class Abjad {
    private static final Set<String> ARTICLES =
            Set.of("al", "el", "ul", "ar", "as", "ash", "ad", "az", "an", "ur", "us", "ud");
    private static final List<String> SERVANT = List.of("abdul", "abdel", "abdal", "abdoul", "abdur", "abdus");
    private static final String LONG = "\u0627\u0648\u064a";
    private static final char AIN = '\u0639';

    /** Letters between two vowels that romanisation often leaves out. */
    private static final String BREATHED = "\u0639\u062d\u0647";

    private static final int LEAST_CONSONANTS = 4;

    /** A word as consonants by class and what stands before, between and after them. */
    private record Bones(String consonants, List<String> gaps) {
        Bones {
            gaps = List.copyOf(gaps);
        }
    }

    private Abjad() {}

    static boolean fits(PersonName one, PersonName other) {
        if (one.script() == UScript.LATIN && other.script() == UScript.ARABIC) {
            return fits(other, one);
        }
        boolean apply = one.script() == UScript.ARABIC && other.script() == UScript.LATIN;
        List<Bones> arabic = apply ? arabic(one) : List.of();
        List<Bones> latin = apply ? latin(other) : List.of();
        int consonants = 0;
        boolean fits = arabic.size() > 1 && arabic.size() == latin.size();
        for (int i = 0; fits && i < arabic.size(); i++) {
            fits = fits(arabic.get(i), latin.get(i));
            consonants += arabic.get(i).consonants().length();
        }
        return fits && consonants >= LEAST_CONSONANTS;
    }

    private static boolean fits(Bones arabic, Bones latin) {
        if (!arabic.consonants().equals(latin.consonants())) {
            return false;
        }
        int last = arabic.gaps().size() - 1;
        for (int i = 0; i <= last; i++) {
            if (!fits(arabic.gaps().get(i), latin.gaps().get(i), i > 0 && i == last)) {
                return false;
            }
        }
        return true;
    }

    private static boolean fits(String written, String spoken, boolean end) {
        if (written.isEmpty()) {
            return end ? spoken.isEmpty() : spoken.length() <= 1;
        }
        if (written.charAt(0) == AIN) {
            return true;
        }
        if (written.length() > 1) {
            return !spoken.isEmpty();
        }
        String fitting = switch (LONG.indexOf(written.charAt(0))) {
            case 0 -> "ae";
            case 1 -> "ou";
            default -> "ie";
        };
        return spoken.chars().anyMatch(unit -> fitting.indexOf(unit) >= 0);
    }

    private static List<Bones> arabic(PersonName name) {
        List<Bones> out = new ArrayList<>();
        for (String word : name.words()) {
            boolean servant = word.startsWith("\u0639\u0628\u062f\u0627\u0644") && word.length() > 6;
            if (servant) {
                out.add(arabic(word.substring(0, 3)));
            }
            out.add(arabic(withoutArticle(servant ? word.substring(3) : word)));
        }
        return out;
    }

    private static String withoutArticle(String word) {
        return word.startsWith("\u0627\u0644") && word.length() > 4 ? word.substring(2) : word;
    }

    private static Bones arabic(String word) {
        Builder bones = new Builder();
        for (int i = 0; i < word.length(); i++) {
            char letter = word.charAt(i);
            boolean end = i == word.length() - 1 && i > 1;
            if (LONG.indexOf(letter) >= 0) {
                bones.vowel(letter);
            } else if (end && letter == '\u0647') {
                bones.vowel('\u0627');
            } else if (BREATHED.indexOf(letter) >= 0) {
                bones.vowel(AIN);
            } else {
                bones.consonants(
                        Skeleton.of(Romanization.of(String.valueOf(letter))).consonants());
            }
        }
        return bones.whole();
    }

    private static List<Bones> latin(PersonName name) {
        List<Bones> out = new ArrayList<>();
        for (String word : name.words()) {
            String servant =
                    SERVANT.stream().filter(word::startsWith).findFirst().orElse(null);
            if (servant != null) {
                out.add(latin("abd"));
                if (word.length() > servant.length() + 1) {
                    out.add(latin(word.substring(servant.length())));
                }
            } else if (!ARTICLES.contains(word)) {
                out.add(latin(word));
            }
        }
        return out;
    }

    /** {@code w} and {@code y} are what Arabic writes long vowels with. */
    private static Bones latin(String word) {
        Skeleton skeleton = Skeleton.of(word.replace('w', 'u').replace('y', 'i'));
        return new Bones(skeleton.consonants(), List.of(skeleton.vowels().split("\\.", -1)));
    }

    private static final class Builder {
        private final StringBuilder consonants = new StringBuilder();
        private final List<String> gaps = new ArrayList<>(List.of(""));

        void vowel(char letter) {
            gaps.set(gaps.size() - 1, gaps.get(gaps.size() - 1) + letter);
        }

        void consonants(String classes) {
            for (char each : classes.toCharArray()) {
                consonants.append(each);
                gaps.add("");
            }
        }

        Bones whole() {
            return new Bones(consonants.toString(), gaps);
        }
    }
}
