package dev.colophon.model;

import java.util.Locale;

/** The hop of the pipeline that refused a capture. */
public enum Stage {
    OPEN,
    EXTRACT,
    INTERPRET;

    /** As it stands in the data: {@code open}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
