package dev.colophon.model;

/** Why a capture became no document. */
public enum RejectReason {
    /** The format's own rules are broken. */
    MALFORMED("malformed", Kind.FAULT, false),
    /** It ends before its end. */
    TRUNCATED("truncated", Kind.FAULT, false),
    /** It needs a password. */
    ENCRYPTED("encrypted", Kind.FAULT, false),
    /** Its type holds no text that is read: a picture, a style sheet, an archive. A crawl is full of them. */
    UNSUPPORTED("unsupported", Kind.FILTER, false),
    /** It has no bytes, or no text. */
    EMPTY("empty", Kind.FAULT, false),
    /** Its bytes are no text although it is taken for text. */
    NOT_TEXT("not-text", Kind.FAULT, false),
    /** A checksum or a declared length does not agree with the bytes. */
    INTEGRITY("integrity", Kind.FAULT, false),
    /** Its character or content encoding is unknown or broken. */
    ENCODING("encoding", Kind.FAULT, false),
    /** The entry's name would leave its folder or forge a path. */
    UNSAFE_NAME("unsafe-name", Kind.FAULT, false),
    /** A device, pipe, socket or a link. */
    SPECIAL_FILE("special-file", Kind.FAULT, false),
    /** It expands beyond the allowed ratio. */
    LIMIT_RATIO("limit-ratio", Kind.FAULT, false),
    /** It is longer than a document may be. */
    LIMIT_SIZE("limit-size", Kind.FAULT, false),
    /** It is nested too deeply. */
    LIMIT_DEPTH("limit-depth", Kind.FAULT, false),
    /** It has too many entries. */
    LIMIT_ENTRIES("limit-entries", Kind.FAULT, false),
    /** It declares XML entities where none may be, or ones that expand to too much. */
    LIMIT_ENTITY("limit-entity", Kind.FAULT, false),
    /** Reading it would take more memory than allowed. */
    LIMIT_MEMORY("limit-memory", Kind.FAULT, false),
    /** Its parser took too long. */
    TIMEOUT("timeout", Kind.FAULT, true),
    /** Its parser ran out of memory. */
    OOM("oom", Kind.FAULT, true),
    /** A WARC revisit: the payload stands elsewhere. */
    REVISIT("revisit", Kind.FILTER, false),
    /** A WARC segment that is not the whole record. */
    SEGMENTED("segmented", Kind.FILTER, false),
    /** The response is not a 200. */
    HTTP_STATUS("http-status", Kind.FILTER, false),
    /** It could not be read, or its parser died. */
    IO("io", Kind.FAULT, true);

    /** Whether a rule left the capture out or a fault did. */
    public enum Kind {
        FILTER("filter"),
        FAULT("fault");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /** As it stands in the data. */
        public String label() {
            return label;
        }
    }

    private final String label;
    private final Kind kind;
    private final boolean retryable;

    RejectReason(String label, Kind kind, boolean retryable) {
        this.label = label;
        this.kind = kind;
        this.retryable = retryable;
    }

    /** As it stands in the data: {@code limit-size}. */
    public String label() {
        return label;
    }

    /** Whether a rule left it out or a fault did. */
    public Kind kind() {
        return kind;
    }

    /** Whether the same bytes might be read on another day. */
    public boolean retryable() {
        return retryable;
    }
}
