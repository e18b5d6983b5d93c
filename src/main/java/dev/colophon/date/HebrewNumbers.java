package dev.colophon.date;

/**
 * Numbers in Hebrew letters, as dates of the Hebrew calendar have them: {@code י״ב בסיון תשפ״ה} is the 12th of Sivan 5785.
 * The largest letter stands first; a mark before the last letter, or behind a single one, tells a number from a word.
 */
final class HebrewNumbers {
    private static final char FIRST = 'א';
    private static final char LAST = 'ת';
    private static final char GERESH = '׳';

    /** What is typed for gershayim, which stand before the last letter of several. */
    private static final char GERSHAYIM_TYPED = '"';

    private static final String MARKS = "״\"”“׳'’";
    /** Behind a day of one letter: days of the week have letters, too. */
    private static final String IN = " ב";

    private static final int THOUSANDS = 5000;
    private static final int LAST_DAY = 30;
    private static final int EARLIEST_YEAR = 600;
    private static final int LATEST_YEAR = 899;
    private static final int LONGEST = 8;

    /** The values of the letters from alef to tav, final forms among them. */
    private static final int[] VALUES = {
        1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 20, 20, 30, 40, 40, 50, 50, 60, 70, 80, 80, 90, 90, 100, 200, 300, 400
    };

    private HebrewNumbers() {}

    /** The text with days and years that are written so as ASCII digits; all else as it is. */
    static String toDigits(String text) {
        if (text.chars().noneMatch(HebrewNumbers::isLetter)) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); ) {
            int end = endOfWord(text, i);
            boolean number = end > i + 1 && end - i <= LONGEST && (end > i + 2 || text.startsWith(IN, end));
            int value = number ? value(text.substring(i, end)) : 0;
            if (value > 0) {
                out.append(value);
            } else {
                out.append(text, i, Math.max(end, i + 1));
            }
            i = Math.max(end, i + 1);
        }
        return out.toString();
    }

    /** Whether the text holds such a number. */
    static boolean occurIn(String text) {
        return !toDigits(text).equals(text);
    }

    private static boolean isLetter(int unit) {
        return unit >= FIRST && unit <= LAST;
    }

    /** Behind the letters and the marks among them. */
    private static int endOfWord(String text, int start) {
        int end = start;
        while (end < text.length() && (isLetter(text.charAt(end)) || (end > start && isMark(text.charAt(end))))) {
            end++;
        }
        return end;
    }

    private static boolean isMark(char unit) {
        return MARKS.indexOf(unit) >= 0;
    }

    /** A day, 1 to 30, or a year, 5600 to 5899; 0 where the word is no such number. */
    private static int value(String word) {
        boolean thousands = word.length() > 3 && word.charAt(0) == 'ה' && isMark(word.charAt(1));
        String number = thousands ? word.substring(2) : word;
        int length = number.length();
        boolean single = length == 2 && isMark(number.charAt(1)) && number.charAt(1) != GERSHAYIM_TYPED;
        boolean several = length > 2 && isMark(number.charAt(length - 2)) && isLetter(number.charAt(length - 1));
        int sum = single || several ? sum(number) : 0;
        if (sum >= EARLIEST_YEAR && sum <= LATEST_YEAR) {
            return sum + THOUSANDS;
        }
        return sum <= LAST_DAY && !thousands ? sum : 0;
    }

    /** Of letters that grow no larger; 0 where one does, or a mark stands among them. */
    private static int sum(String number) {
        int sum = 0;
        int last = Integer.MAX_VALUE;
        for (int i = 0; i < number.length(); i++) {
            char unit = number.charAt(i);
            boolean mark = isMark(unit);
            if (mark && i < number.length() - 2) {
                return 0;
            }
            int value = mark ? 0 : VALUES[unit - FIRST];
            if (value > last) {
                return 0;
            }
            last = mark ? last : value;
            sum += value;
        }
        return sum;
    }
}
