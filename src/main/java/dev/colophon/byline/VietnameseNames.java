package dev.colophon.byline;

import java.util.List;

/** Tells Vietnamese names by the surname that they begin with. */
final class VietnameseNames {
    private VietnameseNames() {}

    /** Whether a dash parts two of them: {@code Nguyễn Văn An - Trần Thị Hà}. */
    static boolean areParted(List<Token> before, List<Token> tokens, int dash) {
        String mark = tokens.get(dash).text();
        return (mark.equals("-") || mark.equals("\u2013"))
                && before.size() > 1
                && Lexicon.VIETNAMESE_SURNAME.contains(before.get(0).folded())
                && NameParts.isFullNameAt(tokens, dash + 1)
                && Lexicon.VIETNAMESE_SURNAME.contains(tokens.get(dash + 1).folded())
                && Lexicon.PLACE.longestAt(tokens, dash + 1) == null;
    }
}
