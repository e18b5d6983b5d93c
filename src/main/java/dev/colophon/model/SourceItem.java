package dev.colophon.model;

/** What reading an input gives: a capture, or the reason why there is none. */
public sealed interface SourceItem permits Capture, Reject {
    /** Where the item lies. */
    Origin origin();
}
