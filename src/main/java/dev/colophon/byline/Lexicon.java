package dev.colophon.byline;

import com.ibm.icu.text.DateFormatSymbols;
import com.ibm.icu.util.ULocale;
import dev.colophon.model.Role;
import dev.colophon.text.WordLists;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The words of bylines in all languages at once: but for few words, a page's language is not needed, and often not known.
 */
final class Lexicon {
    /** How a role word stands to the name; {@code roles.txt} explains the forms. */
    enum Form {
        BY,
        BEFORE,
        LABEL,
        AFTER,
        OWN
    }

    private static final Map<Form, PhraseSet<Role>> ROLES = roles();
    private static final Map<String, PhraseSet<Boolean>> LISTS = lists();

    static final PhraseSet<Boolean> AND = list("and");
    /** As {@link Form#OWN}, each word behind its language: {@code sw na}. */
    static final PhraseSet<Boolean> AND_OF_LANGUAGE = list("and of its language");

    static final PhraseSet<Boolean> BY_NAME = list("by or name");
    static final PhraseSet<Boolean> PARTICLE = list("particle");
    static final PhraseSet<Boolean> TITLE = list("title");
    static final PhraseSet<Boolean> SMALL_TITLE = list("small title");
    static final PhraseSet<Boolean> DEGREE = list("degree");
    static final PhraseSet<Boolean> GENERATION = list("generation");
    static final PhraseSet<Boolean> JOB = list("job");
    static final PhraseSet<Boolean> MODIFIER = list("modifier");
    static final PhraseSet<Boolean> TAIL = list("tail");
    static final PhraseSet<Boolean> DATE = list("date");
    static final PhraseSet<Boolean> CONTROL = list("control");
    static final PhraseSet<Boolean> ARTICLE = list("article");
    static final PhraseSet<Boolean> DESK = list("desk");
    static final PhraseSet<Boolean> DEPARTMENT = list("department");
    static final PhraseSet<Boolean> AGENCY = list("agency");
    static final PhraseSet<Boolean> ORGANISATION = list("organisation");
    static final PhraseSet<Boolean> PLACE = list("place");
    static final PhraseSet<Boolean> NOBODY = list("nobody");
    static final PhraseSet<Boolean> NO_PHOTOGRAPHER = list("no photographer");
    static final PhraseSet<Boolean> STOCK = list("stock");
    static final PhraseSet<Boolean> PICTURE_CREDIT = list("picture credit");
    static final PhraseSet<Boolean> LICENCE = list("licence");
    static final PhraseSet<Boolean> DOUBTFUL_ROLE = list("doubtful role");
    static final PhraseSet<Boolean> SURNAME = list("surname");
    static final PhraseSet<Boolean> VIETNAMESE_SURNAME = list("vietnamese surname");
    static final PhraseSet<Boolean> MONTH = new PhraseSet<>();
    static final PhraseSet<Boolean> WEEKDAY = new PhraseSet<>();

    static {
        readCalendar();
    }

    private Lexicon() {}

    /** The role phrases of a form. */
    static PhraseSet<Role> roles(Form form) {
        PhraseSet<Role> phrases = ROLES.get(form);
        if (phrases == null) {
            throw new IllegalStateException("roles.txt has no phrase of the form " + form);
        }
        return phrases;
    }

    private static PhraseSet<Boolean> list(String name) {
        PhraseSet<Boolean> words = LISTS.get(name);
        if (words == null) {
            throw new IllegalStateException("words.txt has no list [" + name + "]");
        }
        return words;
    }

    private static Map<Form, PhraseSet<Role>> roles() {
        Map<Form, PhraseSet<Role>> roles = new EnumMap<>(Form.class);
        for (String line : WordLists.lines(Lexicon.class, "roles.txt")) {
            String[] cells = line.split(" ; ", 4);
            if (cells.length != 4) {
                throw new IllegalStateException("roles.txt: expected language ; role ; form ; phrases, found: " + line);
            }
            Role role = Role.valueOf(cells[1].toUpperCase(Locale.ROOT));
            Form form = Form.valueOf(cells[2].toUpperCase(Locale.ROOT));
            String language = form == Form.OWN ? cells[0] + " " : "";
            List<String> phrases =
                    entries(cells[3]).stream().map(language::concat).toList();
            roles.computeIfAbsent(form, unused -> new PhraseSet<>()).addAll(phrases, role);
        }
        return roles;
    }

    private static Map<String, PhraseSet<Boolean>> lists() {
        Map<String, PhraseSet<Boolean>> lists = new HashMap<>();
        PhraseSet<Boolean> open = null;
        for (String line : WordLists.lines(Lexicon.class, "words.txt")) {
            if (line.startsWith("[")) {
                open = new PhraseSet<>();
                lists.put(line.substring(1, line.length() - 1), open);
            } else if (open != null) {
                open.addAll(entries(line), true);
            }
        }
        return lists;
    }

    private static List<String> entries(String cell) {
        return Arrays.stream(cell.split("\\|")).map(String::strip).toList();
    }

    private static void readCalendar() {
        String languages =
                WordLists.lines(Lexicon.class, "calendar-languages.txt").get(0);
        for (String language : entries(languages)) {
            DateFormatSymbols symbols = new DateFormatSymbols(ULocale.forLanguageTag(language));
            for (int context : new int[] {DateFormatSymbols.FORMAT, DateFormatSymbols.STANDALONE}) {
                for (int width : new int[] {DateFormatSymbols.WIDE, DateFormatSymbols.ABBREVIATED}) {
                    add(MONTH, symbols.getMonths(context, width));
                    add(WEEKDAY, symbols.getWeekdays(context, width));
                }
            }
        }
    }

    /** A letter with its vowel sign, {@code মে}; a number and its unit is none. */
    private static boolean isWholeWord(String name) {
        return name.codePointCount(0, name.length()) > 1 && name.codePoints().noneMatch(Character::isDigit);
    }

    private static void add(PhraseSet<Boolean> words, String[] names) {
        for (@Nullable String name : names) {
            if (name != null && (Letters.count(name) > 1 || isWholeWord(name))) {
                words.add(name, true);
            }
        }
    }
}
