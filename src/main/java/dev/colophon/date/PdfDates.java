package dev.colophon.date;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dates as PDF writes them, {@code D:20230105093000+01'00'}: year, month, day, hour, minute, second and offset without marks,
 * of which all but the year may be missing (ISO 32000-1, 7.9.4). Programs leave out the last apostrophe, or both.
 */
final class PdfDates {
    private static final Pattern DATE =
            Pattern.compile("\\s*D:\\s*(\\d{4})(\\d\\d)?(\\d\\d)?(\\d\\d)?(\\d\\d)?(\\d\\d)?"
                    + "(?:([Z+-])(?:(\\d\\d)(?:'?(\\d\\d))?)?'?)?\\s*");

    private PdfDates() {}

    /**
     * The date in ISO 8601 with as much as is stated: {@code 2023-01-05T09:30:00+01:00}, {@code D:20230105} →
     * {@code 2023-01-05}; any other text as it is.
     */
    static String orText(String text) {
        Matcher date = DATE.matcher(text);
        if (!date.matches()) {
            return text;
        }
        StringBuilder iso = new StringBuilder(date.group(1));
        for (int part = 2; part <= 3 && date.group(part) != null; part++) {
            iso.append('-').append(date.group(part));
        }
        if (date.group(5) != null) {
            iso.append('T').append(date.group(4)).append(':').append(date.group(5));
            iso.append(date.group(6) == null ? "" : ":" + date.group(6)).append(zone(date));
        }
        return iso.toString();
    }

    /** The offset of the clock; empty where its relation to UTC is not stated. */
    private static String zone(Matcher date) {
        String sign = date.group(7);
        if (sign == null || sign.equals("Z")) {
            return sign == null ? "" : "Z";
        }
        return date.group(8) == null ? "" : sign + date.group(8) + ":" + (date.group(9) == null ? "00" : date.group(9));
    }
}
