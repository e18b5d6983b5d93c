package dev.colophon.extract;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UScript;
import dev.colophon.text.Scripts;
import dev.colophon.text.Spaces;
import java.util.ArrayList;
import java.util.List;

/** Makes paragraphs of lines: blank lines part them, and lines that were wrapped at a margin are joined again. */
final class Paragraphs {
    /** A margin lies at a width that people set, never further right. */
    private static final int WIDEST_MARGIN = 120;

    private static final int NARROWEST_MARGIN = 40;

    /** A line shorter than this share of the longest was not broken at the margin. */
    private static final double SHORT = 0.6;

    private static final String TERMINALS = ".!?…:;।॥。！？︒۔؟։።៕။՞჻";
    private static final String CLOSERS = "\"'”’»›)]}」』）】";
    private static final String BULLETS = "•‣◦▪●○■□–—*·-";

    /** Lines that end a sentence short of this share of the longest line end a paragraph too. */
    private static final double RAGGED = 0.8;

    /** Where a line of HTML's source ends, which is white space: a character that texts do not hold. */
    static final char SOURCE_LINE_END = '\u0085';

    private static final char QUOTE = '>';

    /** Paragraphs at the top of a text in which lines are taken one by one. */
    private static final int TOP = 6;

    /**
     * A paragraph of a text.
     *
     * @param text its text, white space collapsed; {@code \n} between lines that stay lines
     * @param line number of its first line, from 1
     */
    record Paragraph(String text, int line) {}

    private Paragraphs() {}

    /** The lines of a text, white space collapsed, blank ones kept as empty strings. */
    static List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            char unit = i == text.length() ? '\n' : text.charAt(i);
            if (unit == '\n' || unit == '\r' || unit == '\f' || unit == '\u2028' || unit == '\u2029') {
                lines.add(Spaces.collapse(text.substring(start, i)));
                if (unit == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n') {
                    i++;
                }
                start = i + 1;
            }
        }
        return lines;
    }

    /** The text without {@link #SOURCE_LINE_END}: a space in its place, but none between letters of scripts without spaces. */
    static String unwrapped(String text) {
        int end = text.indexOf(SOURCE_LINE_END);
        if (end < 0) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        int from = 0;
        while (end >= 0) {
            out.append(text, from, end);
            from = end + 1;
            while (from < text.length() && isBlank(text.charAt(from))) {
                from++;
            }
            while (!out.isEmpty() && isBlank(out.charAt(out.length() - 1))) {
                out.setLength(out.length() - 1);
            }
            boolean within = !out.isEmpty() && from < text.length();
            if (within && !(unspaced(out.codePointBefore(out.length())) && unspaced(text.codePointAt(from)))) {
                out.append(' ');
            }
            end = text.indexOf(SOURCE_LINE_END, from);
        }
        return out.append(text, from, text.length()).toString();
    }

    private static boolean isBlank(char unit) {
        return unit == ' ' || unit == '\t' || unit == SOURCE_LINE_END;
    }

    /** Whether the lines were broken at a margin rather than where their author ended them. */
    static boolean wrapped(List<String> lines) {
        int longest = lines.stream().mapToInt(Paragraphs::width).max().orElse(0);
        if (lines.size() < 2 || longest > WIDEST_MARGIN || longest < NARROWEST_MARGIN) {
            return false;
        }
        int full = 0;
        int open = 0;
        for (String line : lines.subList(0, lines.size() - 1)) {
            full += line.length() >= longest * SHORT ? 1 : 0;
            open += endsSentence(line) ? 0 : 1;
        }
        int inner = lines.size() - 1;
        return full * 10 >= inner * 7 && open * 2 >= inner;
    }

    /** Characters of a line that can be broken: an address cannot, and says nothing of the margin. */
    private static int width(String line) {
        return line.indexOf(' ') < 0 && line.contains("://") ? 0 : line.length();
    }

    /** The paragraphs of wrapped lines: a line ends one where it ends a sentence well before the margin. */
    private static List<Paragraph> join(List<String> lines, int firstLine) {
        return join(
                lines,
                firstLine,
                lines.stream().mapToInt(Paragraphs::width).max().orElse(0));
    }

    /** The same, where the margin is known to lie at some number of characters. */
    static List<Paragraph> join(List<String> lines, int firstLine, int margin) {
        double ragged = margin * RAGGED;
        List<Paragraph> paragraphs = new ArrayList<>();
        StringBuilder paragraph = new StringBuilder();
        int start = 0;
        for (int i = 0; i < lines.size(); i++) {
            String last = i == 0 ? "" : lines.get(i - 1);
            boolean ends = (endsSentence(last) && last.length() < ragged) || startsItem(lines.get(i));
            if (ends && !paragraph.isEmpty()) {
                paragraphs.add(new Paragraph(paragraph.toString(), firstLine + start));
                paragraph.setLength(0);
                start = i;
            }
            glue(paragraph, lines.get(i));
        }
        if (!paragraph.isEmpty()) {
            paragraphs.add(new Paragraph(paragraph.toString(), firstLine + start));
        }
        return paragraphs;
    }

    /**
     * Appends the next line. A hyphen that the margin made goes ({@code "exam-" + "ple"} → {@code "example"}), one that a
     * compound of several hyphens or a capital shows to be the author's stays; scripts that write no spaces get none.
     */
    static void glue(StringBuilder paragraph, String line) {
        if (paragraph.isEmpty() || line.isEmpty()) {
            paragraph.append(line);
            return;
        }
        int last = paragraph.codePointBefore(paragraph.length());
        int next = line.codePointAt(0);
        if (last == 0xAD) {
            paragraph.setLength(paragraph.length() - 1);
        } else if (isHyphen(last)
                && paragraph.length() > 1
                && UCharacter.isLetter(paragraph.codePointBefore(paragraph.length() - 1))) {
            if (UCharacter.isLowerCase(next) && !compound(paragraph)) {
                paragraph.setLength(paragraph.length() - 1);
            }
        } else if (!(unspaced(last) && unspaced(next))) {
            paragraph.append(' ');
        }
        paragraph.append(line);
    }

    /** Whether the last word, which ends in a hyphen, has another one or is a single letter. */
    private static boolean compound(StringBuilder paragraph) {
        int letters = 0;
        for (int i = paragraph.length() - 2; i >= 0 && !Spaces.isSpace(paragraph.charAt(i)); i--) {
            if (isHyphen(paragraph.charAt(i))) {
                return true;
            }
            letters++;
        }
        return letters < 2;
    }

    private static boolean isHyphen(int codePoint) {
        return codePoint == '-' || codePoint == 0x2010;
    }

    private static boolean unspaced(int codePoint) {
        return Scripts.isUnspaced(UScript.getScript(codePoint))
                || (codePoint >= 0x3000 && codePoint <= 0x303F)
                || (codePoint >= 0xFF00 && codePoint <= 0xFF65);
    }

    /** Whether the line ends as sentences do, closing quotes and brackets aside. */
    static boolean endsSentence(String line) {
        int end = line.length();
        while (end > 0 && CLOSERS.indexOf(line.charAt(end - 1)) >= 0) {
            end--;
        }
        return end > 0 && TERMINALS.indexOf(line.charAt(end - 1)) >= 0;
    }

    private static boolean startsItem(String line) {
        return line.length() > 2 && BULLETS.indexOf(line.charAt(0)) >= 0 && line.charAt(1) == ' ';
    }

    /**
     * The paragraphs of a plain text. Blank lines part them; where there are none every line is one, unless the text was
     * wrapped at a margin. Short lines below each other (verse, addresses) stay together, save at the top, where they are
     * headline, byline and date.
     */
    static List<Paragraph> of(String text) {
        List<String> lines = lines(text);
        List<Paragraph> paragraphs = new ArrayList<>();
        int blanks = 0;
        int start = 0;
        for (int i = 0; i <= lines.size(); i++) {
            boolean blank =
                    i == lines.size() || quoted(lines.get(i)) == lines.get(i).length();
            boolean turns = !blank && i > start && depth(lines.get(i)) != depth(lines.get(i - 1));
            if (blank || turns) {
                if (i > start) {
                    addGroup(paragraphs, lines.subList(start, i), start + 1, blanks < 2 || paragraphs.size() < TOP);
                }
                blanks += blank && i > start ? 1 : 0;
                start = blank ? i + 1 : i;
            }
        }
        return paragraphs;
    }

    /** Characters at the beginning of a line that quote it, as answers to mails do: {@code "> > "}. */
    private static int quoted(String line) {
        int at = 0;
        while (at < line.length() && (line.charAt(at) == QUOTE || line.charAt(at) == ' ')) {
            at++;
        }
        // Mailboxes write ">From" where a line begins with "From".
        return line.startsWith(">From ") ? 0 : at;
    }

    private static int depth(String line) {
        return (int) line.substring(0, quoted(line))
                .chars()
                .filter(unit -> unit == QUOTE)
                .count();
    }

    /** Adds the paragraphs of lines of one depth: of quoted ones what is quoted, each line behind the sign of the first. */
    private static void addGroup(List<Paragraph> paragraphs, List<String> group, int firstLine, boolean apart) {
        String sign = group.get(0).substring(0, quoted(group.get(0)));
        if (sign.isEmpty()) {
            addLines(paragraphs, group, firstLine, apart);
        } else {
            List<String> bare =
                    group.stream().map(line -> line.substring(quoted(line))).toList();
            List<Paragraph> quoted = new ArrayList<>();
            addLines(quoted, bare, firstLine, apart);
            quoted.forEach(one ->
                    paragraphs.add(new Paragraph(sign + one.text().replace("\n", "\n" + sign), one.line())));
        }
    }

    private static void addLines(List<Paragraph> paragraphs, List<String> group, int firstLine, boolean apart) {
        if (wrapped(group)) {
            paragraphs.addAll(join(group, firstLine));
        } else if (apart || group.stream().anyMatch(line -> width(line) > WIDEST_MARGIN)) {
            for (int i = 0; i < group.size(); i++) {
                paragraphs.add(new Paragraph(group.get(i), firstLine + i));
            }
        } else {
            paragraphs.add(new Paragraph(String.join("\n", group), firstLine));
        }
    }
}
