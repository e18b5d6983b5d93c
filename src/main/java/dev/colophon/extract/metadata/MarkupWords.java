package dev.colophon.extract.metadata;

import com.google.common.base.Ascii;
import com.ibm.icu.lang.UCharacter;
import dev.colophon.model.DateClaim.Meaning;
import dev.colophon.model.Region;
import dev.colophon.model.Role;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the words in class names, ids and data attributes say of an element: {@code entry-date published} is a date of
 * publication. Two words in a row count as one too: {@code post-date} is {@code postdate}. Words come from a resource; {@code *date} there stands for any word with that ending, {@code author*} for any with that beginning. Remembers the
 * attributes of one page; not thread-safe.
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
    private static final Map<String, Sign> ENDINGS = new HashMap<>();
    private static final Map<String, Sign> BEGINNINGS = new HashMap<>();
    private static final int MAX_WORD = 30;
    /** Lengths of the beginnings and endings in the resource. */
    private static final int SHORTEST = 4;

    private static final int LONGEST = 12;
    private static final int MAX_ATTRIBUTE = 500;

    static {
        for (String line : Vocabulary.lines("markup-words.tsv")) {
            int tab = line.indexOf('\t');
            String word = line.substring(0, tab);
            Sign sign = Sign.valueOf(Ascii.toUpperCase(line.substring(tab + 1)).replace('-', '_'));
            if (word.startsWith("*")) {
                ENDINGS.put(word.substring(1), sign);
            } else if (word.endsWith("*")) {
                BEGINNINGS.put(word.substring(0, word.length() - 1), sign);
            } else {
                WORDS.put(word, sign);
            }
        }
    }

    private final Map<String, Signs> known = new HashMap<>();

    /** The signs of one attribute. */
    record Signs(Set<Sign> all) {
        static final Signs NONE = new Signs(Set.of());

        boolean has(Sign sign) {
            return all.contains(sign);
        }

        Signs with(Signs others) {
            if (others.all.isEmpty() || all.isEmpty()) {
                return all.isEmpty() ? others : this;
            }
            EnumSet<Sign> both = EnumSet.copyOf(all);
            both.addAll(others.all);
            return new Signs(both);
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
    Signs signs(String attribute) {
        if (attribute.isEmpty()) {
            return Signs.NONE;
        }
        return known.computeIfAbsent(attribute, MarkupWords::read);
    }

    private static Signs read(String attribute) {
        EnumSet<Sign> signs = EnumSet.noneOf(Sign.class);
        String before = "";
        for (String word : words(attribute)) {
            add(signs, sign(word));
            add(signs, WORDS.get(before + word));
            before = word;
        }
        return signs.isEmpty() ? Signs.NONE : new Signs(signs);
    }

    private static void add(EnumSet<Sign> signs, @Nullable Sign sign) {
        if (sign != null) {
            signs.add(sign);
        }
    }

    private static @Nullable Sign sign(String word) {
        Sign exact = WORDS.get(word);
        for (int length = Math.min(LONGEST, word.length()); exact == null && length >= SHORTEST; length--) {
            exact = ENDINGS.get(word.substring(word.length() - length));
        }
        for (int length = Math.min(LONGEST, word.length()); exact == null && length >= SHORTEST; length--) {
            exact = BEGINNINGS.get(word.substring(0, length));
        }
        return exact;
    }

    /** Words in lower case: {@code "entryDate post-meta__time2"} → entry, date, post, meta, time. */
    static List<String> words(String attribute) {
        List<String> words = new ArrayList<>();
        int end = Math.min(attribute.length(), MAX_ATTRIBUTE);
        int start = 0;
        for (int i = 0; i <= end; i++) {
            boolean letter = i < end && UCharacter.isLetter(attribute.charAt(i));
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

    private static boolean isHump(String attribute, int i) {
        return Ascii.isUpperCase(attribute.charAt(i)) && Ascii.isLowerCase(attribute.charAt(i - 1));
    }
}
