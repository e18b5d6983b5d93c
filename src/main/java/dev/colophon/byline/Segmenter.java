package dev.colophon.byline;

import dev.colophon.byline.BylineGrammar.Style;
import dev.colophon.byline.Lexicon.Form;
import dev.colophon.byline.RoleWords.Found;
import dev.colophon.byline.Segment.Joint;
import dev.colophon.model.Role;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Parts the tokens of a byline at its separators and role words, in one pass. */
final class Segmenter {
    private static final int MOST_OUTLET_WORDS = 3;

    private final List<Token> tokens;
    private final Style style;
    private final WordsOfLanguage language;
    /** Whether it is a list of credits, {@code 文／山田花子　写真／鈴木一郎}: each mark behind a role makes it introduce. */
    private final boolean credits;

    private final List<Segment> out = new ArrayList<>();
    private final List<Token> words = new ArrayList<>();
    private int at;
    private @Nullable Role role;
    /** Whether a noun such as "text" said the role. */
    private boolean labelled;

    private Joint joint = Joint.START;
    private boolean named;
    private boolean numberBefore;
    /** After a label that says nothing of people ({@code Location:}) words count for nothing up to the next break. */
    private boolean muted;

    private Segmenter(List<Token> tokens, Style style, @Nullable String language) {
        this.tokens = tokens;
        this.style = style;
        this.language = new WordsOfLanguage(language);
        this.credits = EastAsianNames.beginCredits(tokens);
    }

    /**
     * The parts of a byline.
     *
     * @param language BCP-47 tag of the text around it; null where unknown
     */
    static List<Segment> of(List<Token> tokens, Style style, @Nullable String language) {
        Segmenter segmenter = new Segmenter(tokens, style, language);
        while (segmenter.at < tokens.size()) {
            segmenter.next();
        }
        segmenter.flush(false);
        return segmenter.out;
    }

    private void next() {
        Token token = tokens.get(at);
        switch (token.type()) {
            case WORD -> word(token);
            case COMMA -> join(Joint.COMMA);
            case AND -> join(Joint.AND);
            case LIST -> join(Joint.LIST);
            case BREAK -> {
                if (language.isVietnamese() && VietnameseNames.areParted(words, tokens, at)) {
                    join(Joint.LIST);
                } else {
                    pause(false);
                }
            }
            case STOP, CLOSE -> pause(false);
            case COLON -> colon();
            case OPEN -> open();
            case JUNK -> pause(true);
        }
    }

    private void word(Token token) {
        Found found = RoleWords.at(tokens, at);
        found = found == null && mayBeBy() ? language.by(tokens, at) : found;
        Found after = words.isEmpty() ? null : RoleWords.after(tokens, at);
        if (found != null && isOutlet() && EastAsianNames.isOutletBeforeRole(tokens, at, found.tokens())) {
            words.clear();
            introduce(found);
        } else if (found != null && EastAsianNames.isWrittenToNext(tokens, at, found.tokens())) {
            introduce(found);
        } else if (after != null && endsAfter(after) && !introducesNext(at + after.tokens())) {
            role = isOtherRole(after) ? role : after.role();
            giveToListed(role);
            flush(false);
            at += after.tokens();
            settle();
        } else if (found != null && counts(found) && !beginsGroup(found)) {
            introduce(found);
        } else if (isAnd(token) || isAndBehindMore(token)) {
            join(Joint.AND);
        } else if (words.size() > 1 && is(at + 1, Token.Type.WORD) && AttachedAnd.begins(token.text())) {
            join(Joint.AND);
            words.add(token.withoutFirst());
        } else {
            words.add(token);
            at++;
        }
    }

    /**
     * A role after the last of several names is all of theirs: {@code 김서연·박지훈 기자}, {@code Guðmundur Þórðarson og
     * Sigríður Jónsdóttir skrifa}.
     */
    private void giveToListed(@Nullable Role last) {
        boolean goesOn = joint == Joint.AND || (isListed(joint) && EastAsianNames.isEastAsian(words.get(0)));
        for (int i = out.size() - 1; i >= 0 && goesOn; i--) {
            Segment one = out.get(i);
            if (one.role() != null || !NameParts.mayBeName(one.words())) {
                return;
            }
            out.set(i, new Segment(last, one.joint(), one.words(), one.numberBefore(), one.numberAfter()));
            goesOn = isListed(one.joint());
        }
    }

    private static boolean isListed(Joint joint) {
        return joint == Joint.LIST || joint == Joint.COMMA || joint == Joint.AND;
    }

    /** {@code 사진 박지훈 기자}: a reporter, but what they did stands before the name. */
    private boolean isOtherRole(Found after) {
        return after.role() == Role.AUTHOR && role != null && joint == Joint.ROLE;
    }

    private boolean isOutlet() {
        return !words.isEmpty()
                && words.size() <= MOST_OUTLET_WORDS
                && words.stream().noneMatch(EastAsianNames::isName);
    }

    /** Whether a role word that could end a name begins the next part: {@code 作者｜王小明 编辑｜李雷}, {@code 记者 张伟 通讯员 刘洋}. */
    private boolean introducesNext(int next) {
        return is(next, Token.Type.COLON)
                || (credits && EastAsianNames.isMarkBeforeWord(tokens, next))
                || (role != null && EastAsianNames.isBetweenNames(tokens, at, next - at))
                || (role != null && is(next, Token.Type.BREAK) && is(next + 1, Token.Type.WORD));
    }

    /** Where a byline of running text begins. */
    private boolean mayBeBy() {
        return style == Style.TEXT && words.isEmpty() && joint != Joint.ROLE;
    }

    /** {@code Agence} is a role word, but not in {@code Agence France-Presse}; nor is {@code Haber} in {@code Haber Merkezi}. */
    private boolean beginsGroup(Found found) {
        PhraseSet.Match<Boolean> agency = Lexicon.AGENCY.longestAt(tokens, at);
        PhraseSet.Match<Boolean> desk = Lexicon.DESK.longestAt(tokens, at);
        return (agency != null && agency.tokens() > found.tokens()) || (desk != null && desk.tokens() > found.tokens());
    }

    private boolean endsAfter(Found after) {
        int next = at + after.tokens();
        String text = tokens.get(next - 1).text();
        return text.length() > 1
                || next >= tokens.size()
                || !tokens.get(next).isWord()
                || EastAsianNames.standsApart(tokens, at);
    }

    private boolean counts(Found found) {
        int next = at + found.tokens();
        return switch (found.form()) {
            case BY -> saysBy(found, next);
            case BEFORE -> next < tokens.size() && !is(next, Token.Type.COMMA);
            case LABEL ->
                is(next, Token.Type.COLON)
                        || (at == 0 && Labels.isBeforeComma(tokens, next))
                        || (words.isEmpty() && Labels.standBefore(tokens, next))
                        || (words.size() > 1 && isCapital(tokens.get(at)) && labelsNext(found))
                        || (credits && EastAsianNames.isMarkBeforeWord(tokens, next))
                        || (words.isEmpty() && mayLabel(found) && Introductions.labels(tokens, next))
                        || EastAsianNames.isBetweenNames(tokens, at, found.tokens());
            case OWN -> true;
            case AFTER -> false;
        };
    }

    /** After a comma a noun is the job of the name before it, in scripts with capitals. */
    private boolean mayLabel(Found found) {
        return joint != Joint.COMMA || !Letters.isCased(tokens.get(at).text()) || labelsNext(found);
    }

    /** {@code Teksti Maija Virtanen, kuvat Pekka Laine}: a label like the one before the first name. */
    private boolean labelsNext(Found found) {
        return labelled && found.role() != role && Labels.introducesOther(tokens, found, at + found.tokens());
    }

    private boolean saysBy(Found found, int next) {
        if (isNameAfterAll(next)) {
            return false;
        }
        boolean begins = words.isEmpty() ? joint != Joint.COMMA : Introductions.saysNothing(words);
        boolean english = found.tokens() == 1 && tokens.get(at).folded().equals("by");
        boolean oneWord = !is(next + 1, Token.Type.WORD)
                && Letters.isCased(tokens.get(at).text())
                && joint != Joint.ROLE
                && !(words.isEmpty() && isBeforeNumber(next + 1))
                && !(is(next, Token.Type.WORD) && Introductions.standsAlone(tokens.get(next)));
        boolean goesOn = is(next, Token.Type.WORD) || is(next, Token.Type.COLON) || is(next, Token.Type.BREAK);
        return begins && (Introductions.isAccount(tokens, next) || (goesOn && (english || !oneWord)));
    }

    /**
     * Whether a word that means "by" in one language is a name here: behind a word that says it already or behind "and",
     * {@code Av Per Olsson og Per Lie}, and where a field for names begins.
     */
    private boolean isNameAfterAll(int next) {
        Token word = tokens.get(at);
        boolean placed = joint == Joint.ROLE || joint == Joint.AND || (joint == Joint.START && style == Style.FIELD);
        return placed
                && words.isEmpty()
                && Lexicon.BY_NAME.contains(word.folded())
                && Letters.startsCapital(word.text())
                && is(next, Token.Type.WORD)
                && Letters.startsCapital(tokens.get(next).text());
    }

    /** {@code Von Thilo / 6. November 2023}: behind a name and a mark, the date of the byline. */
    private boolean isBeforeNumber(int mark) {
        return (is(mark, Token.Type.LIST) || is(mark, Token.Type.BREAK)) && is(mark + 1, Token.Type.JUNK);
    }

    private void introduce(Found found) {
        Role stated = found.form() == Form.BY && joint == Joint.ROLE && role != null ? role : found.role();
        if (words.isEmpty() || Introductions.saysNothing(words)) {
            words.clear();
        } else {
            flush(false);
        }
        role = stated;
        labelled = found.form() == Form.LABEL;
        muted = false;
        named = false;
        numberBefore = false;
        joint = Joint.ROLE;
        boolean comma = at == 0 && found.form() == Form.LABEL && Labels.isBeforeComma(tokens, found.tokens());
        at = pastSecondRole(at + found.tokens());
        at += comma ? 1 : 0;
        while (is(at, Token.Type.COLON) || is(at, Token.Type.LIST) || is(at, Token.Type.BREAK)) {
            at++;
        }
        if (found.form() != Form.LABEL && Introductions.isAccount(tokens, at)) {
            words.add(tokens.get(at).asWord());
            at++;
        }
    }

    /** Past {@code & Fotos} of {@code Text & Fotos: Jane Doe}: the first role is kept, but who wrote as well is the author. */
    private int pastSecondRole(int next) {
        boolean joined = is(next, Token.Type.AND)
                || is(next, Token.Type.LIST)
                || Labels.isBeforeLabel(tokens, next)
                || (is(next, Token.Type.WORD)
                        && Lexicon.AND.contains(tokens.get(next).folded()));
        Found second = joined && is(next + 1, Token.Type.WORD) ? RoleWords.at(tokens, next + 1) : null;
        if (second == null) {
            return next;
        }
        int after = next + 1 + second.tokens();
        boolean counts = second.form() != Form.LABEL
                || is(after, Token.Type.COLON)
                || is(after, Token.Type.BREAK)
                || is(after, Token.Type.LIST);
        role = counts && second.role() == Role.AUTHOR ? second.role() : role;
        return counts ? after : next;
    }

    private boolean isAnd(Token token) {
        String text = token.text();
        return (!InnerAnd.beginsCapital(token) || text.length() > 2)
                && !words.isEmpty()
                && is(at + 1, Token.Type.WORD)
                && (Lexicon.AND.contains(token.folded()) || language.isAnd(token))
                && !isInTail()
                && NameParts.isNamePart(words.get(words.size() - 1))
                && !Lexicon.TITLE.contains(words.get(words.size() - 1).folded())
                && (text.length() > 1 || NameParts.isNamePart(tokens.get(at + 1)))
                && !InnerAnd.isInsideName(words, tokens, at);
    }

    /** {@code a} of {@code Jane Doe Leave a Comment}, which is "and" in Czech. */
    private boolean isInTail() {
        PhraseSet.Match<Boolean> tail = Lexicon.TAIL.longestAt(tokens, at - 1);
        return tail != null && tail.tokens() > 1;
    }

    /** {@code Alice Munro, MD, and Robert Ames}, {@code Yetunde Bello (Lagos) and Musa Ibrahim}. */
    private boolean isAndBehindMore(Token token) {
        boolean bracketed =
                at > 1 && tokens.get(at - 1).is(Token.Type.CLOSE) && NameParts.isNamePart(tokens.get(at - 2));
        return (joint == Joint.COMMA || bracketed)
                && words.isEmpty()
                && !out.isEmpty()
                && (!InnerAnd.beginsCapital(token) || InnerAnd.isShouted(token))
                && Lexicon.AND.contains(token.folded())
                && is(at + 1, Token.Type.WORD)
                && NameParts.isNamePart(tokens.get(at + 1));
    }

    private void join(Joint next) {
        flush(false);
        joint = next;
        at++;
    }

    private void pause(boolean number) {
        flush(number);
        settle();
        numberBefore = number;
        at++;
    }

    /** A role holds until the names that it introduces are over. */
    private void settle() {
        muted = false;
        if (named) {
            role = null;
        }
        if (named || joint != Joint.ROLE) {
            joint = Joint.BREAK;
        }
    }

    private void colon() {
        int label = labelBehindName();
        boolean ends = at + 1 == tokens.size() || tokens.get(at + 1).text().equals("\n");
        if (ends && role != null && joint == Joint.ROLE && words.size() > 1) {
            flush(false);
            settle();
        } else if (label > 0) {
            words.subList(words.size() - label, words.size()).clear();
            flush(false);
            settle();
            muted = true;
        } else if (!words.isEmpty()) {
            words.clear();
            muted = true;
        }
        joint = Joint.BREAK;
        at++;
    }

    /** Words of the label behind a name that a role word introduces, 1 in {@code 作者：王小明 时间：}; 0 without such a name. */
    private int labelBehindName() {
        boolean introduced = words.size() > 1 && role != null && joint == Joint.ROLE;
        return introduced ? Lexicon.TAIL.lengthAtEnd(words.subList(1, words.size())) : 0;
    }

    /** What stands in brackets counts only where it names a role, or where the brackets are around everything. */
    private void open() {
        int close = at;
        while (close < tokens.size() && !is(close, Token.Type.CLOSE)) {
            close++;
        }
        if (isInsideName(close)) {
            at = close + 1;
            return;
        }
        Role before = role;
        role = roleInBrackets(close);
        flush(false);
        role = before;
        boolean everything = at == 0;
        at++;
        Found found = is(at, Token.Type.WORD) ? RoleWords.at(tokens, at) : null;
        if (!everything && (found == null || is(at + found.tokens(), Token.Type.CLOSE))) {
            while (at < tokens.size() && !is(at, Token.Type.CLOSE)) {
                at++;
            }
            at = Math.min(at + 1, tokens.size());
        } else {
            joint = everything ? Joint.START : Joint.BREAK;
        }
    }

    /** What the brackets say of the name before them, {@code Tim Au (Fotos)}; else what has been said so far. */
    private @Nullable Role roleInBrackets(int close) {
        Found found = is(at + 1, Token.Type.WORD) ? RoleWords.at(tokens, at + 1) : null;
        if (found == null || at + 1 + found.tokens() != close || !Labels.OTHER_WORK.contains(found.role())) {
            return role;
        }
        return found.role();
    }

    /** {@code Richard (R.J.) Eskow}: one capitalised word before the brackets, one or two after them. */
    private boolean isInsideName(int close) {
        return words.size() == 1
                && isCapital(words.get(0))
                && RoleWords.at(tokens, at + 1) == null
                && is(close + 1, Token.Type.WORD)
                && isCapital(tokens.get(close + 1))
                && RoleWords.at(tokens, close + 1) == null;
    }

    private static boolean isCapital(Token word) {
        return Letters.startsCapital(word.text()) && !Lexicon.TAIL.contains(word.folded());
    }

    private void flush(boolean numberAfter) {
        if (!words.isEmpty()) {
            if (!muted) {
                out.add(new Segment(role, joint, words, numberBefore, numberAfter));
                named = true;
            }
            words.clear();
        }
        numberBefore = false;
    }

    private boolean is(int index, Token.Type type) {
        return index < tokens.size() && tokens.get(index).is(type);
    }
}
