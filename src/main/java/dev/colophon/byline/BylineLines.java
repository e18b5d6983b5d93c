package dev.colophon.byline;

import dev.colophon.byline.Lexicon.Form;
import dev.colophon.byline.RoleWords.Found;
import dev.colophon.text.NormalForm;
import dev.colophon.text.Recent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells lines that are bylines from lines of text: the line must begin (or end) with a role word, and everything else in
 * it must be names, separators, dates, or what usually follows a name.
 */
final class BylineLines {
    private static final int LONGEST = 200;
    private static final int MOST_WORDS = 24;
    private static final int MOST_DATELINE = 6;
    private static final int MOST_DESK_WORDS = 4;
    private static final int MOST_PLACE_WORDS = 3;

    /** The text and the metadata of a page ask about the same lines, and the pages of a site have many in common. */
    private static final Recent<Boolean> LINES = new Recent<>(1 << 10, line -> isByline(line, false));

    private static final Recent<Boolean> DATED = new Recent<>(1 << 8, line -> isByline(line, true));

    private BylineLines() {}

    static boolean isByline(String line) {
        return mayBe(line) && LINES.of(line);
    }

    /** Most lines of text need no closer look. */
    private static boolean mayBe(String line) {
        return line.length() <= LONGEST && !asksOrExclaims(line) && FirstWords.mayStandIn(line);
    }

    /** Whether it is one, or would be without the date before or behind it. */
    static boolean holdsByline(String line) {
        return mayBe(line) && (LINES.of(line) || (line.chars().anyMatch(BylineLines::isMore) && DATED.of(line)));
    }

    /** Whether there is more than words, as where a date, an outlet or another role stands beside the byline. */
    private static boolean isMore(int unit) {
        return unit != ' ' && !Character.isLetter(unit);
    }

    private static boolean isByline(String line, boolean dated) {
        String text = NormalForm.NFC.of(line.strip());
        List<Token> tokens = Tokens.of(text);
        if (!dated) {
            return isByline(text, tokens, false);
        }
        List<Token> rest = DatePart.withoutFirst(tokens);
        return isByline(text, rest, true) || isByline(text, DatePart.withoutLast(rest), true);
    }

    private static boolean isByline(String text, List<Token> all, boolean dated) {
        List<Token> tokens = withoutSeparators(all);
        int words = words(tokens);
        if (words == 0 || words > MOST_WORDS || hasSentence(tokens, dated) || isUnfinished(tokens)) {
            return false;
        }
        Found found = RoleWords.at(tokens, 0);
        tokens = withoutDateline(text, tokens);
        return (found != null && begins(tokens, found))
                || endsWithRole(tokens)
                || isNameAndJob(tokens)
                || beginsWithOutlet(tokens)
                || (dated && (EastAsianNames.beginWithOutlet(tokens) || holdsNothingElse(tokens, found)))
                || isDesk(tokens)
                || EastAsianNames.endWithNames(tokens)
                || (isInBrackets(text) && EastAsianNames.areBracketed(tokens));
    }

    /** Whether there is a mark that ends a sentence and stands in no address. */
    private static boolean asksOrExclaims(String line) {
        boolean marked = line.indexOf('!') >= 0 || line.indexOf('?') >= 0 || line.indexOf('\u3002') >= 0;
        return marked && line.indexOf('@') < 0 && !line.contains("://") && !line.contains("www.");
    }

    private static int words(List<Token> tokens) {
        int words = 0;
        for (Token token : tokens) {
            words += token.isWord() ? 1 : 0;
        }
        return words;
    }

    private static boolean isInBrackets(String text) {
        return "(\uff08[\u3010\u3014".indexOf(text.charAt(0)) >= 0;
    }

    /** What follows the place and the agency of Korean agencies: {@code [서울=뉴시스] 김서연 기자 =}. */
    private static List<Token> withoutDateline(String text, List<Token> tokens) {
        for (int i = 1; isInBrackets(text) && i < Math.min(MOST_DATELINE, tokens.size() - 2); i++) {
            if (tokens.get(i).is(Token.Type.CLOSE)) {
                return tokens.subList(i + 1, tokens.size());
            }
        }
        return tokens;
    }

    private static boolean beginsWithOutlet(List<Token> tokens) {
        Found role = tokens.size() < 3 ? null : RoleWords.at(tokens, 1);
        return role != null
                && EastAsianNames.isOutletBeforeRole(tokens, 1, role.tokens())
                && begins(tokens.subList(1, tokens.size()), role);
    }

    private static List<Token> withoutSeparators(List<Token> tokens) {
        int start = 0;
        while (start < tokens.size() && isSeparator(tokens.get(start))) {
            start++;
        }
        return tokens.subList(start, tokens.size());
    }

    /** What may stand before a byline; numbers are those of its date. */
    private static boolean isSeparator(Token token) {
        return token.is(Token.Type.BREAK) || token.is(Token.Type.OPEN) || token.is(Token.Type.JUNK);
    }

    /** Whether a stop stands inside the line that belongs to no date. */
    private static boolean hasSentence(List<Token> tokens, boolean dated) {
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (token.is(Token.Type.STOP)
                    && !(dated && DatePart.endsNumber(tokens, i))
                    && (i + 1 < tokens.size() || !token.text().equals("."))) {
                return true;
            }
        }
        return false;
    }

    /** Whether a comma ends the line, as a sentence goes on in the next; two words and a comma are still a byline. */
    private static boolean isUnfinished(List<Token> tokens) {
        return tokens.get(tokens.size() - 1).is(Token.Type.COMMA)
                && tokens.stream().filter(token -> token.is(Token.Type.COMMA)).count() > 1;
    }

    private static boolean begins(List<Token> tokens, Found found) {
        int next = found.tokens();
        if (next >= tokens.size()) {
            return false;
        }
        boolean colon = tokens.get(next).is(Token.Type.COLON)
                || tokens.get(next).is(Token.Type.LIST)
                || (found.form() == Form.LABEL && Labels.isBeforeComma(tokens, next));
        if (!colon && isOfSubject(tokens.subList(0, next), tokens.get(next))) {
            return false;
        }
        if (found.form() == Form.LABEL && !colon && !labelsName(tokens, next)) {
            return false;
        }
        List<Mention> mentions = BylineGrammar.read(joined(tokens), BylineGrammar.Style.TEXT, SiteIdentity.UNKNOWN);
        if (mentions.isEmpty()) {
            return false;
        }
        boolean whole = found.form() != Form.LABEL && isEndOfName(tokens, next + 1) && isAccount(tokens, next, found);
        boolean sure = colon
                || EastAsianNames.isName(tokens.get(next))
                || EastAsianNames.areCredited(tokens.subList(next, tokens.size()))
                || EastAsianNames.areWritingFrom(tokens.subList(next, tokens.size()))
                || (tokens.get(next).is(Token.Type.BREAK)
                        && EastAsianNames.areNames(tokens.subList(next + 1, tokens.size())))
                || (found.form() == Form.BEFORE && !isCasedSmall(tokens.get(next)));
        return whole
                || (sure || mentions.get(0).name().indexOf(' ') > 0 || isGroup(mentions.get(0)))
                        && isExplained(tokens.subList(next, tokens.size()), colon);
    }

    /** {@code Recension av Dune}, where {@code Recension av Åsa Öberg} says who wrote it. */
    private static boolean isOfSubject(List<Token> phrase, Token next) {
        return phrase.size() > 1
                && Lexicon.DOUBTFUL_ROLE.contains(Kinds.folded(phrase))
                && !GivenNames.contains(next.folded());
    }

    /**
     * Whether one word is an account: behind {@code by} one with capitals in it, {@code by MrAJCosplay}; behind more words
     * and before a date any, {@code Posted by jroe on June 5}.
     */
    private static boolean isAccount(List<Token> tokens, int at, Found found) {
        Token word = tokens.get(at);
        if (found.tokens() > 1 && at + 1 < tokens.size() && word.isWord()) {
            return Letters.isCased(word.text());
        }
        String rest = word.isWord() ? word.text().substring(1) : "";
        return Letters.capitals(rest) > 0 && !Letters.allCapitals(word.text());
    }

    private static boolean isEndOfName(List<Token> tokens, int at) {
        return at >= tokens.size()
                || tokens.get(at).is(Token.Type.JUNK)
                || (tokens.get(at).isWord() && isQuietTail(tokens.get(at).folded()));
    }

    /**
     * Behind a label: {@code Teksti Maija Virtanen, kuvat Pekka Laine}, where each word is of a name or says what for, and more
     * than one thing was done; or an initial written to a name, {@code Сэтгүүлч Б.Энхжаргал}.
     */
    private static boolean holdsNothingElse(List<Token> tokens, @Nullable Found found) {
        if (found == null || found.form() != Form.LABEL) {
            return false;
        }
        List<Token> rest = tokens.subList(found.tokens(), tokens.size());
        if (rest.size() == 1) {
            return isInitialAndName(rest.get(0));
        }
        List<Mention> mentions = BylineGrammar.read(joined(tokens), BylineGrammar.Style.TEXT, SiteIdentity.UNKNOWN);
        int roles = 0;
        for (int i = 0; i < tokens.size(); i++) {
            Found role = RoleWords.at(tokens, i);
            roles += role == null ? 0 : role.tokens();
            i += role == null ? 0 : role.tokens() - 1;
        }
        long names = mentions.stream()
                .mapToInt(mention -> words(Tokens.of(mention.raw())))
                .sum();
        long works = mentions.stream().map(Mention::role).distinct().count();
        return works > 1 && names > mentions.size() && names + roles == words(tokens);
    }

    private static boolean isInitialAndName(Token word) {
        int dot = word.text().indexOf('.');
        return dot == 1
                && word.text().length() > 3
                && Letters.startsCapital(word.text())
                && Letters.startsCapital(word.text().substring(2));
    }

    private static boolean isGroup(Mention mention) {
        return Kinds.isGroup(
                Tokens.of(mention.name()).stream().filter(Token::isWord).toList());
    }

    private static boolean isCasedSmall(Token token) {
        return token.isWord() && Letters.startsSmall(token.text());
    }

    /** Without a colon a noun introduces a byline only before two to four words that look like a name and end the line. */
    private static boolean labelsName(List<Token> tokens, int next) {
        List<Token> rest = tokens.subList(next, tokens.size());
        if (EastAsianNames.areNames(rest) || EastAsianNames.areCredited(rest) || EastAsianNames.areWritingFrom(rest)) {
            return true;
        }
        if (!rest.get(0).isWord() && !rest.get(0).is(Token.Type.BREAK)) {
            return false;
        }
        if (rest.get(0).is(Token.Type.BREAK)) {
            return true;
        }
        long words = rest.stream().filter(Token::isWord).count();
        long most = rest.stream().anyMatch(word -> word.isWord() && Lexicon.AND.contains(word.folded())) ? 7 : 4;
        boolean plain = rest.stream()
                .allMatch(token -> token.isWord() || token.is(Token.Type.COMMA) || token.is(Token.Type.AND));
        boolean cased = Letters.isCased(tokens.get(0).text());
        boolean capitals = rest.stream()
                .filter(Token::isWord)
                .allMatch(word -> Letters.startsCapital(word.text()) || isSmallPart(word));
        return plain && words >= 2 && words <= most && cased && capitals && holdsGivenName(rest);
    }

    /** {@code Text} is a label in one language and begins {@code Text Generation Inference} in another. */
    private static boolean holdsGivenName(List<Token> rest) {
        return rest.stream().anyMatch(word -> word.isWord() && GivenNames.contains(word.folded()));
    }

    private static boolean isSmallPart(Token word) {
        return Lexicon.PARTICLE.contains(word.folded()) || Lexicon.AND.contains(word.folded());
    }

    private static String joined(List<Token> tokens) {
        StringBuilder out = new StringBuilder();
        int end = tokens.get(0).start();
        for (Token token : tokens) {
            out.append(token.start() > end ? " " : "").append(token.text());
            end = token.end();
        }
        return out.toString();
    }

    /** Whether no word is left that bylines do not have: small letters that are neither particles, jobs nor tails. */
    private static boolean isExplained(List<Token> rest, boolean colon) {
        int strange = 0;
        int words = 0;
        boolean cased = false;
        for (int i = 0; i < rest.size(); i++) {
            Token token = rest.get(i);
            if (token.isWord()) {
                words++;
                cased |= Letters.isCased(token.text());
                boolean small = Letters.startsSmall(token.text()) && !Letters.startsCapital(token.text());
                strange += small && !isKnown(rest, i) ? 1 : 0;
            }
        }
        int allowed = colon ? 1 : 0;
        return strange <= allowed && words <= (cased ? 20 : colon ? 10 : 5);
    }

    private static boolean isKnown(List<Token> words, int at) {
        String folded = words.get(at).folded();
        return Lexicon.PARTICLE.contains(folded)
                || Lexicon.AND.contains(folded)
                || Lexicon.JOB.contains(folded)
                || Lexicon.MONTH.contains(folded)
                || Lexicon.WEEKDAY.contains(folded)
                || Lexicon.AGENCY.contains(folded)
                || isQuietTail(folded)
                || RoleWords.at(words, at) != null;
    }

    private static boolean isQuietTail(String folded) {
        return Lexicon.TAIL.contains(folded) && !folded.equals("was") && !folded.equals("is") && !folded.equals("has");
    }

    /** {@code 구현모 기자}, {@code Jane Doe tarafından}. */
    private static boolean endsWithRole(List<Token> tokens) {
        int end = tokens.size();
        while (end > 0
                && (tokens.get(end - 1).is(Token.Type.JUNK)
                        || tokens.get(end - 1).is(Token.Type.BREAK)
                        || tokens.get(end - 1).is(Token.Type.CLOSE))) {
            end--;
        }
        for (int start = Math.max(1, end - 2); start < end; start++) {
            @Nullable Found after = RoleWords.after(tokens, start);
            if (after != null && start + after.tokens() == end && isShortName(tokens.subList(0, start))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isShortName(List<Token> words) {
        boolean cased = Letters.isCased(words.get(0).text());
        boolean eastAsian = Letters.isEastAsian(words.get(0).text().codePointAt(0));
        boolean plain = words.stream().allMatch(token -> token.isWord() || (eastAsian && token.is(Token.Type.LIST)));
        boolean capitals = words.stream().allMatch(word -> Letters.startsCapital(word.text()) || isSmallPart(word));
        int letters =
                words.stream().mapToInt(word -> Letters.count(word.text())).sum();
        return plain && (cased ? capitals && words.size() <= 4 : words.size() <= 3) && (!eastAsian || letters <= 6);
    }

    /** {@code Jane Doe, Political Editor}. */
    private static boolean isNameAndJob(List<Token> tokens) {
        int split = 0;
        while (split < tokens.size() && tokens.get(split).isWord()) {
            split++;
        }
        boolean parted = split >= 2
                && split <= 4
                && split < tokens.size() - 1
                && !tokens.get(split).is(Token.Type.COLON);
        if (!parted || tokens.size() - split > 5) {
            return false;
        }
        List<Token> name = tokens.subList(0, split);
        List<Token> job = tokens.subList(split + 1, tokens.size());
        return words(job) == job.size()
                && Letters.isCased(tokens.get(0).text())
                && isShortName(name)
                && Kinds.isJobAlone(job)
                && !isGroupName(name);
    }

    /**
     * {@code নিজস্ব প্রতিবেদক, ঢাকা}: our correspondent, Dhaka. In scripts with capitals such words are what rubrics are called
     * more often.
     */
    private static boolean isDesk(List<Token> tokens) {
        int split = 0;
        while (split < tokens.size() && tokens.get(split).isWord()) {
            split++;
        }
        List<Token> desk = tokens.subList(0, split);
        List<Token> rest = tokens.subList(Math.min(split + 1, tokens.size()), tokens.size());
        boolean parted = split == tokens.size()
                || tokens.get(split).is(Token.Type.COMMA)
                || tokens.get(split).is(Token.Type.LIST);
        return parted
                && split > 1
                && split <= MOST_DESK_WORDS
                && words(rest) <= MOST_PLACE_WORDS
                && Kinds.isDesk(desk)
                && desk.stream().noneMatch(word -> Letters.isCased(word.text()));
    }

    private static boolean isGroupName(List<Token> words) {
        return Kinds.isGroup(words) || Lexicon.JOB.standsIn(words);
    }
}
