/** The tables of an archive: columns, Parquet, manifests, commit and lease. */
@NullMarked
package dev.colophon.dataset;

import org.jspecify.annotations.NullMarked;
