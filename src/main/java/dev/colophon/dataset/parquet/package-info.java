/**
 * Tables of rows as Parquet files on a {@link dev.colophon.storage.Storage}: columns declared once, sorted runs, streaming
 * merges. Knows nothing of documents.
 */
@NullMarked
package dev.colophon.dataset.parquet;

import org.jspecify.annotations.NullMarked;
