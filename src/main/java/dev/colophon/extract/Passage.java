package dev.colophon.extract;

/**
 * A piece of text as a forked parser found it.
 *
 * @param form how the document sets it
 * @param text its text; never empty
 */
record Passage(Form form, String text) {
    /** How a document sets a piece of text. */
    enum Form {
        HEADING,
        PARAGRAPH,
        /** A row of a table, its cells joined by {@code " | "}. */
        ROW,
        /** Running headers and footers, page numbers. */
        FURNITURE
    }
}
