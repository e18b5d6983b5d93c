package dev.colophon.extract.metadata;

import com.google.common.base.Ascii;
import com.ibm.icu.lang.UCharacter;
import dev.colophon.model.DateClaim.Meaning;
import dev.colophon.model.Region;
import dev.colophon.model.Role;
import dev.colophon.text.Recent;
import dev.colophon.text.WordLists;
import org.jspecify.annotations.Nullable;

/**
 * What the words in class names, ids and data attributes say of an element: {@code entry-date published} is a date of
 * publication. Two words in a row count as one where the resource has both written together: {@code post-date} is
 * {@code postdate}, and {@code post-footer} is no footer of the page. Words come from a resource; {@code *date} there stands
 * for any word with that ending, {@code author*} for any with that beginning. Thread-safe.
 */
final class MarkupWords {
    /** What a word says. */
    enum Sign {
        DATE,
        PUBLISHED,
        MODIFIED,
        NO_DATE,
        /** The day of something else: an event, the visit. */
        OTHER_DATE,
        BYLINE,
        AUTHOR,
        EDITOR,
        TRANSLATOR,
        PHOTOGRAPHER,
        ACCOUNT,
        NO_NAME,
        RELATED,
        COMMENT,
        FURNITURE,
        HEADER,
        CAPTION
    }

    /** Words, and beginnings of words. */
    private static final LetterTree WORDS = new LetterTree();
    /** Endings of words, the last letter first. */
    private static final LetterTree ENDINGS = new LetterTree();

    private static final int MAX_WORD = 30;
    private static final int MAX_ATTRIBUTE = 500;

    static {
        for (String line : WordLists.lines(MarkupWords.class, "markup-words.tsv")) {
            int tab = line.indexOf('\t');
            String word = line.substring(0, tab);
            int bit =
                    bit(Sign.valueOf(Ascii.toUpperCase(line.substring(tab + 1)).replace('-', '_')));
            if (word.startsWith("*")) {
                ENDINGS.addAffix(new StringBuilder(word.substring(1)).reverse(), bit);
            } else if (word.endsWith("*")) {
                WORDS.addAffix(word.substring(0, word.length() - 1), bit);
            } else {
                WORDS.add(word, bit);
            }
        }
    }

    private static final Recent<Signs> ATTRIBUTES =
            new Recent<>(1 << 11, attribute -> new MarkupWords(attribute).read());

    private final String attribute;
    private int signs;
    /** Where the word before the one at hand ends in the tree of words. */
    private int before = LetterTree.NOWHERE;

    private MarkupWords(String attribute) {
        this.attribute = attribute;
    }

    /**
     * The signs of one attribute or several.
     *
     * @param bits one for each sign, by its ordinal
     */
    record Signs(int bits) {
        static final Signs NONE = new Signs(0);

        private static final int OF_BYLINE = bit(Sign.BYLINE)
                | bit(Sign.DATE)
                | bit(Sign.PUBLISHED)
                | bit(Sign.MODIFIED)
                | bit(Sign.NO_DATE)
                | bit(Sign.OTHER_DATE)
                | bit(Sign.NO_NAME);

        boolean has(Sign sign) {
            return (bits & 1 << sign.ordinal()) != 0;
        }

        boolean isEmpty() {
            return bits == 0;
        }

        /** Those of a byline and its date alone. */
        Signs ofByline() {
            return new Signs(bits & OF_BYLINE);
        }

        Signs with(Signs others) {
            if (others.bits == 0 || bits == 0) {
                return bits == 0 ? others : this;
            }
            return new Signs(bits | others.bits);
        }

        /**
         * What a date here means; null where no date is announced. {@code published updated} marks both of a page that was
         * never changed.
         */
        @Nullable
        Meaning meaning() {
            if (has(Sign.NO_DATE) || has(Sign.OTHER_DATE)) {
                return null;
            }
            if (has(Sign.PUBLISHED)) {
                return Meaning.PUBLISHED;
            }
            if (has(Sign.MODIFIED)) {
                return Meaning.MODIFIED;
            }
            return has(Sign.DATE) ? Meaning.UNSPECIFIED : null;
        }

        boolean isName() {
            return !has(Sign.NO_NAME)
                    && (has(Sign.BYLINE)
                            || has(Sign.AUTHOR)
                            || has(Sign.EDITOR)
                            || has(Sign.TRANSLATOR)
                            || has(Sign.PHOTOGRAPHER)
                            || has(Sign.ACCOUNT));
        }

        /** Whether a reader's account is named, which wrote what stands beside it. */
        boolean isAccount() {
            return has(Sign.ACCOUNT) && !has(Sign.AUTHOR) && !has(Sign.BYLINE);
        }

        /** What the name here did; null where the text has to tell. */
        @Nullable
        Role role() {
            if (has(Sign.BYLINE)) {
                return null;
            }
            if (has(Sign.TRANSLATOR)) {
                return Role.TRANSLATOR;
            }
            if (has(Sign.PHOTOGRAPHER)) {
                return Role.PHOTOGRAPHER;
            }
            return has(Sign.AUTHOR) || has(Sign.ACCOUNT) ? Role.AUTHOR : has(Sign.EDITOR) ? Role.EDITOR : null;
        }

        /** The part of the page that it begins; null where it begins none. */
        @Nullable
        Region region() {
            if (has(Sign.COMMENT)) {
                return Region.COMMENT;
            }
            if (has(Sign.RELATED)) {
                return Region.RELATED;
            }
            return has(Sign.FURNITURE) ? Region.FURNITURE : null;
        }
    }

    /** The signs in an attribute's value. */
    static Signs signs(String attribute) {
        return attribute.isEmpty() ? Signs.NONE : ATTRIBUTES.of(attribute);
    }

    /** Words in any case: {@code "entryDate post-meta__time2"} is entry, date, post, meta, time. */
    private Signs read() {
        int end = Math.min(attribute.length(), MAX_ATTRIBUTE);
        int start = 0;
        for (int i = 0; i <= end; i++) {
            boolean letter = i < end && isLetter(attribute.charAt(i));
            boolean hump = letter && i > start && isHump(attribute, i);
            if (!letter || hump) {
                if (i > start && i - start <= MAX_WORD) {
                    word(start, i);
                }
                start = letter ? i : i + 1;
            }
        }
        return signs == 0 ? Signs.NONE : new Signs(signs);
    }

    private void word(int start, int end) {
        int both = before;
        for (int i = start; i < end && both != LetterTree.NOWHERE; i++) {
            both = WORDS.then(both, letter(i));
        }
        int at = LetterTree.ROOT;
        int beginning = 0;
        for (int i = start; i < end && at != LetterTree.NOWHERE; i++) {
            at = WORDS.then(at, letter(i));
            beginning = WORDS.affix(at) == 0 ? beginning : WORDS.affix(at);
        }
        before = at;
        if (WORDS.word(both) != 0) {
            signs |= WORDS.word(both);
        } else if (WORDS.word(at) != 0) {
            signs |= WORDS.word(at);
        } else {
            int ending = ending(start, end);
            signs |= ending == 0 ? beginning : ending;
        }
    }

    private char letter(int i) {
        return Ascii.toLowerCase(attribute.charAt(i));
    }

    /** The bit of the word's longest known ending. */
    private int ending(int start, int end) {
        int at = LetterTree.ROOT;
        int ending = 0;
        for (int i = end - 1; i >= start && at != LetterTree.NOWHERE; i--) {
            at = ENDINGS.then(at, letter(i));
            ending = ENDINGS.affix(at) == 0 ? ending : ENDINGS.affix(at);
        }
        return ending;
    }

    private static int bit(Sign sign) {
        return 1 << sign.ordinal();
    }

    private static boolean isLetter(char unit) {
        return unit < 0x80 ? Ascii.isLowerCase(unit) || Ascii.isUpperCase(unit) : UCharacter.isLetter(unit);
    }

    private static boolean isHump(String attribute, int i) {
        return Ascii.isUpperCase(attribute.charAt(i)) && Ascii.isLowerCase(attribute.charAt(i - 1));
    }
}
