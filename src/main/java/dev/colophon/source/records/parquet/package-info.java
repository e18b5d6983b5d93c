/** Parquet files whose rows are pages. */
@NullMarked
package dev.colophon.source.records.parquet;

import org.jspecify.annotations.NullMarked;
