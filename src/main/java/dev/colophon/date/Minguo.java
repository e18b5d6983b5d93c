package dev.colophon.date;

/** Years since the founding of the Republic of China, as pages of Taiwan write them: {@code 110} for 2021. */
final class Minguo {
    private static final int EPOCH = 1911;
    private static final int FIRST = 100;
    private static final int LAST = 199;

    private Minguo() {}

    /** Whether the number can be such a year on the page. */
    static boolean isYear(Token number, ReadingHints hints) {
        return "zh".equals(hints.language())
                && "TW".equals(hints.country())
                && number.text().length() == 3
                && number.isNumber(3, FIRST, LAST);
    }

    static int gregorian(Token year) {
        return year.number() + EPOCH;
    }
}
