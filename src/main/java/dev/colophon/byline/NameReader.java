package dev.colophon.byline;

import dev.colophon.model.Role;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the name among the words of a segment: titles before it and jobs, outlets and page furniture after it go. */
final class NameReader {
    private static final int LONGEST = 7;
    private static final int LONGEST_WITH_PARTICLES = 10;

    /** Desks are written in small letters too: {@code La rédaction}. */
    private static final int LONGEST_SMALL_GROUP = 2;

    private static final int SHORTEST_WEEKDAY = 5;

    private static final List<String> SENTENCE =
            List.of("\u3092", "\u3067\u3059", "\u307e\u3059", "\u304f\u3060\u3055\u3044");

    private final boolean strict;
    private final SiteIdentity site;

    /**
     * A reader.
     *
     * @param strict whether the words come from running text, where a small letter ends a name; names from metadata may
     *     be written anyhow
     * @param site the publisher, whose name is cut off
     */
    NameReader(boolean strict, SiteIdentity site) {
        this.strict = strict;
        this.site = site;
    }

    /** The words that are the name; null where there is none. */
    @Nullable
    List<Token> read(Segment segment) {
        List<Token> all = EastAsianNames.withoutReport(EastAsianNames.person(
                withoutTitles(withoutTime(segment)), segment.role() == Role.REPORTER || segment.role() == Role.AUTHOR));
        List<Token> words = all.subList(0, Math.min(endOfCapitals(all), staffEnd(all)));
        int from = words.size() > 2 && words.get(0).folded().equals("from") ? 1 : 0;
        if (isDeskAlone(words.subList(from, words.size()))) {
            return words.subList(from, words.size());
        }
        if (words.isEmpty()
                || words.get(0).text().equals("of")
                || beginsTail(words)
                || isSentence(words)
                || isReportAlone(words)) {
            return null;
        }
        if (site.is(words) || Lexicon.AGENCY.meaning(Kinds.folded(words)) != null) {
            return words;
        }
        boolean desk = Lexicon.DESK.longestAt(words, 0) != null;
        int end = desk ? tailEnd(words) : Math.min(tailEnd(words), siteEnd(words));
        boolean group = Kinds.isGroup(words.subList(0, end));
        end = group ? end : Math.min(end, jobEnd(words.subList(0, end)));
        end = Math.min(end, smallEnd(words, segment.joint() == Segment.Joint.ROLE));
        if (end == 0) {
            return null;
        }
        if (!group) {
            end = creditEnd(words.subList(0, end));
            end = acronymEnd(words.subList(0, end));
            end = degreeEnd(words.subList(0, end));
        }
        List<Token> name = words.subList(0, end);
        return name.isEmpty() || isTooLong(name) ? null : name;
    }

    private static boolean isDeskAlone(List<Token> words) {
        PhraseSet.Match<Boolean> desk = Lexicon.DESK.longestAt(words, 0);
        return desk != null && desk.tokens() > 1 && desk.tokens() == words.size();
    }

    /** Before the post of {@code Jane Doe Staff Writer}, which nobody but a desk is named by alone. */
    private static int staffEnd(List<Token> words) {
        if (words.size() < 4 || !GivenNames.contains(words.get(0).folded())) {
            return words.size();
        }
        for (int i = 2; i < words.size() - 1; i++) {
            PhraseSet.Match<Boolean> desk = Lexicon.DESK.longestAt(words, i);
            boolean post = desk != null
                    && desk.tokens() > 1
                    && i + desk.tokens() == words.size()
                    && Lexicon.JOB.contains(words.get(words.size() - 1).folded());
            if (post) {
                return i;
            }
        }
        return words.size();
    }

    /** Particles do not count: {@code Ana María Ruiz y Gómez de la Torre}. */
    private static boolean isTooLong(List<Token> name) {
        return name.size() > LONGEST
                && (name.size() > LONGEST_WITH_PARTICLES
                        || name.stream()
                                        .filter(word -> !Lexicon.PARTICLE.contains(word.folded()))
                                        .count()
                                > LONGEST);
    }

    private static List<Token> withoutTime(Segment segment) {
        List<Token> words = segment.words();
        int start = 0;
        int end = words.size();
        while (segment.numberBefore() && start < end && isTime(words.get(start))) {
            start++;
        }
        while (segment.numberAfter() && end > start && isTime(words.get(end - 1))) {
            end--;
        }
        while (end > start && isWeekday(words.get(end - 1)) && (end - start > 2 || end - start == 1)) {
            end--;
        }
        return words.subList(start, end);
    }

    /** Short ones are names too: {@code An}, {@code Sun}. */
    private static boolean isWeekday(Token word) {
        boolean told = word.folded().length() >= SHORTEST_WEEKDAY || !Letters.isCased(word.text());
        return told && Lexicon.WEEKDAY.contains(word.folded());
    }

    private static boolean isTime(Token word) {
        return Lexicon.MONTH.contains(word.folded())
                || Lexicon.WEEKDAY.contains(word.folded())
                || Lexicon.TAIL.contains(word.folded());
    }

    /** A single name keeps its title, without which it would be nobody's: {@code Sir Nuno}. */
    private static List<Token> withoutTitles(List<Token> words) {
        int titles = titles(words);
        boolean single = words.size() - titles == 1
                && titles == 1
                && Letters.isCased(words.get(0).text())
                && Letters.count(words.get(1).text()) > 1;
        return words.subList(single ? 0 : titles, words.size());
    }

    private static boolean isReportAlone(List<Token> words) {
        Token first = words.get(0);
        return words.size() == 1 && EastAsianNames.isReport(first) && !Lexicon.DESK.contains(first.folded());
    }

    /** Japanese that no name has: the particle {@code を} and the polite endings of verbs. */
    private static boolean isSentence(List<Token> words) {
        return words.stream()
                .map(Token::text)
                .anyMatch(word -> SENTENCE.stream().anyMatch(word::contains));
    }

    private static int titles(List<Token> words) {
        int count = 0;
        PhraseSet.Match<Boolean> title = Lexicon.TITLE.longestAt(words, 0);
        while (title != null && count + title.tokens() < words.size() && isTitle(words, count, title.tokens())) {
            count += title.tokens();
            title = Lexicon.TITLE.longestAt(words, count);
        }
        return count;
    }

    /**
     * One-letter titles ({@code M. Dupont}) count only before a single name: {@code M. A. Jinnah} is no monsieur. In small
     * letters they are abbreviated, {@code dr. Kőszegi Ágnes}, or such as some languages always write so: {@code dr Anna Nowak}.
     */
    private static boolean isTitle(List<Token> words, int at, int tokens) {
        Token word = words.get(at);
        boolean written = !Letters.startsSmall(word.text())
                || word.text().endsWith(".")
                || (Lexicon.SMALL_TITLE.contains(word.folded()) && at + 2 < words.size());
        return ((Letters.count(word.text()) > 1 || tokens > 1) && written) || !Letters.isCased(word.text());
    }

    private boolean beginsTail(List<Token> words) {
        Token first = words.get(0);
        PhraseSet.Match<Boolean> tail = Lexicon.TAIL.longestAt(words, 0);
        boolean capital = Letters.isCased(first.text()) && !Letters.startsSmall(first.text());
        if (tail == null || (capital && !strict)) {
            return false;
        }
        boolean longEnough = first.folded().length() > 3 || Letters.startsSmall(first.text());
        return tail.tokens() == words.size() || (longEnough && !first.folded().equals("the"));
    }

    private int smallEnd(List<Token> words, boolean stated) {
        boolean shown = Letters.isCased(words.get(0).text()) && strict;
        boolean group = Kinds.isGroup(words);
        int end = words.size();
        if ((stated && end == 1) || (group && end <= LONGEST_SMALL_GROUP)) {
            return end;
        }
        for (int i = 0; shown && i < words.size(); ) {
            Token word = words.get(i);
            PhraseSet.Match<Boolean> particle = isSmall(word) ? Lexicon.PARTICLE.longestAt(words, i) : null;
            if (isSmall(word) && particle == null && !(group && isInGroup(word.folded()))) {
                end = i;
                break;
            }
            i += particle == null ? 1 : particle.tokens();
        }
        while (end > 1 && shown && !group && isSmall(words.get(end - 1))) {
            end--;
        }
        return end;
    }

    /** In small letters, and no {@code d'Angelo} or {@code al-Masri}. */
    private static boolean isSmall(Token word) {
        return Letters.startsSmall(word.text()) && !Letters.startsCapital(word.text());
    }

    /** Groups are called {@code Gazette editors} too. */
    private static boolean isInGroup(String folded) {
        return isGlue(folded) || Lexicon.DESK.contains(folded);
    }

    private static boolean isGlue(String folded) {
        return folded.equals("of") || folded.equals("the") || folded.equals("for") || folded.equals("and");
    }

    /** {@code Jane Doe IN Fashion}: capitals between words that have only their first. */
    private static boolean isLoud(List<Token> words, int at) {
        return at + 1 < words.size()
                && Letters.isShouted(words.get(at).text())
                && !Letters.allCapitals(words.get(0).text())
                && !Letters.allCapitals(words.get(at + 1).text());
    }

    private static int tailEnd(List<Token> words) {
        for (int i = 1; i < words.size(); i++) {
            Token word = words.get(i);
            boolean small = Letters.startsSmall(word.text());
            PhraseSet.Match<Boolean> tail = Lexicon.TAIL.longestAt(words, i);
            boolean enough = small
                    || !Letters.isCased(word.text())
                    || isLoud(words, i)
                    || (i >= 2 && word.folded().length() > 2)
                    || (tail != null && tail.tokens() > 1);
            boolean particle = Lexicon.PARTICLE.contains(word.folded());
            boolean inGroup = isGlue(word.folded()) && Kinds.isGroup(words.subList(0, i + 1));
            if (tail != null && enough && !particle && !inGroup) {
                return i;
            }
            if (word.folded().equals("of")
                    && i + 1 < words.size()
                    && words.get(i + 1).folded().equals("the")) {
                return i;
            }
        }
        return words.size();
    }

    /** Before the publisher's own name, where a name of two words or more precedes it. */
    private int siteEnd(List<Token> words) {
        for (int i = 2; i < words.size(); i++) {
            if (site.is(words.subList(i, words.size()))) {
                boolean article = Lexicon.ARTICLE.contains(words.get(i - 1).folded());
                return article ? (i > 2 ? i - 1 : words.size()) : i;
            }
        }
        return words.size();
    }

    private static int jobEnd(List<Token> words) {
        boolean cased = Letters.isCased(words.get(0).text());
        for (int i = 1; i < words.size(); i++) {
            if (Lexicon.JOB.longestAt(words, i) != null) {
                int start = i;
                while (start > 0 && isModifier(words.get(start - 1))) {
                    start--;
                }
                boolean small = Letters.startsSmall(words.get(i).text());
                if (start == 0
                        || Letters.isPossessive(words.get(start - 1).text())
                        || (start == 1 && cased && !small && i == start)) {
                    return words.size();
                }
                return start;
            }
        }
        return words.size();
    }

    private static boolean isModifier(Token word) {
        return Lexicon.MODIFIER.contains(word.folded())
                || Lexicon.JOB.contains(word.folded())
                || Letters.isShouted(word.text());
    }

    /** Before the licence of {@code Jane Doe CC BY} and where a picture comes from, {@code Jane Doe von Pexels}. */
    private static int creditEnd(List<Token> words) {
        for (int i = 1; i < words.size(); i++) {
            PhraseSet.Match<Boolean> stock =
                    i > 1 && isSmall(words.get(i)) ? Lexicon.STOCK.longestAt(words, i + 1) : null;
            if (Lexicon.LICENCE.contains(words.get(i).folded())
                    || (stock != null && i + 1 + stock.tokens() == words.size())) {
                return i;
            }
        }
        return words.size();
    }

    /** Before {@code BBC} of {@code Jane Doe BBC}, unless the whole name is in capitals. */
    private static int acronymEnd(List<Token> words) {
        boolean shouting = words.stream().limit(2).allMatch(word -> Letters.allCapitals(word.text()));
        for (int i = 2; i < words.size() && !shouting; i++) {
            Token word = words.get(i);
            boolean acronym = Letters.allCapitals(word.text())
                    && Letters.count(word.text()) > 1
                    && Letters.count(word.text()) <= 5
                    && !Lexicon.GENERATION.contains(word.folded());
            if (acronym && (Lexicon.AGENCY.contains(word.folded()) || Lexicon.ORGANISATION.contains(word.folded()))) {
                return i;
            }
        }
        return words.size();
    }

    /** Before the outlet of {@code JOHN ROE Associated Press}; {@code Jr} may be smaller, too. */
    private static int endOfCapitals(List<Token> words) {
        int capitals = 0;
        while (capitals < words.size() && isShouted(words.get(capitals).text())) {
            capitals++;
        }
        String next = capitals < 2 || capitals == words.size()
                ? ""
                : words.get(capitals).text();
        boolean outlet = Letters.startsCapital(next) && Letters.capitals(next) == 1 && Letters.count(next) > 3;
        return outlet ? capitals : words.size();
    }

    /** In capitals, and no initials. */
    private static boolean isShouted(String word) {
        return Letters.isShouted(word) && word.indexOf('.') < 0;
    }

    private static int degreeEnd(List<Token> words) {
        int end = words.size();
        boolean shouting = words.stream().allMatch(word -> Letters.allCapitals(word.text()));
        while (end > 2 && !shouting && isDegree(words.get(end - 1))) {
            end--;
        }
        return end;
    }

    static boolean isDegree(Token word) {
        boolean written = Letters.capitals(word.text()) > 1 || word.text().indexOf('.') > 0;
        return written && Lexicon.DEGREE.contains(word.folded());
    }
}
