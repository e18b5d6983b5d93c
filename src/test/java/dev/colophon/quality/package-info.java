/** Measures extraction on labelled pages. */
@NullMarked
package dev.colophon.quality;

import org.jspecify.annotations.NullMarked;
