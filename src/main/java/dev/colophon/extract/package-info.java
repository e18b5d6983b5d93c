/** From bytes to an extraction: HTML, text dumps, and every other format through Tika in forked workers. */
@NullMarked
package dev.colophon.extract;

import org.jspecify.annotations.NullMarked;
