package dev.colophon.model;

/** What a block of a document is to its reader. */
public enum BlockKind {
    /** The main text. */
    BODY,
    TITLE,
    /** A summary or standfirst between title and text. */
    SUMMARY,
    /** What stands below a picture, its credit included. */
    CAPTION,
    /** Who wrote it. */
    BYLINE,
    /** When it was published or changed. */
    DATE,
    /** Teasers of other articles. */
    RELATED,
    /** Readers' comments. */
    COMMENT,
    /** All else: navigation, buttons, notices, what repeats the text. */
    FURNITURE
}
