package dev.colophon.byline.people;

/** What two names share besides their letters. */
public enum Tie {
    /** One publisher names both. Without this tie nothing is ever joined. */
    PUBLISHER,
    /** Both lead to one page of an author, or one e-mail address. */
    AUTHOR_PAGE,
    /** One document names both at places that name the same contributor. */
    DOCUMENT
}
