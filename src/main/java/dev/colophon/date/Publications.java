package dev.colophon.date;

import dev.colophon.date.DateRanking.Ranked;
import dev.colophon.model.DocumentContext;
import dev.colophon.model.Publication;
import dev.colophon.model.ZoneSource;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Puts the chosen candidate into its final form: its zone above all. */
final class Publications {
    private static final String UTC = "+00:00";
    private static final double LEAST_WEIGHT = 0.3;

    private Publications() {}

    /** Without the last change. */
    static Publication of(Ranked ranked, DocumentContext context, SiteDates site) {
        Candidate best = ranked.best();
        DateReading reading = best == null ? null : best.reading();
        if (best == null || reading == null) {
            return Publication.UNKNOWN;
        }
        LocalDateTime local = reading.local();
        KnownZone zone = local == null ? KnownZone.UNKNOWN : KnownZone.of(best, ranked.all(), context, site);
        Instant instant = local == null || zone.id() == null ? null : Zones.instant(local, zone.id());
        Instant stated = local == null ? statedInUtc(best, ranked.all()) : null;
        boolean utc = local != null
                && instant != null
                && zone.source() == ZoneSource.EXPLICIT
                && UTC.equals(zone.id())
                && Candidate.isForMachines(best.claim());
        String clock = utc ? KnownZone.shown(Objects.requireNonNull(local), ranked.all(), context) : null;
        return new Publication(
                stated == null ? instant : stated,
                /* modifiedAt= */ null,
                best.day(),
                local == null || clock == null ? local : Zones.shifted(local, clock),
                instant == null ? null : clock == null ? zone.id() : clock,
                stated != null ? ZoneSource.STRUCTURED_DATA : instant == null ? ZoneSource.UNKNOWN : zone.source(),
                reading.precision(),
                best.claim().raw(),
                best.claim().source(),
                ranked.confidence());
    }

    /**
     * The instant that metadata or attributes give in UTC, on the day before or after, of what the page shows as a day
     * alone.
     */
    private static @Nullable Instant statedInUtc(Candidate shown, List<Candidate> all) {
        return all.stream()
                .filter(one -> !one.isModified() && Candidate.isForMachines(one.claim()))
                .filter(one -> Weights.of(one) >= LEAST_WEIGHT && isShownAs(one, shown, all))
                .map(Candidate::reading)
                .map(reading -> reading == null ? null : reading.instant())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static boolean isShownAs(Candidate stated, Candidate shown, List<Candidate> all) {
        DateReading reading = stated.reading();
        return reading != null
                && LocalDays.isUtc(reading)
                && !reading.day().equals(shown.day())
                && LocalDays.shown(stated, all).equals(shown.day());
    }
}
