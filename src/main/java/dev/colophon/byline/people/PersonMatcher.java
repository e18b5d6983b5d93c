package dev.colophon.byline.people;

import com.ibm.icu.lang.UScript;
import dev.colophon.byline.NameWords;
import dev.colophon.byline.people.Skeleton.Vowels;
import dev.colophon.text.NormalForm;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Compares names of people. Nothing is joined on letters alone: two people of one name at two publishers stay two.
 * Thread-safe; depends on nothing but its arguments, and not on their order.
 *
 * <p>Of one publisher {@code অভ্র চট্টোপাধ্যায়} and {@code Avra Chattopadhyay} are the same, as their consonants are equal
 * by class and their vowels agree; {@code A. Chattopadhyay} is the same as either where both lead to one author's page or
 * one document names both, and else a proposal.
 */
public final class PersonMatcher {
    /** Letters that carry a name: below that, equal skeletons are chance. */
    private static final int LEAST_CONSONANTS = 3;

    private static final int LEAST_LETTERS = 8;
    private static final int LEAST_BONES = 3;

    /** No score says that two names are surely one person. */
    private static final double MOST = 0.95;

    private PersonMatcher() {}

    /** What a pair of names says, given what else ties them. */
    public static Verdict compare(String one, String other, Set<Tie> ties) {
        return verdict(likeness(PersonName.of(one), PersonName.of(other)), ties);
    }

    /** The same with how much speaks for it and why. */
    public static Finding judge(String one, String other, Set<Tie> ties) {
        return finding(likeness(PersonName.of(one), PersonName.of(other)), ties);
    }

    static Finding finding(Likeness likeness, Set<Tie> ties) {
        StringBuilder reason = new StringBuilder(likeness.words());
        double score = likeness.weight();
        for (Tie tie : Tie.values()) {
            if (ties.contains(tie)) {
                reason.append("; ").append(tie.words());
                score += tie.weight();
            }
        }
        double steps = Math.rint(Math.min(score, MOST) * 20) / 20;
        return new Finding(verdict(likeness, ties), likeness == Likeness.NONE ? 0 : steps, reason.toString());
    }

    static Verdict verdict(Likeness likeness, Set<Tie> ties) {
        boolean tied = ties.contains(Tie.AUTHOR_PAGE) || ties.contains(Tie.DOCUMENT);
        Verdict verdict = switch (likeness.degree()) {
            case NONE -> Verdict.DIFFERENT;
            case FAINT -> Verdict.MAYBE;
            case FITTING -> tied ? Verdict.SAME : Verdict.MAYBE;
            case EQUAL -> Verdict.SAME;
        };
        return verdict == Verdict.SAME && !ties.contains(Tie.PUBLISHER) ? Verdict.MAYBE : verdict;
    }

    static Likeness likeness(PersonName one, PersonName other) {
        if (one.size() == 0 || other.size() == 0) {
            return Likeness.NONE;
        }
        if (one.script() != other.script()) {
            return acrossScripts(one, other);
        }
        if (one.folded().replace(" ", "").equals(other.folded().replace(" ", ""))) {
            return Accents.conflict(one.written(), other.written()) ? Likeness.OTHER_ACCENTS : Likeness.SAME_LETTERS;
        }
        return withinScript(one, other);
    }

    private static Likeness withinScript(PersonName one, PersonName other) {
        if (isUnspaced(one)) {
            return Likeness.NONE;
        }
        if (respelled(one, other)) {
            return Likeness.OTHER_ORTHOGRAPHY;
        }
        if (NativeOrder.isTurned(one, other)) {
            return Likeness.TURNED;
        }
        if (NativeOrder.differInPatronymic(one, other)) {
            return Likeness.PATRONYMIC;
        }
        if (one.size() == other.size() && sorted(one.words()).equals(sorted(other.words()))) {
            return Likeness.OTHER_ORDER;
        }
        if (fitsWithInitials(one, other)) {
            return Likeness.INITIALS;
        }
        if (isShorter(one, other) || isShorter(other, one)) {
            return Likeness.NAME_MORE;
        }
        return one.size() > 1 && soundsAlike(one, other, Vowels.LOOSE) ? Likeness.NEAR_SOUNDS : nearlyAlike(one, other);
    }

    private static boolean isUnspaced(PersonName name) {
        return name.script() == UScript.HAN || name.script() == UScript.HANGUL;
    }

    /** {@code Müller} and {@code Mueller}, {@code Sørensen} and {@code Soerensen}: one name in two orthographies. */
    private static boolean respelled(PersonName one, PersonName other) {
        return one.script() == UScript.LATIN
                && one.size() > 1
                && one.size() == other.size()
                && inTwoLetters(one).equals(inTwoLetters(other));
    }

    /** With two letters for an umlaut that is written: {@code Michael} has none and is not {@code Michał}. */
    private static String inTwoLetters(PersonName name) {
        String lower = NormalForm.NFC.of(name.written()).toLowerCase(Locale.ROOT);
        StringBuilder out = new StringBuilder(lower.length() + 4);
        lower.chars().forEach(unit -> {
            switch (unit) {
                case 'ä', 'æ' -> out.append("ae");
                case 'ö', 'ø' -> out.append("oe");
                case 'ü' -> out.append("ue");
                case 'å' -> out.append("aa");
                default -> out.append((char) unit);
            }
        });
        return PersonName.of(out.toString()).folded();
    }

    private static List<String> sorted(List<String> words) {
        return words.stream().sorted().toList();
    }

    /** Equal last names, and each other name equal or an initial of its counterpart, at least one of them. */
    private static boolean fitsWithInitials(PersonName one, PersonName other) {
        if (one.size() != other.size() || one.size() < 2) {
            return false;
        }
        int last = one.size() - 1;
        boolean initial = false;
        for (int i = 0; i < last; i++) {
            boolean begins = (one.isInitial(i) || other.isInitial(i))
                    && sameStart(one.words().get(i), other.words().get(i));
            initial |= begins;
            if (!begins && !one.words().get(i).equals(other.words().get(i))) {
                return false;
            }
        }
        return initial && one.words().get(last).equals(other.words().get(last));
    }

    private static boolean sameStart(String one, String other) {
        return one.codePointAt(0) == other.codePointAt(0);
    }

    /** Whether the other has all the words of one and more between or around them: {@code Jane Doe}, {@code Jane Q. Doe}. */
    private static boolean isShorter(PersonName one, PersonName other) {
        return one.size() > 1
                && one.size() < other.size()
                && new HashSet<>(other.words()).containsAll(one.words())
                && !isGeneration(other.words().get(other.size() - 1));
    }

    /** Behind a whole name {@code Senior} is no job that begins. */
    private static boolean isGeneration(String word) {
        return NameWords.isGeneration(word) || word.equals("senior");
    }

    private static boolean soundsAlike(PersonName one, PersonName other, Vowels vowels) {
        boolean sayMuch =
                consonants(one) >= LEAST_CONSONANTS && Math.min(letters(one), letters(other)) >= LEAST_LETTERS;
        if (one.size() != other.size() || !sayMuch) {
            return false;
        }
        boolean voiceless = one.script() == UScript.TAMIL || other.script() == UScript.TAMIL;
        for (List<Skeleton> first : Readings.of(one, other)) {
            for (List<Skeleton> second : Readings.of(other, one)) {
                if (sound(first, second, vowels, voiceless)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean sound(List<Skeleton> one, List<Skeleton> other, Vowels vowels, boolean voiceless) {
        for (int i = 0; i < one.size(); i++) {
            Skeleton first = one.get(i);
            Skeleton second = other.get(i);
            if (!(voiceless ? first.voiceless().sounds(second.voiceless(), vowels) : first.sounds(second, vowels))) {
                return false;
            }
        }
        return true;
    }

    private static int letters(PersonName name) {
        return name.roman().stream().mapToInt(String::length).sum();
    }

    /** Equal but for the vowels of one word, or for an initial besides another spelling. */
    private static Likeness nearlyAlike(PersonName one, PersonName other) {
        if (one.size() != other.size() || one.size() < 2) {
            return Likeness.NONE;
        }
        int last = one.size() - 1;
        boolean family = one.skeletons().get(last).equals(other.skeletons().get(last));
        boolean initials = family && (one.isInitial(0) || other.isInitial(0)) && sameRoman(one, other);
        return initials ? Likeness.FAMILY_ALIKE : Likeness.NONE;
    }

    private static boolean sameRoman(PersonName one, PersonName other) {
        String first = one.skeletons().get(0).consonants();
        String second = other.skeletons().get(0).consonants();
        if (first.isEmpty() || second.isEmpty()) {
            return startsEqual(one.roman().get(0), other.roman().get(0));
        }
        return first.charAt(0) == second.charAt(0);
    }

    private static boolean startsEqual(String one, String other) {
        return !one.isEmpty() && !other.isEmpty() && one.charAt(0) == other.charAt(0);
    }

    private static int consonants(PersonName name) {
        return name.skeletons().stream()
                .mapToInt(skeleton -> skeleton.consonants().length())
                .sum();
    }

    private static Likeness acrossScripts(PersonName one, PersonName other) {
        if (one.writesVowels() && other.writesVowels()) {
            return acrossAlphabets(one, other);
        }
        if (Abjad.fits(one, other) || Pinyin.fits(one, other)) {
            return Likeness.SAME_SOUNDS;
        }
        if (Korean.fits(one, other)) {
            return Likeness.SAME_CONSONANTS;
        }
        if (isUnspaced(one) || isUnspaced(other)) {
            return sameLetters(one, other) ? Likeness.SAME_CONSONANTS : Likeness.NONE;
        }
        return bones(one).equals(bones(other)) && bones(one).length() >= LEAST_BONES
                ? Likeness.SAME_CONSONANTS
                : Likeness.NONE;
    }

    private static Likeness acrossAlphabets(PersonName one, PersonName other) {
        if (one.size() > 1 && soundsAlike(one, other, vowels(one, other))) {
            return isAddedVowel(one, other) || isAddedVowel(other, one) ? Likeness.NEAR_SOUNDS : Likeness.SAME_SOUNDS;
        }
        if (one.size() > 1 && soundsAlike(one, other, Vowels.LOOSE)) {
            return Likeness.NEAR_SOUNDS;
        }
        return nearlyAlike(one, other) == Likeness.FAMILY_ALIKE ? Likeness.INITIALS_ACROSS : Likeness.NONE;
    }

    /** Whether a Latin word ends in an {@code a} that the other language writes but does not say: {@code सुनील}, {@code Sunila}. */
    private static boolean isAddedVowel(PersonName indic, PersonName latin) {
        for (int i = 0; i < indic.size(); i++) {
            if (latin.script() == UScript.LATIN
                    && Romanization.endsSilently(indic.words().get(i))
                    && latin.roman().get(i).endsWith("a")) {
                return true;
            }
        }
        return false;
    }

    private static Vowels vowels(PersonName one, PersonName other) {
        boolean indic = Romanization.isIndic(one.script()) || Romanization.isIndic(other.script());
        return indic ? Vowels.SPOKEN : Vowels.WRITTEN;
    }

    /** Consonants without those that Arabic and Hebrew write for vowels, without the article, doubled ones once. */
    static String bones(PersonName name) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < name.size(); i++) {
            String word = name.roman().get(i);
            boolean article = word.equals("al") || word.equals("el") || word.equals("ar") || word.equals("as");
            Skeleton bare = word.startsWith("al")
                    ? Skeleton.of(word.substring(2))
                    : name.skeletons().get(i);
            String consonants = article ? "" : bare.consonants();
            for (char unit : consonants.replace('Z', 'D').toCharArray()) {
                if (unit != 'B' && (out.isEmpty() || out.charAt(out.length() - 1) != unit)) {
                    out.append(unit);
                }
            }
        }
        return out.toString();
    }

    /** The same romanised letters in any order of the words: {@code 张伟} and {@code Wei Zhang}. */
    private static boolean sameLetters(PersonName one, PersonName other) {
        return sorted(letterList(one)).equals(sorted(letterList(other)));
    }

    private static List<String> letterList(PersonName name) {
        List<String> letters = new ArrayList<>();
        name.roman().forEach(word -> word.chars().forEach(letter -> letters.add(String.valueOf((char) letter))));
        return letters;
    }
}
