/** Identifies the language and the script of a text. */
@NullMarked
package dev.colophon.language;

import org.jspecify.annotations.NullMarked;
