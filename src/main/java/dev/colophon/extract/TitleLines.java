package dev.colophon.extract;

import dev.colophon.model.LineClassifier;
import dev.colophon.model.NameClaim;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Parts the lines at the top of a paged document, which stand as close as those of one paragraph: a byline or a date right
 * below a title is no part of it.
 */
final class TitleLines {
    private TitleLines() {}

    /**
     * The passages with the first one, where it has several lines, in as many as it has bylines and dates, and one for
     * the rest.
     *
     * @param title the title that the file states; null where it states none
     * @param authors the names that it states, which stand below a title alone, too
     */
    static List<Passage> part(
            List<Passage> passages, LineClassifier classifier, @Nullable String title, List<NameClaim> authors) {
        if (passages.isEmpty() || passages.get(0).text().indexOf('\n') < 0) {
            return passages;
        }
        Set<String> known =
                authors.stream().map(name -> HeaderLines.fold(name.raw())).collect(Collectors.toSet());
        String stated = title == null ? "" : HeaderLines.fold(title);
        Passage.Form form = passages.get(0).form();
        List<Passage> parted = new ArrayList<>();
        StringBuilder joined = new StringBuilder();
        for (String line : passages.get(0).text().split("\n")) {
            boolean told = !(joined.isEmpty() && parted.isEmpty())
                    && (classifier.holdsByline(line)
                            || classifier.isDateLine(line)
                            || known.contains(HeaderLines.fold(line)));
            if (told) {
                end(parted, form, joined);
                parted.add(new Passage(form, line));
            } else {
                Paragraphs.glue(joined, line);
                if (!stated.isEmpty() && stated.equals(HeaderLines.fold(joined.toString()))) {
                    end(parted, form, joined);
                }
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
