package dev.colophon.model;

/** What a block of a document is to its reader. */
public enum BlockKind {
    BODY,
    TITLE,
    SUMMARY,
    CAPTION,
    BYLINE,
    DATE,
    RELATED,
    COMMENT,
    FURNITURE
}
