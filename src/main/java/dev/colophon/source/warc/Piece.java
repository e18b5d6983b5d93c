package dev.colophon.source.warc;

import dev.colophon.source.format.BadInput;
import dev.colophon.source.format.ByteWindow;
import org.jspecify.annotations.Nullable;

/**
 * A piece of a stream of records: a record, or what could not be read.
 *
 * @param start position of its first byte
 * @param length its bytes, the blank lines behind it included
 * @param header its header; null for damage. Good until the next piece is asked for, as the block is
 * @param block the record's content; null for damage
 * @param fault why there is no record; null for a record
 * @param sha256 hash of the bytes that were passed over; null for a record
 */
record Piece(
        long start,
        long length,
        ByteWindow.@Nullable ByteSlice header,
        ByteWindow.@Nullable ByteSlice block,
        @Nullable BadInput fault,
        @Nullable String sha256) {}
