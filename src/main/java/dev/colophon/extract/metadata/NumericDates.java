package dev.colophon.extract.metadata;

import com.ibm.icu.lang.UCharacter;

/** Finds dates in numbers, in the digits of any script: {@code 2005-05-07}, {@code 7.5.2005}, {@code 2005年5月7日}, {@code 110年2月3日}. */
final class NumericDates {
    private static final String SEPARATORS = "-/.年月년월";

    private NumericDates() {}

    /** Whether three numbers stand in a row, parted by one mark and spaces, of which the first or last is a year. */
    static boolean in(String line) {
        int[] numbers = new int[3];
        int run = 0;
        int at = 0;
        while (at < line.length()) {
            if (!UCharacter.isDigit(line.codePointAt(at))) {
                run = goesOn(line, at) ? run : 0;
                at += Character.charCount(line.codePointAt(at));
                continue;
            }
            int end = endOfNumber(line, at);
            numbers[0] = numbers[1];
            numbers[1] = numbers[2];
            numbers[2] = value(line, at, end);
            run++;
            if (run >= 3 && isDate(numbers)) {
                return true;
            }
            at = end;
        }
        return false;
    }

    private static boolean goesOn(String line, int at) {
        return line.charAt(at) == ' ' || SEPARATORS.indexOf(line.charAt(at)) >= 0;
    }

    private static int endOfNumber(String line, int start) {
        int end = start;
        while (end < line.length() && UCharacter.isDigit(line.codePointAt(end))) {
            end += Character.charCount(line.codePointAt(end));
        }
        return end;
    }

    private static int value(String line, int start, int end) {
        int value = 0;
        for (int i = start; i < end; i += Character.charCount(line.codePointAt(i))) {
            value = Math.min(value * 10 + UCharacter.digit(line.codePointAt(i), 10), 100_000);
        }
        return value;
    }

    private static boolean isDate(int[] numbers) {
        boolean yearFirst = (isYear(numbers[0]) || isMinguo(numbers[0])) && isDay(numbers[1]) && isDay(numbers[2]);
        return yearFirst || (isDay(numbers[0]) && isDay(numbers[1]) && isYear(numbers[2]));
    }

    private static boolean isYear(int number) {
        return number >= 1900 && number < 2100;
    }

    /** A year since the founding of the Republic of China. */
    private static boolean isMinguo(int number) {
        return number >= 100 && number < 150;
    }

    private static boolean isDay(int number) {
        return number >= 1 && number <= 31;
    }
}
