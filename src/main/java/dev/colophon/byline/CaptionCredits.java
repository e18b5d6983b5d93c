package dev.colophon.byline;

import com.ibm.icu.lang.UCharacter;
import dev.colophon.byline.Lexicon.Form;
import dev.colophon.byline.RoleWords.Found;
import dev.colophon.model.InnerCredit;
import dev.colophon.model.Role;
import dev.colophon.text.NameFolding;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Finds whom the last words of a caption credit: {@code The mayor at the bridge. Photo: Ann Lee}, {@code The bridge (AP
 * Photo/Ann Lee)}, {@code The bridge © Ann Lee}; and whom a line that is marked as a credit does, {@code Ann Lee/Getty
 * Images}. Takes time linear in the words.
 */
final class CaptionCredits {
    private static final int MOST_TOKENS = 18;
    private static final int MOST_NAME_WORDS = 4;

    /** So many words and marks stand behind a credit in brackets: {@code more >}. */
    private static final int MOST_BEHIND = 4;

    private static final int SHORTEST_SENTENCE_WORD = 3;
    /** What a word for credits ends with that needs no mark: {@code courtesy of}. */
    private static final Set<String> LINKS = Set.of("by", "of");

    private static final char COPYRIGHT = '\u00a9';

    private final String text;
    private final List<Token> tokens;
    private final List<InnerCredit> out = new ArrayList<>();

    /** Whether every word belongs to a credit. */
    private final boolean whole;

    private CaptionCredits(String text, boolean whole) {
        this.text = text;
        this.whole = whole;
        this.tokens = Tokens.of(text);
    }

    /** Everybody whom the last words of a caption credit; empty where they credit nobody. */
    static List<InnerCredit> of(String tail) {
        CaptionCredits found = new CaptionCredits(spaced(tail), false);
        found.readRole();
        if (found.out.isEmpty()) {
            found.readEnd();
        }
        return found.out;
    }

    /** Who is credited for a picture behind a mark and a word for it at the end of any line; empty where nobody is. */
    static List<InnerCredit> ofLine(String tail) {
        CaptionCredits found = new CaptionCredits(tail, false);
        found.readRole();
        return found.out;
    }

    /** With the space that a sentence and a credit in an element of its own lack between them: {@code bridge.Ann Lee/AP}. */
    private static String spaced(String tail) {
        for (int i = tail.length() - 2; i > 2; i--) {
            boolean word = UCharacter.isLowerCase(tail.charAt(i - 1)) && UCharacter.isLowerCase(tail.charAt(i - 2));
            boolean seam = tail.charAt(i) == '.'
                    && UCharacter.isUpperCase(tail.charAt(i + 1))
                    && (word || tail.startsWith("..", i - 2));
            if (seam) {
                return tail.substring(0, i + 1) + ' ' + tail.substring(i + 1);
            }
        }
        return tail;
    }

    /** Everybody whom a line names that is a credit as a whole; empty where it names nobody for sure. */
    static List<InnerCredit> ofWhole(String line) {
        CaptionCredits found = new CaptionCredits(line, true);
        int start = found.lastSentence();
        while (start < found.tokens.size() && !found.tokens.get(start).isWord()) {
            start++;
        }
        found.readParts(found.behindLabel(start), found.tokens.size(), false);
        return found.out;
    }

    /** Where the words behind the last full stop inside begin. */
    private int lastSentence() {
        int start = tokens.size() - 1;
        while (start > 0 && !endsSentence(tokens.get(start - 1))) {
            start--;
        }
        return Math.max(0, start);
    }

    /** Behind a mark a word for the work, and to the end nothing but a byline. */
    private void readRole() {
        for (int i = tokens.size() - 2; i > Math.max(0, tokens.size() - MOST_TOKENS); i--) {
            Found found = tokens.get(i).isWord() && isBehindMark(i) ? RoleWords.at(tokens, i) : null;
            if (found != null && isOfPicture(found, i) && isOneCredit(i, i + found.tokens())) {
                String credit = text.substring(
                        tokens.get(i).start(), tokens.get(end(i) - 1).end());
                if (BylineLines.holdsByline(credit)) {
                    out.add(new InnerCredit(null, credit));
                    return;
                }
            }
        }
    }

    private boolean isOfPicture(Found found, int at) {
        int next = at + found.tokens();
        boolean picture = found.role() == Role.PHOTOGRAPHER || found.role() == Role.ILLUSTRATOR;
        boolean introduces = found.form() == Form.BEFORE
                || is(next, Token.Type.COLON)
                || is(next, Token.Type.LIST)
                || is(at - 1, Token.Type.OPEN);
        return picture && introduces && next < tokens.size();
    }

    /** Whether no sentence ends inside, and no sign of copyright stands behind the first word of the name. */
    private boolean isOneCredit(int from, int label) {
        int name = label;
        while (name < tokens.size() - 1 && !tokens.get(name).isWord()) {
            name++;
        }
        return text.indexOf(COPYRIGHT, tokens.get(name).start()) < 0
                && tokens.subList(from, end(from) - 1).stream().noneMatch(CaptionCredits::endsSentence);
    }

    /** Before the bracket that closes the credit. */
    private int end(int from) {
        int end = tokens.size();
        while (end > from + 1 && (is(end - 1, Token.Type.CLOSE) || is(end - 1, Token.Type.STOP))) {
            end--;
        }
        return end;
    }

    private boolean isBehindMark(int at) {
        return at == 0
                || is(at - 1, Token.Type.OPEN)
                || is(at - 1, Token.Type.CLOSE)
                || is(at - 1, Token.Type.STOP)
                || is(at - 1, Token.Type.BREAK)
                || endsSentence(tokens.get(at - 1))
                || isBehindCopyright(at);
    }

    private static boolean endsSentence(Token token) {
        return token.isWord() && token.text().endsWith(".") && Letters.count(token.text()) >= SHORTEST_SENTENCE_WORD;
    }

    private boolean isBehindCopyright(int at) {
        return text.substring(
                                at == 0 ? 0 : tokens.get(at - 1).end(),
                                tokens.get(at).start())
                        .indexOf(COPYRIGHT)
                >= 0;
    }

    /** The last words behind a bracket, a full stop, a sign of copyright or a word for credits, or all of a short line. */
    private void readEnd() {
        int from = Math.max(0, tokens.size() - MOST_TOKENS);
        for (int i = tokens.size() - 1; i >= from; i--) {
            if (!tokens.get(i).isWord() || !isBehindMark(i)) {
                continue;
            }
            boolean bracketed = is(i - 1, Token.Type.OPEN);
            int to = bracketed ? close(i) : tokens.size();
            int name = behindLabel(i);
            boolean told = name > i || isBehindCopyright(i) || (i > 0 ? holdsSource(name, to) : isAgencysAlone());
            if (told && tokens.size() - to <= MOST_BEHIND) {
                readParts(name, to, name > i && Lexicon.PICTURE_CREDIT.longestAt(tokens, i) == null);
            }
            if (!out.isEmpty() || bracketed) {
                return;
            }
        }
    }

    /** Whether the whole line is names with slashes between them, one of them an agency's: who is pictured stands there too. */
    private boolean isAgencysAlone() {
        boolean slashes =
                tokens.stream().allMatch(token -> token.isWord() || token.text().equals("/"));
        return slashes
                && holdsSource(0, tokens.size())
                && parts(0, tokens.size()).stream().anyMatch(CaptionCredits::isAgency);
    }

    /** The bracket that closes the one before a word; the end of the line where none does. */
    private int close(int from) {
        int close = from;
        while (close < tokens.size() && !is(close, Token.Type.CLOSE)) {
            close++;
        }
        return close;
    }

    /** Behind a word for credits and its mark, where one stands there. */
    private int behindLabel(int at) {
        if (at >= tokens.size() || !tokens.get(at).isWord()) {
            return at;
        }
        PhraseSet.Match<Boolean> label = Lexicon.PICTURE_CREDIT.longestAt(tokens, at);
        Found role = label == null ? RoleWords.at(tokens, at) : null;
        boolean byRole = role != null
                && role.role() == Role.PHOTOGRAPHER
                && (role.form() == Form.BEFORE || is(at - 1, Token.Type.OPEN));
        int next = at;
        if (label != null) {
            next = at + label.tokens();
        } else if (role != null && role.role() == Role.PHOTOGRAPHER) {
            next = at + role.tokens();
        }
        boolean introduced = next > at
                && (whole || byRole || LINKS.contains(tokens.get(next - 1).folded()) || isMarked(next));
        while (introduced && next < tokens.size() && !tokens.get(next).isWord()) {
            next++;
        }
        return introduced && next < tokens.size() ? next : at;
    }

    private boolean isMarked(int next) {
        return is(next, Token.Type.COLON)
                || is(next, Token.Type.COMMA)
                || (next < tokens.size() && isBehindCopyright(next));
    }

    /** Whether names are parted as those of a photographer and an agency are: {@code /}, {@code via}. */
    private boolean holdsSource(int from, int to) {
        for (int i = from; i < to; i++) {
            if (isSlash(i) || isVia(i)) {
                return true;
            }
        }
        return false;
    }

    private boolean isSlash(int at) {
        return is(at, Token.Type.LIST) || tokens.get(at).text().equals("|");
    }

    private boolean isVia(int at) {
        Token token = tokens.get(at);
        return token.isWord() && Letters.startsSmall(token.text()) && Lexicon.VIA.contains(token.folded());
    }

    /** Persons whose given name is known and agencies; beside an agency, or first behind a role, anybody. */
    private void readParts(int from, int to, boolean stated) {
        List<List<Token>> parts = parts(from, to);
        List<List<Token>> known = new ArrayList<>(parts.stream()
                .filter(part -> isAgency(part) || (isName(part) && startsWithGivenName(part)))
                .toList());
        if (stated && !parts.isEmpty() && isName(parts.get(0))) {
            known.add(parts.get(0));
        }
        boolean person = known.stream().anyMatch(part -> !isAgency(part));
        List<List<Token>> others = person || known.isEmpty()
                ? List.of()
                : parts.stream().filter(part -> !isAgency(part) && isName(part)).toList();
        for (List<Token> part : parts) {
            if (known.contains(part) || (others.size() == 1 && others.contains(part))) {
                add(isAgency(part) ? part.subList(0, endOfAgency(part)) : part);
            }
        }
    }

    /**
     * What slashes, commas, bars and words like {@code via} part, but for parts that hold other words in small letters;
     * nothing where the first one does.
     */
    private List<List<Token>> parts(int from, int to) {
        List<List<Token>> parts = new ArrayList<>();
        int start = from;
        boolean strange = false;
        for (int i = from; i <= to; i++) {
            boolean stops = i < to && endsSentence(tokens.get(i)) && i + 1 < to;
            boolean parted = i == to || !tokens.get(i).isWord() || isVia(i) || stops;
            if (i < to && is(i, Token.Type.COLON)) {
                return List.of();
            }
            strange |= i < to && !isVia(i) && isCommon(tokens.get(i));
            int end = stops ? i + 1 : i;
            if (parted && end > start) {
                if (strange && parts.isEmpty()) {
                    return List.of();
                }
                if (!strange) {
                    parts.add(tokens.subList(start, end));
                }
                strange = false;
            }
            start = parted ? i + 1 : start;
        }
        return parts;
    }

    private static boolean isCommon(Token word) {
        return word.isWord()
                && Letters.startsSmall(word.text())
                && !Letters.startsCapital(word.text())
                && !Lexicon.PARTICLE.contains(word.folded())
                && !Lexicon.AGENCY.contains(word.folded())
                && !Lexicon.AND.contains(word.folded())
                && !Lexicon.NO_PHOTOGRAPHER.contains(word.folded());
    }

    private static boolean isAgency(List<Token> words) {
        return endOfAgency(words) > 0;
    }

    /** Where the agency's name ends that is all of the words, but for what it gives; 0 where they are no agency's. */
    private static int endOfAgency(List<Token> words) {
        PhraseSet.Match<Boolean> match = Lexicon.AGENCY.longestAt(words, 0);
        if (match == null) {
            return 0;
        }
        int rest = words.size() - match.tokens();
        String last = words.get(words.size() - 1).folded();
        boolean alone =
                rest == 0 || (rest == 1 && (RoleWords.isRoleAlone(last) || Lexicon.NO_PHOTOGRAPHER.contains(last)));
        return alone ? match.tokens() : 0;
    }

    private static boolean isName(List<Token> words) {
        String folded = Kinds.folded(words);
        return words.size() > 1
                && words.size() <= MOST_NAME_WORDS
                && words.stream()
                        .allMatch(
                                word -> Letters.startsCapital(word.text()) || Lexicon.PARTICLE.contains(word.folded()))
                && Letters.startsCapital(words.get(words.size() - 1).text())
                && words.stream().noneMatch(word -> Lexicon.NO_PHOTOGRAPHER.contains(word.folded()))
                && RoleWords.at(words, 0) == null
                && !Lexicon.PICTURE_CREDIT.contains(words.get(0).folded())
                && !Kinds.isGroup(words)
                && !Lexicon.PLACE.contains(folded);
    }

    private static boolean startsWithGivenName(List<Token> words) {
        return GivenNames.contains(words.get(0).folded());
    }

    private void add(List<Token> words) {
        Token last = words.get(words.size() - 1);
        String shown = text.substring(words.get(0).start(), endsSentence(last) ? last.end() - 1 : last.end());
        boolean known =
                out.stream().anyMatch(one -> NameFolding.fold(one.words()).equals(NameFolding.fold(shown)));
        if (!known) {
            out.add(new InnerCredit(Role.PHOTOGRAPHER, shown));
        }
    }

    private boolean is(int index, Token.Type type) {
        return index >= 0 && index < tokens.size() && tokens.get(index).is(type);
    }
}
