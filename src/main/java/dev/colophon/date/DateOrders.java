package dev.colophon.date;

import com.ibm.icu.text.DateFormat;
import com.ibm.icu.text.SimpleDateFormat;
import com.ibm.icu.util.ULocale;
import dev.colophon.model.Publisher.DateOrder;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** In which order a page writes the parts of a numeric date, by the CLDR's short date patterns. */
final class DateOrders {
    /**
     * An order and how far it can be relied on.
     *
     * @param order day, month and year
     * @param certainty 0 to 1
     * @param guessed whether another order is as likely
     */
    record Choice(DateOrder order, double certainty, boolean guessed) {}

    private static final Map<String, String> SHORT_PATTERNS = new ConcurrentHashMap<>();

    private static final Set<String> LOCALES = Arrays.stream(ULocale.getAvailableLocales())
            .map(ULocale::toLanguageTag)
            .collect(Collectors.toUnmodifiableSet());

    private DateOrders() {}

    /** The publisher's own order, else its language's in its country, else a guess. */
    static Choice of(ReadingHints hints) {
        if (hints.order() != null) {
            return new Choice(hints.order(), 1.0, false);
        }
        String language = known(hints.language());
        String country = hints.country();
        if (language == null) {
            return country == null
                    ? new Choice(DateOrder.DAY_MONTH_YEAR, 0.5, true)
                    : new Choice(byLocale("und-" + country), 0.7, true);
        }
        if (country == null) {
            boolean english = language.equals("en");
            return new Choice(byLocale(language), english ? 0.6 : 0.9, english);
        }
        String tag = language + "-" + country;
        boolean known = LOCALES.contains(tag);
        return new Choice(byLocale(known || !language.equals("en") ? tag : "und-" + country), 0.9, false);
    }

    /** Whether the language writes short dates with a year of two digits and this mark: {@code 5.6.25} in German. */
    static boolean hasShortYear(ReadingHints hints, String mark) {
        String tag = tag(hints);
        return tag != null && markOfShortYear(tag).equals(mark);
    }

    /** Whether the language parts numeric dates by full stops. */
    static boolean isDotted(ReadingHints hints) {
        String tag = tag(hints);
        return tag != null && shortPattern(tag).indexOf('.') >= 0;
    }

    private static @Nullable String tag(ReadingHints hints) {
        String language = known(hints.language());
        return language == null || hints.country() == null ? language : language + "-" + hints.country();
    }

    /** The language, where the CLDR has its patterns: for others it gives those of whoever runs this. */
    private static @Nullable String known(@Nullable String language) {
        return language == null || !LOCALES.contains(language) ? null : language;
    }

    private static String markOfShortYear(String tag) {
        String pattern = shortPattern(tag);
        boolean twoDigits = pattern.contains("yy") && !pattern.contains("yyyy");
        String mark = pattern.indexOf('.') >= 0 ? "." : pattern.indexOf('-') >= 0 ? "-" : "/";
        return twoDigits ? mark : "";
    }

    /** Month and day order where the year is last although the locale puts it first. */
    static boolean isMonthFirst(DateOrder order, @Nullable String language) {
        boolean eastAsian =
                language != null && (language.equals("ja") || language.equals("ko") || language.equals("zh"));
        return order == DateOrder.MONTH_DAY_YEAR || (order == DateOrder.YEAR_MONTH_DAY && eastAsian);
    }

    private static DateOrder byLocale(String tag) {
        String pattern = shortPattern(tag);
        int year = pattern.indexOf('y');
        int day = pattern.indexOf('d');
        int month = Math.max(pattern.indexOf('M'), pattern.indexOf('L'));
        if (year >= 0 && year < day && year < month) {
            return DateOrder.YEAR_MONTH_DAY;
        }
        return month < day ? DateOrder.MONTH_DAY_YEAR : DateOrder.DAY_MONTH_YEAR;
    }

    private static String shortPattern(String tag) {
        return SHORT_PATTERNS.computeIfAbsent(tag, DateOrders::readPattern);
    }

    private static String readPattern(String tag) {
        ULocale locale = ULocale.addLikelySubtags(ULocale.forLanguageTag(tag));
        DateFormat format = DateFormat.getDateInstance(DateFormat.SHORT, locale);
        return format instanceof SimpleDateFormat simple ? simple.toPattern() : "d/M/y";
    }
}
