package dev.colophon.date;

import dev.colophon.model.DocumentContext;
import dev.colophon.model.Publisher;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * What helps to read a date, and bounds it.
 *
 * @param language primary language subtag of the page; null where unknown
 * @param country ISO 3166 code of the publisher's country; null where unknown
 * @param order the publisher's order of numeric dates, or its site's; null where unknown
 * @param latestYear no later year is read
 * @param capturedAt when the page was captured, which relative dates count from; null where unknown
 * @param zone IANA id of the publisher's zone; null where unknown
 * @param structured whether the text was written for machines: digits alone may then be a date
 */
record ReadingHints(
        @Nullable String language,
        @Nullable String country,
        Publisher.@Nullable DateOrder order,
        int latestYear,
        @Nullable Instant capturedAt,
        @Nullable String zone,
        boolean structured) {
    private static final int LATEST_YEAR_WITHOUT_CAPTURE = 2100;

    /** The last year of two digits where nothing else tells the century, as POSIX has it. */
    private static final int LATEST_SHORT_YEAR = 2068;

    /** Nothing known but that people wrote it. */
    static final ReadingHints NONE = new ReadingHints(null, null, null, LATEST_YEAR_WITHOUT_CAPTURE, null, null, false);

    static ReadingHints of(DocumentContext context, SiteDates site) {
        Publisher publisher = context.publisher();
        String tag = context.language() == null && publisher != null ? publisher.language() : context.language();
        Instant captured = context.capturedAt();
        return new ReadingHints(
                Countries.language(tag),
                Countries.of(context, tag),
                publisher == null || publisher.dateOrder() == null ? site.order() : publisher.dateOrder(),
                captured == null
                        ? LATEST_YEAR_WITHOUT_CAPTURE
                        : captured.atOffset(ZoneOffset.ofHours(14)).getYear(),
                captured,
                publisher == null ? null : publisher.zone(),
                false);
    }

    /** The last year that two digits can mean. */
    int latestShortYear() {
        return Math.min(latestYear, LATEST_SHORT_YEAR);
    }

    ReadingHints forMachines(boolean forMachines) {
        return new ReadingHints(language, country, order, latestYear, capturedAt, zone, forMachines);
    }
}
