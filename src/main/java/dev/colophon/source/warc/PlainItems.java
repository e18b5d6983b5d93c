package dev.colophon.source.warc;

import dev.colophon.model.SourceItem;
import dev.colophon.source.format.ByteWindow;
import dev.colophon.source.format.ItemReader;
import dev.colophon.source.format.Place;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The records of an uncompressed WARC or ARC. A record's length is that up to the next record's first byte. */
final class PlainItems implements ItemReader {
    private final Place place;
    private final ByteWindow bytes;
    private final Dialect dialect;
    private final Dialect.Framer framer;

    PlainItems(Place place, ByteWindow bytes, Dialect dialect) {
        this.place = place;
        this.bytes = bytes;
        this.dialect = dialect;
        this.framer = dialect.framer(bytes, bytes.length());
    }

    @Override
    public @Nullable SourceItem next() throws IOException {
        while (bytes.position() < place.slice().to()) {
            Piece piece = framer.next();
            // Behind many blank lines it may be the first one of the next part.
            if (piece == null || piece.start() >= place.slice().to()) {
                return null;
            }
            SourceItem item = dialect.item(piece, place.origin(piece.start(), piece.length()));
            if (item != null) {
                return item;
            }
        }
        return null;
    }
}
