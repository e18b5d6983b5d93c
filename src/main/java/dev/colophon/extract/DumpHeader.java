package dev.colophon.extract;

import dev.colophon.extract.DumpLabels.Labelled;
import dev.colophon.extract.Paragraphs.Paragraph;
import dev.colophon.model.LineClassifier;
import dev.colophon.text.Spaces;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The lines with labels above a text, as scrapers and libraries write them: {@code Title: …}, {@code Author: …},
 * {@code URL: …}. A text of Project Gutenberg lies between its marks: what is above them is such a header, what is below them
 * is its licence.
 *
 * @see <a href="https://www.gutenberg.org/">Project Gutenberg</a>
 */
final class DumpHeader {
    private static final int MOST_LINES = 30;
    private static final int MARK_WITHIN = 20_000;
    private static final Pattern START = Pattern.compile("(?m)^\\*\\*\\* ?START OF TH(?:E|IS) PROJECT GUTENBERG EBOOK"
            + "(?:[^*]{0,500}\\*\\*\\*|[^*\\n]*)[ \\t\\r]*$");
    private static final Pattern END = Pattern.compile("(?m)^\\*\\*\\* ?END OF TH(?:E|IS) PROJECT GUTENBERG EBOOK");

    /** The number of an edition, which stands behind its date. */
    private static final Pattern EDITION = Pattern.compile("\\s*\\[[^\\]]{0,40}#\\d+\\]\\s*$");

    private final LineClassifier classifier;
    private final Map<DumpLabels.Field, String> fields = new EnumMap<>(DumpLabels.Field.class);
    private final List<Paragraph> others = new ArrayList<>();
    private final String rest;

    private DumpHeader(LineClassifier classifier, String text) {
        this.classifier = classifier;
        Matcher start = START.matcher(text.substring(0, Math.min(text.length(), MARK_WITHIN)));
        this.rest = start.find() ? ofBook(text, start) : ofDump(text);
    }

    /** Reads the header of a text, which may have none. */
    static DumpHeader of(LineClassifier classifier, String text) {
        return new DumpHeader(classifier, text);
    }

    /** What a label's line says; null where there is none of the kind. */
    @Nullable
    String field(DumpLabels.Field field) {
        return fields.get(field);
    }

    /** The paragraphs below the header, and above them its bylines and dates, with their lines in the whole text. */
    List<Paragraph> paragraphs() {
        List<Paragraph> all = new ArrayList<>(others);
        all.addAll(Paragraphs.of(rest));
        return all;
    }

    private String ofBook(String text, Matcher start) {
        List<String> lines = Paragraphs.lines(text.substring(0, start.start()));
        for (int i = 0; i < lines.size(); i++) {
            Labelled labelled = DumpLabels.of(lines.get(i));
            String line = EDITION.matcher(lines.get(i)).replaceFirst("");
            if (labelled != null) {
                fields.putIfAbsent(labelled.field(), labelled.value());
            } else if (isByline(line)) {
                others.add(new Paragraph(line, i + 1));
            }
        }
        Matcher end = END.matcher(text);
        int to = end.find(start.end()) ? end.start() : text.length();
        return "\n".repeat(newlines(text, start.end())) + text.substring(start.end(), to);
    }

    private String ofDump(String text) {
        List<Paragraph> seen = new ArrayList<>();
        int end = 0;
        int number = 0;
        for (int at = 0; at < text.length() && number < MOST_LINES; number++) {
            int next = nextLine(text, at);
            String line = Spaces.collapse(text.substring(at, next));
            Labelled labelled = DumpLabels.of(line);
            if (labelled != null) {
                fields.putIfAbsent(labelled.field(), labelled.value());
            } else if (isByline(line) || (seen.isEmpty() && fields.isEmpty() && HeaderLines.isHeadlineOrBlank(line))) {
                add(seen, line, number + 1);
            } else if (!line.isEmpty()) {
                break;
            }
            at = next;
            end = labelled != null || !line.isEmpty() ? next : end;
        }
        if (!fields.containsKey(DumpLabels.Field.TITLE) && !fields.containsKey(DumpLabels.Field.URL)) {
            fields.clear();
            return text;
        }
        others.addAll(seen);
        return "\n".repeat(newlines(text, end)) + text.substring(end);
    }

    private static void add(List<Paragraph> seen, String line, int number) {
        if (!line.isEmpty()) {
            seen.add(new Paragraph(line, number));
        }
    }

    private boolean isByline(String line) {
        return !line.isEmpty() && (classifier.holdsByline(line) || classifier.isDateLine(line));
    }

    private static int nextLine(String text, int from) {
        int end = text.indexOf('\n', from);
        return end < 0 ? text.length() : end + 1;
    }

    private static int newlines(String text, int to) {
        return (int) text.substring(0, to).chars().filter(unit -> unit == '\n').count();
    }
}
