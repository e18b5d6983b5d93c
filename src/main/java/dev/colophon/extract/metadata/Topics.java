package dev.colophon.extract.metadata;

import com.google.common.base.Ascii;
import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.util.ULocale;
import dev.colophon.text.NameFolding;
import dev.colophon.text.WordLists;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Rubrics and keywords for readers, out of what pages state as such: systems put lists, settings and markers of their own
 * there.
 */
final class Topics {
    private static final Set<String> NO_VALUES = Set.copyOf(WordLists.lines(Topics.class, "no-values.txt"));
    private static final Set<String> NO_RUBRICS = Set.copyOf(WordLists.lines(Topics.class, "no-rubrics.txt"));
    /** Whether what follows a label is for readers. */
    private static final Map<String, Boolean> LABELS = labels();

    private static final int LONGEST = 80;
    private static final int MOST_TAGS = 100;
    private static final String OPENING = "#[(«„“\"-–—|>:,;/·•";
    private static final String CLOSING = "])»“”\"-–—|>:,;/·•";
    /** How keywords begin that systems set for themselves. */
    private static final String MARKERS = "@_~/[$";

    private static final int UUID_DASH = 8;
    private static final int YEAR_DIGITS = 4;
    private static final int SHORTEST_KEY = 3;

    private Topics() {}

    private static Map<String, Boolean> labels() {
        Map<String, Boolean> labels = new HashMap<>();
        for (String line : WordLists.lines(Topics.class, "topic-labels.tsv")) {
            int tab = line.indexOf('\t');
            labels.put(line.substring(0, tab), line.substring(tab + 1).equals("keep"));
        }
        return labels;
    }

    /** Whether the value names nothing: a program's word for that, an address, a template that nothing was filled into. */
    static boolean isNothing(String value) {
        boolean template = value.indexOf('{') >= 0 || value.indexOf('}') >= 0 || value.contains("[[");
        return template
                || value.contains("://")
                || value.codePoints().noneMatch(Character::isLetterOrDigit)
                || isNoValue(value);
    }

    /** Whether the value is a program's word for nothing. */
    static boolean isNoValue(String value) {
        return NO_VALUES.contains(UCharacter.toLowerCase(ULocale.ROOT, value));
    }

    private static boolean isNoRubric(String value) {
        return isNothing(value)
                || value.codePoints().noneMatch(Character::isLetter)
                || NO_RUBRICS.contains(UCharacter.toLowerCase(ULocale.ROOT, value));
    }

    /** The first rubric of the values, the most trusted first, that is no name of the site; null where none is one. */
    static @Nullable String section(List<String> stated, List<String> site) {
        Set<String> names = folded(site);
        for (String value : stated) {
            String section = trim(first(unlabelled(trim(value))));
            boolean rubric = !isNothing(value)
                    && !isNoRubric(section)
                    && !isHost(section)
                    && !names.contains(NameFolding.fold(section));
            if (section.length() <= LONGEST && rubric) {
                return section;
            }
        }
        return null;
    }

    private static Set<String> folded(List<String> names) {
        return names.stream().map(NameFolding::fold).collect(Collectors.toSet());
    }

    private static String unlabelled(String section) {
        int colon = section.indexOf(": ");
        return colon > 0 && LABELS.containsKey(Ascii.toLowerCase(section.substring(0, colon)))
                ? section.substring(colon + 1)
                : section;
    }

    /** The first of a list; a rubric's own name may hold a comma: {@code Food, Wine & Travel}. */
    private static String first(String value) {
        int commas = 0;
        boolean tight = false;
        for (int i = value.indexOf(','); i >= 0; i = value.indexOf(',', i + 1)) {
            commas++;
            tight |= i + 1 < value.length() && value.charAt(i + 1) != ' ' && !isDigit(value.charAt(i + 1));
        }
        boolean list = tight || (commas > 1 && value.indexOf('&') < 0);
        int end = value.length();
        for (char mark : new char[] {';', '|', '，', '、'}) {
            int at = value.indexOf(mark, 1);
            end = at < 0 ? end : Math.min(end, at);
        }
        return value.substring(0, list ? Math.min(end, value.indexOf(',', 1)) : end);
    }

    private static boolean isDigit(int codePoint) {
        return UCharacter.isDigit(codePoint);
    }

    private static String trim(String value) {
        int start = 0;
        int end = value.length();
        while (start < end && (value.charAt(start) == ' ' || OPENING.indexOf(value.charAt(start)) >= 0)) {
            start++;
        }
        while (end > start && (value.charAt(end - 1) == ' ' || CLOSING.indexOf(value.charAt(end - 1)) >= 0)) {
            end--;
        }
        String inner = value.substring(start, end);
        boolean open = inner.indexOf('(') >= 0 && inner.indexOf(')') < 0 && end < value.length();
        return open ? value.substring(start, end + 1) : inner;
    }

    /** {@code news.example}: small letters without a space, and nothing but letters behind the last of its dots. */
    private static boolean isHost(String value) {
        int dot = value.lastIndexOf('.');
        return dot > 2
                && dot < value.length() - 2
                && value.indexOf(' ') < 0
                && isSmall(value)
                && value.substring(dot + 1).chars().allMatch(Character::isLetter);
    }

    /**
     * The keywords for readers in their order, without the names of the site. Of two spellings, {@code los-angeles} and
     * {@code Los Angeles}, the one with capitals stays, at the place of the first.
     */
    static List<String> tags(List<String> stated, List<String> site) {
        Set<String> names = folded(site);
        Map<String, String> tags = new LinkedHashMap<>();
        for (String value : stated) {
            String tag = value.isEmpty() || MARKERS.indexOf(value.charAt(0)) >= 0 ? null : labelled(trim(value));
            if (tag != null && tags.size() < MOST_TAGS) {
                String alone = withoutCount(tag);
                if (isTag(alone) && !names.contains(NameFolding.fold(alone))) {
                    tags.merge(key(alone), alone, (one, other) -> isSmall(one) ? other : one);
                }
            }
        }
        return List.copyOf(tags.values());
    }

    /** The same for spellings of one keyword; {@code C}, {@code C#} and {@code C++} are three. */
    private static String key(String tag) {
        return NameFolding.fold(tag)
                + tag.codePoints().filter(unit -> unit == '+' || unit == '#').count();
    }

    private static boolean isSmall(String tag) {
        return tag.codePoints().noneMatch(UCharacter::isUpperCase);
    }

    /**
     * Without the number of its documents, {@code Elections (611 posts)}, but with a year and other numbers:
     * {@code Ghosts (2018 film)}, {@code Films (3D)}.
     */
    private static String withoutCount(String tag) {
        int open = tag.lastIndexOf(" (");
        int end = open + 2;
        while (open > 0 && end < tag.length() && isDigit(tag.charAt(end))) {
            end++;
        }
        int digits = end - open - 2;
        boolean alone = end == tag.length() - 1 || (end < tag.length() && tag.charAt(end) == ' ');
        boolean counted = open > 0 && tag.endsWith(")") && digits > 0 && digits != YEAR_DIGITS && alone;
        return counted ? tag.substring(0, open).strip() : tag;
    }

    private static boolean isTag(String tag) {
        boolean number =
                tag.codePoints().anyMatch(Topics::isDigit) && tag.codePoints().noneMatch(Character::isLetter);
        return tag.length() <= LONGEST && (number || !isNoRubric(tag)) && !isNumbered(tag);
    }

    /** The keyword behind its label, or without one; null where a setting stands there. */
    private static @Nullable String labelled(String tag) {
        int colon = tag.indexOf(':');
        if (colon > 0) {
            String label = tag.substring(0, colon).strip();
            Boolean told = LABELS.get(Ascii.toLowerCase(label));
            if (told != null) {
                return told ? trim(tag.substring(colon + 1)) : null;
            }
            boolean tight = colon + 1 < tag.length() && tag.charAt(colon + 1) != ' ';
            return tight && isKey(label) ? null : tag;
        }
        int slash = tag.indexOf('/');
        Boolean kept = slash > 0 ? LABELS.get(Ascii.toLowerCase(tag.substring(0, slash))) : null;
        if (kept != null) {
            return kept ? trim(tag.substring(slash + 1)) : null;
        }
        int line = tag.indexOf('_');
        boolean setting = line > 0 && tag.indexOf(' ') < 0 && Boolean.FALSE.equals(LABELS.get(tag.substring(0, line)));
        return setting ? null : tag;
    }

    /** Whether a label is what programs call something: one word, small letters first; {@code re:publica} is a name. */
    private static boolean isKey(String label) {
        return label.length() >= SHORTEST_KEY
                && label.charAt(0) >= 'a'
                && label.charAt(0) <= 'z'
                && label.indexOf(' ') < 0;
    }

    /** Whether it holds the beginning of a UUID: eight hexadecimal digits and a dash, a number among them. */
    private static boolean isNumbered(String tag) {
        for (int dash = tag.indexOf('-', UUID_DASH); dash >= 0; dash = tag.indexOf('-', dash + 1)) {
            String before = tag.substring(dash - UUID_DASH, dash);
            boolean hexadecimal = before.chars().allMatch(unit -> Character.digit(unit, 16) >= 0);
            if (hexadecimal && before.chars().anyMatch(Character::isDigit)) {
                return true;
            }
        }
        return false;
    }
}
