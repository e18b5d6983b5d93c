package dev.colophon.model;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the user knows of a publisher: a profile of {@code config/publishers}.
 *
 * @param id a stable short name: {@code tv9bangla}
 * @param name its name for people
 * @param domains host names and registered domains that are its own
 * @param zone IANA id of the zone that its pages' times are in ({@code Asia/Kolkata}); null where unknown
 * @param language BCP-47 tag of its pages; null where they differ
 * @param dateOrder how it writes numeric dates; null where unknown
 */
public record Publisher(
        String id,
        String name,
        List<String> domains,
        @Nullable String zone,
        @Nullable String language,
        @Nullable DateOrder dateOrder)
        implements Serializable {
    public Publisher {
        domains = List.copyOf(domains);
    }

    /** The order of day, month and year in a numeric date. */
    public enum DateOrder {
        DAY_MONTH_YEAR,
        MONTH_DAY_YEAR,
        YEAR_MONTH_DAY
    }
}
