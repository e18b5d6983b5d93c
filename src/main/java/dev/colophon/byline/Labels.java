package dev.colophon.byline;

import com.ibm.icu.lang.UScript;
import dev.colophon.byline.Lexicon.Form;
import dev.colophon.byline.RoleWords.Found;
import dev.colophon.model.Role;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Tells what stands behind a noun such as "text" that makes it a label of names without a colon of its own. */
final class Labels {
    /** What is done beside writing. */
    static final Set<Role> OTHER_WORK = EnumSet.of(Role.PHOTOGRAPHER, Role.ILLUSTRATOR, Role.TRANSLATOR);

    private static final int MOST_NAME_WORDS = 4;

    private Labels() {}

    /** Whether another label or a dash makes the noun before {@code next} one. */
    static boolean standBefore(List<Token> tokens, int next) {
        return isBeforeLabel(tokens, next) || isBeforeDash(tokens, next);
    }

    /** {@code Bài, ảnh: Nguyễn Văn An}: a mark or "and", another label, and its colon. */
    static boolean isBeforeLabel(List<Token> tokens, int next) {
        if (next + 1 >= tokens.size() || !tokens.get(next + 1).isWord()) {
            return false;
        }
        Token mark = tokens.get(next);
        boolean joined = mark.is(Token.Type.COMMA)
                || mark.is(Token.Type.AND)
                || (mark.isWord() && Lexicon.AND.contains(mark.folded()));
        Found second = joined ? RoleWords.at(tokens, next + 1) : null;
        int colon = second == null ? tokens.size() : next + 1 + second.tokens();
        return second != null
                && second.form() == Form.LABEL
                && colon < tokens.size()
                && tokens.get(colon).is(Token.Type.COLON);
    }

    /** {@code كتب- أحمد منصور}: a dash written to a label where there are no capitals to tell a name by. */
    private static boolean isBeforeDash(List<Token> tokens, int next) {
        return next + 1 < tokens.size()
                && tokens.get(next).text().equals("-")
                && tokens.get(next).start() == tokens.get(next - 1).end()
                && !Letters.isCased(tokens.get(next - 1).text())
                && tokens.get(next + 1).isWord();
    }

    /**
     * {@code مصنف, حمیرا کنول اور عزیز خٹک}: the comma of Latin script behind the label in Arabic script that a line begins with,
     * as the BBC's services write it for those who listen, and names of two words or more up to its end. Sentences have the
     * comma of their own script.
     */
    static boolean isBeforeComma(List<Token> tokens, int next) {
        if (next + 2 >= tokens.size()
                || !tokens.get(next).text().equals(",")
                || UScript.getScript(tokens.get(0).text().codePointAt(0)) != UScript.ARABIC) {
            return false;
        }
        int words = 0;
        for (Token token : tokens.subList(next + 1, tokens.size())) {
            boolean and = token.isWord() && Lexicon.AND.contains(token.folded());
            if (!token.isWord() || (and && words < 2) || words > MOST_NAME_WORDS) {
                return false;
            }
            words = and ? 0 : words + 1;
        }
        return words >= 2 && words <= MOST_NAME_WORDS;
    }

    /**
     * Whether a label of other work than writing stands before a name, {@code kuvat Pekka Laine}; an editor's before a given
     * name alone, as it is a job behind a name: {@code Penulis Budi Santoso, Editor Dewi Lestari}.
     */
    static boolean introducesOther(List<Token> tokens, Found label, int next) {
        boolean named = next + 1 < tokens.size()
                && tokens.get(next).isWord()
                && tokens.get(next + 1).isWord()
                && (NameParts.isNamePart(tokens.get(next + 1))
                        || Lexicon.PARTICLE.contains(tokens.get(next + 1).folded()));
        boolean editor = named
                && label.role() == Role.EDITOR
                && GivenNames.contains(tokens.get(next).folded());
        return named && (OTHER_WORK.contains(label.role()) || editor);
    }
}
