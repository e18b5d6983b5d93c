package dev.colophon.date;

import dev.colophon.model.DateClaim.Meaning;
import dev.colophon.model.DocumentContext;
import dev.colophon.model.Publisher;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds when a document was last changed. */
final class Modification {
    private static final double LEAST_WEIGHT = 0.15;

    private Modification() {}

    /** The most trusted claim of a change, with a known instant, not before the publication; null where there is none. */
    static @Nullable Candidate of(Candidate published, List<Candidate> candidates, DocumentContext context) {
        return candidates.stream()
                .filter(candidate -> candidate.meaning() == Meaning.MODIFIED && Weights.of(candidate) >= LEAST_WEIGHT)
                .filter(candidate -> isNotBefore(candidate, published, context.publisher()))
                .min(Comparator.comparing((Candidate candidate) -> -Weights.of(candidate))
                        .thenComparing(candidate -> candidate.claim().order()))
                .orElse(null);
    }

    /** The instant that a candidate states, by the publisher's zone where it gives none itself; null where unknown. */
    static @Nullable Instant instant(Candidate candidate, @Nullable Publisher publisher) {
        DateReading reading = candidate.reading();
        if (reading == null || reading.local() == null) {
            return null;
        }
        String zone = reading.zone() == null && publisher != null ? publisher.zone() : reading.zone();
        return zone == null ? null : Zones.instant(reading.day().atTime(reading.time()), zone);
    }

    private static boolean isNotBefore(Candidate candidate, Candidate published, @Nullable Publisher publisher) {
        Instant modified = instant(candidate, publisher);
        Instant first = instant(published, publisher);
        DateReading reading = candidate.reading();
        DateReading from = published.reading();
        if (modified == null || reading == null || from == null) {
            return false;
        }
        return first == null ? !reading.day().isBefore(from.day()) : !modified.isBefore(first);
    }
}
