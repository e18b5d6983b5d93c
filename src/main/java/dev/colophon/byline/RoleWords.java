package dev.colophon.byline;

import dev.colophon.byline.Lexicon.Form;
import dev.colophon.model.Role;
import dev.colophon.text.NameFolding;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the words of a byline that tell a role. */
final class RoleWords {
    /** Longest role word that is looked for inside an unspaced word, in chars. */
    private static final int LONGEST_UNSPACED = 12;

    /**
     * A role phrase.
     *
     * @param tokens how many tokens it takes
     * @param role what it says
     * @param form how it stands to the name
     */
    record Found(int tokens, Role role, Form form) {}

    private static final List<Form> BEFORE_NAMES = List.of(Form.BEFORE, Form.BY, Form.LABEL);

    private RoleWords() {}

    /** The longest phrase at {@code from}; of equal ones the surest form. Null where there is none. */
    static @Nullable Found at(List<Token> tokens, int from) {
        Found best = null;
        for (Form form : BEFORE_NAMES) {
            PhraseSet.Match<Role> match = Lexicon.roles(form).longestAt(tokens, from);
            if (match != null && (best == null || match.tokens() > best.tokens())) {
                best = new Found(match.tokens(), match.meaning(), form);
            }
        }
        return best;
    }

    /** The phrase at {@code from} that belongs to the name before it; null where there is none. */
    static @Nullable Found after(List<Token> tokens, int from) {
        PhraseSet.Match<Role> match = Lexicon.roles(Form.AFTER).longestAt(tokens, from);
        return match == null ? null : new Found(match.tokens(), match.meaning(), Form.AFTER);
    }

    /** Whether the folded phrase is nothing but a role word. */
    static boolean isRoleAlone(String folded) {
        return Arrays.stream(Form.values())
                .anyMatch(form -> form != Form.OWN && Lexicon.roles(form).contains(folded));
    }

    /** Whether a role word with a dot in it stands in the text: {@code 取材・文}. */
    static boolean beginsRole(String text, int start) {
        for (int end = Math.min(text.length(), start + LONGEST_UNSPACED); end > start + 2; end--) {
            String head = text.substring(start, end);
            int dot = Math.max(head.indexOf('\u30fb'), head.indexOf('\u00b7'));
            if (dot > 0 && dot < head.length() - 1 && isRoleAlone(NameFolding.fold(head))) {
                return true;
            }
        }
        return false;
    }

    /** Where an unspaced word parts into a role word and a name, in chars; 0 where it does not. */
    static int splitAt(String word) {
        if (isRoleAlone(word) || Lexicon.DESK.contains(word) || EastAsianNames.isDepartment(word)) {
            return 0;
        }
        boolean nounsToo = !Letters.isThaiLike(word.codePointAt(0));
        int longest = Math.min(LONGEST_UNSPACED, word.length() - 1);
        for (int length = longest; length >= 2; length--) {
            String head = word.substring(0, length);
            if (Lexicon.roles(Form.BY).contains(head)
                    || (nounsToo && Lexicon.roles(Form.LABEL).contains(head))) {
                return length;
            }
        }
        for (int length = nounsToo ? longest : 0; length >= 2; length--) {
            if (Lexicon.roles(Form.AFTER).contains(word.substring(word.length() - length))) {
                return word.length() - length;
            }
        }
        return 0;
    }
}
