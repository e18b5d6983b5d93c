package dev.colophon.dataset.table;

import dev.colophon.dataset.Part;
import dev.colophon.dataset.parquet.Row;
import dev.colophon.dataset.parquet.RowCursor;
import dev.colophon.dataset.parquet.RowReader;
import dev.colophon.dataset.parquet.RowWriter;
import dev.colophon.dataset.parquet.SortedRuns;
import dev.colophon.dataset.parquet.Table;
import dev.colophon.storage.Storage;
import java.io.Closeable;
import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a batch knows of its sites: one Parquet part beside the {@link InputLedger}, committed and verified as all parts
 * are, so that the pages of later runs are read with what those of the first were read with. Adds the profiles of new
 * sites to those that the batch has. Not thread-safe.
 */
public final class SiteLedger implements Closeable {
    /** Name of the ledger where a {@link Part} names its table. */
    public static final String TABLE = "sites";

    private static final Table<Void> SURVEYS = Tables.SITES.project(TABLE, "site", "surveyed");
    private static final Table<Void> NAMES = Tables.SITES.project(TABLE, "site");
    private static final int SITE = Tables.SITES.position("site");

    /** As many as a job knows of a batch unless it is told otherwise. */
    private static final int MOST_MERGED = 4_000;

    private final Storage dataset;
    private final String staging;
    private final String batch;
    private final SortedRuns facts;

    /** @param staging folder of the run in the dataset */
    public SiteLedger(Storage dataset, String staging, String batch) {
        this.dataset = dataset;
        this.staging = staging;
        this.batch = batch;
        this.facts = new SortedRuns(dataset, staging + "/sites/batch=" + batch, Tables.SITES, Tables.SITE_ORDER);
    }

    /** {@code _colophon/sites/batch=2026-11-22/part-00000.parquet}. */
    public static String path(String batch) {
        return "_colophon/" + PartPaths.folder(TABLE, batch) + PartPaths.fileName(0) + ".parquet";
    }

    /** Where the part lies until it is live. */
    public static String staged(String staging, String batch) {
        return PartPaths.staged(staging, path(batch));
    }

    /** The sites that a part knows, sorted. */
    public static Set<String> sites(Storage dataset, String path) throws IOException {
        Set<String> sites = new TreeSet<>();
        try (RowCursor rows = RowReader.open(dataset, path, NAMES)) {
            for (Row row = rows.next(); row != null; row = rows.next()) {
                sites.add(Objects.requireNonNull(row.string(NAMES.position("site"))));
            }
        }
        return sites;
    }

    /** Reads a part: the facts of one site follow each other. */
    public static void read(Storage dataset, String path, Consumer<SiteFact> reader) throws IOException {
        try (RowCursor rows = RowReader.open(dataset, path, Tables.SITES)) {
            read(rows, reader);
        }
    }

    /** Reads what a part knows of one site, without reading most of it. */
    public static void readSite(Storage dataset, String path, String site, Consumer<SiteFact> reader)
            throws IOException {
        RowReader.Match match = new RowReader.Match("site", site);
        try (RowCursor rows = RowReader.matching(dataset, path, Tables.SITES, match)) {
            read(rows, reader);
        }
    }

    private static void read(RowCursor rows, Consumer<SiteFact> reader) throws IOException {
        for (Row row = rows.next(); row != null; row = rows.next()) {
            reader.accept(new SiteFact(
                    Objects.requireNonNull(row.string(SITE)),
                    (Integer) value(row, "surveyed"),
                    Objects.requireNonNull(row.string(Tables.SITES.position("kind"))),
                    (Long) value(row, "key"),
                    (Integer) value(row, "pages"),
                    (Double) value(row, "repetition")));
        }
    }

    private static Object value(Row row, String column) {
        return Objects.requireNonNull(row.value(Tables.SITES.position(column)));
    }

    /** Adds a fact of a site that the batch does not know yet, in any order. */
    public void add(SiteFact fact) throws IOException {
        facts.add(Tables.SITES.row(fact));
    }

    /**
     * Writes the part.
     *
     * @param live path of the part that the batch has; null where it has none
     * @param dropped sites whose added facts are left out
     */
    public Part finish(@Nullable String live, Set<String> dropped) throws IOException {
        String path = path(batch);
        try (RowCursor known = live == null ? () -> null : RowReader.open(dataset, live, Tables.SITES);
                RowCursor rows = facts.openWith(known);
                RowWriter writer =
                        new RowWriter(dataset, staged(staging, batch), Tables.SITES, RowWriter.Profile.lasting(0))) {
            for (Row row = rows.next(); row != null; row = rows.next()) {
                if (!dropped.contains(row.string(SITE))) {
                    writer.write(row);
                }
            }
            return PartPaths.part(TABLE, batch, path, writer.finish());
        }
    }

    /**
     * Writes the part of a batch that others were merged into: of each site what the part tells that compared most of its
     * pages, the first of them where several did. Of many batches with different sites, 4,000 sites stay, or as many as
     * the largest part knows, those with most pages: what reads the batch later needs no more memory than for one that
     * was made at once.
     *
     * @param paths of the batches' parts, in order
     */
    static Part merge(Storage dataset, String staging, String into, List<String> paths) throws IOException {
        return merge(dataset, staging, into, paths, MOST_MERGED);
    }

    static Part merge(Storage dataset, String staging, String into, List<String> paths, int most) throws IOException {
        Map<String, Best> best = new HashMap<>();
        int largest = 0;
        for (String path : paths) {
            Map<String, Integer> surveyed = surveyed(dataset, path);
            largest = Math.max(largest, surveyed.size());
            surveyed.forEach((site, pages) ->
                    best.merge(site, new Best(path, pages), (a, b) -> b.surveyed() > a.surveyed() ? b : a));
        }
        best.keySet().removeAll(beyond(best, Math.max(most, largest)));
        try (SiteLedger ledger = new SiteLedger(dataset, staging, into)) {
            for (String path : paths) {
                try (RowCursor rows = RowReader.open(dataset, path, Tables.SITES)) {
                    for (Row row = rows.next(); row != null; row = rows.next()) {
                        Best of = best.get(row.string(SITE));
                        if (of != null && of.path().equals(path)) {
                            ledger.facts.add(row);
                        }
                    }
                }
            }
            return ledger.finish(null, Set.of());
        }
    }

    private record Best(String path, int surveyed) {}

    /** How many pages of each of its sites a part compared. */
    private static Map<String, Integer> surveyed(Storage dataset, String path) throws IOException {
        Map<String, Integer> surveyed = new HashMap<>();
        try (RowCursor rows = RowReader.open(dataset, path, SURVEYS)) {
            for (Row row = rows.next(); row != null; row = rows.next()) {
                surveyed.put(Objects.requireNonNull(row.string(SURVEYS.position("site"))), (Integer)
                        Objects.requireNonNull(row.value(SURVEYS.position("surveyed"))));
            }
        }
        return surveyed;
    }

    /** The sites beyond so many: those with the fewest pages, the last of them by name. */
    private static Set<String> beyond(Map<String, Best> sites, int most) {
        return sites.entrySet().stream()
                .sorted(Comparator.<Map.Entry<String, Best>>comparingInt(
                                site -> -site.getValue().surveyed())
                        .thenComparing(Map.Entry::getKey))
                .skip(most)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    @Override
    public void close() throws IOException {
        facts.close();
    }
}
