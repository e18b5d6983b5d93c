package dev.colophon.model;

import java.util.Locale;

/** The hop of the pipeline that refused a capture. */
public enum Stage {
    /** From the input's bytes to a capture. */
    OPEN,
    /** From a capture to text and raw claims. */
    EXTRACT,
    /** From claims to dates, names and a language. */
    INTERPRET;

    /** As it stands in the data: {@code open}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
