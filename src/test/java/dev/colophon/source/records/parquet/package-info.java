@NullMarked
package dev.colophon.source.records.parquet;

import org.jspecify.annotations.NullMarked;
