package dev.colophon.extract.page;

import dev.colophon.model.BlockKind;

/**
 * Keeps what belongs to a text with the text: headings of its sections, the terms of its definitions, its lists and code. The
 * model judges each block by itself, and a short one amid a manual looks like a part of the page's frame.
 */
final class Companions {
    /** The part of a list of definitions that makes all of it text. */
    private static final double WHOLE = 0.5;

    private static final int LEVELS = 7;

    /** Code stands so near to text. */
    private static final int NEAR = 3;

    private static final int LONGEST_NUMBER = 6;

    private final PageMeasures page;
    private final BlockKind[] kinds;
    private final int from;
    private final int to;

    private Companions(PageMeasures page, BlockKind[] kinds) {
        this.page = page;
        this.kinds = kinds;
        int first = 0;
        while (first < kinds.length && kinds[first] != BlockKind.BODY) {
            first++;
        }
        int last = kinds.length - 1;
        while (last > first && kinds[last] != BlockKind.BODY) {
            last--;
        }
        this.from = first;
        this.to = last;
    }

    /** Makes text of what belongs to text. */
    static void keep(PageMeasures page, BlockKind[] kinds) {
        Companions companions = new Companions(page, kinds);
        companions.keepCode();
        companions.keepLists();
        companions.keepTerms();
        SetApartLines.keep(page, kinds, companions::isOpen);
        companions.keepHeadings();
    }

    /** A heading of several on its level, right below which text stands, whatever the heading says: {@code 1.8.6 (2020-01-21)}. */
    private void keepHeadings() {
        int[] levels = new int[LEVELS];
        for (int i = from; i <= to; i++) {
            levels[page.headings[i]]++;
        }
        for (int i = to; i >= from; i--) {
            int level = page.headings[i];
            if (level > 1 && levels[level] > 1 && isOpen(i) && isAbove(i)) {
                kinds[i] = BlockKind.BODY;
            }
        }
    }

    /** Whether text stands below a heading, in an area around it. */
    private boolean isAbove(int heading) {
        int next = heading + 1;
        return next < kinds.length
                && kinds[next] == BlockKind.BODY
                && page.block(heading).isHeadingOf(page.block(next));
    }

    /** A term whose definition begins with text. */
    private void keepTerms() {
        for (int i = to - 1; i >= from; i--) {
            Area term = isOpen(i) ? page.block(i).area().closest("dt") : null;
            if (term != null && isDefined(term)) {
                kinds[i] = BlockKind.BODY;
            }
        }
    }

    private boolean isDefined(Area term) {
        Area list = term.closest("dl");
        int next = term.end();
        return list != null
                && next < list.end()
                && kinds[next] == BlockKind.BODY
                && page.block(next).area().closest("dt") == null;
    }

    /** A list of definitions most of which is text. */
    private void keepLists() {
        for (Area list : page.page.areas()) {
            if (list.tag().equals("dl") && list.first() > from && share(list) >= WHOLE) {
                for (int i = list.first(); i < list.end(); i++) {
                    kinds[i] = isOpen(i) ? BlockKind.BODY : kinds[i];
                }
            }
        }
    }

    private double share(Area area) {
        double text = 0;
        int all = 0;
        for (int i = area.first(); i < area.end(); i++) {
            int words = 1 + page.words(i);
            all += words;
            text += kinds[i] == BlockKind.BODY ? words : 0;
        }
        return text / Math.max(1, all);
    }

    /** Code with text before and behind it; the numbers of its lines are none. */
    private void keepCode() {
        boolean[] amid = amid();
        for (int i = from; i <= to; i++) {
            if (isCode(i)) {
                boolean numbers = isCount(page.block(i).text());
                if (numbers
                        && kinds[i] == BlockKind.BODY
                        && page.block(i).text().indexOf('\n') > 0) {
                    kinds[i] = BlockKind.FURNITURE;
                } else if (!numbers && isOpen(i) && amid[i]) {
                    kinds[i] = BlockKind.BODY;
                }
            }
        }
    }

    /** Whether each line is a number and one more than the line before it. */
    private static boolean isCount(String text) {
        int before = -1;
        for (String line : text.split("\n", -1)) {
            String number = line.strip();
            boolean digits = !number.isEmpty()
                    && number.length() <= LONGEST_NUMBER
                    && number.chars().allMatch(unit -> unit >= '0' && unit <= '9');
            if (!digits || (before >= 0 && Integer.parseInt(number) != before + 1)) {
                return false;
            }
            before = Integer.parseInt(number);
        }
        return true;
    }

    private boolean isCode(int i) {
        return page.block(i).area().closest("pre") != null;
    }

    /** Which blocks have text near before and behind them, other code between not counted. */
    private boolean[] amid() {
        boolean[] amid = new boolean[kinds.length];
        int others = NEAR;
        for (int i = from; i <= to; i++) {
            amid[i] = others < NEAR;
            others = others(i, others);
        }
        others = NEAR;
        for (int i = to; i >= from; i--) {
            amid[i] &= others < NEAR;
            others = others(i, others);
        }
        return amid;
    }

    /** How many blocks have passed since the last text when this one is passed too; code is neither. */
    private int others(int i, int before) {
        if (isCode(i)) {
            return before;
        }
        return kinds[i] == BlockKind.BODY ? 0 : Math.min(NEAR, before + 1);
    }

    /** Whether a block is none of the text, and nothing that a page names otherwise. */
    private boolean isOpen(int i) {
        boolean unnamed = kinds[i] == BlockKind.FURNITURE || kinds[i] == BlockKind.DATE;
        return unnamed
                && i != page.headline
                && !page.block(i).hidden()
                && !page.block(i).phrase();
    }
}
