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
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes the parts of batches out of their staged shards and what is live of them: merges runs until they are few, reads
 * the few columns that duplicates are found by and that order documents, and has the parts written, each a task that
 * any machine can do. Everything is merged as streams, so that heap hardly grows with the batch: a buffer of 16 MB for
 * each of at most six sorts, what each {@link ConsolidationTask} takes, and 50 KB for each part. The parts' bytes
 * depend on the set of rows alone: not on shards, runs, threads, machines, or whether the rows came in one go.
 * Thread-safe where each call has a staging folder or a batch of its own.
 */
public final class BatchConsolidation {
    private static final List<Table<?>> TABLES = List.of(Tables.DOCUMENTS, Tables.EVIDENCE, Tables.REJECTS);

    private static final int KEY_SOURCE = Clusters.KEYS.position("source_uri");

    private final Storage dataset;
    private final String staging;
    private final Sizes sizes;

    /** @param staging folder of the run in the dataset, the one that the shards were staged under */
    public BatchConsolidation(Storage dataset, String staging) {
        this(dataset, staging, Sizes.USUAL);
    }

    BatchConsolidation(Storage dataset, String staging, Sizes sizes) {
        this.dataset = dataset;
        this.staging = staging;
        this.sizes = sizes;
    }

    /**
     * How much is one part, and how much one task.
     *
     * @param documentWeight where a part of documents ends: see {@link DocumentCuts}
     * @param evidenceDocuments documents whose evidence makes a part
     * @param runs runs of a table that parts are made of, at most
     */
    record Sizes(long documentWeight, long evidenceDocuments, int runs) {
        /** Up to 500 MB of documents, mostly 150; about 200 MB of evidence. */
        static final Sizes USUAL = new Sizes(DocumentCuts.MOST_WEIGHT, 500_000, 512);
    }

    /**
     * What a batch is made of.
     *
     * @param id the batch, as it stands in paths
     * @param shards all its shards of this run
     * @param runs what they have staged of each table, or what it was merged into
     * @param live its live parts, of all tables; empty for a new batch
     * @param replaced {@code source_uri} of live inputs whose rows go: those that were read again or are there no more
     */
    public record Batch(
            String id,
            List<StagedShard> shards,
            Map<String, List<String>> runs,
            List<Part> live,
            Set<String> replaced) {
        public Batch {
            shards = List.copyOf(shards);
            runs = Map.copyOf(runs);
            live = List.copyOf(live);
            replaced = Set.copyOf(replaced);
        }

        /** A batch of which nothing was merged yet. */
        public Batch(String id, List<StagedShard> shards, List<Part> live, Set<String> replaced) {
            this(id, shards, runsOf(shards), live, replaced);
        }

        private static Map<String, List<String>> runsOf(List<StagedShard> shards) {
            Map<String, List<String>> runs = new HashMap<>();
            for (Table<?> table : TABLES) {
                runs.put(
                        table.name(),
                        shards.stream()
                                .flatMap(shard -> shard.runsOf(table.name()).stream())
                                .toList());
            }
            return runs;
        }

        /** The same where no live row stays; those of another version need not even be readable then. */
        private Batch anew() {
            return new Batch(id, shards, runs, List.of(), Set.of());
        }

        private List<String> staged(Table<?> table) {
            return Objects.requireNonNull(runs.get(table.name()), table.name());
        }

        private List<String> live(Table<?> table) {
            return LiveRows.paths(live, table.name());
        }

        private boolean replaces(@Nullable String source) {
            return source != null && replaced.contains(source);
        }
    }

    /**
     * Writes the parts that replace all live ones of batches, under the staging folder. Folders of attempts stay there:
     * one that lost may still write.
     *
     * @return the parts of documents, evidence, rejects and {@link InputLedger}
     * @throws IllegalStateException where a document comes twice, or a live part is not as this version writes it
     * @throws Exception what the runner fails with
     */
    public List<Part> consolidate(List<Batch> batches, TaskRunner runner) throws Exception {
        begin(batches);
        List<ConsolidationTask> tasks = new ArrayList<>();
        for (Batch batch : withFewRuns(batches, runner)) {
            tasks.addAll(plan(batch));
        }
        List<Part> parts = new ArrayList<>(runner.complete("merge", tasks, dataset, staging));
        for (Batch batch : batches) {
            dataset.delete(work(batch));
            parts.add(InputLedger.write(dataset, staging, batch));
        }
        return parts;
    }

    /** Removes what an earlier attempt at the run has left. */
    private void begin(List<Batch> batches) throws IOException {
        dataset.delete(staging + "/merge");
        PartSeries series = new PartSeries(dataset, staging);
        for (Batch batch : batches) {
            for (Table<?> table : TABLES) {
                series.clear(table, batch.id());
            }
        }
    }

    /** Merges runs until no batch has many. */
    private List<Batch> withFewRuns(List<Batch> batches, TaskRunner runner) throws Exception {
        List<Batch> before = batches;
        for (int pass = 0; ; pass++) {
            List<ConsolidationTask> tasks = new ArrayList<>();
            List<Batch> after = new ArrayList<>();
            for (Batch batch : before) {
                after.add(gather(batch, pass, tasks));
            }
            if (tasks.isEmpty()) {
                return after;
            }
            runner.complete("merge", tasks, dataset, staging);
            before = after;
        }
    }

    /** The batch as it is once more tasks are done, which are none where its runs are few. */
    private Batch gather(Batch batch, int pass, List<ConsolidationTask> tasks) {
        Map<String, List<String>> runs = new HashMap<>(batch.runs());
        for (Table<?> table : TABLES) {
            List<String> many = batch.staged(table);
            if (many.size() > sizes.runs()) {
                List<String> few = new ArrayList<>();
                int together = Math.max(2, sizes.runs() / 2);
                for (int from = 0; from < many.size(); from += together) {
                    String path = String.format(
                            Locale.ROOT, "%s/%s-%d-%05d.parquet", work(batch), table.name(), pass, few.size());
                    List<String> some = many.subList(from, Math.min(many.size(), from + together));
                    tasks.add(new RunTask(table.name(), some, path));
                    few.add(path);
                }
                runs.put(table.name(), few);
            }
        }
        return new Batch(batch.id(), batch.shards(), runs, batch.live(), batch.replaced());
    }

    /** Finds the duplicates of a batch, and what parts of documents, evidence and rejects it will have. */
    private List<ConsolidationTask> plan(Batch given) throws IOException {
        Batch batch = InputLedger.replacesAll(dataset, given) ? given.anew() : given;
        String work = work(batch);
        List<ConsolidationTask> tasks = new ArrayList<>();
        try (Clusters clusters = new Clusters(dataset, work);
                DocumentIds ids = new DocumentIds(dataset, work + "/ids");
                DocumentIds dropped = new DocumentIds(dataset, work + "/dropped");
                DocumentCuts cuts = new DocumentCuts(dataset, work, sizes.documentWeight())) {
            List<String> files = files(batch);
            int[] rows = readKeys(batch, files, new Keys(clusters, ids, dropped, cuts));
            ids.requireDistinct();
            clusters.find();
            for (DocumentCuts.Cut cut : cuts.find(clusters)) {
                tasks.add(documents(batch, tasks.size(), cut, files, rows));
            }
            tasks.addAll(evidence(batch, ids.count(), dropped.write(work + "/dropped.parquet")));
            tasks.add(rejects(batch));
        }
        return tasks;
    }

    private String work(Batch batch) {
        return staging + "/merge/batch=" + batch.id();
    }

    /** What takes the few columns that duplicates are found by, of every document. */
    private record Keys(Clusters clusters, DocumentIds ids, DocumentIds dropped, DocumentCuts cuts) {
        void add(int file, int number, Row row) throws IOException {
            ids.add(row);
            clusters.add(row);
            cuts.add(file, number, row);
        }
    }

    /** Reads them; gives how many rows each file has. */
    private int[] readKeys(Batch batch, List<String> files, Keys keys) throws IOException {
        int firstLive = batch.staged(Tables.DOCUMENTS).size();
        int[] counts = new int[files.size()];
        for (int file = 0; file < counts.length; file++) {
            try (RowCursor rows = RowReader.open(dataset, files.get(file), Clusters.KEYS)) {
                for (Row row = rows.next(); row != null; row = rows.next()) {
                    int number = counts[file]++;
                    if (file >= firstLive && batch.replaces(row.string(KEY_SOURCE))) {
                        keys.dropped().add(row);
                    } else {
                        keys.add(file, number, row);
                    }
                }
            }
        }
        return counts;
    }

    /**
     * The files of documents, by whose numbers {@link DocumentCuts} knows them: those that are staged, and those that
     * are live.
     */
    private static List<String> files(Batch batch) {
        return Stream.concat(batch.staged(Tables.DOCUMENTS).stream(), batch.live(Tables.DOCUMENTS).stream())
                .toList();
    }

    private static PartTask documents(
            Batch batch, int number, DocumentCuts.Cut cut, List<String> files, int[] rowsOfFile) {
        int firstLive = batch.staged(Tables.DOCUMENTS).size();
        List<RunFile> staged = new ArrayList<>();
        List<RunFile> live = new ArrayList<>();
        cut.rows().forEach((file, rows) -> {
            boolean whole = rows.from() == 0 && rows.to() == rowsOfFile[file];
            (file < firstLive ? staged : live).add(new RunFile(files.get(file), whole ? null : rows, null));
        });
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

    /**
     * The evidence of as many documents each; ids are hashes, so that an equal share of their values has an equal share
     * of them.
     */
    private List<PartTask> evidence(Batch batch, long documents, @Nullable String dropped) {
        long parts = Math.max(1, (documents + sizes.evidenceDocuments() - 1) / sizes.evidenceDocuments());
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
                    Set.of(),
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
