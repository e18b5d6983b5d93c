package dev.colophon.extract;

import dev.colophon.model.Block;
import dev.colophon.model.BlockKind;
import dev.colophon.model.DateClaim;
import dev.colophon.model.Headline;
import dev.colophon.model.LineClassifier;
import dev.colophon.model.NameClaim;
import dev.colophon.text.Spaces;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A page's text without its markup. It tells headline, kicker, summary, byline and date by their place, their length and
 * their repeats, and not by any language's words.
 */
final class TextDump {
    /** Bylines and dates are looked for among so many paragraphs at least, where the text has them. */
    private static final int HEADER = 8;

    /** In a long text, a diary, later lines of a date are what it says. */
    private static final int MOST_HEADER = 24;

    private static final int FOOTER = 3;
    private static final int KICKER_CHARS = 40;
    private static final int KICKER_WORDS = 5;
    private static final int RUBRIC_CHARS = 24;

    /** Shorter repeats are speech or verse: {@code "Yes."} */
    private static final int REPEAT_CHARS = 24;

    private final List<Paragraphs.Paragraph> paragraphs;
    private final List<String> folded = new ArrayList<>();
    private final List<BlockKind> kinds = new ArrayList<>();
    private final HeaderLines header;
    private final @Nullable String title;
    private final @Nullable String kicker;
    private final @Nullable String summary;

    /**
     * Reads the paragraphs; where they are no prose (a table, a program) none of them is a headline.
     *
     * @param stated the title where it is known from elsewhere: then no other line is the headline; null where it is not
     */
    TextDump(LineClassifier lines, List<Paragraphs.Paragraph> paragraphs, boolean prose, @Nullable String stated) {
        this.paragraphs = paragraphs;
        this.header = new HeaderLines(lines, List.of(), List.of());
        classifyLines();
        int headline = stated != null ? placeOf(stated) : prose ? headlineAt() : -1;
        this.title = stated != null
                ? stated
                : headline < 0 ? null : paragraphs.get(headline).text();
        this.kicker = kicker(headline);
        for (Paragraphs.Paragraph paragraph : paragraphs) {
            folded.add(HeaderLines.fold(withoutKicker(paragraph.text())));
        }
        int standfirst = headline < 0 ? -1 : summaryAt(headline);
        this.summary =
                standfirst < 0 ? null : withoutKicker(paragraphs.get(standfirst).text());
        markRepeats(headline, standfirst);
    }

    private void classifyLines() {
        int size = paragraphs.size();
        int top = Math.max(HEADER, Math.min(MOST_HEADER, size / 3));
        for (int i = 0; i < size; i++) {
            Paragraphs.Paragraph one = paragraphs.get(i);
            boolean atEnd = i >= top;
            boolean looked = size > 1 && (!atEnd || i >= size - FOOTER);
            kinds.add(looked ? header.classify(one.text(), "line " + one.line(), atEnd) : BlockKind.BODY);
        }
    }

    /** Where a title stands among the first lines; -1 where it does not. */
    private int placeOf(String stated) {
        String words = HeaderLines.fold(stated);
        for (int i = 0; i < Math.min(HEADER, paragraphs.size() - 1); i++) {
            if (HeaderLines.fold(paragraphs.get(i).text()).equals(words)) {
                return i;
            }
        }
        return -1;
    }

    /**
     * The headline's place: the first line, or the second where the first is a rubric by its length or its words; -1
     * where there is none.
     */
    private int headlineAt() {
        int first = kinds.indexOf(BlockKind.BODY);
        if (first < 0 || first > HEADER || first == kinds.lastIndexOf(BlockKind.BODY) || !isHeadline(first)) {
            return -1;
        }
        int next = first + 1;
        boolean rubric = paragraphs.get(first).text().length() <= RUBRIC_CHARS
                && next < kinds.size() - 1
                && kinds.get(next) == BlockKind.BODY
                && isHeadline(next)
                && (paragraphs.get(next).text().length() > 2 * RUBRIC_CHARS
                        || FileTitles.isRubric(paragraphs.get(first).text()));
        return rubric ? next : first;
    }

    private boolean isHeadline(int place) {
        return HeaderLines.isHeadline(paragraphs.get(place).text());
    }

    private @Nullable String kicker(int headline) {
        if (title == null) {
            return null;
        }
        String inTitle = beforeColon(title);
        if (inTitle != null && (isShort(inTitle) || isShared(inTitle, headline))) {
            return inTitle;
        }
        boolean rubric = headline > 0 && kinds.get(headline - 1) == BlockKind.BODY;
        return rubric ? paragraphs.get(headline - 1).text() : null;
    }

    private static @Nullable String beforeColon(String title) {
        for (int i = 1; i < title.length() - 1 && i <= KICKER_CHARS; i++) {
            char unit = title.charAt(i);
            if (unit == '\uFF1A' || (unit == ':' && Spaces.isSpace(title.charAt(i + 1)))) {
                return Spaces.collapse(title.substring(0, i));
            }
        }
        return null;
    }

    private static boolean isShort(String words) {
        return words.split(" ", -1).length <= KICKER_WORDS;
    }

    private boolean isShared(String words, int headline) {
        return paragraphs.stream()
                .skip(headline + 1L)
                .limit(HEADER)
                .anyMatch(paragraph -> words.equals(beforeColon(paragraph.text())));
    }

    private String withoutKicker(String text) {
        return kicker != null && kicker.equals(beforeColon(text))
                ? text.substring(HeaderLines.colon(text) + 1).strip()
                : text;
    }

    /**
     * The summary's place: the paragraph between headline and byline that carries the kicker or stands again below, whole
     * or as the beginning of another; -1 where there is none.
     */
    private int summaryAt(int headline) {
        for (int i = headline + 1; i < paragraphs.size() && i <= headline + FOOTER; i++) {
            if (kinds.get(i) != BlockKind.BODY) {
                return -1;
            }
            String text = paragraphs.get(i).text();
            boolean again = folded.get(i).equals(folded.get(headline));
            if (!again && (!withoutKicker(text).equals(text) || recurs(i))) {
                return i;
            }
        }
        return -1;
    }

    private boolean recurs(int place) {
        String words = folded.get(place);
        return words.length() >= REPEAT_CHARS
                && folded.subList(place + 1, folded.size()).stream().anyMatch(later -> later.startsWith(words));
    }

    /** Marks headline and summary, and every paragraph that says what was said before as furniture. */
    private void markRepeats(int headline, int standfirst) {
        Set<String> said = new HashSet<>();
        if (headline >= 0) {
            kinds.set(headline, BlockKind.TITLE);
            said.add(folded.get(headline));
        }
        if (standfirst >= 0) {
            kinds.set(standfirst, BlockKind.SUMMARY);
            said.add(folded.get(standfirst));
        }
        for (int i = 0; i < kinds.size(); i++) {
            String words = folded.get(i);
            if (kinds.get(i) == BlockKind.BODY && (said.contains(words) || isRubric(i, headline))) {
                kinds.set(i, BlockKind.FURNITURE);
            }
            if (words.length() >= REPEAT_CHARS) {
                said.add(words);
            }
        }
    }

    private boolean isRubric(int place, int headline) {
        return place < headline || folded.get(place).isEmpty();
    }

    Headline headline() {
        return new Headline(title, kicker, summary);
    }

    /** The blocks in reading order; repeats are furniture. */
    List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        for (int i = 0; i < kinds.size(); i++) {
            blocks.add(new Block(kinds.get(i), paragraphs.get(i).text()));
        }
        return blocks;
    }

    List<DateClaim> dates() {
        return header.dates();
    }

    List<NameClaim> names() {
        return header.names();
    }
}
