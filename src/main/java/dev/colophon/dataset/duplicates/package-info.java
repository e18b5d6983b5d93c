/** Copies and revisions across the batches of an archive, and the index that finds them. */
@NullMarked
package dev.colophon.dataset.duplicates;

import org.jspecify.annotations.NullMarked;
