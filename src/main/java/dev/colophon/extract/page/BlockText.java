package dev.colophon.extract.page;

import dev.colophon.text.Spaces;
import org.jspecify.annotations.Nullable;

/**
 * Gathers the text of one block and measures it on the way.
 *
 * <p>White space is collapsed, but kept in preformatted text. A line that the source wraps between two characters of a
 * script without spaces leaves none (CSS Text 3, segment break transformation). Soft hyphens, zero-width spaces, byte order
 * marks, controls and marks of direction are left out; the joiners that Indic and Persian spelling, and emoji, need stay.
 */
final class BlockText {
    /** How a run of text is set, as bits. */
    static final int LINK = 1;

    static final int STRONG = 2;
    static final int PREFORMATTED = 4;

    private static final int LONGEST = 200_000;
    private static final int SOFT_HYPHEN = 0xAD;
    private static final int NON_JOINER = 0x200C;
    private static final int JOINER = 0x200D;

    /** Characters before which something is to be decided. */
    private static final int NO_RUN = Characters.SPACE | Characters.IGNORED | Characters.JOINER;

    /** What lies between two characters of elements' edges, as bits. */
    private static final int CLOSED = 1;

    private static final int CLOSED_LINK = 2;
    private static final int NEIGHBOURS = 4;
    private static final int NEIGHBOUR_LINKS = 8;

    /** What lies between the last character and the next. */
    private enum Gap {
        NONE,
        /** A line's end, with or without spaces before and behind it. */
        WRAP,
        SPACE,
        /** A space that no line's end takes the place of. */
        WIDE
    }

    /** Whether the last character ends a sentence; a point ends none inside a number or an address. */
    private enum Mark {
        NONE,
        PERHAPS,
        SURE
    }

    private final StringBuilder text = new StringBuilder();
    private final StringBuilder indent = new StringBuilder();
    /** The units of one node. */
    private char[] units = new char[1_024];
    /** Whether nothing is to be decided before the next character. */
    private boolean plain;

    private Gap gap = Gap.NONE;
    private int breaks;
    private int edges;
    private boolean softHyphen;
    private boolean nonJoiner;
    private boolean verbatim;
    private Mark mark = Mark.NONE;
    private boolean afterBreaks;
    /** Bits of the last character but joiners and apostrophes. */
    private int last;

    private int weight;
    private int linkWeight;
    private int strongWeight;
    private int words;
    private int digits;
    private int capitals;
    private int commas;
    private int sentenceMarks;
    private int lineBreaks;

    /** Adds the text of one node, set in that style. */
    void append(String words, int style) {
        int length = words.length();
        if ((style & PREFORMATTED) == 0 && length > 0 && Spaces.isBlank(words)) {
            // Most texts of a page: what stands between its elements.
            plain = false;
            gap = Gap.WIDE;
            return;
        }
        if (length > units.length) {
            units = new char[Math.max(length, 2 * units.length)];
        }
        words.getChars(0, length, units, 0);
        verbatim |= (style & PREFORMATTED) != 0;
        int before = weight;
        int start = text.length();
        append(length, (style & PREFORMATTED) != 0);
        linkWeight += (style & LINK) != 0 ? weight - before : 0;
        strongWeight += (style & STRONG) != 0 ? weight - before : 0;
        // Between elements a line break parts them; only inside running text was it made by an editor's margin.
        if (text.length() == start && gap == Gap.WRAP) {
            gap = Gap.WIDE;
        }
    }

    private void append(int length, boolean preformatted) {
        int at = 0;
        while (at < length) {
            int end = endOfRun(at, length);
            text.append(units, at, end - at);
            at = end < length ? end + append(end, length, preformatted) : end;
        }
    }

    /** Counts characters from there on that follow each other as they stand, single spaces included; where they end. */
    private int endOfRun(int from, int length) {
        int at = from;
        while (plain && at < length) {
            int bits = Characters.of(units[at]);
            if ((bits & NO_RUN) == 0) {
                count(units[at], bits);
            } else if (units[at] == ' ' && at + 1 < length && (Characters.of(units[at + 1]) & NO_RUN) == 0) {
                last = 0;
            } else {
                break;
            }
            at++;
        }
        return at;
    }

    /** Adds one character; how many units it takes. */
    private int append(int at, int length, boolean preformatted) {
        boolean pair =
                Character.isHighSurrogate(units[at]) && at + 1 < length && Character.isLowSurrogate(units[at + 1]);
        int codePoint = pair ? Character.toCodePoint(units[at], units[at + 1]) : units[at];
        int bits = Characters.of(codePoint);
        if ((bits & (Characters.SPACE | Characters.IGNORED)) == 0) {
            add(codePoint, bits);
        } else if ((bits & Characters.SPACE) == 0) {
            softHyphen |= codePoint == SOFT_HYPHEN;
            plain = false;
        } else if (preformatted) {
            verbatim(codePoint);
        } else {
            blank(codePoint);
        }
        return pair ? 2 : 1;
    }

    private void blank(int codePoint) {
        plain = false;
        if (codePoint == '\n' || codePoint == '\r') {
            gap = gap == Gap.WIDE ? gap : Gap.WRAP;
        } else if (codePoint > ' ') {
            gap = Gap.WIDE;
        } else if (gap == Gap.NONE) {
            gap = Gap.SPACE;
        }
    }

    private void verbatim(int codePoint) {
        plain = false;
        if (codePoint == '\n') {
            newLine();
        } else {
            indent.append(codePoint == '\t' ? '\t' : ' ');
        }
    }

    /** Notes where an element inside the line begins. */
    void open(boolean link) {
        plain = false;
        edges |= (edges & CLOSED) != 0 ? NEIGHBOURS : 0;
        edges |= link && (edges & CLOSED_LINK) != 0 ? NEIGHBOUR_LINKS : 0;
    }

    /** Notes where an element inside the line ends. */
    void close(boolean link) {
        plain = false;
        edges |= link ? CLOSED | CLOSED_LINK : CLOSED;
    }

    private void newLine() {
        plain = false;
        indent.setLength(0);
        if (text.length() > 0) {
            breaks = Math.min(breaks + 1, 2);
        }
    }

    /** Ends the line, if anything stands in it. */
    void endLine() {
        if (breaks == 0) {
            newLine();
        }
    }

    /** Notes a line break; whether it is the second in a row. */
    boolean lineBreak() {
        newLine();
        return breaks > 1;
    }

    private void add(int codePoint, int bits) {
        if ((bits & Characters.JOINER) != 0) {
            join(codePoint);
            return;
        }
        if (!plain) {
            space(bits);
            plain = true;
        }
        text.appendCodePoint(codePoint);
        count(codePoint, bits);
    }

    /** A non-joiner counts between two letters alone, a joiner also after the last. */
    private void join(int codePoint) {
        if (gap != Gap.NONE || breaks > 0 || (last & Characters.JOINING) == 0) {
            return;
        }
        if (codePoint == JOINER) {
            text.appendCodePoint(codePoint);
        } else {
            nonJoiner = true;
            plain = false;
        }
    }

    /** Puts what belongs between the last character and the next. */
    private void space(int bits) {
        boolean parted = true;
        if (text.length() == 0) {
            text.append(indent);
        } else if (breaks > 0) {
            parted = !hyphenated(bits);
            if (parted) {
                text.append(breaks > 1 ? "\n\n" : "\n").append(indent);
                lineBreaks += breaks;
            }
        } else if (indent.length() > 0) {
            text.append(indent);
        } else if (gap.compareTo(Gap.SPACE) >= 0 || (gap == Gap.WRAP && !unspaced(bits)) || parted(bits)) {
            text.append(' ');
        } else {
            parted = false;
            if (nonJoiner && (bits & Characters.JOINING) != 0) {
                text.appendCodePoint(NON_JOINER);
            }
        }
        endMark(parted, bits);
        last = parted ? 0 : last;
        gap = Gap.NONE;
        breaks = 0;
        edges = 0;
        softHyphen = false;
        nonJoiner = false;
        indent.setLength(0);
    }

    /**
     * Whether styles alone part two elements that follow each other: two links with nothing between them, or a small letter
     * before a capital. {@code <span>T</span><span>he</span>} is one word, {@code <span>Date</span><span>Place</span>} two.
     */
    private boolean parted(int bits) {
        if (gap != Gap.NONE || verbatim) {
            return false;
        }
        boolean links = (edges & NEIGHBOUR_LINKS) != 0 && (last & bits & Characters.WORD) != 0 && !unspaced(bits);
        return links
                || ((edges & NEIGHBOURS) != 0 && (last & Characters.LOWER) != 0 && (bits & Characters.CAPITAL) != 0);
    }

    private boolean unspaced(int bits) {
        int either = Characters.UNSPACED | Characters.UNSPACED_BESIDE;
        return ((last & Characters.UNSPACED) != 0 && (bits & either) != 0)
                || ((last & either) != 0 && (bits & Characters.UNSPACED) != 0);
    }

    /** Whether one line break splits a word, and takes the hyphen away: {@code exam-} / {@code ple}. */
    private boolean hyphenated(int bits) {
        if (breaks > 1 || indent.length() > 0 || (bits & Characters.LOWER) == 0) {
            return false;
        }
        if (softHyphen) {
            return true;
        }
        int hyphen = text.length() - 1;
        boolean splits = hyphen > 0
                && (text.charAt(hyphen) == '-' || text.charAt(hyphen) == '\u2010')
                && (Characters.of(text.codePointBefore(hyphen)) & Characters.LOWER) != 0;
        if (splits) {
            text.setLength(hyphen);
        }
        return splits;
    }

    private void endMark(boolean parted, int bits) {
        if (mark != Mark.NONE && (bits & Characters.SENTENCE_END) == 0) {
            sentenceMarks += mark == Mark.SURE || parted || (bits & Characters.WORD) == 0 ? 1 : 0;
            mark = Mark.NONE;
        }
    }

    private void count(int codePoint, int bits) {
        weight += bits & Characters.WEIGHT;
        if ((bits & Characters.WORD) == 0) {
            countMark(codePoint, bits);
        } else {
            boolean starts = (last & Characters.WORD) == 0 || (bits & Characters.LONE_WORD) != 0;
            words += starts ? 1 : 0;
            digits += (bits & Characters.DIGIT) / Characters.DIGIT;
            capitals += (bits & Characters.CAPITAL) / Characters.CAPITAL;
            last = bits;
        }
    }

    private void countMark(int codePoint, int bits) {
        commas += (bits & Characters.COMMA) / Characters.COMMA;
        if ((bits & Characters.SENTENCE_END) != 0) {
            mark = codePoint < 0x80 && mark != Mark.SURE ? Mark.PERHAPS : Mark.SURE;
            plain = false;
        }
        last = codePoint == '\'' || codePoint == '\u2019' ? last | bits : bits;
    }

    /** The block so far, and a fresh start; null where there was no text. */
    @Nullable
    PageBlock take(int index, Area area, boolean atBreaks) {
        PageBlock block = null;
        if (text.length() > 0) {
            String words = verbatim ? text.toString().stripIndent() : text.toString();
            block = new PageBlock(index, area, words, measures(), endsSentence(text), afterBreaks);
        }
        afterBreaks = atBreaks && (text.length() > 0 || afterBreaks);
        clear();
        return block;
    }

    private TextMeasures measures() {
        return new TextMeasures(
                weight,
                linkWeight,
                strongWeight,
                words,
                digits,
                capitals,
                commas,
                sentenceMarks + (mark == Mark.NONE ? 0 : 1),
                lineBreaks);
    }

    private void clear() {
        plain = false;
        if (text.capacity() > LONGEST) {
            text.setLength(0);
            text.trimToSize();
        }
        if (units.length > LONGEST) {
            units = new char[LONGEST];
        }
        text.setLength(0);
        indent.setLength(0);
        gap = Gap.NONE;
        breaks = 0;
        edges = 0;
        softHyphen = false;
        nonJoiner = false;
        verbatim = false;
        mark = Mark.NONE;
        last = 0;
        weight = 0;
        linkWeight = 0;
        strongWeight = 0;
        words = 0;
        digits = 0;
        capitals = 0;
        commas = 0;
        sentenceMarks = 0;
        lineBreaks = 0;
    }

    /** Whether the last character but quotes and brackets ends a sentence. */
    static boolean endsSentence(CharSequence text) {
        int at = text.length();
        for (int steps = 0; at > 0 && steps < 4; steps++) {
            int codePoint = Character.codePointBefore(text, at);
            int bits = Characters.of(codePoint);
            if ((bits & Characters.SENTENCE_END) != 0 || codePoint == '…' || codePoint == ':') {
                return true;
            }
            if ((bits & Characters.CLOSING) == 0) {
                return false;
            }
            at -= Character.charCount(codePoint);
        }
        return false;
    }
}
