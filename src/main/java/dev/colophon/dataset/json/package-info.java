/** JSON as the archive's own records are written. */
@NullMarked
package dev.colophon.dataset.json;

import org.jspecify.annotations.NullMarked;
