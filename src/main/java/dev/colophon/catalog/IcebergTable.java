package dev.colophon.catalog;

import dev.colophon.dataset.Dataset;
import dev.colophon.dataset.GenerationGoneException;
import dev.colophon.dataset.Generations;
import dev.colophon.dataset.Manifest;
import dev.colophon.dataset.Part;
import dev.colophon.dataset.parquet.ParquetFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.DataFiles;
import org.apache.iceberg.ExpireSnapshots;
import org.apache.iceberg.FileFormat;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.Metrics;
import org.apache.iceberg.MetricsConfig;
import org.apache.iceberg.OverwriteFiles;
import org.apache.iceberg.PartitionKey;
import org.apache.iceberg.RewriteFiles;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.SnapshotUpdate;
import org.apache.iceberg.Table;
import org.apache.iceberg.TableProperties;
import org.apache.iceberg.Transaction;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.iceberg.io.InputFile;
import org.apache.iceberg.mapping.NameMapping;
import org.apache.iceberg.mapping.NameMappingParser;
import org.apache.iceberg.parquet.ParquetSchemaUtil;
import org.apache.iceberg.parquet.ParquetUtil;
import org.apache.iceberg.types.Types;
import org.apache.parquet.schema.MessageTypeParser;
import org.jspecify.annotations.Nullable;

/**
 * Brings one Iceberg table to what the archive holds, in one change of the table. Where the commit took files out of the
 * archive's folders, their new places are written into a snapshot of their own first: it is the one before, with what the
 * archive held. Older snapshots name files that lie elsewhere now, and go.
 */
final class IcebergTable {
    /** In a snapshot's summary: the manifest whose files it has. */
    static final String MANIFEST = "colophon.manifest";

    private static final String RUN = "colophon.run";

    private final IcebergCatalog catalog;
    private final Dataset dataset;
    private final String name;
    private final Manifest current;

    IcebergTable(Dataset dataset, Manifest current, IcebergCatalog catalog, String name) {
        this.dataset = dataset;
        this.current = current;
        this.catalog = catalog;
        this.name = name;
    }

    void register() throws IOException {
        Table found = catalog.find(name);
        Map<String, DataFile> registered = files(found);
        requireNoOthers(registered);
        if (found == null || !isHere(found, registered) || !IcebergColumns.areNumbered(found)) {
            register(anew(found), Map.of());
        } else {
            register(found, registered);
        }
    }

    /** The table of an archive that is still there is not taken from it: a namespace is of one archive. */
    private void requireNoOthers(Map<String, DataFile> registered) throws IOException {
        String own = catalog.address("");
        for (String path : registered.keySet()) {
            int table = path.indexOf('/' + name + '/');
            if (table > 0 && !path.startsWith(own)) {
                String other = path.substring(0, table);
                if (Dataset.isAt(other)) {
                    throw new IOException("the table " + name + " of the catalog is that of the archive " + other
                            + "; name another output.namespace for this one");
                }
                return;
            }
        }
    }

    private Table anew(@Nullable Table found) throws IOException {
        if (found != null) {
            catalog.drop(name);
        }
        return catalog.create(name, schema(parts(current).get(0)));
    }

    private void register(Table table, Map<String, DataFile> registered) throws IOException {
        Manifest before = before(table, registered);
        List<Part> live = parts(current);
        List<Part> had = before == null ? List.of() : parts(before);
        List<Part> come = without(live, had);
        List<Part> gone = without(had, live);
        if (before != null && come.isEmpty() && gone.isEmpty()) {
            return;
        }
        widen(table, come);
        Transaction change = table.newTransaction();
        List<DataFile> old = before == null ? List.copyOf(registered.values()) : files(registered, gone);
        List<DataFile> kept = before == null ? List.of() : keep(change, table, before, gone, old);
        replace(change, kept.isEmpty() ? old : kept, come);
        if (!old.isEmpty()) {
            expire(change, kept.isEmpty() ? 1 : 2);
        }
        change.commitTransaction();
    }

    /** A snapshot with what the archive held before, where it lies now; the files, none where they are not all kept. */
    private List<DataFile> keep(Transaction change, Table table, Manifest before, List<Part> gone, List<DataFile> old)
            throws IOException {
        List<DataFile> kept = kept(table, before, gone);
        if (!kept.isEmpty()) {
            RewriteFiles places = change.newRewrite()
                    .validateFromSnapshot(table.currentSnapshot().snapshotId());
            old.forEach(places::deleteFile);
            kept.forEach(places::addFile);
            mark(places, before);
            places.commit();
        }
        return kept;
    }

    private void replace(Transaction change, List<DataFile> old, List<Part> come) {
        OverwriteFiles files = change.newOverwrite();
        old.forEach(files::deleteFile);
        for (Part part : come) {
            files.addFile(file(change.table(), part, part.path()));
        }
        mark(files, current);
        files.commit();
    }

    private static void mark(SnapshotUpdate<?> update, Manifest manifest) {
        update.set(MANIFEST, Long.toString(manifest.number()));
        update.set(RUN, manifest.run());
    }

    /** Whether the archive has not moved since: the table's description, and all files that it names, are where it is. */
    private boolean isHere(Table table, Map<String, DataFile> files) {
        return catalog.holds(table.location())
                && files.keySet().stream().allMatch(path -> path.startsWith(catalog.address("")));
    }

    /** The manifest whose files the table has; null where that is unknown. */
    private @Nullable Manifest before(Table table, Map<String, DataFile> registered) throws IOException {
        Snapshot snapshot = table.currentSnapshot();
        String number = snapshot == null ? null : snapshot.summary().get(MANIFEST);
        Manifest before = number == null ? null : dataset.find(Long.parseLong(number));
        boolean same = before != null
                && parts(before).stream()
                        .map(part -> catalog.address(part.path()))
                        .allMatch(registered::containsKey)
                && parts(before).size() == registered.size();
        return same ? before : null;
    }

    private List<Part> parts(Manifest manifest) {
        return manifest.parts(name).stream().filter(IcebergTables::isTable).toList();
    }

    private static List<Part> without(List<Part> parts, List<Part> others) {
        Set<Part> known = new HashSet<>(others);
        return parts.stream().filter(part -> !known.contains(part)).toList();
    }

    /** The files that a table names; none where there is no table, or its description has moved with the archive. */
    private Map<String, DataFile> files(@Nullable Table table) throws IOException {
        Map<String, DataFile> files = new TreeMap<>();
        if (table == null || table.currentSnapshot() == null || !catalog.holds(table.location())) {
            return files;
        }
        try (CloseableIterable<FileScanTask> tasks = table.newScan().planFiles()) {
            tasks.forEach(task -> files.put(task.file().location(), task.file().copy()));
        }
        return files;
    }

    private List<DataFile> files(Map<String, DataFile> registered, List<Part> parts) {
        List<DataFile> files = new ArrayList<>();
        for (Part part : parts) {
            DataFile file = registered.get(catalog.address(part.path()));
            if (file == null) {
                throw new IllegalStateException("the table " + name + " does not name " + part.path());
            }
            files.add(file);
        }
        return files;
    }

    /** The same parts where they are kept now; none where one of them is kept no more. */
    private List<DataFile> kept(Table table, Manifest before, List<Part> gone) throws IOException {
        if (gone.isEmpty()) {
            return List.of();
        }
        Generations generations = Generations.from(dataset, before);
        List<DataFile> kept = new ArrayList<>();
        try {
            for (Part part : gone) {
                kept.add(file(table, part, generations.require(before, part)));
            }
        } catch (GenerationGoneException deleted) {
            return List.of();
        }
        return kept;
    }

    private DataFile file(Table table, Part part, String path) {
        InputFile in = table.io().newInputFile(catalog.address(path), part.bytes());
        NameMapping names = NameMappingParser.fromJson(table.properties().get(TableProperties.DEFAULT_NAME_MAPPING));
        Metrics metrics = ParquetUtil.fileMetrics(in, MetricsConfig.forTable(table), names);
        DataFiles.Builder file = DataFiles.builder(table.spec());
        if (part.batch() != null) {
            PartitionKey batch = new PartitionKey(table.spec(), table.schema());
            batch.set(0, part.batch());
            file.withPartition(batch);
        }
        return file.withPath(in.location())
                .withFormat(FileFormat.PARQUET)
                .withFileSizeInBytes(part.bytes())
                .withMetrics(metrics)
                .build();
    }

    /** Lets all snapshots go but the latest ones. No file of the archive is deleted with them. */
    private void expire(Transaction change, int stay) {
        List<Snapshot> snapshots = new ArrayList<>();
        change.table().snapshots().forEach(snapshots::add);
        snapshots.sort((one, other) -> Long.compare(other.sequenceNumber(), one.sequenceNumber()));
        ExpireSnapshots expire = change.expireSnapshots().cleanExpiredFiles(false);
        snapshots.stream().skip(stay).map(Snapshot::snapshotId).forEach(expire::expireSnapshotId);
        expire.commit();
    }

    /** Takes columns in that the new parts have and the table has not. */
    private void widen(Table table, List<Part> come) throws IOException {
        if (come.isEmpty()) {
            return;
        }
        Schema wider = table.updateSchema()
                .unionByNameWith(schema(come.get(come.size() - 1)))
                .apply();
        if (!wider.sameSchema(table.schema())) {
            IcebergColumns.describe(table, wider);
        }
    }

    /** The columns of a part, and its batch, which its folder says. */
    private Schema schema(Part part) throws IOException {
        Schema columns = ParquetSchemaUtil.convert(MessageTypeParser.parseMessageType(
                ParquetFile.inspect(dataset.storage(), part.path()).schema()));
        if (part.batch() == null) {
            return columns;
        }
        List<Types.NestedField> fields = new ArrayList<>(columns.columns());
        fields.add(
                Types.NestedField.required(columns.highestFieldId() + 1, IcebergColumns.BATCH, Types.StringType.get()));
        return new Schema(fields);
    }
}
