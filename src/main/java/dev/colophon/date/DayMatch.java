package dev.colophon.date;

import org.jspecify.annotations.Nullable;

/**
 * A day found among tokens.
 *
 * @param from its first token
 * @param to behind its last token
 * @param day as written
 * @param swapped with day and month exchanged, where the text allows that as well; null where it does not
 * @param time a time of day inside the date; null where there is none
 * @param form how it was read
 * @param certainty 0 to 1
 */
record DayMatch(
        int from,
        int to,
        Day day,
        @Nullable Day swapped,
        @Nullable TimeMatch time,
        String form,
        double certainty) {

    static DayMatch sure(int from, int to, Day day, String form) {
        return new DayMatch(from, to, day, null, null, form, 1);
    }
}
