package dev.colophon.source.warc;

import dev.colophon.model.Origin;
import dev.colophon.model.SourceItem;
import dev.colophon.source.format.BadInput;
import dev.colophon.source.format.ByteWindow;
import dev.colophon.source.format.ItemReader;
import dev.colophon.source.format.Place;
import dev.colophon.source.format.Rejects;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The records of an uncompressed WARC. A record's length is that up to the next record's first byte. */
final class WarcItems implements ItemReader {
    private final Place place;
    private final ByteWindow bytes;
    private final RecordFramer framer;
    private final WarcRecords records;

    WarcItems(Place place, ByteWindow bytes) {
        this.place = place;
        this.bytes = bytes;
        this.framer = new RecordFramer(bytes, place.limits(), bytes.length());
        this.records = new WarcRecords(place.limits());
    }

    @Override
    public @Nullable SourceItem next() throws IOException {
        while (bytes.position() < place.slice().to()) {
            RecordFramer.Piece piece = framer.next();
            if (piece == null) {
                return null;
            }
            SourceItem item = item(piece, place.origin(piece.start(), piece.length()), records);
            if (item != null) {
                return item;
            }
        }
        return null;
    }

    /** What a piece is; null for a record that is no document. */
    static @Nullable SourceItem item(RecordFramer.Piece piece, Origin place, WarcRecords records) {
        if (piece.header() != null && piece.block() != null) {
            return records.read(place, piece.header(), piece.block());
        }
        BadInput fault = piece.fault();
        if (fault == null) {
            throw new IllegalStateException("a piece is a record or a fault, at " + place);
        }
        return Rejects.of(place, fault.reason(), fault.text(), piece.sha256(), piece.length());
    }
}
