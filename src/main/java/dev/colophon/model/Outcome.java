package dev.colophon.model;

/** What became of a capture: every capture has exactly one. */
public sealed interface Outcome permits Outcome.Accepted, Outcome.Rejected {
    /** It became a document. */
    record Accepted(Document document) implements Outcome {}

    /** It became none. */
    record Rejected(Reject reject) implements Outcome {}
}
