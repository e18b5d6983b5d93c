package dev.colophon.model;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * When a document was published.
 *
 * @param publishedAt the instant of first publication; null where it or its zone is unknown
 * @param modifiedAt the instant of the last change; null where unknown
 * @param date the day as the page shows it; null where only a month or a year, or nothing, is known
 * @param local the date and time as the page shows it, without zone; null where no time is given
 * @param zone the zone or offset of {@code local}: {@code +05:30}, {@code Asia/Kolkata}; null where unknown
 * @param zoneSource how the zone is known; null where there is no date
 * @param precision the smallest unit stated; null where there is no date
 * @param raw the chosen claim's text; null where there is no date
 * @param source the chosen claim's kind of place; null where there is no date
 * @param confidence how sure the choice is, 0 to 1; null where there is no date
 */
public record Publication(
        @Nullable Instant publishedAt,
        @Nullable Instant modifiedAt,
        @Nullable LocalDate date,
        @Nullable LocalDateTime local,
        @Nullable String zone,
        @Nullable ZoneSource zoneSource,
        @Nullable DatePrecision precision,
        @Nullable String raw,
        @Nullable ClaimSource source,
        @Nullable Double confidence) {
    /** No date is known. */
    public static final Publication UNKNOWN =
            new Publication(null, null, null, null, null, null, null, null, null, null);

    /** The same with the instant of the last change. */
    public Publication changed(Instant at) {
        return new Publication(publishedAt, at, date, local, zone, zoneSource, precision, raw, source, confidence);
    }
}
