package dev.colophon.date;

import com.ibm.icu.util.TimeZone;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Time zones by ICU's rules, so that results do not depend on the Java that runs. */
final class Zones {
    private static final int DATE_LINE_SECONDS = 14 * 3600;

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

    /** The instant of a time in UTC. */
    static Instant utc(LocalDateTime time) {
        return time.toInstant(ZoneOffset.UTC);
    }

    /** The offset of a local time from the same instant in UTC. */
    static String offsetBetween(LocalDateTime utc, LocalDateTime local) {
        int seconds = (int) java.time.Duration.between(utc, local).toSeconds();
        return seconds == 0 ? "+00:00" : ZoneOffset.ofTotalSeconds(seconds).getId();
    }

    /** Whether two local times can be one instant in two zones: quarters of an hour apart, at most 14 hours. */
    static boolean canBeSameInstant(LocalDateTime one, LocalDateTime other) {
        long seconds = java.time.Duration.between(one, other).toSeconds();
        return Math.abs(seconds) <= DATE_LINE_SECONDS && seconds % 900 == 0;
    }
}
