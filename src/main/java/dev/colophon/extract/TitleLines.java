package dev.colophon.extract;

import dev.colophon.model.LineClassifier;
import java.util.ArrayList;
import java.util.List;

/**
 * Parts the lines at the top of a paged document, which stand as close as those of one paragraph: a byline or a date right
 * below a title is no part of it.
 */
final class TitleLines {
    private TitleLines() {}

    /** The passages with the first one, where it has several lines, in as many as it has bylines and dates, and one for the rest. */
    static List<Passage> part(List<Passage> passages, LineClassifier classifier) {
        if (passages.isEmpty() || passages.get(0).text().indexOf('\n') < 0) {
            return passages;
        }
        Passage.Form form = passages.get(0).form();
        List<Passage> parted = new ArrayList<>();
        StringBuilder joined = new StringBuilder();
        for (String line : passages.get(0).text().split("\n")) {
            boolean told = !(joined.isEmpty() && parted.isEmpty())
                    && (classifier.holdsByline(line) || classifier.isDateLine(line));
            if (told) {
                end(parted, form, joined);
                parted.add(new Passage(form, line));
            } else {
                Paragraphs.glue(joined, line);
            }
        }
        end(parted, form, joined);
        parted.addAll(passages.subList(1, passages.size()));
        return parted;
    }

    private static void end(List<Passage> parted, Passage.Form form, StringBuilder joined) {
        if (!joined.isEmpty()) {
            parted.add(new Passage(form, joined.toString()));
            joined.setLength(0);
        }
    }
}
