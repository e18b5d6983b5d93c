package dev.colophon.extract;

import com.ibm.icu.lang.UCharacter;
import dev.colophon.model.BlockKind;
import dev.colophon.model.ClaimSource;
import dev.colophon.model.DateClaim;
import dev.colophon.model.LineClassifier;
import dev.colophon.model.NameClaim;
import dev.colophon.model.Region;
import dev.colophon.text.NormalForm;
import java.util.ArrayList;
import java.util.List;

/** Tells headlines, bylines and date lines from text where no markup does, and collects the claims that they make. */
final class HeaderLines {
    private static final int LONGEST_LINE = 200;
    private static final int LONGEST_HEADLINE = 220;
    /** Of dates and of names each: each is compared with all others. */
    private static final int MOST_CLAIMS = 200;

    private static final String FULL_STOPS = ".।॥。．۔።։។;,:";

    private final LineClassifier lines;
    private final List<DateClaim> dates;
    private final List<NameClaim> names;

    /** Goes on after the claims that are known already. */
    HeaderLines(LineClassifier lines, List<DateClaim> dates, List<NameClaim> names) {
        this.lines = lines;
        this.dates = new ArrayList<>(dates);
        this.names = new ArrayList<>(names);
    }

    /**
     * {@code BYLINE} or {@code DATE} where the text is such a line, and its claims are noted unless there are too many;
     * {@code BODY} otherwise.
     *
     * @param place where it stands, for people: {@code line 7}
     * @param atEnd whether it stands below the text
     */
    BlockKind classify(String text, String place, boolean atEnd) {
        if (text.length() > LONGEST_LINE) {
            return BlockKind.BODY;
        }
        boolean byline = lines.holdsByline(text);
        boolean date = lines.isDateLine(text);
        Region region = atEnd ? Region.ARTICLE_FOOTER : Region.ARTICLE_HEADER;
        if (byline && names.size() < MOST_CLAIMS) {
            names.add(new NameClaim(null, text, ClaimSource.TEXT, place, region, order(), null, null));
        }
        if (date && dates.size() < MOST_CLAIMS) {
            dates.add(new DateClaim(DateClaim.Meaning.UNSPECIFIED, text, ClaimSource.TEXT, place, region, order()));
        }
        return byline ? BlockKind.BYLINE : date ? BlockKind.DATE : BlockKind.BODY;
    }

    private int order() {
        return dates.size() + names.size();
    }

    List<DateClaim> dates() {
        return dates;
    }

    List<NameClaim> names() {
        return names;
    }

    /** Whether a line could be a headline: short, with letters, and no full stop at its end. */
    static boolean isHeadline(String line) {
        return line.length() <= LONGEST_HEADLINE
                && line.indexOf('\n') < 0
                && line.codePoints().anyMatch(UCharacter::isLetter)
                && FULL_STOPS.indexOf(line.charAt(line.length() - 1)) < 0;
    }

    /** Where the first colon is, an ideographic one included; -1 where there is none. */
    static int colon(String line) {
        int narrow = line.indexOf(':');
        int wide = line.indexOf('\uFF1A');
        return narrow < 0 || (wide >= 0 && wide < narrow) ? wide : narrow;
    }

    /** Whether a line could be a headline or has nothing in it. */
    static boolean isHeadlineOrBlank(String line) {
        return line.isEmpty() || isHeadline(line);
    }

    /** Letters, marks and digits of a text, case and compatibility forms folded: what repeats are compared by. */
    static String fold(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        NormalForm.NFKC_CASEFOLD
                .of(text)
                .codePoints()
                .filter(HeaderLines::counts)
                .forEach(folded::appendCodePoint);
        return folded.toString();
    }

    private static boolean counts(int codePoint) {
        int type = UCharacter.getType(codePoint);
        return UCharacter.isLetterOrDigit(codePoint)
                || type == UCharacter.NON_SPACING_MARK
                || type == UCharacter.COMBINING_SPACING_MARK
                || type == UCharacter.OTHER_NUMBER
                || type == UCharacter.LETTER_NUMBER;
    }
}
