package dev.colophon.dataset.table;

import dev.colophon.dataset.Part;
import dev.colophon.dataset.parquet.Row;
import dev.colophon.dataset.parquet.RowCursor;
import dev.colophon.dataset.parquet.RowReader;
import dev.colophon.dataset.parquet.RunFile;
import dev.colophon.dataset.parquet.Table;
import dev.colophon.storage.Storage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes the parts of a batch out of its staged shards and what is live of it: first {@link #plan}, which reads the few columns
 * that duplicates are found by and that order documents, then the parts it names, one by one, here or elsewhere. Everything is
 * merged as streams, so that heap does not grow with the batch: a buffer of 16 MB for each of at most five sorts, and a page
 * and a row group of each of at most 16 runs. The parts' bytes depend on the set of rows alone: not on shards, runs, threads,
 * machines, or whether the rows came in one go. Thread-safe where each call has a staging folder or a batch of its own.
 */
public final class BatchConsolidation {
    /** About 200 MB of evidence. */
    private static final long DOCUMENTS_OF_A_PART_OF_EVIDENCE = 500_000;

    private static final int KEY_SOURCE = Clusters.KEYS.position("source_uri");

    private final Storage dataset;
    private final String staging;
    private final long documentWeight;
    private final long evidenceDocuments;

    /** @param staging folder of the run in the dataset, the one that the shards were staged under */
    public BatchConsolidation(Storage dataset, String staging) {
        this(dataset, staging, DocumentCuts.MOST_WEIGHT, DOCUMENTS_OF_A_PART_OF_EVIDENCE);
    }

    /**
     * With parts of another size.
     *
     * @param documentWeight see {@link DocumentCuts}
     * @param evidenceDocuments documents whose evidence makes a part
     */
    BatchConsolidation(Storage dataset, String staging, long documentWeight, long evidenceDocuments) {
        this.dataset = dataset;
        this.staging = staging;
        this.documentWeight = documentWeight;
        this.evidenceDocuments = evidenceDocuments;
    }

    /**
     * What a batch is made of.
     *
     * @param id the batch, as it stands in paths
     * @param shards all its shards of this run
     * @param live its live parts, of all tables; empty for a new batch
     * @param replaced {@code source_uri} of live inputs whose rows go: those that were read again or are there no more
     */
    public record Batch(String id, List<StagedShard> shards, List<Part> live, Set<String> replaced) {
        public Batch {
            shards = List.copyOf(shards);
            live = List.copyOf(live);
            replaced = Set.copyOf(replaced);
        }

        /** The same where no live row stays; those of another version need not even be readable then. */
        private Batch anew() {
            return new Batch(id, shards, List.of(), Set.of());
        }

        private List<String> staged(Table<?> table) {
            return shards.stream()
                    .flatMap(shard -> shard.runsOf(table.name()).stream())
                    .toList();
        }

        private List<String> live(Table<?> table) {
            return LiveRows.paths(live, table.name());
        }

        private boolean replaces(@Nullable String source) {
            return source != null && replaced.contains(source);
        }
    }

    /**
     * Writes the parts that replace all live ones of the batch, under the staging folder.
     *
     * @return the parts of documents, evidence, rejects and {@link InputLedger}
     * @throws IllegalStateException where a document comes twice, or a live part is not as this version writes it
     */
    public List<Part> consolidate(Batch batch) throws IOException {
        List<Part> parts = new ArrayList<>();
        for (PartTask task : plan(batch)) {
            parts.addAll(task.write(dataset, staging, ""));
        }
        parts.add(finish(batch));
        return parts;
    }

    /**
     * Finds the duplicates of a batch, and what parts it will have.
     *
     * @return the parts of documents, evidence and rejects, to be written before {@link #finish}, in any order and at once
     * @throws IllegalStateException where a document comes twice, or a live part is not as this version writes it
     */
    public List<PartTask> plan(Batch given) throws IOException {
        Batch batch = InputLedger.replacesAll(dataset, given) ? given.anew() : given;
        String work = work(batch);
        dataset.delete(work);
        PartSeries series = new PartSeries(dataset, staging);
        for (Table<?> table : List.of(Tables.DOCUMENTS, Tables.EVIDENCE, Tables.REJECTS)) {
            series.clear(table, batch.id());
        }
        List<PartTask> tasks = new ArrayList<>();
        try (Clusters clusters = new Clusters(dataset, work);
                DocumentIds ids = new DocumentIds(dataset, work + "/ids");
                DocumentIds dropped = new DocumentIds(dataset, work + "/dropped");
                DocumentCuts cuts = new DocumentCuts(dataset, work, documentWeight)) {
            readKeys(batch, clusters, ids, dropped, cuts);
            ids.requireDistinct();
            clusters.find();
            List<DocumentCuts.Cut> found = cuts.find(clusters);
            for (int i = 0; i < found.size(); i++) {
                tasks.add(documents(batch, i, found.get(i), cuts));
            }
            tasks.addAll(evidence(batch, ids.count(), dropped.write(work + "/dropped.parquet")));
            tasks.add(rejects(batch));
        }
        return tasks;
    }

    /** Removes what {@link #plan} left for its parts, and writes the {@link InputLedger}, the last part of the batch. */
    public Part finish(Batch batch) throws IOException {
        dataset.delete(work(batch));
        return InputLedger.write(dataset, staging, batch);
    }

    private String work(Batch batch) {
        return staging + "/merge/batch=" + batch.id();
    }

    /** Reads the few columns that duplicates are found by, of every document. */
    private void readKeys(Batch batch, Clusters clusters, DocumentIds ids, DocumentIds dropped, DocumentCuts cuts)
            throws IOException {
        List<String> staged = batch.staged(Tables.DOCUMENTS);
        List<String> files = files(batch);
        for (int file = 0; file < files.size(); file++) {
            boolean live = file >= staged.size();
            try (RowCursor rows = RowReader.open(dataset, files.get(file), Clusters.KEYS)) {
                for (Row row = rows.next(); row != null; row = rows.next()) {
                    if (live && batch.replaces(row.string(KEY_SOURCE))) {
                        dropped.add(row);
                        cuts.pass(file);
                    } else {
                        ids.add(row);
                        clusters.add(row);
                        cuts.add(file, row);
                    }
                }
            }
        }
    }

    /** The files of documents, by whose numbers {@link DocumentCuts} knows them: those that are staged, and those that are live. */
    private static List<String> files(Batch batch) {
        return Stream.concat(batch.staged(Tables.DOCUMENTS).stream(), batch.live(Tables.DOCUMENTS).stream())
                .toList();
    }

    private static PartTask documents(Batch batch, int number, DocumentCuts.Cut cut, DocumentCuts cuts) {
        int firstLive = batch.staged(Tables.DOCUMENTS).size();
        List<String> files = files(batch);
        List<RunFile> staged = new ArrayList<>();
        List<RunFile> live = new ArrayList<>();
        cut.rows()
                .forEach((file, rows) -> (file < firstLive ? staged : live)
                        .add(new RunFile(files.get(file), cuts.isWhole(file, rows) ? null : rows, null)));
        return new PartTask(
                batch.id(),
                Tables.DOCUMENTS.name(),
                number,
                cut.documents(),
                staged,
                live,
                batch.replaced(),
                cut.members());
    }

    /** The evidence of as many documents each; ids are hashes, so that an equal share of their values has an equal share of them. */
    private List<PartTask> evidence(Batch batch, long documents, @Nullable String dropped) {
        long parts = Math.max(1, (documents + evidenceDocuments - 1) / evidenceDocuments);
        List<PartTask> tasks = new ArrayList<>();
        for (int part = 0; part < parts; part++) {
            RunFile.Keys keys = parts == 1
                    ? null
                    : new RunFile.Keys(
                            "doc_id",
                            part == 0 ? "" : beginning(part, parts),
                            part == parts - 1 ? null : beginning(part + 1, parts));
            tasks.add(new PartTask(
                    batch.id(),
                    Tables.EVIDENCE.name(),
                    part,
                    0,
                    files(batch.staged(Tables.EVIDENCE), keys),
                    files(batch.live(Tables.EVIDENCE), keys),
                    batch.replaced(),
                    dropped));
        }
        return tasks;
    }

    /** The first eight digits of the least id of a share of all values. */
    private static String beginning(int part, long parts) {
        return String.format(Locale.ROOT, "%08x", (1L << 32) * part / parts);
    }

    private static PartTask rejects(Batch batch) {
        return new PartTask(
                batch.id(),
                Tables.REJECTS.name(),
                0,
                0,
                files(batch.staged(Tables.REJECTS), null),
                files(batch.live(Tables.REJECTS), null),
                batch.replaced(),
                null);
    }

    private static List<RunFile> files(List<String> paths, RunFile.@Nullable Keys keys) {
        return paths.stream().map(path -> new RunFile(path, null, keys)).toList();
    }
}
