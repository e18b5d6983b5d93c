package dev.colophon.source.warc;

import dev.colophon.model.Origin;
import dev.colophon.model.SourceItem;
import dev.colophon.source.format.BadInput;
import dev.colophon.source.format.ByteWindow;
import dev.colophon.source.format.Rejects;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** What tells the records of one format from those of another: WARC or ARC. For the records of one input. */
interface Dialect {
    /** Finds the records in a stream. */
    interface Framer {
        /** The next piece; null at the end. */
        @Nullable
        Piece next() throws IOException;
    }

    /**
     * A framer.
     *
     * @param endsAt length of all the bytes; -1 where unknown
     */
    Framer framer(ByteWindow bytes, long endsAt);

    /** Whether a record begins at an index of the visible bytes. */
    boolean beginsRecord(ByteWindow bytes, int index) throws IOException;

    /** The item that a record is; null where it is none. */
    @Nullable
    SourceItem read(Origin place, ByteWindow.ByteSlice header, ByteWindow.ByteSlice block);

    /** What a piece is; null for a record that is no document. */
    default @Nullable SourceItem item(Piece piece, Origin place) {
        if (piece.header() != null && piece.block() != null) {
            return read(place, piece.header(), piece.block());
        }
        BadInput fault = piece.fault();
        if (fault == null) {
            throw new IllegalStateException("a piece is a record or a fault, at " + place);
        }
        return Rejects.of(place, fault.reason(), fault.text(), piece.sha256(), piece.length());
    }
}
