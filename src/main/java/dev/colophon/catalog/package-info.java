/** Tables of catalogs that name an archive's files: Apache Iceberg. */
@NullMarked
package dev.colophon.catalog;

import org.jspecify.annotations.NullMarked;
