package dev.colophon.extract;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.util.ULocale;
import dev.colophon.text.Spaces;
import dev.colophon.text.WordLists;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Labels of the lines above a text, in many languages: {@code Title: The quay reopens}, {@code 标题：港口重新开放}. */
final class DumpLabels {
    /** What a label's line tells. */
    enum Field {
        TITLE,
        URL,
        SOURCE,
        LANGUAGE
    }

    /**
     * A line with a label.
     *
     * @param field what it tells
     * @param value what follows the colon
     */
    record Labelled(Field field, String value) {}

    private static final int LONGEST_LABEL = 30;
    private static final Map<String, Field> FIELDS = fields();

    private DumpLabels() {}

    private static Map<String, Field> fields() {
        Map<String, Field> fields = new HashMap<>();
        for (String line : WordLists.lines(DumpLabels.class, "dump-labels.tsv")) {
            int tab = line.indexOf('\t');
            Field field = Field.valueOf(line.substring(0, tab).toUpperCase(Locale.ROOT));
            for (String label : line.substring(tab + 1).split(",", -1)) {
                fields.put(label.strip(), field);
            }
        }
        return fields;
    }

    /** The label and the value of a line; null where it has no known label, or nothing behind it. */
    static @Nullable Labelled of(String line) {
        int colon = HeaderLines.colon(line);
        if (colon < 1 || colon > LONGEST_LABEL) {
            return null;
        }
        String label = Spaces.collapse(line.substring(0, colon));
        Field field = FIELDS.get(UCharacter.toLowerCase(ULocale.ROOT, label));
        String value = Spaces.collapse(line.substring(colon + 1));
        if (field == null || value.isEmpty() || (field == Field.URL && !isAddress(value))) {
            return null;
        }
        return new Labelled(field == Field.SOURCE && isAddress(value) ? Field.URL : field, value);
    }

    /** Whether a value is an address of the web and nothing else. */
    private static boolean isAddress(String value) {
        String lower = UCharacter.toLowerCase(ULocale.ROOT, value);
        return (lower.startsWith("http://") || lower.startsWith("https://")) && value.indexOf(' ') < 0;
    }
}
