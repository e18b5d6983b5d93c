/** Fingerprints of texts and the clusters of duplicates that they form. */
@NullMarked
package dev.colophon.dedup;

import org.jspecify.annotations.NullMarked;
