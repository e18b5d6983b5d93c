package dev.colophon.extract.metadata;

import dev.colophon.extract.metadata.PageFlow.Line;
import dev.colophon.text.Digits;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Tells a page's numbers of sections from days that are written like them: {@code 1.2.11. Building} is no day of 2011 where
 * other lines begin with {@code 1.2.10}, {@code 1.2} or {@code 1.2.11.1}.
 */
final class SectionNumbers {
    private static final int MOST_PARTS = 6;
    private static final int LONGEST_PART = 3;
    /** A time's minutes have so many figures. */
    private static final int MINUTES = 2;

    private final Set<String> numbers = new HashSet<>();

    /** The numbers that lines begin with. */
    SectionNumbers(List<Line> lines) {
        for (Line line : lines) {
            if (isDigit(line.first())) {
                String number = number(line.text());
                if (number.indexOf('.') > 0) {
                    numbers.add(number);
                }
            }
        }
    }

    /** The number of a section that a line begins with; empty where it begins with something else, such as a day. */
    String of(String line) {
        String number = line.isEmpty() || !isDigit(line.charAt(0)) ? "" : number(line);
        int last = number.lastIndexOf('.');
        if (last < 0 || (isTime(number) && isFollowedByDay(line, number.length()))) {
            return "";
        }
        String parent = number.substring(0, last);
        int own = Integer.parseInt(number.substring(last + 1));
        boolean known = numbers.contains(parent)
                || numbers.contains(parent + '.' + (own - 1))
                || numbers.contains(parent + '.' + (own + 1))
                || numbers.contains(number + ".1");
        return known ? number : "";
    }

    /** Whether two numbers may be a time of day: {@code 12.30}. */
    private static boolean isTime(String number) {
        int stop = number.indexOf('.');
        return stop == number.lastIndexOf('.')
                && number.length() - stop == MINUTES + 1
                && Integer.parseInt(number.substring(0, stop)) < 24
                && Integer.parseInt(number.substring(stop + 1)) < 60;
    }

    /** Whether figures follow as a day's do behind a time, and not in brackets as behind a version's number. */
    private static boolean isFollowedByDay(String line, int from) {
        String rest = line.substring(from).strip();
        return !rest.startsWith("(") && Digits.occurIn(rest);
    }

    /** The numbers with full stops between them that a line begins with: {@code 1.2.11}; empty where they are something else. */
    private static String number(String line) {
        int end = 0;
        for (int parts = 0; parts < MOST_PARTS; parts++) {
            int start = end == 0 ? 0 : end + 1;
            int at = start;
            while (at < line.length() && isDigit(line.charAt(at))) {
                at++;
            }
            boolean padded = at - start > 1 && line.charAt(start) == '0';
            if (at == start || padded || at - start > LONGEST_PART) {
                return at == start ? line.substring(0, end) : "";
            }
            end = at;
            if (at == line.length() || line.charAt(at) != '.') {
                return line.substring(0, end);
            }
        }
        return "";
    }

    private static boolean isDigit(char unit) {
        return unit >= '0' && unit <= '9';
    }
}
