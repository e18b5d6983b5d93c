/**
 * The tables of an archive: their columns, the shards that are staged for them, and the consolidation of a batch into its
 * parts.
 */
@NullMarked
package dev.colophon.dataset.table;

import org.jspecify.annotations.NullMarked;
