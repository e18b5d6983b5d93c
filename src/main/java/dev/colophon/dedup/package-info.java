/** What texts are recognised and compared by: normal form, hash, MinHash, shingles. */
@NullMarked
package dev.colophon.dedup;

import org.jspecify.annotations.NullMarked;
