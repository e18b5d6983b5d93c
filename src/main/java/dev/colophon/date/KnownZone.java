package dev.colophon.date;

import dev.colophon.model.ClaimSource;
import dev.colophon.model.DateClaim.Meaning;
import dev.colophon.model.DatePrecision;
import dev.colophon.model.DocumentContext;
import dev.colophon.model.Publisher;
import dev.colophon.model.Region;
import dev.colophon.model.ZoneSource;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A zone and how it is known.
 *
 * @param id offset or IANA id; null where unknown
 * @param source how it is known
 */
record KnownZone(@Nullable String id, ZoneSource source) {
    static final KnownZone UNKNOWN = new KnownZone(null, ZoneSource.UNKNOWN);

    private static final String UTC = "+00:00";

    /** Candidates of less weight, those of other documents mostly, tell nothing of this one. */
    private static final double LEAST_TELLING = 0.2;

    /** That of a chosen candidate that gives a time; unknown where it would make the time later than the capture. */
    static KnownZone of(Candidate best, List<Candidate> all, DocumentContext context, SiteDates site) {
        KnownZone zone = told(best, all, context, site);
        LocalDateTime local = Objects.requireNonNull(best.reading()).local();
        Instant instant = local == null || zone.id() == null ? null : Zones.instant(local, zone.id());
        boolean later =
                instant != null && context.capturedAt() != null && DateBounds.isAfter(context.capturedAt(), instant);
        return later ? UNKNOWN : zone;
    }

    private static KnownZone told(Candidate best, List<Candidate> all, DocumentContext context, SiteDates site) {
        DateReading reading = Objects.requireNonNull(best.reading());
        LocalDateTime local = Objects.requireNonNull(reading.local());
        String corrected = UTC.equals(reading.zone()) ? unlabelled(best, local, all) : null;
        if (corrected != null) {
            return new KnownZone(corrected, ZoneSource.STRUCTURED_DATA);
        }
        String seen = UTC.equals(reading.zone()) ? seen(best, local, all) : null;
        if (seen != null) {
            return new KnownZone(seen, ZoneSource.EXPLICIT);
        }
        if (reading.zone() != null) {
            return new KnownZone(reading.zone(), ZoneSource.EXPLICIT);
        }
        String stated = statedElsewhere(best, local, all);
        if (stated != null) {
            return new KnownZone(stated, ZoneSource.STRUCTURED_DATA);
        }
        String shown = site.offsetAt(local);
        return shown == null ? outside(local, context) : new KnownZone(shown, ZoneSource.SITE);
    }

    private static KnownZone outside(LocalDateTime local, DocumentContext context) {
        Publisher publisher = context.publisher();
        if (publisher != null && publisher.zone() != null) {
            return new KnownZone(publisher.zone(), ZoneSource.PUBLISHER_PROFILE);
        }
        String country = Countries.ofDomain(context);
        String zone = country == null ? null : Zones.ofCountry(country, local);
        return zone == null ? UNKNOWN : new KnownZone(zone, ZoneSource.COUNTRY);
    }

    /**
     * The zone of a local time that its system labels as UTC: the same time stands on the page with another offset
     * ({@code 20:00Z}, {@code 20:00+09:00}, and readers see 20:00), or the head gives the instant in UTC while the article's
     * markup has the clock of the place ({@code 03:40:04+00:00} for 20:40:04 in America). Null where the label is right.
     */
    private static @Nullable String unlabelled(Candidate best, LocalDateTime local, List<Candidate> all) {
        String offset =
                first(all, other -> Candidate.isForMachines(other.claim()) ? offsetOfSameTime(other, local) : null);
        if (offset != null) {
            return isShown(Zones.shifted(local, offset), all) ? null : offset;
        }
        return isInMarkup(best.claim().source()) ? first(all, other -> offsetFromHead(other, best, local)) : null;
    }

    /**
     * The zone in which readers see the very time that its system labels as UTC: {@code First published 4 March at 22:14 IST}
     * for {@code 22:14Z}. Null where they see the instant in another zone, and of whole and half hours without a word that
     * says which time it is, since a change may fall on one.
     */
    private static @Nullable String seen(Candidate best, LocalDateTime local, List<Candidate> all) {
        boolean right = all.stream().anyMatch(other -> isSeen(other) && agrees(other, local));
        return right ? null : first(all, other -> isSeenWithZone(other) ? zoneOfSameTime(other, best, local) : null);
    }

    /** Whether readers see the instant of a time in UTC: in a zone, in UTC, or on a clock that may be that of some place. */
    private static boolean agrees(Candidate other, LocalDateTime utc) {
        DateReading reading = Objects.requireNonNull(other.reading());
        LocalDateTime seen = reading.local();
        if (seen == null) {
            return false;
        }
        boolean same = seen.withSecond(0).equals(utc.withSecond(0));
        return reading.zone() == null
                ? !same && Zones.canBeSameInstant(utc.withSecond(0), seen.withSecond(0))
                : isSameMinute(reading.instant(), Zones.utc(utc));
    }

    private static boolean isSeen(Candidate other) {
        return other.reading() != null && !Candidate.isForMachines(other.claim()) && Weights.of(other) >= LEAST_TELLING;
    }

    private static boolean isSeenWithZone(Candidate other) {
        DateReading reading = other.reading();
        return isSeen(other) && reading != null && reading.zone() != null && !UTC.equals(reading.zone());
    }

    private static boolean isSameMinute(@Nullable Instant one, Instant other) {
        return one != null && Math.floorDiv(one.getEpochSecond(), 60) == Math.floorDiv(other.getEpochSecond(), 60);
    }

    private static @Nullable String zoneOfSameTime(Candidate other, Candidate best, LocalDateTime local) {
        DateReading reading = Objects.requireNonNull(other.reading());
        LocalDateTime seen = reading.local();
        boolean said = other.meaning() == Meaning.PUBLISHED || other.isModified() || local.getMinute() % 30 != 0;
        return said
                        && other.isModified() == best.isModified()
                        && seen != null
                        && seen.withSecond(0).equals(local.withSecond(0))
                ? reading.zone()
                : null;
    }

    /**
     * The offset of the clock on which readers see an instant that metadata give in UTC, beside the headline and on the same
     * day: the only one there, and where the domain's country has one clock, that one. Null where there is none, or where they
     * see the time in UTC.
     */
    static @Nullable String shown(LocalDateTime utc, List<Candidate> all, DocumentContext context) {
        LocalDateTime minute = utc.withSecond(0);
        String country = Countries.ofDomain(context);
        String zone = country == null ? null : Zones.ofCountry(country, utc);
        String expected = zone == null ? null : Zones.offsetAt(utc, zone);
        Set<String> offsets = new TreeSet<>();
        for (Candidate other : all) {
            DateReading reading = other.reading();
            LocalDateTime seen = reading == null ? null : reading.local();
            if (seen != null && isSeen(other) && !other.isModified()) {
                boolean utcSeen = seen.withSecond(0).equals(minute);
                String offset = utcSeen ? UTC : offsetOfSameInstant(other, minute, expected);
                if (offset != null) {
                    offsets.add(offset);
                }
            }
        }
        String offset = offsets.size() == 1 ? offsets.iterator().next() : null;
        return offset == null
                        || offset.equals(UTC)
                        || !Zones.shifted(utc, offset).toLocalDate().equals(utc.toLocalDate())
                ? null
                : offset;
    }

    private static @Nullable String offsetOfSameInstant(Candidate other, LocalDateTime utc, @Nullable String expected) {
        DateReading reading = Objects.requireNonNull(other.reading());
        LocalDateTime seen = Objects.requireNonNull(reading.local()).withSecond(0);
        if (other.claim().region() != Region.ARTICLE_HEADER) {
            return null;
        }
        String offset = offset(utc, seen);
        boolean same = reading.zone() == null
                ? expected == null || expected.equals(offset)
                : isSameMinute(reading.instant(), Zones.utc(utc));
        return same ? offset : null;
    }

    private static @Nullable String offsetOfSameTime(Candidate other, LocalDateTime local) {
        DateReading reading = Objects.requireNonNull(other.reading());
        boolean offset = reading.zone() != null && !UTC.equals(reading.zone());
        return offset && local.equals(reading.local()) ? reading.zone() : null;
    }

    private static @Nullable String offsetFromHead(Candidate other, Candidate best, LocalDateTime local) {
        DateReading reading = Objects.requireNonNull(other.reading());
        LocalDateTime utc = reading.local();
        boolean head = other.isFrom(ClaimSource.META) || other.isFrom(ClaimSource.JSON_LD);
        boolean exact = reading.precision() == DatePrecision.SECOND && local.getSecond() + local.getMinute() > 0;
        boolean publication = other.meaning() == Meaning.PUBLISHED && !other.equals(best);
        return head && exact && publication && UTC.equals(reading.zone()) && utc != null && !utc.equals(local)
                ? offset(utc, local)
                : null;
    }

    private static boolean isInMarkup(ClaimSource source) {
        return switch (source) {
            case TIME_ELEMENT, MARKUP, MICRODATA, RDFA -> true;
            default -> false;
        };
    }

    private static boolean isShown(LocalDateTime local, List<Candidate> all) {
        return all.stream()
                .filter(one -> !Candidate.isWrittenForMachines(one.claim()) && Weights.of(one) >= LEAST_TELLING)
                .map(Candidate::reading)
                .anyMatch(reading -> reading != null
                        && reading.zone() == null
                        && reading.local() != null
                        && reading.local().withSecond(0).equals(local.withSecond(0)));
    }

    /**
     * The zone that metadata give to the same local time, or that makes it their instant, which some systems give in UTC
     * without saying so; null where none do.
     */
    private static @Nullable String statedElsewhere(Candidate best, LocalDateTime local, List<Candidate> all) {
        String stated = first(all, other -> Candidate.isForMachines(other.claim()) ? stated(other, best, local) : null);
        return stated == null ? first(all, other -> offsetOfUnsaidUtc(other, local)) : stated;
    }

    private static @Nullable String stated(Candidate other, Candidate best, LocalDateTime local) {
        DateReading reading = Objects.requireNonNull(other.reading());
        LocalDateTime stated = reading.local();
        if (stated == null || reading.zone() == null) {
            return null;
        }
        if (stated.withSecond(0).equals(local.withSecond(0))) {
            return reading.zone();
        }
        boolean may =
                UTC.equals(reading.zone()) && (other.isModified() == best.isModified() || isSameSecond(stated, local));
        return may ? offset(stated.withSecond(0), local.withSecond(0)) : null;
    }

    /** Whether both have the same seconds, as a change at another time would not. */
    private static boolean isSameSecond(LocalDateTime one, LocalDateTime other) {
        return one.getSecond() > 0 && one.getSecond() == other.getSecond();
    }

    /** {@code 2019-06-17T03:16:41} in the head of a page that shows {@code June 16, 2019 11:16 PM}. */
    private static @Nullable String offsetOfUnsaidUtc(Candidate other, LocalDateTime local) {
        DateReading reading = Objects.requireNonNull(other.reading());
        LocalDateTime utc = reading.local();
        boolean exact = reading.precision() == DatePrecision.SECOND && reading.zone() == null;
        boolean publication = other.meaning() == Meaning.PUBLISHED && Candidate.isWrittenForMachines(other.claim());
        return exact && publication && utc != null && !utc.withSecond(0).equals(local.withSecond(0))
                ? offset(utc.withSecond(0), local.withSecond(0))
                : null;
    }

    private static @Nullable String offset(LocalDateTime utc, LocalDateTime local) {
        return Zones.canBeSameInstant(utc, local) ? Zones.offsetBetween(utc, local) : null;
    }

    private static @Nullable String first(List<Candidate> all, Function<Candidate, @Nullable String> zone) {
        for (Candidate candidate : all) {
            String found =
                    candidate.reading() == null || Weights.of(candidate) < LEAST_TELLING ? null : zone.apply(candidate);
            if (found != null) {
                return found;
            }
        }
        return null;
    }
}
