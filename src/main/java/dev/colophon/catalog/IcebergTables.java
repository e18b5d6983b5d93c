package dev.colophon.catalog;

import dev.colophon.dataset.Dataset;
import dev.colophon.dataset.Layout;
import dev.colophon.dataset.Manifest;
import dev.colophon.dataset.Part;
import dev.colophon.dataset.json.Json;
import dev.colophon.storage.Storage;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.apache.iceberg.exceptions.CommitFailedException;

/**
 * Keeps Iceberg tables in step with an archive: of each of its tables the same files, a snapshot for each commit that
 * changed it. What a commit took out of the archive is in the snapshot before it for as long as the archive keeps it. The
 * plain files stay what they are; the tables only name them, so they can be made anew at any time.
 */
public final class IcebergTables {
    /** Says in the archive where it is registered, for commands that know no job. */
    private static final String RECORD = Layout.HOME + "/catalog.json";

    /** The folder of the tables of an archive that names no other. */
    static final String FOLDER = Layout.HOME + "/iceberg";

    private static final String SUFFIX = ".parquet";

    private IcebergTables() {}

    /**
     * Registers what the archive holds now. Does nothing where that is registered already; makes up for commits that were
     * not.
     *
     * @throws IOException where the catalog cannot be reached or written; the archive itself is as it was
     */
    public static void register(Dataset dataset, CatalogSettings settings) throws IOException {
        try (IcebergCatalog catalog = IcebergCatalog.open(dataset.storage(), settings)) {
            Manifest current = dataset.current();
            for (String table : tables(current)) {
                new IcebergTable(dataset, current, catalog, table).register();
            }
        } catch (CommitFailedException overtaken) {
            throw failure(dataset, "another writer changed a table meanwhile", overtaken);
        } catch (RuntimeException refused) {
            throw failure(dataset, String.valueOf(refused.getMessage()), refused);
        }
        write(dataset.storage(), settings);
    }

    /** The same with the catalog that the archive was registered in last; nothing where it never was. */
    public static void register(Dataset dataset) throws IOException {
        if (dataset.storage().exists(RECORD)) {
            try (InputStream in = dataset.storage().open(RECORD)) {
                register(dataset, Json.read(in.readAllBytes(), CatalogSettings.class, RECORD));
            }
        }
    }

    private static IOException failure(Dataset dataset, String why, RuntimeException cause) {
        return new IOException(
                "cannot register " + dataset.storage().root() + " with Iceberg: " + why
                        + "; the archive itself is complete, and the next run registers it",
                cause);
    }

    private static Set<String> tables(Manifest manifest) {
        Set<String> tables = new TreeSet<>();
        manifest.parts().stream().filter(IcebergTables::isTable).forEach(part -> tables.add(part.table()));
        return tables;
    }

    /** Whether the part belongs to a table that users read. */
    static boolean isTable(Part part) {
        return part.path().endsWith(SUFFIX) && !part.path().startsWith(Layout.HOME + "/");
    }

    private static void write(Storage storage, CatalogSettings settings) throws IOException {
        byte[] record = Json.bytes(settings);
        if (storage.exists(RECORD)) {
            try (InputStream in = storage.open(RECORD)) {
                if (Arrays.equals(in.readAllBytes(), record)) {
                    return;
                }
            }
        }
        storage.write(RECORD, out -> out.write(record));
    }
}
