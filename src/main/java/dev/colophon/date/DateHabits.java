package dev.colophon.date;

import dev.colophon.model.DateHabit;
import dev.colophon.model.Publication;
import dev.colophon.model.Publisher.DateOrder;
import dev.colophon.model.ZoneSource;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds what a page's dates tell of those of its site. */
final class DateHabits {
    private static final double LEAST_TELLING = 0.05;

    private DateHabits() {}

    static DateHabit of(Publication publication, List<Candidate> candidates) {
        Set<DateOrder> orders = EnumSet.noneOf(DateOrder.class);
        for (Candidate candidate : candidates) {
            DateOrder order = isTelling(candidate) ? order(candidate) : null;
            if (order != null) {
                orders.add(order);
            }
        }
        return new DateHabit(orders.size() == 1 ? orders.iterator().next() : null, clock(publication));
    }

    /** Whether it is shown, numeric, and leaves no doubt of its order, or other claims of the page leave none. */
    private static boolean isTelling(Candidate candidate) {
        DateReading reading = candidate.reading();
        boolean numeric = reading != null
                && (reading.form().startsWith("numeric") || reading.form().equals("ambiguous"));
        return reading != null
                && numeric
                && !Candidate.isWrittenForMachines(candidate.claim())
                && (reading.swapped() == null || candidate.isOrderShown())
                && Weights.of(candidate) >= LEAST_TELLING;
    }

    /** The order in which the text has the day and the month that were read. */
    private static @Nullable DateOrder order(Candidate candidate) {
        LocalDate day = candidate.day();
        Tokens tokens = Tokens.of(candidate.claim().raw(), null);
        for (int i = 0; day != null && day.getDayOfMonth() != day.getMonthValue() && i + 2 < tokens.size(); i++) {
            boolean parted = tokens.at(i).isNumber()
                    && tokens.at(i + 1).isMark("./-")
                    && tokens.at(i + 3).isMark("./-");
            if (parted && isPair(tokens, i, day.getDayOfMonth(), day.getMonthValue())) {
                return DateOrder.DAY_MONTH_YEAR;
            }
            if (parted && isPair(tokens, i, day.getMonthValue(), day.getDayOfMonth())) {
                return DateOrder.MONTH_DAY_YEAR;
            }
        }
        return null;
    }

    private static boolean isPair(Tokens tokens, int i, int first, int second) {
        return tokens.at(i).value() == first && tokens.at(i + 2).value() == second;
    }

    /** An instant in UTC tells of no clock, unless readers see another time or the same. Null where none is told. */
    static DateHabit.@Nullable Clock clock(Publication publication) {
        Instant instant = publication.publishedAt();
        LocalDateTime local = publication.local();
        boolean stated = publication.zoneSource() == ZoneSource.STRUCTURED_DATA
                || (publication.zoneSource() == ZoneSource.EXPLICIT && !"+00:00".equals(publication.zone()));
        return instant == null || local == null || !stated
                ? null
                : new DateHabit.Clock(
                        YearMonth.from(local), (int) (local.toEpochSecond(ZoneOffset.UTC) - instant.getEpochSecond()));
    }
}
