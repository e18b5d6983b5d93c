package dev.colophon.date;

import dev.colophon.model.DateHabit.Clock;
import dev.colophon.model.DocumentContext;
import dev.colophon.model.Publication;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * When a document was last changed.
 *
 * @param candidate the claim that says so
 * @param at the instant
 */
record Modification(Candidate candidate, Instant at) {
    private static final double LEAST_WEIGHT = 0.15;

    /** The most trusted claim of a change, with a known instant, not before the publication; null where there is none. */
    static @Nullable Modification of(
            Publication publication, List<Candidate> candidates, DocumentContext context, SiteDates site) {
        List<Candidate> changes = candidates.stream()
                .filter(candidate -> candidate.isModified() && Weights.of(candidate) >= LEAST_WEIGHT)
                .sorted(Comparator.comparing((Candidate candidate) -> -Weights.of(candidate))
                        .thenComparing(candidate -> candidate.claim().order()))
                .toList();
        Clock clock = DateHabits.clock(publication);
        SiteDates dates = clock == null ? site : site.with(clock);
        return changes.stream()
                .map(candidate -> of(candidate, changes, context, dates))
                .filter(Objects::nonNull)
                .filter(change -> change.isNotBefore(publication))
                .findFirst()
                .orElse(null);
    }

    /** A time without a zone is in that which other claims of a change, the publication, the site or the country give it. */
    private static @Nullable Modification of(
            Candidate candidate, List<Candidate> changes, DocumentContext context, SiteDates dates) {
        LocalDateTime local =
                candidate.reading() == null ? null : candidate.reading().local();
        String zone = local == null
                ? null
                : KnownZone.of(candidate, changes, context, dates).id();
        Instant at = local == null || zone == null ? null : Zones.instant(local, zone);
        return at == null ? null : new Modification(candidate, at);
    }

    private boolean isNotBefore(Publication publication) {
        if (publication.publishedAt() != null) {
            return !at.isBefore(publication.publishedAt());
        }
        DateReading reading = Objects.requireNonNull(candidate.reading());
        return publication.date() == null || !reading.day().isBefore(publication.date());
    }
}
