/** Parquet files whose rows are pages. */
@NullMarked
package dev.colophon.source.parquet;

import org.jspecify.annotations.NullMarked;
