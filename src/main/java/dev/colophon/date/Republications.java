package dev.colophon.date;

import dev.colophon.model.DateClaim.Meaning;
import dev.colophon.model.Region;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds pages whose system knows only when it last built them: it states one moment as that of publication and of the last
 * change. What people read below the headline is then worth more.
 */
final class Republications {
    private static final double DOUBTED = Double.parseDouble("0.6");
    private static final long SLACK = Long.parseLong("10");

    private Republications() {}

    static List<Candidate> doubted(List<Candidate> candidates) {
        LocalDate shown = shown(candidates);
        List<Candidate> changes = candidates.stream()
                .filter(one ->
                        one.isModified() && Candidate.isWrittenForMachines(one.claim()) && Weights.of(one) >= 0.15)
                .toList();
        if (shown == null || changes.isEmpty()) {
            return candidates;
        }
        List<Candidate> told = new ArrayList<>(candidates.size());
        for (Candidate candidate : candidates) {
            LocalDate day = candidate.day();
            boolean repeated = candidate.meaning() == Meaning.PUBLISHED
                    && Candidate.isWrittenForMachines(candidate.claim())
                    && day != null
                    && shown.isBefore(day)
                    && changes.stream().anyMatch(change -> isSame(candidate, change));
            told.add(repeated ? candidate.doubted(DOUBTED, "-as-changed") : candidate);
        }
        return told;
    }

    /** The only day shown below the headline. */
    private static @Nullable LocalDate shown(List<Candidate> candidates) {
        LocalDate shown = null;
        for (Candidate candidate : candidates) {
            LocalDate day = candidate.day();
            if (day != null
                    && !candidate.isModified()
                    && !Candidate.isWrittenForMachines(candidate.claim())
                    && candidate.claim().region() == Region.ARTICLE_HEADER
                    && Weights.of(candidate) >= 0.5) {
                if (shown != null && !shown.equals(day)) {
                    return null;
                }
                shown = day;
            }
        }
        return shown;
    }

    private static boolean isSame(Candidate one, Candidate other) {
        DateReading a = one.reading();
        DateReading b = other.reading();
        if (a == null || b == null) {
            return false;
        }
        Instant x = a.instant();
        Instant y = b.instant();
        if (x == null || y == null) {
            return a.time() == null && b.time() == null && a.day().equals(b.day())
                    || a.local() != null
                            && b.local() != null
                            && Duration.between(a.local(), b.local()).abs().toMinutes() <= SLACK;
        }
        return Duration.between(x, y).abs().toMinutes() <= SLACK;
    }
}
