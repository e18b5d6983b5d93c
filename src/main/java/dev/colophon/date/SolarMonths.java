package dev.colophon.date;

import java.time.LocalDate;

/**
 * When the sun enters its signs, by the Surya Siddhanta, on which the solar calendars of India and Nepal stand (Reingold
 * and Dershowitz, Calendrical Calculations, chapter 20).
 */
final class SolarMonths {
    private static final double SIDEREAL_YEAR = 365 + 279457.0 / 1080000;
    private static final double ANOMALISTIC_YEAR = 1577917828000.0 / (4320000000L - 387);
    private static final double YEARS_SINCE_CREATION = 1955880000.0;

    /** Days from the beginning of the Kali Yuga, 18 February 3102 BC (Julian), to 1 January 1970, midnight in Ujjain. */
    private static final double KALI_YUGA = 1132959 + 719163;

    private SolarMonths() {}

    /**
     * The day within which the sun enters a sign.
     *
     * @param gregorianYear that of the first sign, in whose April the sun enters it
     * @param month 1 for Aries to 12
     * @param begin when a day begins, as a part of one from Ujjain's midnight
     */
    static LocalDate entering(int gregorianYear, int month, double begin) {
        LocalDate day = LocalDate.of(gregorianYear, 4, 10).plusDays(Math.round((month - 1) * SIDEREAL_YEAR / 12));
        while (sign(day.toEpochDay() + 1 + begin) != month - 1) {
            day = day.plusDays(1);
        }
        return day;
    }

    /** The sign that the sun is in, 0 for Aries. */
    private static int sign(double daysSince1970) {
        double days = daysSince1970 + KALI_YUGA;
        double mean = 360 * fraction(days / SIDEREAL_YEAR);
        double anomaly = fraction((days + YEARS_SINCE_CREATION * SIDEREAL_YEAR) / ANOMALISTIC_YEAR);
        double offset = StrictMath.sin(2 * StrictMath.PI * anomaly);
        double size = 14.0 / 360;
        double equation = StrictMath.toDegrees(StrictMath.asin(offset * (size - Math.abs(offset) * size / 42)));
        return (int) (((mean - equation) % 360 + 360) % 360 / 30);
    }

    private static double fraction(double number) {
        return number - Math.floor(number);
    }
}
