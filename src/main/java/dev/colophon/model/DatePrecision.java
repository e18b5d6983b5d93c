package dev.colophon.model;

import java.util.Locale;

/** The smallest unit that a date states. */
public enum DatePrecision {
    YEAR,
    MONTH,
    DAY,
    MINUTE,
    SECOND;

    /** As it stands in the data: {@code minute}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
