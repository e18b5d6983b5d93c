package dev.colophon.model;

import java.util.Locale;

/** What a contributor is. */
public enum ContributorKind {
    PERSON,
    /** A newsroom or team of the publisher: {@code Web Desk}, {@code Redaktion}. */
    DESK,
    /** A news agency: {@code Reuters}, {@code dpa}. */
    AGENCY,
    ORGANISATION;

    /** As it stands in the data: {@code person}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
