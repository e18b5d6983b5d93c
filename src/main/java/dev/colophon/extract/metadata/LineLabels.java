package dev.colophon.extract.metadata;

import dev.colophon.extract.metadata.PageFlow.Line;
import dev.colophon.model.DateClaim.Meaning;
import dev.colophon.model.LineClassifier;
import dev.colophon.text.Digits;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads labels that stand in a line of their own before a date, as those of lists and tables do: {@code Last updated},
 * {@code 9 March 2021}.
 */
final class LineLabels {
    private static final int MAX_LABEL = 25;
    private static final String CLOSING = ":：-–—|";

    private final PageFlow flow;
    private final LineClassifier classifier;

    LineLabels(PageFlow flow, LineClassifier classifier) {
        this.flow = flow;
        this.classifier = classifier;
    }

    /** What the line before a date's line says of it. Of two labels in a row nothing tells which is whose. */
    Meaning before(int line) {
        String label = label(line - 1);
        if (label == null || label(line - 2) != null) {
            return Meaning.UNSPECIFIED;
        }
        boolean alone =
                classifier.isDateLine(label + " " + flow.lines().get(line).text());
        return alone ? DateLabels.meaning(label) : Meaning.UNSPECIFIED;
    }

    /** The same of an element; nothing where it does not begin its line. */
    Meaning beforeElement(int element) {
        int line = firstFrom(flow.start(element));
        boolean begins = line < flow.lines().size() && flow.lines().get(line).start() < flow.end(element);
        return begins ? before(line) : Meaning.UNSPECIFIED;
    }

    /** The index of the first line that begins at a position of the flow or behind it. */
    private int firstFrom(int position) {
        List<Line> lines = flow.lines();
        int low = 0;
        int high = lines.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (lines.get(middle).start() < position) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The line's words without what closes them, where they may be a label; null where they are none. */
    private @Nullable String label(int line) {
        if (line < 0 || flow.lines().get(line).length() > MAX_LABEL) {
            return null;
        }
        String text = flow.lines().get(line).text();
        int end = text.length();
        while (end > 0 && (text.charAt(end - 1) == ' ' || CLOSING.indexOf(text.charAt(end - 1)) >= 0)) {
            end--;
        }
        String words = text.substring(0, end);
        boolean tells = !Digits.occurIn(words) && DateLabels.meaning(words) != Meaning.UNSPECIFIED;
        return tells ? words : null;
    }
}
