/** Reads date claims in any language and decides which of them is the publication's. */
@NullMarked
package dev.colophon.date;

import org.jspecify.annotations.NullMarked;
