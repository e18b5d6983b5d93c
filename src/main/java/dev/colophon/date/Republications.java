package dev.colophon.date;

import dev.colophon.model.DateClaim.Meaning;
import dev.colophon.model.Region;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.Temporal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds pages whose system knows only when it last built them: it states one moment as that of publication and of the last
 * change. What people read below the headline is then worth more.
 */
final class Republications {
    private static final double DOUBTED = 0.6;
    private static final long SLACK_IN_MINUTES = 10;
    private static final double LEAST_CHANGE = 0.15;
    private static final double LEAST_SHOWN = 0.5;

    private Republications() {}

    /** The candidates, with less trust in claims of publication that repeat a change behind the only day shown. */
    static List<Candidate> doubted(List<Candidate> candidates) {
        LocalDate shown = shown(candidates);
        List<Candidate> changes =
                candidates.stream().filter(Republications::isChange).toList();
        if (shown == null || changes.isEmpty()) {
            return candidates;
        }
        return candidates.stream()
                .map(one -> isLater(one, shown) && changes.stream().anyMatch(change -> isSame(one, change))
                        ? one.doubted(DOUBTED, "-as-changed")
                        : one)
                .toList();
    }

    private static boolean isChange(Candidate candidate) {
        return candidate.isModified()
                && Candidate.isWrittenForMachines(candidate.claim())
                && Weights.of(candidate) >= LEAST_CHANGE;
    }

    private static boolean isLater(Candidate candidate, LocalDate shown) {
        LocalDate day = candidate.day();
        return candidate.meaning() == Meaning.PUBLISHED
                && Candidate.isWrittenForMachines(candidate.claim())
                && day != null
                && shown.isBefore(day);
    }

    /** The only day shown below the headline; null where there are several or none. */
    private static @Nullable LocalDate shown(List<Candidate> candidates) {
        LocalDate shown = null;
        for (Candidate candidate : candidates) {
            LocalDate day = isShown(candidate) ? candidate.day() : null;
            if (day != null && shown != null && !shown.equals(day)) {
                return null;
            }
            shown = day == null ? shown : day;
        }
        return shown;
    }

    private static boolean isShown(Candidate candidate) {
        return !candidate.isModified()
                && !Candidate.isWrittenForMachines(candidate.claim())
                && candidate.claim().region() == Region.ARTICLE_HEADER
                && Weights.of(candidate) >= LEAST_SHOWN;
    }

    private static boolean isSame(Candidate one, Candidate other) {
        DateReading first = one.reading();
        DateReading second = other.reading();
        if (first == null || second == null) {
            return false;
        }
        Temporal from = moment(first);
        Temporal to = moment(second);
        if (from == null || to == null) {
            return from == null && to == null && first.day().equals(second.day());
        }
        return from.getClass() == to.getClass()
                && Duration.between(from, to).abs().toMinutes() <= SLACK_IN_MINUTES;
    }

    /** The instant, else the local time; null where only a day is known. */
    private static @Nullable Temporal moment(DateReading reading) {
        Instant instant = reading.instant();
        return instant == null ? reading.local() : instant;
    }
}
