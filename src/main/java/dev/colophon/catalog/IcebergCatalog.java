package dev.colophon.catalog;

import dev.colophon.storage.Storage;
import dev.colophon.storage.Storages;
import java.io.Closeable;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.iceberg.CatalogProperties;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Table;
import org.apache.iceberg.TableProperties;
import org.apache.iceberg.catalog.Catalog;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.SupportsNamespaces;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.hadoop.HadoopCatalog;
import org.apache.iceberg.jdbc.JdbcCatalog;
import org.apache.iceberg.util.LocationUtil;
import org.jspecify.annotations.Nullable;

/** One open catalog and the namespace in it that an archive's tables lie in. */
final class IcebergCatalog implements Closeable {
    private static final String NAME = "colophon";
    private static final String USER = "COLOPHON_CATALOG_USER";
    private static final String PASSWORD = "COLOPHON_CATALOG_PASSWORD";
    /** How many descriptions of a table stay beside the latest one. */
    private static final String DESCRIPTIONS = "20";

    private final Catalog catalog;
    private final Namespace namespace;
    private final String archive;
    private final String warehouse;

    private IcebergCatalog(Catalog catalog, Namespace namespace, String archive, String warehouse) {
        this.catalog = catalog;
        this.namespace = namespace;
        this.archive = archive;
        this.warehouse = warehouse;
    }

    static IcebergCatalog open(Storage storage, CatalogSettings settings) {
        String archive = LocationUtil.stripTrailingSlash(Storages.address(storage.root()));
        String warehouse = settings.warehouse() == null
                ? archive + "/" + IcebergTables.FOLDER
                : Storages.address(settings.warehouse());
        Map<String, String> properties = new HashMap<>();
        properties.put(CatalogProperties.WAREHOUSE_LOCATION, warehouse);
        Catalog catalog = settings.uri() == null ? hadoop(properties) : jdbc(properties, settings.uri());
        Namespace namespace = Namespace.of(settings.namespace());
        if (catalog instanceof SupportsNamespaces spaces && !spaces.namespaceExists(namespace)) {
            spaces.createNamespace(namespace);
        }
        return new IcebergCatalog(catalog, namespace, archive, warehouse);
    }

    private static Catalog hadoop(Map<String, String> properties) {
        HadoopCatalog catalog = new HadoopCatalog();
        catalog.setConf(Storages.configuration());
        catalog.initialize(NAME, properties);
        return catalog;
    }

    private static Catalog jdbc(Map<String, String> properties, String uri) {
        properties.put(CatalogProperties.URI, uri);
        put(properties, "jdbc.user", System.getenv(USER));
        put(properties, "jdbc.password", System.getenv(PASSWORD));
        JdbcCatalog catalog = new JdbcCatalog();
        catalog.setConf(Storages.configuration());
        catalog.initialize(NAME, properties);
        return catalog;
    }

    private static void put(Map<String, String> properties, String key, @Nullable String value) {
        if (value != null) {
            properties.put(key, value);
        }
    }

    /** Where the archive's files lie, as readers of the tables must write it. */
    String address(String path) {
        return archive + "/" + path;
    }

    /** A table; null where the catalog has none of that name. */
    @Nullable
    Table find(String name) {
        TableIdentifier identifier = TableIdentifier.of(namespace, name);
        return catalog.tableExists(identifier) ? catalog.loadTable(identifier) : null;
    }

    /**
     * A new table without any file. It is described once it is there, since a catalog deals out numbers of its own to the
     * columns of a table that it makes.
     */
    Table create(String name, Schema columns) {
        Map<String, String> properties = new HashMap<>();
        properties.put(TableProperties.METADATA_DELETE_AFTER_COMMIT_ENABLED, "true");
        properties.put(TableProperties.METADATA_PREVIOUS_VERSIONS_MAX, DESCRIPTIONS);
        Table table = catalog.buildTable(TableIdentifier.of(namespace, name), new Schema())
                .withProperties(properties)
                .create();
        IcebergColumns.describe(table, columns);
        return table;
    }

    /** Whether a table's own place lies in the warehouse. */
    boolean holds(String location) {
        return location.startsWith(warehouse);
    }

    /** Forgets a table; no file of the archive is touched. */
    void drop(String name) {
        catalog.dropTable(TableIdentifier.of(namespace, name), false);
    }

    @Override
    public void close() throws IOException {
        if (catalog instanceof Closeable open) {
            open.close();
        }
    }
}
