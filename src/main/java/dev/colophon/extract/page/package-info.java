/** The blocks of an HTML page, and which of them are its main text. */
@NullMarked
package dev.colophon.extract.page;

import org.jspecify.annotations.NullMarked;
