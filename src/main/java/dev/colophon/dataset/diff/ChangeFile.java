package dev.colophon.dataset.diff;

import static dev.colophon.dataset.parquet.Column.optional;
import static dev.colophon.dataset.parquet.Column.required;
import static dev.colophon.dataset.parquet.ColumnType.STRING;

import dev.colophon.dataset.parquet.RowWriter;
import dev.colophon.dataset.parquet.Table;
import dev.colophon.storage.Storage;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes changes as Parquet: a row for every field that differs, and one for every document that was added or is gone. The
 * file is there once {@link #finish} has returned. Not thread-safe.
 */
public final class ChangeFile implements Change.Sink, Closeable {
    private record Source(Change change, Change.@Nullable Field field) {
        Change.Subject subject() {
            return change.subject();
        }
    }

    private static final Table<Source> TABLE = Table.<Source>of(
                    "changes",
                    "One row for every field that differs, and for every document that was added or is gone.",
                    List.of(
                            required(
                                            "kind",
                                            STRING,
                                            (Source s) -> s.change().kind().label())
                                    .means("added, gone or changed.", "changed"),
                            required("doc_id", STRING, (Source s) -> s.change().docId())
                                    .means("The document.", ""),
                            optional(
                                            "field",
                                            STRING,
                                            (Source s) -> s.field() == null
                                                    ? null
                                                    : s.field().name())
                                    .means(
                                            "The column that differs; null where the document was added or is gone.",
                                            ""),
                            optional(
                                            "old_value",
                                            STRING,
                                            (Source s) -> s.field() == null
                                                    ? null
                                                    : s.field().before())
                                    .means("Its value before, lists as JSON; null where it was null.", ""),
                            optional(
                                            "new_value",
                                            STRING,
                                            (Source s) -> s.field() == null
                                                    ? null
                                                    : s.field().after())
                                    .means("Its value after, lists as JSON; null where it is null.", ""),
                            optional(
                                            "language",
                                            STRING,
                                            (Source s) -> s.subject().language())
                                    .means("The document's language.", "bn"),
                            optional(
                                            "publisher",
                                            STRING,
                                            (Source s) -> s.subject().publisher())
                                    .means("The document's publisher.", ""),
                            optional("title", STRING, (Source s) -> s.subject().title())
                                    .means("The document's title.", ""),
                            required(
                                            "source_uri",
                                            STRING,
                                            (Source s) -> s.subject().sourceUri())
                                    .means("The document's input.", "")))
            .withoutDictionary("doc_id", "old_value", "new_value");

    private final RowWriter writer;

    /** Begins a file. */
    public ChangeFile(Storage storage, String path) throws IOException {
        writer = new RowWriter(storage, path, TABLE, RowWriter.Profile.lasting(0));
    }

    @Override
    public void accept(Change change) throws IOException {
        if (change.fields().isEmpty()) {
            writer.write(TABLE.row(new Source(change, null)));
        }
        for (Change.Field field : change.fields()) {
            writer.write(TABLE.row(new Source(change, field)));
        }
    }

    /** Completes the file. */
    public void finish() throws IOException {
        writer.finish();
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }
}
