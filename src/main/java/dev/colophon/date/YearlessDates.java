package dev.colophon.date;

import dev.colophon.date.Lexicon.Kind;
import dev.colophon.date.Lexicon.Sense;
import dev.colophon.model.DatePrecision;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads days without a year, {@code [06月24日 11時30分]}, where a page shows no better date: the year is that of the page's
 * address, else the last one before the capture in which there was such a day, of its weekday where that is given. The
 * certainty is low.
 */
final class YearlessDates {
    private static final int LONGEST = 60;
    private static final int MOST_OTHER_WORDS = 2;
    private static final double GUESSED = 0.3;
    private static final double IN_ADDRESS = 0.6;
    private static final double LEAST_BETTER = 0.2;

    /** In so many years each day has been each weekday, but for the last of February. */
    private static final int WEEKDAY_CYCLE = 11;

    private static final MonthDay LEAP_DAY = MonthDay.of(2, 29);

    /** Among so many years is one that has such a day, about the turn of a century too. */
    private static final int LEAP_CYCLE = 9;

    private final ReadingHints hints;
    private final Instant captured;
    private final @Nullable Integer stated;

    private YearlessDates(ReadingHints hints, Instant captured, @Nullable Integer stated) {
        this.hints = hints;
        this.captured = captured;
        this.stated = stated;
    }

    /** The candidates, with those read that were refused for want of a year, where no other gives a day. */
    static List<Candidate> completed(List<Candidate> candidates, ReadingHints hints) {
        Instant captured = hints.capturedAt();
        boolean dated = candidates.stream().anyMatch(one -> one.day() != null && Weights.of(one) >= LEAST_BETTER);
        if (captured == null || dated) {
            return candidates;
        }
        YearlessDates dates = new YearlessDates(hints, captured, stated(candidates));
        return candidates.stream().map(dates::completed).toList();
    }

    /** The only year that the address of the page or its picture gives. */
    private static @Nullable Integer stated(List<Candidate> candidates) {
        List<Integer> years = candidates.stream()
                .map(Candidate::reading)
                .filter(Objects::nonNull)
                .filter(reading -> !reading.hasDay())
                .map(reading -> reading.day().getYear())
                .distinct()
                .toList();
        return years.size() == 1 ? years.get(0) : null;
    }

    private Candidate completed(Candidate candidate) {
        boolean fits = candidate.rule().equals("no-year")
                && !Candidate.isWrittenForMachines(candidate.claim())
                && candidate.claim().raw().length() <= LONGEST;
        DateReading reading = fits ? read(candidate.claim().raw()) : null;
        return reading == null ? candidate : Candidate.read(candidate.claim(), reading);
    }

    private @Nullable DateReading read(String text) {
        Tokens tokens = Tokens.of(text, hints.language());
        DayParser days = new DayParser(tokens, hints);
        if (otherWords(tokens) > MOST_OTHER_WORDS) {
            return null;
        }
        for (int i = 0; i < tokens.size(); i++) {
            MonthDay day = days.withoutYear(i);
            if (day != null) {
                return reading(day, tokens);
            }
        }
        return null;
    }

    private static int otherWords(Tokens tokens) {
        int others = 0;
        for (int i = 0; i < tokens.size(); i++) {
            others += tokens.at(i).isWord() && !tokens.at(i).isOfDates() ? 1 : 0;
        }
        return others;
    }

    private @Nullable DateReading reading(MonthDay day, Tokens tokens) {
        LocalDate latest = captured.atOffset(ZoneOffset.UTC).toLocalDate().plusDays(1);
        int weekday = weekday(tokens);
        int from = stated == null ? latest.getYear() : stated;
        int years = stated != null ? 1 : weekday > 0 ? WEEKDAY_CYCLE : day.equals(LEAP_DAY) ? LEAP_CYCLE : 2;
        for (int year = from; year > from - years; year--) {
            LocalDate date = day.atYear(year);
            boolean fits = weekday == 0 || date.getDayOfWeek().getValue() == weekday;
            if (fits && day.isValidYear(year) && !date.isAfter(latest)) {
                double certainty = stated == null ? GUESSED : IN_ADDRESS;
                return new DateReading(date, null, null, DatePrecision.DAY, null, null, "without-year", certainty);
            }
        }
        return null;
    }

    private static int weekday(Tokens tokens) {
        for (int i = 0; i < tokens.size(); i++) {
            Sense sense = tokens.sense(i, Kind.WEEKDAY);
            if (sense != null) {
                return sense.value();
            }
        }
        return 0;
    }
}
