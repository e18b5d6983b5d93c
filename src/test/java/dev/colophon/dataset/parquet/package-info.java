@NullMarked
package dev.colophon.dataset.parquet;

import org.jspecify.annotations.NullMarked;
