package dev.colophon.source;

import dev.colophon.model.Origin;
import dev.colophon.model.SourceItem;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The records of an uncompressed WARC. A record's length is that up to the next record's first byte. */
final class WarcItems implements ItemReader {
    private final InputFile file;
    private final RecordFramer framer;
    private final WarcRecords records;

    WarcItems(InputFile file, InputBytes bytes, SourceLimits limits) {
        this.file = file;
        this.framer = new RecordFramer(bytes, limits, file.size());
        this.records = new WarcRecords(limits);
    }

    @Override
    public @Nullable SourceItem next() throws IOException {
        for (RecordFramer.Piece piece = framer.next(); piece != null; piece = framer.next()) {
            Origin place = new Origin(file.sourceUri(), null, piece.start(), piece.length(), null);
            SourceItem item = item(piece, place, records);
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
        return Rejects.of(place, fault.reason(), String.valueOf(fault.getMessage()), piece.sha256(), piece.length());
    }
}
