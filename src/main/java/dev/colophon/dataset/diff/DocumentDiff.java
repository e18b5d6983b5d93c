package dev.colophon.dataset.diff;

import dev.colophon.dataset.Generations;
import dev.colophon.dataset.Manifest;
import dev.colophon.dataset.Part;
import dev.colophon.dataset.parquet.Column;
import dev.colophon.dataset.parquet.ParquetFile;
import dev.colophon.dataset.parquet.Row;
import dev.colophon.dataset.parquet.RowCursor;
import dev.colophon.dataset.parquet.RowReader;
import dev.colophon.dataset.parquet.Table;
import dev.colophon.dataset.table.Tables;
import dev.colophon.storage.Storage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Compares the documents of two manifests. Parts that both hold are passed over; the documents of the others are sorted by
 * {@code doc_id} on disk and joined as streams, so that heap does not grow with the archive. A page that was edited has another
 * {@code doc_id}: of what one of the manifests alone holds, the documents that one input gave for one address, or at one
 * place, are two versions of one document, and {@code doc_id} is among the fields that differ. The columns that say which
 * rules and settings made a row are not compared: a document that they alone tell apart says what it said before.
 */
public final class DocumentDiff {
    private static final String[] SAME_URL = {"source_uri", "container_path", "url_canonical"};
    private static final String[] SAME_PLACE = {"source_uri", "container_path", "source_offset"};
    private static final String[] ORDER = {"source_offset", "doc_id"};

    private final Storage dataset;
    private final Generations generations;
    private final Storage scratch;

    /**
     * @param dataset where the manifests' parts lie
     * @param scratch a folder for sorting, as large as the text of the documents that differ; what is put there is removed
     */
    public DocumentDiff(Storage dataset, Generations generations, Storage scratch) {
        this.dataset = dataset;
        this.generations = generations;
        this.scratch = scratch;
    }

    /**
     * Compares.
     *
     * @param sink gets every document that differs
     * @throws dev.colophon.dataset.GenerationGoneException where parts of one of them are no longer kept
     */
    public void compare(Manifest from, Manifest to, Change.Sink sink) throws IOException {
        List<String> before = paths(from, to);
        List<String> after = paths(to, from);
        Table<Void> table = table(before, after);
        try (Matching byId = new Matching(scratch, "id", table, new String[] {"doc_id"}, "source_uri");
                Matching byUrl = new Matching(scratch, "url", table, SAME_URL, ORDER);
                Matching byPlace = new Matching(scratch, "place", table, SAME_PLACE, ORDER)) {
            read(before, table, byId::addOld);
            read(after, table, byId::addNow);
            Telling telling = new Telling(table, sink);
            int url = table.position("url_canonical");
            byId.join(
                    telling::both,
                    row -> (row.value(url) == null ? byPlace : byUrl).addOld(row),
                    row -> (row.value(url) == null ? byPlace : byUrl).addNow(row));
            byUrl.join(telling::both, byPlace::addOld, byPlace::addNow);
            byPlace.join(telling::both, telling::gone, telling::added);
        }
    }

    /** Where the parts lie that one manifest holds and the other does not. */
    private List<String> paths(Manifest of, Manifest other) throws IOException {
        Set<Part> shared = Set.copyOf(other.parts(Tables.named("documents").name()));
        List<String> paths = new ArrayList<>();
        for (Part part : of.parts("documents")) {
            if (!shared.contains(part)) {
                paths.add(generations.require(of, part));
            }
        }
        return paths;
    }

    /** The columns that all of the files have: another version may have written some of them. */
    private Table<Void> table(List<String> before, List<String> after) throws IOException {
        Table<?> documents = Tables.named("documents");
        Set<String> columns = new LinkedHashSet<>(
                documents.columns().stream().map(Column::name).toList());
        for (List<String> paths : List.of(before, after)) {
            for (String path : paths) {
                columns.retainAll(ParquetFile.columns(dataset, path, documents));
            }
        }
        return documents.project("compared", columns.toArray(String[]::new));
    }

    private void read(List<String> paths, Table<Void> table, Matching.Sink sink) throws IOException {
        for (String path : paths) {
            try (RowCursor rows = RowReader.open(dataset, path, table)) {
                for (Row row = rows.next(); row != null; row = rows.next()) {
                    sink.accept(row);
                }
            }
        }
    }
}
