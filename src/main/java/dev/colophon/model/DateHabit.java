package dev.colophon.model;

import dev.colophon.model.Publisher.DateOrder;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * What the dates of one page tell of those of its site.
 *
 * @param order how it writes numeric dates, where one of them leaves no doubt; null where none does
 * @param clock what its clock showed; null where the page gives no local time with its distance from UTC
 */
public record DateHabit(@Nullable DateOrder order, @Nullable Clock clock) {
    /** Nothing is told. */
    public static final DateHabit NONE = new DateHabit(null, null);

    /**
     * How far local time was ahead of UTC.
     *
     * @param month when
     * @param offset in seconds, up to 14 hours either way
     */
    public record Clock(YearMonth month, int offset) {
        private static final int BITS = 20;
        private static final int BIAS = 1 << (BITS - 1);

        /** One number for it, never 0; {@link #of} reads it. */
        public long key() {
            long months = month.getYear() * 12L + month.getMonthValue() - 1;
            return (months << BITS) | (offset + BIAS);
        }

        /** What {@link #key} gave. */
        public static Clock of(long key) {
            int months = (int) (key >> BITS);
            return new Clock(YearMonth.of(months / 12, months % 12 + 1), (int) (key & ((1 << BITS) - 1)) - BIAS);
        }
    }
}
