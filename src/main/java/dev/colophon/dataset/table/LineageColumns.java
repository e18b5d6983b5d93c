package dev.colophon.dataset.table;

import static dev.colophon.dataset.parquet.Column.optional;
import static dev.colophon.dataset.parquet.Column.required;
import static dev.colophon.dataset.parquet.ColumnType.INT32;
import static dev.colophon.dataset.parquet.ColumnType.INT64;
import static dev.colophon.dataset.parquet.ColumnType.STRING;

import dev.colophon.dataset.parquet.Column;
import dev.colophon.model.Origin;
import dev.colophon.model.Versions;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The columns that say where a capture came from and what read it; documents and rejects share them. */
final class LineageColumns {
    private static final String EXAMPLE_HASH = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

    private LineageColumns() {}

    /**
     * What the columns are made of.
     *
     * @param payloadSha256 null where no byte could be read
     */
    record Source(
            Origin origin,
            @Nullable String payloadSha256,
            long payloadBytes,
            @Nullable Integer httpStatus,
            Versions versions) {}

    static <T> List<Column<T>> of(Function<T, Source> lineage) {
        return List.of(
                required(
                                "source_uri",
                                STRING,
                                (T row) -> lineage.apply(row).origin().sourceUri())
                        .means("The input file, relative to the input root that the job names.", "2025/06/a.html"),
                optional(
                                "container_path",
                                STRING,
                                (T row) -> lineage.apply(row).origin().containerPath())
                        .means(
                                "The entry inside the file, levels joined by !; null for other files.",
                                "inner.zip!a.html"),
                required(
                                "source_offset",
                                INT64,
                                (T row) -> lineage.apply(row).origin().offset())
                        .means("First byte of the capture in the file as stored.", "0"),
                required(
                                "source_length",
                                INT64,
                                (T row) -> lineage.apply(row).origin().length())
                        .means("Bytes that the capture takes in the file as stored.", "48213"),
                optional(
                                "record_id",
                                STRING,
                                (T row) -> lineage.apply(row).origin().recordId())
                        .means(
                                "The dump's own id, for WARC the WARC-Record-ID; null where it has none.",
                                "<urn:uuid:7b4a8a5e-1f5c-4c8e-9d35-0a6a3c9be1f0>"),
                optional("payload_sha256", STRING, (T row) -> lineage.apply(row).payloadSha256())
                        .means(
                                "SHA-256 of the payload, or of the stored bytes where the payload could not be read;"
                                        + " null where nothing could be read.",
                                EXAMPLE_HASH),
                required("payload_bytes", INT64, (T row) -> lineage.apply(row).payloadBytes())
                        .means("Length of the hashed bytes.", "174080"),
                optional("http_status", INT32, (T row) -> lineage.apply(row).httpStatus())
                        .means("Status of the HTTP response; null where it was none.", "200"),
                version("pipeline_version", lineage, Versions::pipeline)
                        .means("Version of the pipeline as a whole.", "1"),
                version("extractor_version", lineage, Versions::extractor)
                        .means("Version of the reading of text, title and claims.", "1"),
                version("date_rules_version", lineage, Versions::dateRules)
                        .means("Version of the reading of dates.", "1"),
                version("name_rules_version", lineage, Versions::nameRules)
                        .means("Version of the reading of bylines and names.", "1"),
                required(
                                "settings_sha256",
                                STRING,
                                (T row) -> lineage.apply(row).versions().settingsSha256())
                        .means("Hash of every setting that can change a row.", EXAMPLE_HASH));
    }

    private static <T> Column<T> version(
            String name, Function<T, Source> lineage, Function<Versions, Integer> component) {
        return required(name, INT32, row -> component.apply(lineage.apply(row).versions()));
    }
}
