package dev.colophon.extract.metadata;

import com.google.common.base.Ascii;
import com.ibm.icu.lang.UCharacter;
import dev.colophon.model.DateClaim.Meaning;
import dev.colophon.model.Region;
import dev.colophon.model.Role;
import dev.colophon.text.Recent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the words in class names, ids and data attributes say of an element: {@code entry-date published} is a date of
 * publication. Two words in a row count as one too: {@code post-date} is {@code postdate}. Words come from a resource; {@code *date} there stands for any word with that ending, {@code author*} for any with that beginning. Thread-safe.
 */
final class MarkupWords {
    /** What a word says. */
    enum Sign {
        DATE,
        PUBLISHED,
        MODIFIED,
        NO_DATE,
        BYLINE,
        AUTHOR,
        EDITOR,
        TRANSLATOR,
        PHOTOGRAPHER,
        NO_NAME,
        RELATED,
        COMMENT,
        FURNITURE,
        HEADER
    }

    private static final Map<String, Sign> WORDS = new HashMap<>();
    /** What words begin with that are in the resource: most words of a page begin none. */
    private static final Set<String> STARTS = new HashSet<>();

    /** The longest first. */
    private static final List<Affix> ENDINGS = new ArrayList<>();

    private static final List<Affix> BEGINNINGS = new ArrayList<>();
    private static final int MAX_WORD = 30;
    private static final int MAX_ATTRIBUTE = 500;

    static {
        for (String line : Vocabulary.lines("markup-words.tsv")) {
            int tab = line.indexOf('\t');
            String word = line.substring(0, tab);
            Sign sign = Sign.valueOf(Ascii.toUpperCase(line.substring(tab + 1)).replace('-', '_'));
            if (word.startsWith("*")) {
                ENDINGS.add(new Affix(word.substring(1), sign));
            } else if (word.endsWith("*")) {
                BEGINNINGS.add(new Affix(word.substring(0, word.length() - 1), sign));
            } else {
                WORDS.put(word, sign);
                for (int length = 1; length < word.length(); length++) {
                    STARTS.add(word.substring(0, length));
                }
            }
        }
        Comparator<Affix> longestFirst =
                Comparator.comparingInt(affix -> -affix.letters().length());
        ENDINGS.sort(longestFirst);
        BEGINNINGS.sort(longestFirst);
    }

    private record Affix(String letters, Sign sign) {}

    private static final Recent<Signs> ATTRIBUTES = new Recent<>(1 << 11, MarkupWords::read);
    private static final Recent<Integer> BITS = new Recent<>(1 << 11, word -> bit(sign(word)));

    private MarkupWords() {}

    /**
     * The signs of one attribute or several.
     *
     * @param bits one for each sign, by its ordinal
     */
    record Signs(int bits) {
        static final Signs NONE = new Signs(0);

        boolean has(Sign sign) {
            return (bits & 1 << sign.ordinal()) != 0;
        }

        boolean isEmpty() {
            return bits == 0;
        }

        Signs with(Signs others) {
            if (others.bits == 0 || bits == 0) {
                return bits == 0 ? others : this;
            }
            return new Signs(bits | others.bits);
        }

        /** What a date here means; null where no date is announced. */
        @Nullable
        Meaning meaning() {
            if (has(Sign.NO_DATE)) {
                return null;
            }
            if (has(Sign.MODIFIED)) {
                return Meaning.MODIFIED;
            }
            if (has(Sign.PUBLISHED)) {
                return Meaning.PUBLISHED;
            }
            return has(Sign.DATE) ? Meaning.UNSPECIFIED : null;
        }

        boolean isName() {
            return !has(Sign.NO_NAME)
                    && (has(Sign.BYLINE)
                            || has(Sign.AUTHOR)
                            || has(Sign.EDITOR)
                            || has(Sign.TRANSLATOR)
                            || has(Sign.PHOTOGRAPHER));
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
            return has(Sign.AUTHOR) ? Role.AUTHOR : has(Sign.EDITOR) ? Role.EDITOR : null;
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

    private static Signs read(String attribute) {
        int signs = 0;
        String before = "";
        for (String word : words(attribute)) {
            signs |= BITS.of(word) | (STARTS.contains(before) ? bit(WORDS.get(before + word)) : 0);
            before = word;
        }
        return signs == 0 ? Signs.NONE : new Signs(signs);
    }

    private static int bit(@Nullable Sign sign) {
        return sign == null ? 0 : 1 << sign.ordinal();
    }

    private static @Nullable Sign sign(String word) {
        Sign exact = WORDS.get(word);
        if (exact != null) {
            return exact;
        }
        for (Affix ending : ENDINGS) {
            if (word.endsWith(ending.letters())) {
                return ending.sign();
            }
        }
        for (Affix beginning : BEGINNINGS) {
            if (word.startsWith(beginning.letters())) {
                return beginning.sign();
            }
        }
        return null;
    }

    /** Words in lower case: {@code "entryDate post-meta__time2"} → entry, date, post, meta, time. */
    static List<String> words(String attribute) {
        List<String> words = new ArrayList<>();
        int end = Math.min(attribute.length(), MAX_ATTRIBUTE);
        int start = 0;
        for (int i = 0; i <= end; i++) {
            boolean letter = i < end && isLetter(attribute.charAt(i));
            boolean hump = letter && i > start && isHump(attribute, i);
            if (!letter || hump) {
                if (i > start && i - start <= MAX_WORD) {
                    words.add(Ascii.toLowerCase(attribute.substring(start, i)));
                }
                start = letter ? i : i + 1;
            }
        }
        return words;
    }

    private static boolean isLetter(char unit) {
        return unit < 0x80 ? Ascii.isLowerCase(unit) || Ascii.isUpperCase(unit) : UCharacter.isLetter(unit);
    }

    private static boolean isHump(String attribute, int i) {
        return Ascii.isUpperCase(attribute.charAt(i)) && Ascii.isLowerCase(attribute.charAt(i - 1));
    }
}
