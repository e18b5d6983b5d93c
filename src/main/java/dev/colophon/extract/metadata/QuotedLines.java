package dev.colophon.extract.metadata;

import dev.colophon.extract.metadata.PageFlow.Line;
import dev.colophon.text.Spaces;
import dev.colophon.text.WordLists;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Lines that a page shows for an example or quotes with what it quotes: lines of code, of a log, of what a program prints,
 * and those by which a licence tells its versions. What they name is none of the page's days and writers.
 */
final class QuotedLines {
    private static final Set<String> CODE = Set.copyOf(WordLists.lines(QuotedLines.class, "code-elements.txt"));
    /** They and what is set as plain text. */
    private static final Set<String> SET =
            Stream.concat(CODE.stream(), Stream.of("pre")).collect(Collectors.toUnmodifiableSet());

    private static final Set<String> LICENCES = Set.copyOf(WordLists.lines(QuotedLines.class, "licence-lines.txt"));

    private static final String CODE_MARKS = "{}();=<>#$@\\[]_";

    /** What is longer than a byline and its outlet is looked at no more. */
    private static final int MAX_WORDS = 200;

    private final PageFlow flow;
    private final SectionNumbers sections;
    private final boolean plain;

    QuotedLines(PageFlow flow) {
        this.flow = flow;
        this.sections = new SectionNumbers(flow.lines());
        this.plain = isPlain(flow);
    }

    /** Whether most of the page is set as plain text, as old pages are and those that a program made of a text. */
    private static boolean isPlain(PageFlow flow) {
        int set = 0;
        for (int i = 0; i < flow.size(); i++) {
            if (flow.element(i).nameIs("pre")) {
                set += flow.length(i);
                i = flow.last(i);
            }
        }
        return flow.size() > 0 && 2 * set > flow.length(0);
    }

    /** Whether the line belongs to an example. */
    boolean isCode(Line line) {
        return isCode(line, Set.of());
    }

    /** The same of a byline, which wire services set as plain text above a page's article: without any sign of code there. */
    boolean isCodeOfByline(Line line) {
        return isCode(line, Set.of("pre"));
    }

    /** The same of a line between a page's title and its text: some pages set their day and their writer as code. */
    boolean isCodeOfHeader(Line line) {
        return isCode(line, SET);
    }

    /** @param worded the elements that may hold words instead of code */
    private boolean isCode(Line line, Set<String> worded) {
        for (int i = line.element(); i >= 0; i = flow.parent(i)) {
            String tag = flow.element(i).normalName();
            boolean set = CODE.contains(tag) || (!plain && tag.equals("pre"));
            if (set && line.end() <= flow.end(i) && !(worded.contains(tag) && isWords(i))) {
                return true;
            }
        }
        return false;
    }

    private boolean isWords(int element) {
        return flow.length(element) <= MAX_WORDS
                && flow.element(element).wholeText().chars().noneMatch(unit -> CODE_MARKS.indexOf(unit) >= 0);
    }

    /** Whether the line tells the version of a licence: {@code Version 2, June 1991}. */
    static boolean isOfLicence(Line line) {
        return LICENCES.contains(Spaces.collapse(line.text()));
    }

    /** Whether the line begins with the number of a section. */
    boolean isNumbered(Line line) {
        return !sections.of(line.text()).isEmpty();
    }

    /** The line without the number of a section that it begins with. */
    String unnumbered(Line line) {
        String text = line.text();
        return text.substring(sections.of(text).length()).strip();
    }
}
