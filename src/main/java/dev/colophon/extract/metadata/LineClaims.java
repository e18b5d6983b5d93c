package dev.colophon.extract.metadata;

import com.ibm.icu.lang.UCharacter;
import dev.colophon.extract.metadata.MarkupWords.Sign;
import dev.colophon.extract.metadata.MarkupWords.Signs;
import dev.colophon.extract.metadata.PageFacts.Party;
import dev.colophon.extract.metadata.PageFacts.Place;
import dev.colophon.extract.metadata.PageFlow.Line;
import dev.colophon.model.ClaimSource;
import dev.colophon.model.DateClaim.Meaning;
import dev.colophon.model.LineClassifier;
import dev.colophon.model.Region;
import dev.colophon.model.Role;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** States the lines of visible text around the headline and the main text's end that are dates or bylines. */
final class LineClaims {
    private static final int MAX_LINES = 120;
    private static final int MAX_CHARS = 150;
    private static final int MAX_LABEL = 25;
    private static final int MIN_PARAGRAPH = 40;
    /** No line above the text is so long. */
    private static final int MIN_TEXT = 75;

    /** The place and day before a report's first words end within so many characters. */
    private static final int DATELINE = 60;

    /** What says below a text when it was posted ends within so many. */
    private static final int IMPRINT = 75;

    private static final int MAX_TIME = 20;

    /** A longer link tells of another page; shorter ones name who posted when, and lead there. */
    private static final int MAX_PERMALINK = 60;

    /** How many elements around a line's may say that it is a caption. */
    private static final int MAX_CAPTION_PARENTS = 4;

    private static final int MAX_ELSEWHERE = 40;
    private static final String OPENING = "(\uff08[\u3010\u3014";
    private static final String EAST_ASIAN = "\uff08\u3010\u3014";
    private static final String CLOSING = ")\uff09]\u3011\u3015";
    private static final Set<Region> LOOKED_AT =
            EnumSet.of(Region.ARTICLE_HEADER, Region.ARTICLE_BODY, Region.ARTICLE_FOOTER, Region.UNKNOWN);

    private final PageFlow flow;
    private final PageRegions regions;
    private final LineClassifier classifier;
    private final PageFacts facts;
    private final LineLabels labels;
    private final QuotedLines quoted;
    /** Captions that credit somebody. */
    private int captions;

    /** Whether the text's first paragraph has passed. */
    private boolean begun;

    LineClaims(PageFlow flow, PageRegions regions, LineClassifier classifier, PageFacts facts) {
        this.flow = flow;
        this.regions = regions;
        this.classifier = classifier;
        this.facts = facts;
        this.labels = new LineLabels(flow, classifier);
        this.quoted = new QuotedLines(flow);
    }

    void state() {
        Map<Region, Integer> asked = new EnumMap<>(Region.class);
        List<Line> lines = flow.lines();
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            Region region = regions.of(line.element(), line.start());
            if (LOOKED_AT.contains(region)
                    && line.text().length() <= MAX_CHARS
                    && asked.merge(region, 1, Integer::sum) <= MAX_LINES) {
                state(i, region, i + 1 < lines.size() ? lines.get(i + 1).text() : "");
            }
            stateBracketed(line, region);
            stateCaption(line, region);
            stateDateline(line, region);
            stateImprint(line);
            begun |= region == Region.ARTICLE_HEADER && line.length() >= MIN_TEXT;
        }
    }

    /** A date that begins a paragraph: {@code BERLIN, 5 June 2025 – The council …} */
    private void stateDateline(Line line, Region region) {
        if (region == Region.ARTICLE_HEADER && line.text().length() > MAX_CHARS && !isForeign(line, region)) {
            String text = quoted.unnumbered(line);
            String head = text.substring(0, endOfWord(text, DATELINE));
            if (classifier.holdsDate(head)) {
                facts.date(DateLabels.meaning(head), head, place(line, region));
            }
        }
    }

    /** {@code This entry was posted on Tuesday, March 4th, 2008 at 8:05 pm and is filed under …} below the text or as its end. */
    private void stateImprint(Line line) {
        boolean below = LOOKED_AT.contains(regions.of(line.element(), line.start()))
                && regions.of(line.element(), line.end()) == Region.ARTICLE_FOOTER;
        if (below && line.text().length() > MAX_CHARS && holdsLink(line)) {
            String head = line.text().substring(0, endOfWord(line.text(), IMPRINT));
            boolean posted =
                    DateLabels.meaning(head.substring(0, Math.min(MAX_LABEL, head.length()))) == Meaning.PUBLISHED;
            if (posted && classifier.holdsDate(head)) {
                facts.date(Meaning.PUBLISHED, head, place(line, Region.ARTICLE_FOOTER));
            }
        }
    }

    /** Whether a link, to a rubric or a writer, stands in the element that a line begins in. */
    private boolean holdsLink(Line line) {
        int last = Math.min(flow.last(line.element()), line.element() + MAX_LINES);
        for (int i = line.element(); i <= last; i++) {
            if (flow.element(i).nameIs("a")) {
                return true;
            }
        }
        return false;
    }

    /** Where the last word that fits a dateline ends: {@code May 24, 1941} is not to be cut to {@code May 24, 19}. */
    private static int endOfWord(String line, int longest) {
        int end = longest;
        while (end > 0
                && UCharacter.isLetterOrDigit(line.charAt(end))
                && UCharacter.isLetterOrDigit(line.charAt(end - 1))) {
            end--;
        }
        return end == 0 ? longest : end;
    }

    /**
     * The lines of other parts that are dates, else those that mention one: the last resort of a page of which no date is
     * known.
     */
    void stateElsewhere() {
        if (!stateElsewhere(classifier::isDateLine)) {
            stateElsewhere(classifier::holdsDate);
        }
    }

    private boolean stateElsewhere(Predicate<String> isDate) {
        int stated = 0;
        for (Line line : flow.lines()) {
            boolean shown =
                    line.length() <= MAX_CHARS && stated < MAX_ELSEWHERE && isDate.test(quoted.unnumbered(line));
            Region region = shown ? part(line, regions.of(line.element(), line.start())) : Region.UNKNOWN;
            if (shown && !isForeign(line, region)) {
                stated++;
                String text = quoted.unnumbered(line);
                facts.date(DateLabels.meaning(text), text, place(line, region));
            }
        }
        return stated > 0;
    }

    /**
     * A credit in brackets that ends the last paragraph or begins the first: {@code （记者 王小明）}, {@code [서울=뉴시스]
     * 김서연 기자 =}. In wide brackets it may
     * end any, as what follows it in Chinese papers is a list of sources and notices.
     */
    private void stateBracketed(Line line, Region region) {
        if (line.length() < MIN_PARAGRAPH) {
            return;
        }
        if (LOOKED_AT.contains(region) && CLOSING.indexOf(line.last()) >= 0) {
            String last = line.tail();
            int end = last.length() - 1;
            int start = lastOf(last, OPENING, end);
            boolean ends = regions.of(line.element(), line.end()) == Region.ARTICLE_FOOTER;
            boolean credit = start >= 0 && (ends || EAST_ASIAN.indexOf(last.charAt(start)) >= 0);
            if (credit) {
                stateCredit(last.substring(start), line, Region.ARTICLE_FOOTER);
            }
        }
        if (region != Region.ARTICLE_HEADER) {
            return;
        }
        String first =
                line.text().substring(0, Math.min(PageFlow.MAX_TAIL, line.text().length()));
        int close = lastOf(first, CLOSING, first.length() - 1);
        int open = lastOf(first, OPENING, close);
        if (open >= 0) {
            stateCredit(first.substring(open, close + 1), line, region);
        }
        int equals = close < 0 || open > 0 ? -1 : first.indexOf('=', close);
        if (equals > 0) {
            stateCredit(first.substring(0, equals + 1), line, region);
        }
    }

    /** A credit behind other words of a caption: {@code The bridge at dawn. Photo: Ann Lee}. */
    private void stateCaption(Line line, Region region) {
        boolean caption = LOOKED_AT.contains(region) && captions < MAX_LINES && isCaption(line);
        String credit = caption ? classifier.pictureCredit(line.tail()) : null;
        if (credit != null && !classifier.holdsByline(line.text())) {
            captions++;
            facts.name(Role.PHOTOGRAPHER, Party.of(credit), place(line, Region.CAPTION));
        }
    }

    private void stateCredit(String text, Line line, Region region) {
        if (classifier.holdsByline(text)) {
            facts.name(null, Party.of(text), place(line, region));
        }
    }

    /** Where the last of some characters stands, {@code from} there backwards; -1 where none does. */
    private static int lastOf(String text, String characters, int from) {
        for (int i = from; i >= 0; i--) {
            if (characters.indexOf(text.charAt(i)) >= 0) {
                return i;
            }
        }
        return -1;
    }

    /** Whether a day that the line holds is another thing's, or no day. */
    private boolean isForeign(Line line, Region region) {
        boolean licence = region != Region.ARTICLE_HEADER && QuotedLines.isOfLicence(line);
        return licence
                || PageMarks.isOfOtherDate(flow, line.element())
                || (quoted.isCode(line) && !isSetAsCode(line, region));
    }

    /** Whether a line above the text is a date or a byline, and code only by the element around it. */
    private boolean isSetAsCode(Line line, Region region) {
        return !begun
                && region == Region.ARTICLE_HEADER
                && !quoted.isCodeOfHeader(line)
                && (classifier.isDateLine(line.text()) || classifier.holdsByline(line.text()));
    }

    private Place place(Line line, Region region) {
        String locator = "line in " + MarkupClaims.locator(flow.element(line.element()));
        return new Place(ClaimSource.TEXT, locator, region, line.element() + 1);
    }

    private void state(int index, Region region, String next) {
        Line line = flow.lines().get(index);
        String text = quoted.unnumbered(line);
        boolean near = region == Region.ARTICLE_HEADER;
        boolean dated = classifier.isDateLine(text)
                || (near && (NumericDates.in(text) || classifier.holdsDate(text) || classifier.saysAge(text)));
        if (dated && !isForeign(line, region)) {
            facts.date(meaning(index, text), text, place(line, part(line, region)));
        }
        if (dated
                && near
                && isTime(index + 1)
                && !isForeign(line, region)
                && classifier.isDateLine(text)
                && classifier.isDateLine(text + " " + next)) {
            facts.date(meaning(index, text), text + " " + next, place(line, part(line, region)));
        }
        if (classifier.holdsByline(text)) {
            boolean code = CodeNames.isCode(text) || (quoted.isCodeOfByline(line) && !isSetAsCode(line, region));
            if (!code && (!quoted.isNumbered(line) || isNumberedByline(line, text, region))) {
                facts.name(null, Party.of(text), place(line, isCaption(line) ? Region.CAPTION : region));
            }
        } else if (isLabel(text, next, region)) {
            facts.name(null, Party.of(text + "\n" + next), place(line, region));
        }
    }

    /** Whether a byline behind a number is no heading of a section: one of those above a text that many wrote. */
    private boolean isNumberedByline(Line line, String text, Region region) {
        int end = endOfFirst(text);
        return region == Region.ARTICLE_HEADER
                && end < text.length()
                && flow.element(line.element()).normalName().equals("p")
                && !classifier.holdsByline(text.substring(end).strip());
    }

    /** Where the first word ends. */
    private static int endOfFirst(String text) {
        int end = 0;
        while (end < text.length() && UCharacter.isLetter(text.charAt(end))) {
            end++;
        }
        return end;
    }

    /** Whether a line is a time alone, in an element whose class says so: that of the day in the line before. */
    private boolean isTime(int index) {
        Line line = index < flow.lines().size() ? flow.lines().get(index) : null;
        if (line == null || line.length() > MAX_TIME || !isMarkedAsTime(line)) {
            return false;
        }
        int colon = line.text().indexOf(':');
        return colon > 0
                && colon + 1 < line.text().length()
                && UCharacter.isDigit(line.text().charAt(colon - 1))
                && UCharacter.isDigit(line.text().charAt(colon + 1))
                && !classifier.holdsDate(line.text());
    }

    private boolean isMarkedAsTime(Line line) {
        Signs signs = flow.marks().signs(line.element());
        boolean time = flow.element(line.element()).nameIs("time") && !signs.has(Sign.NO_DATE);
        return time || signs.meaning() != null;
    }

    private Meaning meaning(int line, String text) {
        Meaning own = DateLabels.meaning(text);
        return own == Meaning.UNSPECIFIED ? labels.before(line) : own;
    }

    /** The part of the page that a line's dates belong to: those of a picture's caption or of a link's words to another. */
    private Region part(Line line, Region region) {
        if (region == Region.ARTICLE_HEADER && stands(line, "figure", "figcaption")) {
            return Region.ARTICLE_BODY;
        }
        boolean teaser = region != Region.COMMENT
                && region != Region.OTHER_ARTICLES
                && line.length() > MAX_PERMALINK
                && stands(line, "a", "button")
                && !classifier.isDateLine(line.text());
        return teaser ? Region.RELATED : region;
    }

    /** Whether a picture's element holds the line, or a class around it says that it is of one. */
    private boolean isCaption(Line line) {
        int element = line.element();
        for (int up = 0; up < MAX_CAPTION_PARENTS && element >= 0; up++) {
            if (flow.marks().signs(element).has(Sign.CAPTION)) {
                return true;
            }
            element = flow.parent(element);
        }
        return stands(line, "figure", "figcaption");
    }

    private boolean stands(Line line, String tag, String orTag) {
        int element = line.element();
        while (element >= 0
                && !flow.element(element).nameIs(tag)
                && !flow.element(element).nameIs(orTag)) {
            element = flow.parent(element);
        }
        return element >= 0;
    }

    /** Whether a line only introduces the name on the next: {@code Written by}, {@code Ann Lee}. */
    private boolean isLabel(String line, String next, Region region) {
        boolean beside = region == Region.ARTICLE_HEADER || region == Region.ARTICLE_FOOTER;
        return beside
                && line.length() <= MAX_LABEL
                && !next.isEmpty()
                && next.length() <= MAX_CHARS / 2
                && !classifier.holdsByline(next)
                && !classifier.isDateLine(next)
                && classifier.holdsByline(line + " " + next);
    }
}
