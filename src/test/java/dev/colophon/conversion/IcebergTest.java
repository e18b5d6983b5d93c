package dev.colophon.conversion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.colophon.catalog.CatalogSettings;
import dev.colophon.catalog.IcebergTables;
import dev.colophon.dataset.Dataset;
import dev.colophon.dataset.parquet.NumberlessFile;
import dev.colophon.pipeline.TextSelection;
import dev.colophon.storage.LocalStorage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.iceberg.CatalogProperties;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.apache.iceberg.TableProperties;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.data.IcebergGenerics;
import org.apache.iceberg.data.IdentityPartitionConverters;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.data.parquet.GenericParquetReaders;
import org.apache.iceberg.hadoop.HadoopCatalog;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.iceberg.jdbc.JdbcCatalog;
import org.apache.iceberg.mapping.NameMapping;
import org.apache.iceberg.mapping.NameMappingParser;
import org.apache.iceberg.parquet.Parquet;
import org.apache.iceberg.util.PartitionUtil;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The archive as Iceberg's own reader sees it. */
class IcebergTest {
    @TempDir
    Path folder;

    private JobFolder job = new JobFolder(Path.of(""));

    @BeforeEach
    void threeBatches() throws Exception {
        job = new JobFolder(folder);
        job.catalog = new CatalogSettings(null, null, "colophon");
        job.upkeep = new Upkeep(2, Duration.ZERO);
        for (String day : List.of("2026-11-01", "2026-11-02", "2026-11-03")) {
            job.page(day, "Aurich", "coast.example");
            job.page(day, "Celle", "coast.example");
            job.run();
        }
    }

    private Table table(String name) throws IOException {
        try (HadoopCatalog catalog =
                new HadoopCatalog(new Configuration(), "file:" + job.archive().resolve("_colophon/iceberg"))) {
            return catalog.loadTable(TableIdentifier.of("colophon", name));
        }
    }

    /** The rows of a snapshot, by Iceberg's own reader of tables. */
    private static List<Record> records(Table table, Snapshot snapshot) throws IOException {
        List<Record> records = new ArrayList<>();
        try (CloseableIterable<Record> rows =
                IcebergGenerics.read(table).useSnapshot(snapshot.snapshotId()).build()) {
            rows.forEach(records::add);
        }
        return records;
    }

    /** The same by the table's names of columns, where files have no numbers of them. */
    private static List<Record> byName(Table table) throws IOException {
        NameMapping names = NameMappingParser.fromJson(table.properties().get(TableProperties.DEFAULT_NAME_MAPPING));
        List<Record> records = new ArrayList<>();
        try (CloseableIterable<FileScanTask> files = table.newScan().planFiles()) {
            for (FileScanTask file : files) {
                try (CloseableIterable<Record> rows = Parquet.read(table.io().newInputFile(file.file()))
                        .project(table.schema())
                        .withNameMapping(names)
                        .createReaderFunc(schema -> GenericParquetReaders.buildReader(
                                table.schema(),
                                schema,
                                PartitionUtil.constantsMap(file, IdentityPartitionConverters::convertConstant)))
                        .build()) {
                    rows.forEach(records::add);
                }
            }
        }
        return records;
    }

    private static List<String> rows(Table table, Snapshot snapshot) throws IOException {
        return rows(records(table, snapshot));
    }

    private static List<String> rows(List<Record> records) {
        return records.stream()
                .map(record -> record.getField("batch") + " " + record.getField("title") + " "
                        + record.getField("doc_id") + " "
                        + record.getField("text").toString().length() + " " + record.getField("contributors"))
                .sorted()
                .toList();
    }

    private List<String> live() throws IOException {
        Table table = table("documents");
        return rows(table, table.currentSnapshot());
    }

    private List<String> before() throws IOException {
        Table table = table("documents");
        return rows(table, table.snapshot(table.currentSnapshot().parentId()));
    }

    @Test
    void everyTableHasTheRowsThatTheArchiveHas() throws Exception {
        for (String name : List.of("documents", "evidence", "contributors", "duplicates")) {
            Table table = table(name);
            int rows = records(table, table.currentSnapshot()).size();
            assertThat(rows).as(name).isEqualTo((int) job.dataset().current().rows(name));
        }
        assertThat(live()).hasSize(6).first().asString().startsWith("2026-11-01 Aurich of 2026-11-01");
        assertThat(table("documents").snapshots()).hasSize(3);
        assertThat(table("documents").currentSnapshot().summary()).containsEntry("colophon.manifest", "3");
    }

    @Test
    void whoMadeADocumentIsReadToo() throws Exception {
        job.page("2026-11-04", "Aurich", "coast.example");
        job.run();
        assertThat(live()).allMatch(row -> row.contains("Imke Behrends"));
        assertThat(byName(table("documents"))).hasSize(7);
    }

    @Test
    void filesOfEarlierVersionsAreReadByName() throws Exception {
        List<String> all = live();
        String part = "documents/batch=2026-11-02/part-00000.parquet";
        Path file = job.archive().resolve(part);
        long before = Files.size(file);
        NumberlessFile.rewrite(file);
        Path manifest = job.archive().resolve("_colophon/manifests/0000000003.json");
        Files.writeString(
                manifest, Files.readString(manifest).replace(Long.toString(before), Long.toString(Files.size(file))));
        CatalogSettings another =
                new CatalogSettings(null, folder.resolve("other").toString(), "colophon");
        IcebergTables.register(job.dataset(), another);
        try (HadoopCatalog catalog = new HadoopCatalog(new Configuration(), "file:" + folder.resolve("other"))) {
            Table table = catalog.loadTable(TableIdentifier.of("colophon", "documents"));
            assertThat(rows(byName(table))).isEqualTo(all);
        }
    }

    @Test
    void nothingNewIsNoSnapshot() throws Exception {
        long id = table("documents").currentSnapshot().snapshotId();
        assertThat(job.run()).isNull();
        assertThat(table("documents").currentSnapshot().snapshotId()).isEqualTo(id);
    }

    @Test
    void aReprocessAndACompactionKeepTheSnapshotBefore() throws Exception {
        List<String> first = live();
        job.page("2026-11-02", "Aurich", "inland.example");
        job.text = new TextSelection(true, false);
        job.run(new Work.Reprocess(List.of("2026-11-02"), List.of()));
        List<String> second = live();
        assertThat(second).hasSize(6).isNotEqualTo(first);
        assertThat(before()).isEqualTo(first);

        Dataset dataset = Dataset.open(new LocalStorage(job.archive()), 2);
        assertThat(new Compaction(dataset, () -> Instant.parse("2026-11-22T12:00:00Z"))
                        .run("compact", batch -> !batch.equals("2026-11-03"), "2026-11"))
                .isNotNull();
        assertThat(live()).hasSize(6).allMatch(row -> row.startsWith("2026-11 ") || row.startsWith("2026-11-03 "));
        assertThat(before()).isEqualTo(second);
        assertThat(job.problems()).isEmpty();
    }

    @Test
    void whatIsKeptNoLongerIsInNoSnapshot() throws Exception {
        job.upkeep = new Upkeep(0, Duration.ZERO);
        job.page("2026-11-02", "Aurich", "inland.example");
        job.run();
        Table table = table("documents");
        assertThat(table.snapshots()).hasSize(1);
        assertThat(rows(table, table.currentSnapshot())).hasSize(6);
    }

    @Test
    void aCommitThatWasNotRegisteredIsMadeUpFor() throws Exception {
        CatalogSettings catalog = job.catalog;
        job.catalog = null;
        job.page("2026-11-04", "Aurich", "coast.example");
        job.run();
        assertThat(live()).hasSize(6);
        job.catalog = catalog;
        assertThat(job.run()).isNull();
        assertThat(live()).hasSize(7);
    }

    @Test
    void anArchiveThatWasMovedIsRegisteredAnew() throws Exception {
        Path elsewhere = folder.resolve("elsewhere");
        Files.move(job.archive(), elsewhere);
        Dataset dataset = Dataset.open(new LocalStorage(elsewhere), 2);
        new Compaction(dataset, () -> Instant.parse("2026-11-22T12:00:00Z")).run("compact", batch -> true, "all");
        try (HadoopCatalog catalog =
                new HadoopCatalog(new Configuration(), "file:" + elsewhere.resolve("_colophon/iceberg"))) {
            Table table = catalog.loadTable(TableIdentifier.of("colophon", "documents"));
            assertThat(rows(table, table.currentSnapshot())).hasSize(6).allMatch(row -> row.startsWith("all "));
        }
    }

    @Test
    void aDatabaseMayBeTheCatalog() throws Exception {
        String uri = "jdbc:h2:mem:catalog;DB_CLOSE_DELAY=-1;DATABASE_TO_UPPER=FALSE";
        Path warehouse = folder.resolve("warehouse");
        job.catalog = new CatalogSettings(uri, warehouse.toString(), "press");
        assertThat(job.run()).isNull();
        try (JdbcCatalog catalog = new JdbcCatalog();
                Connection database = DriverManager.getConnection(uri)) {
            catalog.setConf(new Configuration());
            catalog.initialize(
                    "colophon",
                    Map.of(CatalogProperties.URI, uri, CatalogProperties.WAREHOUSE_LOCATION, "file:" + warehouse));
            Table table = catalog.loadTable(TableIdentifier.of("press", "documents"));
            assertThat(rows(table, table.currentSnapshot())).hasSize(6);
            assertThat(catalog.listTables(Namespace.of("press"))).hasSizeGreaterThan(3);
            assertThat(database.isValid(1)).isTrue();
        }
    }

    @Test
    void aCatalogThatCannotBeReachedIsSaidAndTheArchiveIsComplete() throws Exception {
        job.catalog = new CatalogSettings("jdbc:nobody://here", null, "press");
        job.page("2026-11-04", "Aurich", "coast.example");
        assertThatThrownBy(() -> job.run())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("cannot register")
                .hasMessageContaining("the archive itself is complete");
        assertThat(job.dataset().current().rows("documents")).isEqualTo(7);
    }

    @Test
    void tablesOfAnArchiveThatIsStillThereAreNotTaken() throws Exception {
        CatalogSettings shared =
                new CatalogSettings(null, folder.resolve("shared").toString(), "colophon");
        IcebergTables.register(job.dataset(), shared);
        Path copy = folder.resolve("copy");
        try (Stream<Path> files = Files.walk(job.archive())) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(job.archive().relativize(file).toString()));
            }
        }
        Dataset other = Dataset.open(new LocalStorage(copy), 2);
        assertThatThrownBy(() -> IcebergTables.register(other, shared)).hasMessageContaining("output.namespace");
        IcebergTables.register(
                other, new CatalogSettings(null, folder.resolve("shared").toString(), "copies"));
    }
}
