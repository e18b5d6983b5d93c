package dev.colophon.source.records;

import dev.colophon.model.RejectReason;
import dev.colophon.model.SourceItem;
import dev.colophon.source.format.BadInput;
import dev.colophon.source.format.ByteWindow;
import dev.colophon.source.format.ItemReader;
import dev.colophon.source.format.Place;
import dev.colophon.source.format.Rejects;
import dev.colophon.text.Hashes;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The records of a file with a JSON object a line. A line that cannot be read is a reject, and the next one is read. */
final class JsonLineItems implements ItemReader {
    private final Place place;
    private final ByteWindow bytes;
    private final Lines lines;
    private final RecordCaptures captures;

    JsonLineItems(Place place, ByteWindow bytes) {
        this.place = place;
        this.bytes = bytes;
        this.lines = new Lines(bytes, place.limits().documentBytes());
        this.captures =
                new RecordCaptures(place, new FieldMapping(place.settings().fields()), "json");
    }

    @Override
    public @Nullable SourceItem next() throws IOException {
        while (bytes.position() < place.slice().to()) {
            passMark();
            Lines.Line line = lines.next();
            if (line == null) {
                return null;
            }
            if (!line.isBlank()) {
                return item(line);
            }
        }
        return null;
    }

    /** A byte order mark, or the separator of JSON text sequences (RFC 7464). */
    private void passMark() throws IOException {
        if (bytes.position() == 0 && bytes.startsWith(0, "\u00ef\u00bb\u00bf")) {
            bytes.consume(3);
        }
        while (bytes.ensure(1) > 0 && bytes.at(0) == 0x1e) {
            bytes.consume(1);
        }
    }

    private SourceItem item(Lines.Line line) throws IOException {
        ByteWindow.ByteSlice content = line.content();
        if (content == null) {
            String message = "a line of " + line.length() + " bytes, at most "
                    + place.limits().documentBytes() + " are read";
            return Rejects.of(
                    place.origin(line.offset(), line.length()),
                    RejectReason.LIMIT_SIZE,
                    message,
                    line.sha256(),
                    line.length());
        }
        boolean last = bytes.position() == line.offset() + line.length() && bytes.ensure(1) == 0;
        return item(place, captures, line.offset(), content, last ? RejectReason.TRUNCATED : RejectReason.MALFORMED);
    }

    /**
     * The item of an object at an offset.
     *
     * @param early why an object that ends early is no document: whether more follows makes the difference
     */
    static SourceItem item(
            Place place, RecordCaptures captures, long offset, ByteWindow.ByteSlice object, RejectReason early) {
        try {
            return captures.item(JsonObjects.read(object), offset, object.length(), null);
        } catch (BadInput broken) {
            return Rejects.of(
                    place.origin(offset, object.length()),
                    broken.reason() == RejectReason.TRUNCATED ? early : broken.reason(),
                    broken.text(),
                    Hashes.sha256Hex(object.copy()),
                    object.length());
        }
    }
}
