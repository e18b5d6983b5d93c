package dev.colophon.catalog;

import org.jspecify.annotations.Nullable;

/**
 * Where an archive's files are registered as Iceberg tables.
 *
 * @param uri a JDBC catalog, {@code jdbc:postgresql://host/db}; null for a Hadoop catalog, which is a folder. Who may
 *     enter is said by the environment: {@code COLOPHON_CATALOG_USER} and {@code COLOPHON_CATALOG_PASSWORD}
 * @param warehouse the folder of the tables' metadata; null for {@code _colophon/iceberg} in the archive
 * @param namespace the namespace that the tables lie in
 */
public record CatalogSettings(
        @Nullable String uri, @Nullable String warehouse, String namespace) {
    public CatalogSettings {
        if (uri != null && !uri.startsWith("jdbc:")) {
            throw new IllegalArgumentException("expected a jdbc: address, found '" + uri + "'");
        }
        if (namespace.isBlank()) {
            throw new IllegalArgumentException("expected the name of a namespace, found none");
        }
    }
}
