package dev.colophon.extract.metadata;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.util.ULocale;
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
                labels.put(label.strip(), Meaning.valueOf(line.substring(0, tab)));
            }
        }
        LABELS = labels.entrySet().stream()
                .map(label -> new Label(label.getKey(), letters(label.getKey()), label.getValue()))
                .toList();
    }

    /**
     * A label.
     *
     * @param words in lower case
     * @param letters of the words: where one is missing from a text the label is not in it
     * @param meaning of the date behind it
     */
    private record Label(String words, long letters, Meaning meaning) {}

    private DateLabels() {}

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
        String folded = UCharacter.toLowerCase(ULocale.ROOT, words);
        Meaning meaning = Meaning.UNSPECIFIED;
        int last = -1;
        long letters = letters(folded);
        for (Label label : LABELS) {
            int at = (label.letters() & ~letters) == 0 ? folded.lastIndexOf(label.words()) : -1;
            if (at > last) {
                last = at;
                meaning = label.meaning();
            }
        }
        return meaning;
    }
}
