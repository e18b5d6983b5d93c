package dev.colophon.dataset.table;

import static dev.colophon.dataset.parquet.Column.optional;
import static dev.colophon.dataset.parquet.Column.required;
import static dev.colophon.dataset.parquet.ColumnType.BOOLEAN;
import static dev.colophon.dataset.parquet.ColumnType.STRING;
import static dev.colophon.dataset.parquet.ColumnType.TIMESTAMP_UTC;

import dev.colophon.dataset.parquet.Column;
import dev.colophon.dataset.parquet.Table;
import dev.colophon.model.Reject;
import dev.colophon.model.Versions;
import java.util.ArrayList;
import java.util.List;

/** The columns of the table {@code rejects}. */
final class RejectColumns {
    private RejectColumns() {}

    /** What a row is made of. */
    record Source(Reject reject, Versions versions) {
        LineageColumns.Source lineage() {
            return new LineageColumns.Source(
                    reject.origin(), reject.payloadSha256(), reject.payloadBytes(), reject.httpStatus(), versions);
        }
    }

    static Table<Source> table() {
        List<Column<Source>> columns = new ArrayList<>();
        columns.add(optional("url", STRING, (Source s) -> s.reject().url())
                .means("The address it was captured from; null where unknown.", "https://example.org/a"));
        columns.add(
                optional("captured_at", TIMESTAMP_UTC, (Source s) -> s.reject().capturedAt())
                        .means("When it was captured; null where unknown.", "2025-06-06T02:00:00Z"));
        columns.addAll(LineageColumns.of(Source::lineage));
        columns.addAll(why());
        return Table.of("rejects", "One row for every capture that became no document, and why.", columns);
    }

    private static List<Column<Source>> why() {
        return List.of(
                required("stage", STRING, (Source s) -> s.reject().stage().label())
                        .means("The hop that refused it: open, extract or interpret.", "extract"),
                required(
                                "kind",
                                STRING,
                                (Source s) -> s.reject().reason().kind().label())
                        .means("filter where a rule left it out, fault where something is broken.", "fault"),
                required("reason", STRING, (Source s) -> s.reject().reason().label())
                        .means("Why.", "truncated"),
                required("message", STRING, (Source s) -> s.reject().message())
                        .means("What was expected and what was found, for people.", ""),
                optional("exception", STRING, (Source s) -> s.reject().exception())
                        .means("Class of the fault; null where there was none.", "java.io.EOFException"),
                required("retryable", BOOLEAN, (Source s) -> s.reject().reason().retryable())
                        .means("Whether the same bytes might be read on another day.", "false"));
    }
}
