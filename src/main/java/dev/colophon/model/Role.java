package dev.colophon.model;

import java.util.Locale;

/** What a contributor did. */
public enum Role {
    AUTHOR,
    EDITOR,
    REPORTER,
    TRANSLATOR,
    PHOTOGRAPHER,
    ILLUSTRATOR,
    AGENCY,
    CONTRIBUTOR;

    /** As it stands in the data: {@code editor}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
