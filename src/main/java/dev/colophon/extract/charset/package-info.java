/** From bytes to characters: which encoding a document is in, whatever it says of itself. */
@NullMarked
package dev.colophon.extract.charset;

import org.jspecify.annotations.NullMarked;
