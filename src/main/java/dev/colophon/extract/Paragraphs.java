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

    /** Whether the lines were broken at a margin rather than where their author ended them. */
    static boolean wrapped(List<String> lines) {
        int longest = lines.stream().mapToInt(String::length).max().orElse(0);
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

    /** The paragraphs of wrapped lines: a line ends one where it ends a sentence well before the margin. */
    private static List<Paragraph> join(List<String> lines, int firstLine) {
        return join(
                lines, firstLine, lines.stream().mapToInt(String::length).max().orElse(0));
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
            if (i == lines.size() || lines.get(i).isEmpty()) {
                if (i > start) {
                    addGroup(paragraphs, lines.subList(start, i), start + 1, blanks < 2 || paragraphs.size() < TOP);
                }
                blanks += i > start ? 1 : 0;
                start = i + 1;
            }
        }
        return paragraphs;
    }

    private static void addGroup(List<Paragraph> paragraphs, List<String> group, int firstLine, boolean apart) {
        if (wrapped(group)) {
            paragraphs.addAll(join(group, firstLine));
        } else if (apart || group.stream().anyMatch(line -> line.length() > WIDEST_MARGIN)) {
            for (int i = 0; i < group.size(); i++) {
                paragraphs.add(new Paragraph(group.get(i), firstLine + i));
            }
        } else {
            paragraphs.add(new Paragraph(String.join("\n", group), firstLine));
        }
    }
}
