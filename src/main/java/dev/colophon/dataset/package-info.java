/**
 * An archive as a whole: the parts of its tables, the manifests that name them, commit, roll-back and verification. What a part
 * holds is told by {@code table} and {@code parquet}.
 */
@NullMarked
package dev.colophon.dataset;

import org.jspecify.annotations.NullMarked;
