package dev.colophon.source.records;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a field of a dump's record can mean to us. */
public enum RecordField {
    /** The page's HTML. */
    HTML("html"),
    /** The page's text where there is no HTML; what begins as HTML is read as HTML. */
    TEXT("text"),
    /** The page's text as Markdown. */
    MARKDOWN("markdown"),
    URL("url"),
    CAPTURED_AT("captured-at"),
    PUBLISHED("published"),
    MODIFIED("modified"),
    CREATED("created"),
    /** A date whose meaning the name does not tell. */
    DATE("date"),
    TITLE("title"),
    DESCRIPTION("description"),
    AUTHOR("author"),
    EDITOR("editor"),
    LANGUAGE("language"),
    /** The publisher's name. */
    SITE("site"),
    SECTION("section"),
    TAGS("tags"),
    IMAGE("image"),
    /** The dump's own identifier. */
    ID("id"),
    HTTP_STATUS("http-status"),
    /** The Content-Type that came with the page. */
    CONTENT_TYPE("content-type"),
    /** How the page is written into the field: {@code base64}. */
    ENCODING("encoding");

    private static final Map<String, RecordField> BY_LABEL =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(RecordField::label, Function.identity()));

    private final String label;

    RecordField(String label) {
        this.label = label;
    }

    /** As it stands in a job file: {@code captured-at}. */
    public String label() {
        return label;
    }

    /** All labels, in order. */
    public static List<String> labels() {
        return Arrays.stream(values()).map(RecordField::label).toList();
    }

    static @Nullable RecordField ofLabel(String label) {
        return BY_LABEL.get(label);
    }

    boolean isContent() {
        return this == HTML || this == TEXT || this == MARKDOWN;
    }
}
