/** Formats that hold many pages as records: JSON, XML, tables of text. */
@NullMarked
package dev.colophon.source.records;

import org.jspecify.annotations.NullMarked;
