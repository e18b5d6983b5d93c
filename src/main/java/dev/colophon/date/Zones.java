package dev.colophon.date;

import com.ibm.icu.util.TimeZone;
import dev.colophon.text.WordLists;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Time zones by ICU's rules, so that results do not depend on the Java that runs. */
final class Zones {
    private static final int DATE_LINE_SECONDS = 14 * 3600;

    private static final Map<String, List<String>> BY_COUNTRY = new ConcurrentHashMap<>();

    private Zones() {}

    /** The instant of a local time in an offset or IANA zone; null where there is no such zone. */
    static @Nullable Instant instant(LocalDateTime local, String zone) {
        Integer offset = offsetSeconds(local, zone);
        return offset == null ? null : local.toInstant(ZoneOffset.UTC).minusSeconds(offset);
    }

    /** Seconds to add to UTC at a local time; null where there is no such zone. */
    private static @Nullable Integer offsetSeconds(LocalDateTime local, String zone) {
        if (zone.startsWith("+") || zone.startsWith("-")) {
            return ZoneOffset.of(zone).getTotalSeconds();
        }
        TimeZone rules = TimeZone.getFrozenTimeZone(zone);
        if (rules.getID().equals(TimeZone.UNKNOWN_ZONE_ID)) {
            return null;
        }
        int[] offsets = new int[2];
        rules.getOffset(local.toInstant(ZoneOffset.UTC).toEpochMilli(), true, offsets);
        return (offsets[0] + offsets[1]) / 1000;
    }

    /** The offset as it is written, {@code +05:30}; null where it is none that exists. */
    static @Nullable String offset(int sign, int hours, int minutes) {
        int seconds = hours * 3600 + minutes * 60;
        if (minutes >= 60 || seconds > DATE_LINE_SECONDS) {
            return null;
        }
        String id = ZoneOffset.ofTotalSeconds(sign * seconds).getId();
        return id.equals("Z") ? "+00:00" : id;
    }

    /**
     * Of an offset from another one: {@code +03:00} and {@code +04:00} give {@code +07:00}; null where it is none that
     * exists.
     */
    static @Nullable String sum(String base, String more) {
        int seconds =
                ZoneOffset.of(base).getTotalSeconds() + ZoneOffset.of(more).getTotalSeconds();
        return offset(Integer.signum(seconds), Math.abs(seconds) / 3600, Math.abs(seconds) / 60 % 60);
    }

    /**
     * The zone of a country, where it has one, or all of its zones agree at a local time.
     *
     * @return an IANA id, or an offset that several zones share; null where they differ
     */
    static @Nullable String ofCountry(String country, LocalDateTime local) {
        List<String> zones = BY_COUNTRY.computeIfAbsent(country, Zones::canonical);
        Set<Integer> offsets =
                zones.stream().map(zone -> offsetSeconds(local, zone)).collect(Collectors.toSet());
        if (offsets.size() != 1) {
            return null;
        }
        Integer seconds = offsets.iterator().next();
        return zones.size() == 1 || seconds == null
                ? zones.get(0)
                : offset(Integer.signum(seconds), Math.abs(seconds) / 3600, Math.abs(seconds) / 60 % 60);
    }

    private static List<String> canonical(String country) {
        return TimeZone.getAvailableIDs(TimeZone.SystemTimeZoneType.CANONICAL_LOCATION, country, null).stream()
                .filter(zone -> !Unofficial.ZONES.contains(zone))
                .sorted()
                .toList();
    }

    /** The local time of an instant in an IANA zone; that in UTC where there is no such zone. */
    static LocalDateTime local(Instant instant, String zone) {
        int offset = TimeZone.getFrozenTimeZone(zone).getOffset(instant.toEpochMilli());
        return LocalDateTime.ofEpochSecond(instant.getEpochSecond() + offset / 1000, 0, ZoneOffset.UTC);
    }

    /** The offset of a zone at a local time; null where there is no such zone. */
    static @Nullable String offsetAt(LocalDateTime local, String zone) {
        Integer seconds = offsetSeconds(local, zone);
        return seconds == null
                ? null
                : offset(Integer.signum(seconds), Math.abs(seconds) / 3600, Math.abs(seconds) / 60 % 60);
    }

    /** The local time of what is given as UTC, by an offset. */
    static LocalDateTime shifted(LocalDateTime utc, String offset) {
        Integer seconds = offsetSeconds(utc, offset);
        return seconds == null ? utc : utc.plusSeconds(seconds);
    }

    /** The instant of a time in UTC. */
    static Instant utc(LocalDateTime time) {
        return time.toInstant(ZoneOffset.UTC);
    }

    /** The offset of a local time from the same instant in UTC. */
    static String offsetBetween(LocalDateTime utc, LocalDateTime local) {
        int seconds = (int) Duration.between(utc, local).toSeconds();
        return seconds == 0 ? "+00:00" : ZoneOffset.ofTotalSeconds(seconds).getId();
    }

    /** Whether a local time can be that of an instant in UTC: as far from it as the clocks of some place. */
    static boolean canBeSameInstant(LocalDateTime utc, LocalDateTime local) {
        return InUse.OFFSETS.contains(Duration.between(utc, local).toSeconds());
    }

    /** Zones of a part of a country's people beside that of its law, which newspapers print. */
    private static final class Unofficial {
        static final Set<String> ZONES = Set.copyOf(WordLists.lines(Zones.class, "unofficial-zones.txt"));
    }

    /** The seconds by which the clocks of all places are ahead of UTC, in winter and summer. */
    private static final class InUse {
        static final Set<Long> OFFSETS =
                TimeZone.getAvailableIDs(TimeZone.SystemTimeZoneType.CANONICAL_LOCATION, null, null).stream()
                        .map(TimeZone::getFrozenTimeZone)
                        .flatMap(zone -> Stream.of(zone.getRawOffset(), zone.getRawOffset() + zone.getDSTSavings()))
                        .map(milliseconds -> milliseconds / 1000L)
                        .collect(Collectors.toUnmodifiableSet());
    }
}
