package dev.colophon.byline;

import com.ibm.icu.util.ULocale;
import dev.colophon.byline.Lexicon.Form;
import dev.colophon.byline.RoleWords.Found;
import dev.colophon.model.Role;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Words that mean what they do on pages of their language alone, as they are parts of names in others. */
final class WordsOfLanguage {
    /** The primary language subtag and a space, as the lists have it before a word. */
    private final String prefix;

    /**
     * The words of a language.
     *
     * @param tag BCP-47 tag of the page; null where unknown: then there are none
     */
    WordsOfLanguage(@Nullable String tag) {
        prefix = tag == null ? " " : new ULocale(tag).getLanguage() + " ";
    }

    boolean isVietnamese() {
        return prefix.equals("vi ");
    }

    /** {@code na} between Swahili names. */
    boolean isAnd(Token word) {
        return Lexicon.AND_OF_LANGUAGE.contains(prefix + word.folded());
    }

    /**
     * {@code De Ștefan Țăran} on a Romanian page: before a full name, and in capitals before a given name, as {@code De Santis
     * Maria} is one; null where the word says nothing.
     */
    @Nullable
    Found by(List<Token> tokens, int at) {
        Token word = tokens.get(at);
        boolean counts = NameParts.isFullNameAt(tokens, at + 1)
                && (Letters.startsSmall(word.text())
                        || GivenNames.contains(tokens.get(at + 1).folded()))
                && Lexicon.roles(Form.OWN).contains(prefix + word.folded());
        return counts ? new Found(1, Role.AUTHOR, Form.OWN) : null;
    }
}
