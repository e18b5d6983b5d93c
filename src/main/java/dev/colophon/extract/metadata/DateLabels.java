package dev.colophon.extract.metadata;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.util.ULocale;
import dev.colophon.model.DateClaim.Meaning;
import java.util.LinkedHashMap;
import java.util.Map;

/** Words that introduce a date of publication or of change, in many languages, from a resource. */
final class DateLabels {
    private static final Map<String, Meaning> LABELS = new LinkedHashMap<>();

    static {
        for (String line : Vocabulary.lines("date-labels.tsv")) {
            int tab = line.indexOf('\t');
            for (String label : line.substring(tab + 1).split(",", -1)) {
                LABELS.put(label.strip(), Meaning.valueOf(line.substring(0, tab)));
            }
        }
    }

    private DateLabels() {}

    /** What the last label in {@code words} says: {@code "Published 3 May, updated "} → MODIFIED. */
    static Meaning meaning(String words) {
        String folded = UCharacter.toLowerCase(ULocale.ROOT, words);
        Meaning meaning = Meaning.UNSPECIFIED;
        int last = -1;
        for (Map.Entry<String, Meaning> label : LABELS.entrySet()) {
            int at = folded.lastIndexOf(label.getKey());
            if (at > last) {
                last = at;
                meaning = label.getValue();
            }
        }
        return meaning;
    }
}
