package dev.colophon.model;

/** The kind of place that a claim was found in. */
public enum ClaimSource {
    JSON_LD("json-ld"),
    MICRODATA("microdata"),
    RDFA("rdfa"),
    META("meta"),
    TIME_ELEMENT("time-element"),
    /** An element whose class, id, rel or data attribute names its purpose. */
    MARKUP("markup"),
    /** A line of visible text. */
    TEXT("text"),
    URL("url"),
    HTTP_HEADER("http-header"),
    /** Metadata inside a PDF, Office, EPUB, e-mail … file. */
    FILE_METADATA("file-metadata"),
    SIDECAR("sidecar"),
    /** A field of the dump's record: what the tool that made the dump read from the page. */
    RECORD("record");

    private final String label;

    ClaimSource(String label) {
        this.label = label;
    }

    /** As it stands in the data: {@code json-ld}. */
    public String label() {
        return label;
    }
}
