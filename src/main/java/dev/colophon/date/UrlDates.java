package dev.colophon.date;

import dev.colophon.model.ClaimSource;
import dev.colophon.model.DateClaim;
import dev.colophon.model.DateClaim.Meaning;
import dev.colophon.model.Region;
import dev.colophon.text.Urls;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the date in an address's path: {@code /2025/06/05/}, {@code /2025-06-05-}, {@code /20250605-}, {@code /2025/jun/05/},
 * {@code /202506/05/}, {@code /2025/0605/}, or {@code /2025/06/}, which is a month only.
 */
final class UrlDates {
    private static final int LONGEST = 400;

    private UrlDates() {}

    /** The claims of an address. Their text is the date as the address has it, with hyphens. */
    static List<DateClaim> claims(@Nullable String url, int order) {
        List<DateClaim> claims = new ArrayList<>(1);
        if (url != null) {
            String raw = date(path(url));
            if (raw != null) {
                claims.add(new DateClaim(Meaning.UNSPECIFIED, raw, ClaimSource.URL, "url", Region.HEAD, order));
            }
        }
        return claims;
    }

    /** The date in a text that is an address; any other text, and an address without a date, as it is. */
    static String orText(String text) {
        boolean address = text.startsWith("https://") || text.startsWith("http://") || text.startsWith("//");
        String found = address ? date(path(text)) : null;
        return found == null ? text : found;
    }

    private static String path(String url) {
        int scheme = url.indexOf("://");
        int start = url.indexOf('/', scheme < 0 ? 0 : scheme + 3);
        String path = start < 0 ? "" : url.substring(start, Urls.endOfPath(url, start));
        return DateText.fold(path.length() > LONGEST ? path.substring(0, LONGEST) : path);
    }

    private static @Nullable String date(String path) {
        String month = null;
        for (int i = 1; i < path.length(); i++) {
            if (isDigit(path, i) && !isDigit(path, i - 1)) {
                String found = dateAt(path, i);
                if (found != null && found.length() == 10) {
                    return found;
                }
                month = month == null ? found : month;
            }
        }
        return month;
    }

    /** The date, or the month, whose year starts at a place; null where none does. */
    private static @Nullable String dateAt(String path, int start) {
        int run = digits(path, start);
        if (run == 2) {
            return dayFirst(path, start);
        }
        int year = run < 4 ? 0 : Integer.parseInt(path.substring(start, start + 4));
        if (year < Day.EARLIEST || year > 2100) {
            return null;
        }
        return switch (run) {
            case 8 -> date(year, number(path, start + 4, 2), number(path, start + 6, 2));
            case 6 -> yearAndMonthTogether(path, start, year);
            case 4 -> yearAlone(path, start, year);
            default -> null;
        };
    }

    /** {@code 23-01-2022}, as it stands: the reader knows the page's order. */
    private static @Nullable String dayFirst(String path, int start) {
        boolean shape = isPart(path, start + 2)
                && digits(path, start + 3) == 2
                && isPart(path, start + 5)
                && digits(path, start + 6) == 4;
        return shape && path.charAt(start + 2) == path.charAt(start + 5) && path.charAt(start + 2) != '_'
                ? path.substring(start, start + 10)
                : null;
    }

    private static @Nullable String yearAndMonthTogether(String path, int start, int year) {
        int next = start + 7;
        boolean day = isPart(path, start + 6) && digits(path, next) == 2;
        int month = number(path, start + 4, 2);
        return day
                ? date(year, month, number(path, next, 2))
                : path.charAt(start - 1) == '/' ? month(year, month) : null;
    }

    private static @Nullable String yearAlone(String path, int start, int year) {
        int next = start + 5;
        if (!isPart(path, start + 4)) {
            return null;
        }
        int length = digits(path, next);
        if (length == 4) {
            return date(year, number(path, next, 2), number(path, next + 2, 2));
        }
        int month = length == 1 || length == 2 ? number(path, next, length) : 0;
        int end = next + length;
        if (length == 0) {
            end = endOfWord(path, next);
            month = end < path.length() && end - next >= 3 ? named(path.substring(next, end)) : 0;
        }
        if (month < 1 || month > 12) {
            return null;
        }
        int day = isPart(path, end) ? digits(path, end + 1) : 0;
        if (day == 1 || day == 2) {
            String found = date(year, month, number(path, end + 1, day));
            if (found != null) {
                return found;
            }
        }
        return path.charAt(start - 1) == '/' ? month(year, month) : null;
    }

    private static int named(String word) {
        Tokens tokens = Tokens.of(word, "en");
        Lexicon.Sense sense = tokens.size() == 1 ? tokens.sense(0, Lexicon.Kind.MONTH) : null;
        return sense == null ? 0 : sense.value();
    }

    private static int endOfWord(String path, int start) {
        int end = start;
        while (end < path.length() && DateText.isWordPart(path.charAt(end))) {
            end++;
        }
        return end;
    }

    private static @Nullable String date(int year, int month, int day) {
        return new Day(Lexicon.Kind.MONTH, year, month, day).date() == null || month == 0 || day == 0
                ? null
                : year + two(month) + two(day);
    }

    private static @Nullable String month(int year, int month) {
        return month >= 1 && month <= 12 ? year + two(month) : null;
    }

    private static String two(int number) {
        return (number < 10 ? "-0" : "-") + number;
    }

    private static boolean isPart(String path, int i) {
        return i < path.length() && "/-_.".indexOf(path.charAt(i)) >= 0;
    }

    private static boolean isDigit(String path, int i) {
        return path.charAt(i) >= '0' && path.charAt(i) <= '9';
    }

    private static int digits(String path, int start) {
        int end = start;
        while (end < path.length() && isDigit(path, end)) {
            end++;
        }
        return end - start;
    }

    private static int number(String path, int start, int length) {
        return Integer.parseInt(path.substring(start, start + length));
    }
}
