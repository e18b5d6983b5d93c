package dev.colophon.dataset.duplicates;

import dev.colophon.dataset.Commit;
import dev.colophon.dataset.Dataset;
import dev.colophon.dataset.Layout;
import dev.colophon.dataset.Part;
import dev.colophon.dataset.lease.Lease;
import dev.colophon.dataset.lease.LeaseTerms;
import dev.colophon.dataset.lease.Owner;
import dev.colophon.dataset.table.BatchConsolidation;
import dev.colophon.dataset.table.Consolidated;
import dev.colophon.dataset.table.Runners;
import dev.colophon.dataset.table.StagedShard;
import dev.colophon.dataset.table.StagedShardWriter;
import dev.colophon.dataset.table.TableInspector;
import dev.colophon.dataset.table.TaskRunner;
import dev.colophon.dedup.Fingerprints;
import dev.colophon.model.Content;
import dev.colophon.model.Credits;
import dev.colophon.model.Document;
import dev.colophon.model.Headline;
import dev.colophon.model.Identity;
import dev.colophon.model.Lineage;
import dev.colophon.model.Origin;
import dev.colophon.model.Outcome;
import dev.colophon.model.Publication;
import dev.colophon.model.Versions;
import dev.colophon.source.InputFingerprint;
import dev.colophon.storage.LocalStorage;
import dev.colophon.storage.Storage;
import dev.colophon.text.Hashes;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An archive for tests that takes in pages night by night, by real commits. */
final class Nights implements AutoCloseable {
    private static final Versions VERSIONS = new Versions(1, 1, 1, 1, Hashes.sha256Hex("settings"));
    private static final Instant START = Instant.parse("2026-11-01T00:00:00Z");

    final Path root;
    final Dataset dataset;
    private final Lease lease;
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private long updateNanos;
    private int runs;
    private TaskSize size = TaskSize.USUAL;
    private boolean small;
    private final Map<String, List<Integer>> tasksOf = new TreeMap<>();

    Nights(Path root) throws Exception {
        this.root = root;
        Storage storage = new LocalStorage(root);
        this.dataset = Dataset.open(storage);
        this.lease = Lease.take(storage, Owner.ofThisProcess("test"), LeaseTerms.of(InstantSource.fixed(START)));
    }

    /**
     * A page of the web at a time.
     *
     * @param name makes its doc_id
     * @param url null where unknown
     * @param hour of the capture; null where unknown
     */
    record Page(String name, @Nullable String url, @Nullable Integer hour, String text) {
        String id() {
            return Hashes.sha256Hex(name);
        }

        private Document document() {
            return new Document(
                    new Identity(id(), url, url, null, null, null),
                    hour == null ? null : START.plus(Duration.ofHours(hour)),
                    Publication.UNKNOWN,
                    new Content(
                            new Headline(name, null, null),
                            text,
                            null,
                            null,
                            null,
                            null,
                            List.of(),
                            null,
                            "text/html",
                            "UTF-8",
                            null),
                    Credits.NONE,
                    Fingerprints.of(text),
                    new Lineage(Origin.ofFile(name, 100), Hashes.sha256Hex(text), 100, 200),
                    List.of());
        }
    }

    /** Takes in pages; those of the batch that have the same name as one of them are replaced. */
    Nights add(String batch, List<Page> pages) throws Exception {
        return commit(batch, pages, pages.stream().map(Page::name).collect(Collectors.toSet()));
    }

    /** Takes pages away. */
    Nights remove(String batch, String... names) throws Exception {
        return commit(batch, List.of(), Set.of(names));
    }

    private Nights commit(String batch, List<Page> pages, Set<String> replaced) throws Exception {
        String run = String.format(Locale.ROOT, "%06d-test", ++runs);
        String staging = Layout.staging(run);
        List<Part> live = dataset.current().partsOf(Set.of(batch));
        List<Part> parts = new ArrayList<>(Consolidated.of(
                dataset.storage(),
                staging,
                new BatchConsolidation.Batch(batch, List.of(stage(staging, pages)), live, new HashSet<>(replaced))));
        long before = threads.getCurrentThreadCpuTime();
        DuplicateUpdate.Change change = update(staging, run).update(dataset.current(), List.of(batch), parts);
        updateNanos = threads.getCurrentThreadCpuTime() - before;
        parts.addAll(change.added());
        dataset.commit(
                new Commit(run, "test", VERSIONS, List.of(batch), parts, change.removed()),
                lease,
                new TableInspector());
        return this;
    }

    /** Small tasks, so that few pages make several; each is done twice. */
    Nights small(int texts, int pairs) {
        size = new TaskSize(texts, pairs, texts);
        small = true;
        return this;
    }

    private DuplicateUpdate update(String staging, String run) {
        Storage storage = dataset.storage();
        TaskRunner runner = small ? Runners.twice(storage, staging, runs) : Runners.inline(storage, staging);
        TaskRunner counting = (what, tasks, taken) -> {
            tasksOf.computeIfAbsent(what, each -> new ArrayList<>()).add(tasks.size());
            runner.run(what, tasks, taken);
        };
        return new DuplicateUpdate(storage, staging, run, counting, size, false);
    }

    /** How many tasks there were each time something was to be done. */
    List<Integer> tasksOf(String what) {
        return tasksOf.getOrDefault(what, List.of());
    }

    private StagedShard stage(String staging, List<Page> pages) throws Exception {
        try (StagedShardWriter writer = new StagedShardWriter(dataset.storage(), staging, "all", VERSIONS)) {
            for (Page page : pages) {
                writer.accept(new Outcome.Accepted(page.document()));
            }
            return writer.finish(pages.stream()
                    .map(page -> new InputFingerprint(page.name(), 1, START, Hashes.sha256Hex(page.name()), 1))
                    .toList());
        }
    }

    /** The rows of the table by document: what it repeats, cluster, method, similarity to three places, whether one address. */
    Map<String, String> duplicates() throws SQLException {
        Map<String, String> rows = new TreeMap<>();
        try (Connection duckDb = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duckDb.createStatement();
                ResultSet result = statement.executeQuery(
                        "SELECT doc_id, duplicate_of, cluster_id, method, printf('%.3f', similarity), same_url"
                                + " FROM read_parquet('" + root + "/duplicates/*/*.parquet')")) {
            while (result.next()) {
                String row = String.join(
                        " ",
                        result.getString(2),
                        result.getString(3),
                        result.getString(4),
                        result.getString(5),
                        result.getString(6));
                if (rows.put(result.getString(1), row) != null) {
                    throw new AssertionError(result.getString(1) + " has two rows");
                }
            }
        }
        return rows;
    }

    /** How many rows the table has; a document that stands in several batches may have several. */
    long rows() throws Exception {
        return dataset.current().parts("duplicates").stream()
                .mapToLong(Part::rows)
                .sum();
    }

    /** CPU time of the last update of the table and its index. */
    long updateNanos() {
        return updateNanos;
    }

    /** Hashes of the live files of some tables, by path. */
    Map<String, String> files(String... tables) throws Exception {
        Map<String, String> files = new TreeMap<>();
        for (String table : tables) {
            dataset.current().parts(table).forEach(part -> files.put(part.path(), part.sha256()));
        }
        return files;
    }

    @Override
    public void close() throws Exception {
        lease.close();
    }
}
