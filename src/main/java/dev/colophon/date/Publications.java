package dev.colophon.date;

import dev.colophon.date.DateRanking.Ranked;
import dev.colophon.model.DocumentContext;
import dev.colophon.model.Publication;
import dev.colophon.model.Publisher;
import dev.colophon.model.ZoneSource;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Puts the chosen candidate into its final form: its zone above all. */
final class Publications {
    /** A zone and how it is known. */
    private record Zone(@Nullable String id, ZoneSource source) {
        static final Zone UNKNOWN = new Zone(null, ZoneSource.UNKNOWN);
    }

    private static final double LEAST_WEIGHT = 0.3;

    private Publications() {}

    static Publication of(Ranked ranked, @Nullable Candidate modified, DocumentContext context) {
        Publisher publisher = context.publisher();
        Candidate best = ranked.best();
        DateReading reading = best == null ? null : best.reading();
        if (best == null || reading == null) {
            return Publication.UNKNOWN;
        }
        LocalDateTime local = reading.local();
        Zone zone = local == null ? Zone.UNKNOWN : zone(reading, local, ranked.all(), context);
        Instant instant = local == null || zone.id() == null ? null : Zones.instant(local, zone.id());
        Instant stated = local == null ? statedInUtc(best, ranked.all()) : null;
        return new Publication(
                stated == null ? instant : stated,
                modified == null ? null : Modification.instant(modified, publisher),
                best.day(),
                local,
                instant == null ? null : zone.id(),
                stated != null ? ZoneSource.STRUCTURED_DATA : instant == null ? ZoneSource.UNKNOWN : zone.source(),
                reading.precision(),
                best.claim().raw(),
                best.claim().source(),
                ranked.confidence());
    }

    /** The instant that metadata give in UTC, on the day before or after, of what the page shows as a day alone. */
    private static @Nullable Instant statedInUtc(Candidate shown, List<Candidate> all) {
        return all.stream()
                .filter(one -> !one.isModified() && Candidate.isWrittenForMachines(one.claim()))
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

    private static Zone zone(DateReading reading, LocalDateTime local, List<Candidate> all, DocumentContext context) {
        if (reading.zone() != null) {
            return new Zone(reading.zone(), ZoneSource.EXPLICIT);
        }
        String stated = statedElsewhere(local, all);
        if (stated != null) {
            return new Zone(stated, ZoneSource.STRUCTURED_DATA);
        }
        Publisher publisher = context.publisher();
        if (publisher != null && publisher.zone() != null) {
            return new Zone(publisher.zone(), ZoneSource.PUBLISHER_PROFILE);
        }
        String country = Countries.ofDomain(context);
        String zone = country == null ? null : Zones.ofCountry(country, local);
        return zone == null ? Zone.UNKNOWN : new Zone(zone, ZoneSource.COUNTRY);
    }

    /** The zone that metadata give to the same local time, or that makes it their instant; null where none do. */
    private static @Nullable String statedElsewhere(LocalDateTime local, List<Candidate> all) {
        for (Candidate candidate : all) {
            DateReading reading = candidate.reading();
            LocalDateTime other = reading == null ? null : reading.local();
            if (reading != null
                    && other != null
                    && reading.zone() != null
                    && Candidate.isWrittenForMachines(candidate.claim())) {
                LocalDateTime minute = local.withSecond(0);
                if (other.withSecond(0).equals(minute)) {
                    return reading.zone();
                }
                if (reading.zone().equals("+00:00") && Zones.canBeSameInstant(other.withSecond(0), minute)) {
                    return Zones.offsetBetween(other.withSecond(0), minute);
                }
            }
        }
        return null;
    }
}
