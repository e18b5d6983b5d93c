package dev.colophon.extract;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterCategory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The text of a paged document: lines become paragraphs again, also across pages, and what stands at the top or the bottom
 * of many pages is told from the text.
 */
final class PagedText {
    private static final int RUNNING_PAGES = 3;
    /** Of a long document; its chapters have heads of their own. */
    private static final int MOST_RUNNING_PAGES = 6;

    /** Lines of a running header or footer. */
    private static final int EDGE_LINES = 3;

    private static final int LONGEST_PAGE_NUMBER = 11;
    private static final String BESIDE_PAGE_NUMBERS = " -–—/|·•[]";

    /** Lines of a title with what stands right below it: fewer than a paragraph's. */
    private static final int TITLE_LINES = 4;

    /** Lines below this share of the margin end where their author ended them. */
    private static final double FULL = 0.8;

    /** Fewer lines do not show how far apart lines are set. */
    private static final int SHOWN_BY = 6;

    private final List<List<List<String>>> pages = new ArrayList<>();

    void startPage() {
        pages.add(new ArrayList<>());
    }

    void add(String text) {
        List<String> lines =
                Paragraphs.lines(text).stream().filter(line -> !line.isEmpty()).toList();
        if (!lines.isEmpty()) {
            if (pages.isEmpty()) {
                startPage();
            }
            pages.get(pages.size() - 1).add(new ArrayList<>(lines));
        }
    }

    /** The paragraphs, running headers and footers after the paragraph that they interrupt. */
    List<Passage> passages() {
        Edges edges = edges();
        boolean numbered = areNumbered();
        int margin = margin();
        boolean apart = isSetApart(margin);
        Joined joined = new Joined(margin);
        for (List<List<String>> page : pages) {
            List<Passage> furniture = new ArrayList<>();
            cut(page, edges, numbered, furniture);
            joined.startPage();
            (apart ? together(page, margin) : page).forEach(joined::add);
            joined.passages.addAll(furniture);
        }
        return joined.passages;
    }

    /** The paragraphs of the pages so far, of which the last may go on on the next page. */
    private static final class Joined {
        private static final int NONE = -1;

        private final int margin;
        private final List<Passage> passages = new ArrayList<>();
        /** The place of the last paragraph. */
        private int open = NONE;

        /** Whether the last line reached the margin. */
        private boolean full;

        private boolean atTop = true;
        private boolean atTopOfPage;

        Joined(int margin) {
            this.margin = margin;
        }

        void startPage() {
            atTopOfPage = true;
        }

        void add(List<String> block) {
            boolean title = atTop && isTitle(block, margin);
            atTop = false;
            if (title) {
                passages.add(new Passage(Passage.Form.PARAGRAPH, String.join("\n", block)));
                open = NONE;
                atTopOfPage = false;
            } else {
                Paragraphs.join(block, 1, margin).forEach(paragraph -> add(paragraph.text()));
            }
            full = isFull(block.get(block.size() - 1), margin);
        }

        /** Letters without cases tell nothing of the beginning of a sentence: there a full line goes on. */
        private boolean continues(String before, String after) {
            int first = after.codePointAt(0);
            boolean goesOn = UCharacter.isLowerCase(first)
                    || (full && UCharacter.getType(first) == UCharacterCategory.OTHER_LETTER);
            return goesOn && !Paragraphs.endsSentence(before);
        }

        private void add(String paragraph) {
            if (atTopOfPage && open != NONE && continues(passages.get(open).text(), paragraph)) {
                StringBuilder whole = new StringBuilder(passages.get(open).text());
                Paragraphs.glue(whole, paragraph);
                passages.set(open, new Passage(Passage.Form.PARAGRAPH, whole.toString()));
            } else {
                passages.add(new Passage(Passage.Form.PARAGRAPH, paragraph));
                open = passages.size() - 1;
            }
            atTopOfPage = false;
        }
    }

    /** Whether the first lines are short ones close together: a title of some lines, or one with a byline below. */
    private static boolean isTitle(List<String> block, int margin) {
        return block.size() > 1
                && block.size() <= TITLE_LINES
                && block.stream().allMatch(line -> line.length() < margin * FULL);
    }

    /**
     * Whether lines are set so far apart, as in drafts and theses, that each looks like a paragraph: most blocks are one line,
     * half of them as long as the margin is wide, and of these most go on in the next.
     */
    private boolean isSetApart(int margin) {
        int blocks = 0;
        int alone = 0;
        int full = 0;
        int open = 0;
        for (List<List<String>> page : pages) {
            for (List<String> block : page) {
                blocks++;
                alone += block.size() == 1 ? 1 : 0;
                String line = block.get(block.size() - 1);
                full += isFull(line, margin) ? 1 : 0;
                open += isFull(line, margin) && !Paragraphs.endsSentence(line) ? 1 : 0;
            }
        }
        return blocks >= SHOWN_BY && alone * 10 >= blocks * 8 && full * 2 >= blocks && open * 10 >= full * 6;
    }

    private static boolean isFull(String line, int margin) {
        return line.length() >= margin * FULL;
    }

    /** The blocks of a page, each with those that its last line goes on in. */
    private static List<List<String>> together(List<List<String>> page, int margin) {
        List<List<String>> joined = new ArrayList<>();
        for (List<String> block : page) {
            List<String> last = joined.isEmpty() ? List.of() : joined.get(joined.size() - 1);
            if (!last.isEmpty() && isFull(last.get(last.size() - 1), margin)) {
                last.addAll(block);
            } else {
                joined.add(new ArrayList<>(block));
            }
        }
        return joined;
    }

    /** The length that three quarters of the lines do not exceed: about where they were broken. */
    private int margin() {
        int[] lengths = pages.stream()
                .flatMap(List::stream)
                .flatMap(List::stream)
                .mapToInt(String::length)
                .sorted()
                .toArray();
        return lengths.length == 0 ? 0 : lengths[lengths.length * 3 / 4];
    }

    /** What stands at the top and bottom of pages. */
    private static final class Edges {
        private final Map<String, Integer> shapes = new HashMap<>();
        private final Map<String, Run> runs = new HashMap<>();

        /** Pages near each other that have a line, and the most that any line had. */
        private static final class Run {
            private int last;
            private int length;
            private int longest;
        }

        void add(List<String> page, int number) {
            Set<String> lines = new HashSet<>();
            for (int i = 0; i < EDGE_LINES && i < page.size(); i++) {
                lines.add(page.get(i));
                lines.add(page.get(page.size() - 1 - i));
            }
            for (String line : lines) {
                Run run = runs.computeIfAbsent(line, first -> new Run());
                // Heads of left and right pages differ.
                run.length = run.length > 0 && number - run.last <= 2 ? run.length + 1 : 1;
                run.longest = Math.max(run.longest, run.length);
                run.last = number;
            }
            lines.stream().map(PagedText::shape).distinct().forEach(shape -> shapes.merge(shape, 1, Integer::sum));
        }

        /** On how many pages a line of this shape is. */
        int pages(String line) {
            return shapes.getOrDefault(shape(line), 0);
        }

        /** On how many pages near each other this very line is. */
        int run(String line) {
            Run run = runs.get(line);
            return run == null ? 0 : run.longest;
        }
    }

    private Edges edges() {
        Edges edges = new Edges();
        for (int i = 0; i < pages.size(); i++) {
            edges.add(pages.get(i).stream().flatMap(List::stream).toList(), i);
        }
        return edges;
    }

    /** Whether so many pages begin or end with a number that such a line is one of a page. */
    private boolean areNumbered() {
        long numbered = pages.stream()
                .filter(page -> !page.isEmpty() && (isNumber(firstLine(page)) || isNumber(lastLine(page))))
                .count();
        return numbered >= 2 && numbered * 3 >= pages.size();
    }

    private static boolean isNumber(String line) {
        return line.length() <= LONGEST_PAGE_NUMBER
                && line.codePoints().anyMatch(UCharacter::isDigit)
                && line.codePoints()
                        .allMatch(each -> UCharacter.isDigit(each) || BESIDE_PAGE_NUMBERS.indexOf(each) >= 0);
    }

    private void cut(List<List<String>> page, Edges edges, boolean numbered, List<Passage> furniture) {
        cut(page, false, edges, numbered, furniture);
        cut(page, true, edges, numbered, furniture);
    }

    /** Cuts the running lines at the top of a page, or at its bottom, of which one may be the page's number. */
    private void cut(List<List<String>> page, boolean top, Edges edges, boolean numbered, List<Passage> furniture) {
        boolean number = numbered;
        for (int i = 0; i < EDGE_LINES && !page.isEmpty(); i++) {
            List<String> block = page.get(top ? 0 : page.size() - 1);
            int place = top ? 0 : block.size() - 1;
            if (!isRunning(block.get(place), edges, number)) {
                return;
            }
            number &= !isNumber(block.get(place));
            furniture.add(new Passage(Passage.Form.FURNITURE, block.remove(place)));
            page.removeIf(List::isEmpty);
        }
    }

    /** @param number whether a number may be the page's */
    private boolean isRunning(String line, Edges edges, boolean number) {
        if (isNumber(line)) {
            return number;
        }
        if (line.codePoints().noneMatch(UCharacter::isLetterOrDigit)) {
            return pages.size() > 1;
        }
        int near = Math.max(RUNNING_PAGES, Math.min(MOST_RUNNING_PAGES, pages.size() / 4));
        boolean recurs = edges.pages(line) >= Math.max(RUNNING_PAGES, pages.size() * 2 / 5);
        return recurs || (line.codePoints().anyMatch(UCharacter::isLetter) && edges.run(line) >= near);
    }

    private static String firstLine(List<List<String>> page) {
        return page.get(0).get(0);
    }

    private static String lastLine(List<List<String>> page) {
        List<String> block = page.get(page.size() - 1);
        return block.get(block.size() - 1);
    }

    /** The line with every run of digits as one {@code 0}. */
    private static String shape(String line) {
        StringBuilder shape = new StringBuilder();
        for (int i = 0; i < line.length(); ) {
            int codePoint = line.codePointAt(i);
            i += Character.charCount(codePoint);
            if (!UCharacter.isDigit(codePoint)) {
                shape.appendCodePoint(codePoint);
            } else if (shape.isEmpty() || shape.charAt(shape.length() - 1) != '0') {
                shape.append('0');
            }
        }
        return shape.toString();
    }
}
