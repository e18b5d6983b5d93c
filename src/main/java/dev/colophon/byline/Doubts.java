package dev.colophon.byline;

import dev.colophon.byline.Lexicon.Form;
import dev.colophon.model.ClaimSource;
import dev.colophon.model.ContributorKind;
import dev.colophon.model.NameClaim;
import dev.colophon.model.Region;
import dev.colophon.model.Role;
import dev.colophon.text.NameFolding;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Refuses what reads like a credit and credits nobody: {@code Photo: Archive}, the source below a chart, a line of a list of
 * requirements, a role in the middle of a biography.
 */
final class Doubts {
    /** A line of more is a biography or a paragraph. */
    private static final int LONGEST_LINE = 100;

    /** The word for a source and its name have so many words at most; more are a headline. */
    private static final int MOST_SOURCE_WORDS = 8;

    /** Of so many words a name begins with a given name. */
    private static final int LEAST_TITLE_WORDS = 5;
    /** Of a person whose given name is known, particles not counted. */
    private static final int MOST_NAME_WORDS = 6;

    /** So many lines of one role, each with somebody else, are what a text is about. */
    private static final int LEAST_LISTED = 4;

    /** So many sources between paragraphs are those of parts of the text. */
    private static final int LEAST_SOURCES = 2;

    private static final int LONGEST_NAME = 3;

    /** So many words before a name can say its role. */
    private static final int LONGEST_ROLE = 3;

    private static final String QUOTES = "'\"\u2018\u2019\u201c\u201d";

    private static final Set<Role> PICTURES = EnumSet.of(Role.PHOTOGRAPHER, Role.ILLUSTRATOR);

    private Doubts() {}

    /** Why what a reader sees is no credit; null where it may be one. */
    static @Nullable String refusal(NameClaim claim, Mention mention, Role role, ContributorKind kind) {
        if (PICTURES.contains(role) && namesNoPhotographer(NameFolding.fold(mention.name()))) {
            return "no-photographer";
        }
        String raw = claim.raw().strip();
        if (isTail(mention.name()) && !mention.raw().equals(raw)) {
            return "no-name";
        }
        if (!Trust.isVisible(claim)) {
            return null;
        }
        int at = raw.indexOf(mention.raw());
        String after = at < 0 ? "" : raw.substring(at + mention.raw().length());
        if (isCut(raw, mention.raw())) {
            return "cut-off";
        }
        if (isOfDate(mention.name())) {
            return "date";
        }
        if (isWork(mention.raw(), after)) {
            return "work";
        }
        if (role == Role.AGENCY && kind != ContributorKind.AGENCY) {
            String refusal = ofSource(claim, raw, at);
            if (refusal != null) {
                return refusal;
            }
        }
        if (kind != ContributorKind.AGENCY && kind != ContributorKind.DESK) {
            String before = raw.substring(0, Math.max(0, at));
            boolean person = kind == ContributorKind.PERSON;
            if (PICTURES.contains(role)
                    && ((person && isPossessed(mention.name())) || isTitle(before, mention.name(), after))) {
                return "headline";
            }
            if (ownRole(mention, claim) && isDoubtful(before) && !isSurelyNamed(before, mention.name(), after)) {
                return "doubtful-role";
            }
        }
        if (ownRole(mention, claim) && claim.source() == ClaimSource.MARKUP && at > 0 && isProse(lineAround(raw, at))) {
            return "in-prose";
        }
        return role != Role.AUTHOR && beginsWithAnd(mention.name()) ? "no-name" : null;
    }

    private static boolean ownRole(Mention mention, NameClaim claim) {
        return mention.role() != null && mention.role() != claim.role();
    }

    /** Below a picture or a chart a source is that of what stands above it; a long one is the title of another page. */
    private static @Nullable String ofSource(NameClaim claim, String raw, int at) {
        if (claim.region() == Region.CAPTION) {
            return "source-of-picture";
        }
        long words = Tokens.of(lineAround(raw, Math.max(0, at))).stream()
                .takeWhile(token -> !token.is(Token.Type.COMMA) && !token.is(Token.Type.LIST))
                .filter(Token::isWord)
                .count();
        return claim.role() == null && words > MOST_SOURCE_WORDS ? "sentence" : null;
    }

    /** One word that stands beside names: {@code For} of {@code Written by For the Herald}, {@code p.m.} */
    private static boolean isTail(String name) {
        return name.indexOf(' ') < 0
                && Letters.isCased(name)
                && Lexicon.TAIL.contains(NameFolding.fold(name.replace(".", "")));
    }

    /** No photographer is called {@code Echo Park's}; publishers are, {@code Macy's}, {@code Tom's Hardware}. */
    private static boolean isPossessed(String name) {
        String[] words = name.split(" ");
        boolean last = words.length > 1 && isPossessedWord(words[words.length - 1]);
        return last || (words.length > 2 && Arrays.stream(words).anyMatch(Doubts::isPossessedWord));
    }

    /** More than {@code 's} of {@code Willem van 's Gravesande}. */
    private static boolean isPossessedWord(String word) {
        return word.length() > 2 && Letters.isPossessive(word);
    }

    private static boolean namesNoPhotographer(String folded) {
        if (Lexicon.NO_PHOTOGRAPHER.contains(folded)) {
            return true;
        }
        boolean unspaced = !folded.isEmpty() && Letters.isEastAsian(folded.codePointBefore(folded.length()));
        for (int i = 1; unspaced && i < folded.length() - 1; i++) {
            if (Lexicon.NO_PHOTOGRAPHER.contains(folded.substring(i))) {
                return true;
            }
        }
        return false;
    }

    /** A name that the page shows in part, as titles of other pages are: {@code Jane Doe tells …}. */
    private static boolean isCut(String raw, String name) {
        int end = raw.length();
        while (end > 0 && (raw.charAt(end - 1) == '.' || raw.charAt(end - 1) == '\u2026')) {
            end--;
        }
        boolean dots = raw.length() - end > 1 || (end < raw.length() && raw.charAt(end) == '\u2026');
        return dots && (name.endsWith("..") || name.endsWith("\u2026") || raw.startsWith(name, end - name.length()));
    }

    /** {@code de Abril}, what is left of a date. */
    private static boolean isOfDate(String name) {
        List<Token> words = Tokens.of(name);
        return words.size() > 1
                && Letters.startsSmall(words.get(0).text())
                && Lexicon.PARTICLE.contains(words.get(0).folded())
                && words.subList(1, words.size()).stream().allMatch(word -> Lexicon.MONTH.contains(word.folded()));
    }

    /** Whether one word says what somebody did whom the next words name: {@code Design by}. */
    private static boolean isWork(String name, String after) {
        if (name.indexOf(' ') >= 0 || !after.startsWith(" ")) {
            return false;
        }
        List<Token> words = Tokens.of(after);
        return words.size() > 1
                && words.get(0).isWord()
                && Letters.startsSmall(words.get(0).text())
                && words.get(1).isWord()
                && Letters.startsCapital(words.get(1).text())
                && Lexicon.roles(Form.BY).contains(words.get(0).folded())
                && !Lexicon.PARTICLE.contains(words.get(0).folded());
    }

    /**
     * Whether it is the title of a series of pictures, begun by no known given name: of many words, or with more behind what
     * looks like a name, {@code PHOTOS: Quake Shakes the North}.
     */
    private static boolean isTitle(String before, String name, String after) {
        if (!Letters.isCased(name) || endsWithBy(before)) {
            return false;
        }
        long words = Arrays.stream(name.split(" "))
                .filter(word -> !Lexicon.PARTICLE.contains(NameFolding.fold(word)))
                .count();
        return startsWithGivenName(name) ? words > MOST_NAME_WORDS : words >= LEAST_TITLE_WORDS || goesOn(after);
    }

    /** Whether a small word names whoever follows: {@code Photo by}. */
    private static boolean endsWithBy(String before) {
        List<Token> words = Tokens.of(before);
        Token last = words.isEmpty() ? null : words.get(words.size() - 1);
        return last != null && last.isWord() && Lexicon.roles(Form.BY).contains(last.folded());
    }

    /**
     * Whether a person is named behind a doubtful word: by a known given name, alone behind a colon, {@code Grafik: Zanele
     * Muholi}, or behind others, {@code Von Anna Schmidt, mit Zanele Muholi}.
     */
    private static boolean isSurelyNamed(String before, String name, String after) {
        if (startsWithGivenName(name)) {
            return true;
        }
        List<Token> words = Tokens.of(name);
        boolean full = words.size() > 1
                && words.size() <= LONGEST_NAME
                && words.stream()
                        .allMatch(word ->
                                word.isWord() && Letters.isCased(word.text()) && Letters.startsCapital(word.text()));
        List<Token> said = Tokens.of(before);
        boolean colon = !said.isEmpty() && said.get(said.size() - 1).is(Token.Type.COLON);
        boolean others = said.stream().filter(Token::isWord).count() > LONGEST_ROLE;
        List<Token> next = Tokens.of(after);
        boolean alone = next.isEmpty() || !(next.get(0).isWord() || next.get(0).is(Token.Type.JUNK));
        return full && alone && (colon || others);
    }

    private static boolean goesOn(String after) {
        int start = 0;
        while (start < after.length() && QUOTES.indexOf(after.charAt(start)) >= 0) {
            start++;
        }
        List<Token> words = Tokens.of(after.substring(start));
        if (words.isEmpty() || !words.get(0).isWord() || after.charAt(start) != ' ') {
            return false;
        }
        String next = words.get(0).folded();
        return (Lexicon.ARTICLE.contains(next) || !(Lexicon.TAIL.contains(next) || Lexicon.AND.contains(next)))
                && !Lexicon.LICENCE.contains(next)
                && !Lexicon.AGENCY.standsIn(words);
    }

    private static boolean startsWithGivenName(String name) {
        return GivenNames.contains(NameFolding.fold(name));
    }

    private static String lineAround(String raw, int at) {
        int end = raw.indexOf('\n', at);
        return raw.substring(raw.lastIndexOf('\n', at) + 1, end < 0 ? raw.length() : end);
    }

    /** A long line most words of which are written small. */
    private static boolean isProse(String line) {
        if (line.length() <= LONGEST_LINE) {
            return false;
        }
        List<Token> words = Tokens.of(line).stream().filter(Token::isWord).toList();
        return words.stream().filter(word -> Letters.startsSmall(word.text())).count() * 2 > words.size();
    }

    /** Whether the words right before a name say a role and something else as often. */
    private static boolean isDoubtful(String before) {
        List<Token> words = Tokens.of(before).stream().filter(Token::isWord).toList();
        int size = words.size();
        for (int i = Math.max(0, size - LONGEST_ROLE); i < size; i++) {
            if (Lexicon.DOUBTFUL_ROLE.contains(Kinds.folded(words.subList(i, size)))) {
                return true;
            }
        }
        return false;
    }

    private static boolean beginsWithAnd(String name) {
        int space = name.indexOf(' ');
        return space > 0
                && Letters.startsSmall(name)
                && Lexicon.AND.contains(NameFolding.fold(name.substring(0, space)));
    }

    /**
     * The roles that so many lines of the text name somebody else for that they are what it is about: the producers of the
     * songs of a chart, the sources of its parts.
     */
    static Set<Role> listed(List<Candidate> candidates) {
        Map<Role, Set<String>> lines = new EnumMap<>(Role.class);
        for (Candidate one : candidates) {
            if (mayBeListed(one)) {
                lines.computeIfAbsent(one.role(), role -> new HashSet<>())
                        .add(one.claim().raw());
            }
        }
        Set<Role> listed = EnumSet.noneOf(Role.class);
        lines.forEach((role, different) -> {
            if (different.size() >= (role == Role.AGENCY ? LEAST_SOURCES : LEAST_LISTED)) {
                listed.add(role);
            }
        });
        return listed;
    }

    /** Whether it goes with a list that the text holds: the last lines of one stand below its last paragraph. */
    static boolean isListed(Candidate one, Set<Role> listed) {
        boolean below = one.claim().region() == Region.ARTICLE_FOOTER && one.role() != Role.AGENCY;
        return listed.contains(one.role()) && isLine(one) && (isInside(one) || below);
    }

    private static boolean mayBeListed(Candidate one) {
        return isLine(one) && isInside(one);
    }

    /** Pictures have a credit each. */
    private static boolean isLine(Candidate one) {
        return !one.refused()
                && one.claim().source() == ClaimSource.TEXT
                && one.kind() != ContributorKind.AGENCY
                && one.role() != Role.AUTHOR
                && one.role() != Role.PHOTOGRAPHER;
    }

    private static boolean isInside(Candidate one) {
        Region region = one.claim().region();
        return region == Region.ARTICLE_BODY || (region == Region.UNKNOWN && one.role() != Role.AGENCY);
    }
}
