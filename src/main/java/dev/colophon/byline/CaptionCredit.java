package dev.colophon.byline;

import com.ibm.icu.lang.UCharacter;
import dev.colophon.byline.Lexicon.Form;
import dev.colophon.byline.RoleWords.Found;
import dev.colophon.model.Role;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the credit that ends a caption: {@code The mayor at the bridge. Photo: Ann Lee}, {@code The bridge (AP Photo/Ann
 * Lee)}, {@code The bridge (Ann Lee/AP)}. Captions name whom they show too, so nobody counts but behind a mark, and there
 * behind a word for the picture or beside an agency.
 */
final class CaptionCredit {
    private static final int MOST_TOKENS = 16;
    private static final int MOST_NAME_WORDS = 4;
    private static final int SHORTEST_SENTENCE_WORD = 3;
    private static final Set<Role> PICTURES = EnumSet.of(Role.PHOTOGRAPHER, Role.ILLUSTRATOR);

    /**
     * Words that introduce a name.
     *
     * @param end of the words, as an index of tokens
     * @param isNoun whether they say by no preposition whose the picture is
     * @param saysRole whether bylines have them too, so that they tell what was done
     */
    private record Label(int end, boolean isNoun, boolean saysRole) {}

    private final String caption;
    private final List<Token> tokens;

    private CaptionCredit(String caption) {
        this.caption = caption;
        this.tokens = Tokens.of(caption);
    }

    /**
     * The words of a caption's end that credit somebody: those from the word for the picture to the last name, {@code Photo:
     * Ann Lee}, or a name alone where an agency says that it is a photographer's. Linear in the words. Null where they credit
     * nobody for sure.
     *
     * @param end of the caption; the first word may be cut, and is no name's
     */
    static @Nullable String in(String end) {
        CaptionCredit found = new CaptionCredit(end);
        int size = found.tokens.size();
        String credit = size == 0 ? null : found.beforeAgency(0);
        for (int i = Math.max(1, size - MOST_TOKENS); credit == null && i < size - 1; i++) {
            credit = found.tokens.get(i).isWord() && found.isBehindMark(i) ? found.credit(i) : null;
        }
        return credit;
    }

    private @Nullable String credit(int at) {
        String credit = labelled(at);
        credit = credit == null ? behindAgency(at) : credit;
        return credit == null ? beforeAgency(at) : credit;
    }

    /** {@code AP Photo/Ann Lee}: the name alone. */
    private @Nullable String behindAgency(int from) {
        PhraseSet.Match<Boolean> agency = Lexicon.AGENCY.longestAt(tokens, from);
        int next = from + (agency == null ? 0 : agency.tokens());
        Found picture = agency == null || next >= tokens.size() ? null : RoleWords.at(tokens, next);
        next += picture == null ? 0 : picture.tokens();
        List<List<Token>> parts = agency != null && isSlash(next) ? parts(next + 1) : List.of();
        boolean sure = picture != null || tokens.get(from - 1).is(Token.Type.OPEN);
        return !parts.isEmpty() && isName(parts.get(0)) && (sure || isKnown(parts.get(0))) ? words(parts.get(0)) : null;
    }

    /**
     * In brackets at the end, or alone without spaces, {@code Ann Lee/AP}: the name alone. {@code Ann Lee / AP} alone is whom
     * the picture shows as often.
     */
    private @Nullable String beforeAgency(int from) {
        List<List<Token>> parts = parts(from);
        boolean bracketed = from > 0
                && tokens.get(from - 1).is(Token.Type.OPEN)
                && tokens.get(tokens.size() - 1).is(Token.Type.CLOSE);
        if (parts.size() != 2 || !(bracketed || from == 0)) {
            return null;
        }
        List<Token> name = parts.get(0);
        int slash = from + name.size();
        boolean tight = isSlash(slash)
                && tokens.get(slash - 1).end() == tokens.get(slash).start();
        boolean credit =
                (tight || (bracketed && isSlash(slash))) && isAgency(parts.get(1)) && isName(name) && isKnown(name);
        return credit ? words(name) : null;
    }

    private boolean isSlash(int at) {
        return at < tokens.size() && tokens.get(at).text().equals("/");
    }

    private String words(List<Token> words) {
        return caption.substring(words.get(0).start(), end(words.get(words.size() - 1)));
    }

    /** Where a name ends that ends with a word: before the full stop. */
    private static int end(Token last) {
        return endsSentence(last) ? last.end() - 1 : last.end();
    }

    private boolean isBehindMark(int at) {
        Token before = tokens.get(at - 1);
        return before.is(Token.Type.OPEN)
                || before.is(Token.Type.CLOSE)
                || before.is(Token.Type.STOP)
                || before.is(Token.Type.BREAK)
                || before.is(Token.Type.COMMA)
                || endsSentence(before);
    }

    /** The words from the one for the picture to the name, or the name alone; null where they are no credit. */
    private @Nullable String labelled(int from) {
        Label label = label(from);
        List<List<Token>> parts = label == null ? List.of() : parts(label.end());
        if (label == null || parts.isEmpty()) {
            return null;
        }
        List<Token> name = parts.get(0);
        List<Token> beside = parts.size() > 1 ? parts.get(1) : List.of();
        if (isAgency(name) && !beside.isEmpty() && isName(beside) && isKnown(beside)) {
            return words(beside);
        }
        boolean sure =
                isName(name) && (isAgency(beside) || isKnown(name)) && !(label.isNoun() && tellsWhatIsShown(parts));
        Token first = label.saysRole() ? tokens.get(from) : name.get(0);
        return sure ? caption.substring(first.start(), end(name.get(name.size() - 1))) : null;
    }

    /** Whether more than an agency, a paper or another source stands beside the name: others, a year, whose account it is. */
    private boolean tellsWhatIsShown(List<List<Token>> parts) {
        List<Token> name = parts.get(0);
        int behind = tokens.indexOf(name.get(name.size() - 1)) + 1;
        boolean number = behind < tokens.size()
                && (tokens.get(behind).is(Token.Type.JUNK)
                        || (behind + 1 < tokens.size() && tokens.get(behind + 1).is(Token.Type.JUNK)));
        return number
                || parts.stream().flatMap(List::stream).anyMatch(CaptionCredit::isCommon)
                || parts.stream().skip(1).anyMatch(CaptionCredit::isOther);
    }

    private static boolean isOther(List<Token> words) {
        return (isName(words) && isKnown(words))
                || words.stream().anyMatch(word -> Lexicon.NO_PHOTOGRAPHER.contains(word.folded()));
    }

    /**
     * The words for a picture that introduce who made it: {@code Photo:}, {@code Photo /}, {@code photo by}, {@code (Photo}; null for
     * others.
     */
    private @Nullable Label label(int at) {
        Found role = RoleWords.at(tokens, at);
        if (role != null && PICTURES.contains(role.role())) {
            int end = at + role.tokens();
            boolean noun = role.form() == Form.LABEL;
            boolean marked = isColon(end) || isSlash(end);
            boolean introduces = !noun || marked || tokens.get(at - 1).is(Token.Type.OPEN);
            return introduces ? new Label(marked ? end + 1 : end, noun, true) : null;
        }
        PhraseSet.Match<Boolean> other = Lexicon.PICTURE_CREDIT.longestAt(tokens, at);
        int end = at + (other == null ? 0 : other.tokens());
        return other != null && isColon(end) ? new Label(end + 1, true, false) : null;
    }

    private boolean isColon(int at) {
        return at < tokens.size() && tokens.get(at).is(Token.Type.COLON);
    }

    /** The words between marks, and between words like {@code and}, up to the end of the sentence or of the bracket. */
    private List<List<Token>> parts(int from) {
        List<List<Token>> parts = new ArrayList<>();
        List<Token> open = new ArrayList<>();
        for (Token token : tokens.subList(from, tokens.size())) {
            boolean word = token.isWord() && !Lexicon.AND.contains(token.folded());
            if (word) {
                open.add(token);
            } else if (!open.isEmpty()) {
                parts.add(open);
                open = new ArrayList<>();
            }
            if (token.is(Token.Type.CLOSE) || token.is(Token.Type.STOP) || endsSentence(token)) {
                break;
            }
        }
        if (!open.isEmpty()) {
            parts.add(open);
        }
        return parts;
    }

    private static boolean endsSentence(Token token) {
        return token.isWord() && token.text().endsWith(".") && Letters.count(token.text()) >= SHORTEST_SENTENCE_WORD;
    }

    private static boolean isAgency(List<Token> words) {
        String folded = Kinds.folded(words);
        return Lexicon.AGENCY.contains(folded) || Lexicon.STOCK.contains(folded);
    }

    private static boolean isName(List<Token> words) {
        return words.size() > 1
                && words.size() <= MOST_NAME_WORDS
                && words.stream().noneMatch(word -> isCommon(word) || isGlued(word))
                && words.stream().noneMatch(word -> Lexicon.NO_PHOTOGRAPHER.contains(word.folded()))
                && !Kinds.isGroup(words)
                && !Lexicon.PLACE.contains(Kinds.folded(words))
                && !isTown(words);
    }

    /** {@code Ville de Paris}: Ville is a given name elsewhere. */
    private static boolean isTown(List<Token> words) {
        int last = words.size() - 1;
        return Lexicon.PARTICLE.contains(words.get(last - 1).folded())
                && Lexicon.PLACE.contains(words.get(last).folded());
    }

    /** {@code dawn.Credit}: two words without the space between them. */
    private static boolean isGlued(Token word) {
        int dot = word.text().indexOf('.');
        return dot >= SHORTEST_SENTENCE_WORD && dot + 1 < word.text().length();
    }

    private static boolean isKnown(List<Token> name) {
        return GivenNames.contains(name.get(0).folded());
    }

    /** A word in small letters that is in no name, where letters have a case; {@code iDnes} is one of neither. */
    private static boolean isCommon(Token word) {
        return Letters.startsSmall(word.text())
                && word.text().codePoints().noneMatch(UCharacter::isUpperCase)
                && !Lexicon.PARTICLE.contains(word.folded())
                && !Lexicon.AGENCY.contains(word.folded());
    }
}
