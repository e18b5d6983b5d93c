/**
 * Archives of named entries: zip, tar, 7z. An entry is opened by its content as a file is; nothing is ever written
 * under its name.
 */
@NullMarked
package dev.colophon.source.archive;

import org.jspecify.annotations.NullMarked;
