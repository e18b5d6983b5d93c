package dev.colophon.byline;

import dev.colophon.byline.Lexicon.Form;
import dev.colophon.byline.RoleWords.Found;
import dev.colophon.model.InnerCredit;
import dev.colophon.model.Role;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds whom the last words of a text credit: {@code AP writer Ann Lee contributed to this report.}, {@code (Additional
 * reporting by Ann Lee; Editing by Max Roe)}, {@code This episode was produced by Ann Lee.} Takes time linear in the words.
 */
final class SignOffs {
    private static final int MOST_NAME_WORDS = 4;

    /** So many words stand behind those that end a sign-off: {@code from Lagos, Nigeria}. */
    private static final int MOST_BEHIND = 7;

    private static final int SHORTEST_SENTENCE_WORD = 4;

    private static final int STEM = 6;
    private static final Set<String> STEMS = stems();

    private final String text;
    private final List<Token> tokens;
    private final List<InnerCredit> out = new ArrayList<>();

    private SignOffs(String text) {
        this.text = text;
        this.tokens = Tokens.of(text);
    }

    /** Everybody whom the last words of a line credit; empty where they credit nobody. */
    static List<InnerCredit> of(String tail) {
        if (!mayBe(tail)) {
            return List.of();
        }
        SignOffs found = new SignOffs(tail);
        found.readHelpers();
        if (found.out.isEmpty()) {
            found.readBrackets();
        }
        if (found.out.isEmpty()) {
            found.readSentence();
        }
        return found.out;
    }

    /** Most lines need no closer look. */
    private static boolean mayBe(String tail) {
        String end = tail.stripTrailing();
        return end.endsWith(")") || end.indexOf(';') > 0 || STEMS.stream().anyMatch(tail::contains);
    }

    /** What each phrase is known by before the text is cut into words: the beginning of its longest word. */
    private static Set<String> stems() {
        Set<String> stems = new TreeSet<>();
        for (PhraseSet<Boolean> phrases : List.of(Lexicon.SIGN_OFF, Lexicon.THIS_WAS)) {
            for (String phrase : phrases.phrases()) {
                String longest = Arrays.stream(phrase.split(" "))
                        .max(Comparator.comparingInt(String::length))
                        .orElse(phrase);
                stems.add(longest.substring(0, Math.min(STEM, longest.length())));
            }
        }
        return stems;
    }

    private void readHelpers() {
        for (int i = tokens.size() - 1; i > 0; i--) {
            PhraseSet.Match<Boolean> match = Lexicon.SIGN_OFF.longestAt(tokens, i);
            if (match != null && tokens.size() - i - match.tokens() <= MOST_BEHIND + 2) {
                helpers(sentenceStart(i), i);
                return;
            }
        }
    }

    /** Where the sentence begins that holds a token. */
    private int sentenceStart(int at) {
        int start = at;
        while (start > 0 && !endsSentence(start - 1)) {
            start--;
        }
        return start;
    }

    private boolean endsSentence(int at) {
        Token token = tokens.get(at);
        String word = token.text();
        boolean stop = token.isWord() && word.endsWith(".") && Letters.count(word) >= SHORTEST_SENTENCE_WORD;
        return stop
                || token.is(Token.Type.STOP)
                || token.is(Token.Type.BREAK)
                || token.is(Token.Type.OPEN)
                || token.is(Token.Type.COLON);
    }

    private void helpers(int from, int to) {
        boolean placed = false;
        int start = from;
        for (int i = from; i <= to; i++) {
            boolean parted = i == to || isJoint(i);
            if (parted && i > start) {
                placed = helper(tokens.subList(start, i), placed);
            }
            start = parted ? i + 1 : start;
        }
    }

    private boolean isJoint(int at) {
        Token token = tokens.get(at);
        return token.is(Token.Type.COMMA)
                || token.is(Token.Type.AND)
                || token.is(Token.Type.LIST)
                || (token.isWord() && token.text().length() > 1 && Lexicon.AND.contains(token.folded()));
    }

    /**
     * One of them.
     *
     * @param placed whether the words before say where somebody is, so that the next ones may go on with it
     * @return whether these do
     */
    private boolean helper(List<Token> part, boolean placed) {
        int end = endOfName(part);
        List<Token> words = part.subList(0, end);
        boolean place = end < part.size();
        if (words.isEmpty() || !words.stream().allMatch(Token::isWord)) {
            return placed;
        }
        String whole = folded(words);
        if (Kinds.isAgency(whole)) {
            add(words);
            return place;
        }
        List<Token> name = words.subList(endOfJob(words), words.size());
        boolean person = name.size() > 1
                && name.size() <= MOST_NAME_WORDS
                && name.stream().allMatch(SignOffs::isNamePart)
                && RoleWords.at(name, 0) == null
                && !Kinds.isGroup(name)
                && !Lexicon.PLACE.contains(folded(name));
        boolean goesOn = placed
                && !place
                && !GivenNames.contains(name.isEmpty() ? "" : name.get(0).folded());
        if (person && !goesOn) {
            add(name);
        }
        return place;
    }

    private static String folded(List<Token> words) {
        return Kinds.folded(words);
    }

    private void add(List<Token> words) {
        String shown =
                text.substring(words.get(0).start(), words.get(words.size() - 1).end());
        out.add(new InnerCredit(Role.CONTRIBUTOR, shown));
    }

    /** Where a word in small letters that no name holds ends the name: {@code in Denver}, {@code also}. */
    private static int endOfName(List<Token> part) {
        int end = part.size();
        for (int i = part.size() - 1; i > 0; i--) {
            Token word = part.get(i);
            boolean small = word.isWord()
                    && Letters.startsSmall(word.text())
                    && !Letters.startsCapital(word.text())
                    && !Lexicon.PARTICLE.contains(word.folded())
                    && !Lexicon.JOB.contains(word.folded())
                    && !Lexicon.MODIFIER.contains(word.folded());
            boolean of = word.text().equals("of")
                    || word.text().equals("in")
                    || word.text().equals("at");
            end = small || of ? i : end;
        }
        return end;
    }

    /** Behind an outlet's genitive, {@code CNN's}, and the last word of a job, {@code AP Sports Writer}. */
    private static int endOfJob(List<Token> words) {
        int end = 0;
        for (int i = 0; i < words.size() - 1; i++) {
            Token word = words.get(i);
            String text = word.text();
            boolean genitive = Letters.isPossessive(text) || text.endsWith("'") || text.endsWith("\u2019");
            end = genitive || Lexicon.JOB.contains(word.folded()) ? i + 1 : end;
        }
        return end;
    }

    private static boolean isNamePart(Token word) {
        return Letters.startsCapital(word.text()) || Lexicon.PARTICLE.contains(word.folded());
    }

    /**
     * What stands in brackets at the end, each part begun by a role, {@code (Reporting by Ann Lee; Editing by Max Roe)}; or
     * several such parts that are all of a line.
     */
    private void readBrackets() {
        int open = tokens.size() - 1;
        while (open >= 0 && !tokens.get(open).is(Token.Type.OPEN)) {
            open--;
        }
        boolean bracketed = open >= 0 && tokens.get(tokens.size() - 1).is(Token.Type.CLOSE);
        open = bracketed ? open : -1;
        boolean begins = true;
        int parts = 0;
        for (int i = open + 1; i < tokens.size(); i++) {
            if (begins && !isIntroduced(i)) {
                return;
            }
            parts += begins ? 1 : 0;
            begins = tokens.get(i).text().equals(";");
        }
        if (parts > (bracketed ? 0 : 1)) {
            out.add(new InnerCredit(
                    null, bracketed ? text.substring(tokens.get(open).start()) : text));
        }
    }

    private boolean isIntroduced(int at) {
        Found found = RoleWords.at(tokens, at);
        if (found == null || found.form() != Form.BEFORE || found.role() == Role.PHOTOGRAPHER) {
            return false;
        }
        int next = at + found.tokens();
        return next < tokens.size()
                && tokens.get(next).isWord()
                && !Letters.startsSmall(tokens.get(next).text());
    }

    /** Whether small letters are those of roles, particles and what joins names. */
    private boolean isExplained(int from, int to) {
        for (int i = from; i < to; ) {
            Found found = RoleWords.at(tokens, i);
            Token token = tokens.get(i);
            boolean strange = token.isWord() && Letters.startsSmall(token.text()) && !isSmallPart(token);
            if (found == null && strange) {
                return false;
            }
            i += found == null ? 1 : found.tokens();
        }
        return true;
    }

    private static boolean isSmallPart(Token word) {
        return Lexicon.PARTICLE.contains(word.folded())
                || Lexicon.AND.contains(word.folded())
                || Letters.startsCapital(word.text());
    }

    /** {@code This episode was produced by Ann Lee and edited by Max Roe.} */
    private void readSentence() {
        for (int i = tokens.size() - 1; i >= 0; i--) {
            PhraseSet.Match<Boolean> match = Lexicon.THIS_WAS.longestAt(tokens, i);
            int begin = match == null ? 0 : i + match.tokens();
            Found found = match == null || begin >= tokens.size() ? null : RoleWords.at(tokens, begin);
            if (found != null && found.form() == Form.BEFORE && found.role() != Role.AUTHOR) {
                int end = begin;
                while (end < tokens.size() && !(end > begin && endsSentence(end - 1))) {
                    end++;
                }
                String credit = text.substring(
                        tokens.get(begin).start(), tokens.get(end - 1).end());
                if (isExplained(begin, end)) {
                    out.add(new InnerCredit(null, credit));
                }
                return;
            }
        }
    }
}
