package dev.colophon.date;

import com.ibm.icu.util.TimeZone;
import dev.colophon.model.DateHabit.Clock;
import dev.colophon.model.Publisher.DateOrder;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the other pages of a site show of its dates.
 *
 * @param order how they write numeric dates, where all do alike; null where they differ or none tells
 * @param clocks how far their clocks were ahead of UTC
 */
public record SiteDates(@Nullable DateOrder order, List<Clock> clocks) {
    /** Nothing is known. */
    public static final SiteDates NONE = new SiteDates(null, List.of());

    public SiteDates {
        clocks = List.copyOf(clocks);
    }

    /** The same with what one more page shows. */
    SiteDates with(Clock clock) {
        return new SiteDates(
                order, Stream.concat(clocks.stream(), Stream.of(clock)).toList());
    }

    /**
     * The offset at a local time in all zones whose clocks showed what the site's did: {@code +05:30} for any day where
     * pages of one month show it, as only India has it; {@code +02:00} of a July for another July day, but not for one in
     * January, when it was another time in Berlin than in Cairo.
     *
     * @return null where nothing is known or the zones differ
     */
    @Nullable
    String offsetAt(LocalDateTime local) {
        if (clocks.isEmpty()) {
            return null;
        }
        Set<String> offsets =
                TimeZone.getAvailableIDs(TimeZone.SystemTimeZoneType.CANONICAL_LOCATION, null, null).stream()
                        .filter(zone -> clocks.stream().allMatch(clock -> fits(zone, clock)))
                        .map(zone -> Zones.offsetAt(local, zone))
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet());
        return offsets.size() == 1 ? offsets.iterator().next() : null;
    }

    /** Whether the zone had the offset at the month's beginning or end, as summer time may begin amid it. */
    private static boolean fits(String zone, Clock clock) {
        LocalDate first = clock.month().atDay(1);
        LocalDate last = clock.month().atEndOfMonth();
        String offset = Zones.offset(
                Integer.signum(clock.offset()), Math.abs(clock.offset()) / 3600, Math.abs(clock.offset()) / 60 % 60);
        return Objects.equals(offset, Zones.offsetAt(first.atTime(LocalTime.NOON), zone))
                || Objects.equals(offset, Zones.offsetAt(last.atTime(LocalTime.NOON), zone));
    }
}
