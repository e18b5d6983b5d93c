package dev.colophon.byline.people;

/** What two names say of the people who bear them. */
public enum Verdict {
    /** One person: the names may be joined without asking. */
    SAME,
    /** Perhaps one person: to be proposed, never joined by itself. */
    MAYBE,
    /** Nothing says that they are one person. */
    DIFFERENT
}
