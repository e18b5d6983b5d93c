package dev.colophon.extract.metadata;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import dev.colophon.model.DateClaim.Meaning;
import dev.colophon.text.WordLists;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Words that introduce a date of publication or of change, in many languages, from a resource. */
final class DateLabels {
    private static final List<Label> LABELS;

    static {
        Map<String, Meaning> labels = new LinkedHashMap<>();
        for (String line : WordLists.lines(DateLabels.class, "date-labels.tsv")) {
            int tab = line.indexOf('\t');
            for (String label : line.substring(tab + 1).split(",", -1)) {
                labels.put(folded(label.strip()), Meaning.valueOf(line.substring(0, tab)));
            }
        }
        LABELS = labels.entrySet().stream()
                .map(label -> new Label(label.getKey(), letters(label.getKey()), label.getValue()))
                .toList();
    }

    /**
     * A label.
     *
     * @param words folded
     * @param letters of the words: where one is missing from a text the label is not in it
     * @param meaning of the date behind it
     */
    private record Label(String words, long letters, Meaning meaning) {}

    /** A word may have so many letters more than its label, as inflections give it: {@code publiées}. */
    private static final int LONGEST_ENDING = 2;

    private DateLabels() {}

    /** In lower case, a unit for each unit, with one {@code i}: capitals do not tell which of Turkish's two is meant. */
    private static String folded(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char lower = (char) UCharacter.toLowerCase(text.charAt(i));
            folded.append(lower == 'ı' ? 'i' : lower);
        }
        return folded.toString();
    }

    /** A bit for each letter, several letters to a bit. */
    private static long letters(String words) {
        long letters = 0;
        for (int i = 0; i < words.length(); i++) {
            letters |= 1L << words.charAt(i);
        }
        return letters;
    }

    /** Whether a text in a script without capitals begins with a label and digits: {@code प्रकाशित 28 अगस्त}. */
    static boolean begin(String text) {
        return Character.getType(text.codePointAt(0)) == Character.OTHER_LETTER
                && LABELS.stream().anyMatch(label -> isDigitBehind(text, label.words()));
    }

    private static boolean isDigitBehind(String text, String label) {
        int at = text.startsWith(label) ? label.length() : text.length();
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == ':' || text.charAt(at) == '：')) {
            at++;
        }
        return at < text.length() && UCharacter.isDigit(text.codePointAt(at));
    }

    /** What the last label in {@code words} says: {@code "Published 3 May, updated "} → MODIFIED. */
    static Meaning meaning(String words) {
        String folded = folded(words);
        Meaning meaning = Meaning.UNSPECIFIED;
        int last = -1;
        long letters = letters(folded);
        for (Label label : LABELS) {
            int at = (label.letters() & ~letters) == 0 ? lastIndexOf(label.words(), folded, words) : -1;
            if (at > last) {
                last = at;
                meaning = label.meaning();
            }
        }
        return meaning;
    }

    /** Where a label last stands as a word; -1 where it does not. */
    private static int lastIndexOf(String label, String folded, String words) {
        int at = folded.lastIndexOf(label);
        while (at >= 0 && !isWord(words, at, at + label.length())) {
            at = at == 0 ? -1 : folded.lastIndexOf(label, at - 1);
        }
        return at;
    }

    /** Whether a word begins and ends there, where capitals tell words: {@code Standard} is no {@code Stand}. */
    private static boolean isWord(String text, int start, int end) {
        if (start > 0 && isLetter(text, start - 1) && !isSeam(text, start)) {
            return false;
        }
        int next = end;
        while (next < text.length() && next - end <= LONGEST_ENDING && isLetter(text, next) && !isSeam(text, next)) {
            next++;
        }
        return next - end <= LONGEST_ENDING;
    }

    private static boolean isLetter(String text, int i) {
        return UCharacter.hasBinaryProperty(text.charAt(i), UProperty.CASED);
    }

    /** Whether one word touches another, as elements without space between them give it: {@code PublishedJun}. */
    private static boolean isSeam(String text, int i) {
        return UCharacter.isUpperCase(text.charAt(i)) && !UCharacter.isUpperCase(text.charAt(i - 1));
    }
}
