package dev.colophon.extract.wikitext;

import dev.colophon.text.Spaces;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jsoup.parser.Parser;

/** The markup of whole lines: headings, lists, tables. Lines without any that follow each other are one paragraph. */
final class LineMarkup {
    private static final String LIST_MARKS = "*#:;";
    private static final String BETWEEN_CELLS = " | ";

    /** A line of the result; level 0 is no heading. */
    private record Shown(String text, int level) {}

    private final List<Shown> shown = new ArrayList<>();
    private final StringBuilder paragraph = new StringBuilder();
    private final List<StringBuilder> row = new ArrayList<>();
    private int tables;

    /** The paragraphs of a text without inline markup. */
    List<String> read(String plain) {
        int start = 0;
        while (start <= plain.length()) {
            int end = plain.indexOf('\n', start);
            end = end < 0 ? plain.length() : end;
            line(plain.substring(start, end).strip());
            start = end + 1;
        }
        endParagraph();
        endRow();
        return withoutEmptySections();
    }

    private void line(String line) {
        if (line.startsWith("{|")) {
            endParagraph();
            tables++;
        } else if (tables > 0 && isOfTable(line)) {
            tableLine(line);
        } else if (line.isEmpty() || line.startsWith("----")) {
            endParagraph();
        } else if (headingLevel(line) > 0) {
            endParagraph();
            endRow();
            int level = headingLevel(line);
            add(line.substring(level, line.length() - level), level);
        } else if (LIST_MARKS.indexOf(line.charAt(0)) >= 0) {
            endParagraph();
            add(withoutMarks(line), 0);
        } else {
            paragraph.append(line).append(' ');
        }
    }

    /** {@code == Rome ==} → 2; 0 for other lines. */
    private static int headingLevel(String line) {
        int level = 0;
        while (level < 6 && line.length() > 2 * level + 2 && line.charAt(level) == '=') {
            if (line.charAt(line.length() - 1 - level) != '=') {
                return level;
            }
            level++;
        }
        return level;
    }

    private static String withoutMarks(String line) {
        int start = 0;
        while (start < line.length() && LIST_MARKS.indexOf(line.charAt(start)) >= 0) {
            start++;
        }
        return line.substring(start);
    }

    /**
     * Whether a line in a table is one of its marks or goes on in a cell. A heading ends the cell, since the end of many a
     * table stands in a template; so does the beginning of a row, and what stands before its cells is text.
     */
    private boolean isOfTable(String line) {
        return line.startsWith("|") || line.startsWith("!") || (!row.isEmpty() && headingLevel(line) == 0);
    }

    private void tableLine(String line) {
        endParagraph();
        if (line.startsWith("|}")) {
            endRow();
            tables--;
        } else if (line.startsWith("|-") || line.startsWith("|+")) {
            endRow();
            if (line.charAt(1) == '+') {
                add(content(line.substring(2)), 0);
            }
        } else if (line.startsWith("|") || line.startsWith("!")) {
            String mark = line.charAt(0) == '!' && line.indexOf("||") < 0 ? "!!" : "||";
            addCells(line.substring(1), mark);
        } else if (!line.isEmpty()) {
            row.get(row.size() - 1).append(' ').append(line);
        }
    }

    private void addCells(String line, String mark) {
        int start = 0;
        while (start <= line.length()) {
            int end = line.indexOf(mark, start);
            end = end < 0 ? line.length() : end;
            row.add(new StringBuilder(content(line.substring(start, end))));
            start = end + mark.length();
        }
    }

    /** A cell without its attributes: {@code style="x" | text} → {@code text}. */
    private static String content(String cell) {
        int bar = cell.indexOf('|');
        return bar > 0 && cell.lastIndexOf('=', bar) > 0 ? cell.substring(bar + 1) : cell;
    }

    private void endRow() {
        List<String> cells = row.stream()
                .map(cell -> readable(cell.toString()))
                .filter(cell -> !cell.isEmpty())
                .toList();
        row.clear();
        add(String.join(BETWEEN_CELLS, cells), 0);
    }

    private void endParagraph() {
        String text = paragraph.toString();
        paragraph.setLength(0);
        add(text, 0);
    }

    private void add(String text, int level) {
        String readable = readable(text);
        if (readable.codePoints().anyMatch(Character::isLetterOrDigit)) {
            shown.add(new Shown(readable, level));
        }
    }

    private static String readable(String text) {
        String whole = text.indexOf('&') < 0 ? text : Parser.unescapeEntities(text, false);
        return Spaces.collapse(whole);
    }

    /** Headings of sections that held templates alone head nothing. */
    private List<String> withoutEmptySections() {
        List<String> kept = new ArrayList<>();
        int next = 1;
        for (int i = shown.size() - 1; i >= 0; i--) {
            Shown line = shown.get(i);
            boolean empty = line.level() > 0 && next > 0 && next <= line.level();
            if (!empty) {
                kept.add(line.text());
                next = line.level();
            }
        }
        Collections.reverse(kept);
        return kept;
    }
}
