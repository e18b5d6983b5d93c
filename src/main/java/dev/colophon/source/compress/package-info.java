/** Compressed streams, bounded and verified. */
@NullMarked
package dev.colophon.source.compress;

import org.jspecify.annotations.NullMarked;
