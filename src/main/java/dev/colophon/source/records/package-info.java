/** Formats that hold many pages as records: JSON lines, tables, mail boxes. */
@NullMarked
package dev.colophon.source.records;

import org.jspecify.annotations.NullMarked;
