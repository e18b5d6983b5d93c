package dev.colophon.source.records;

import dev.colophon.model.RejectReason;
import dev.colophon.model.SourceItem;
import dev.colophon.source.format.ByteWindow;
import dev.colophon.source.format.ItemReader;
import dev.colophon.source.format.Place;
import dev.colophon.source.format.Rejects;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of a table below its header. A row with more or fewer fields than the header is a reject. */
final class CsvItems implements ItemReader {
    private final Place place;
    private final CsvHeader header;
    private final CsvRows rows;
    private final RecordCaptures captures;

    CsvItems(Place place, ByteWindow bytes, CsvFormat.Table table) throws IOException {
        this.place = place;
        this.header = table.header();
        this.rows = new CsvRows(bytes, table.dialect(), place.limits().documentBytes());
        this.captures =
                new RecordCaptures(place, new FieldMapping(place.settings().fields()), "csv");
        if (bytes.startsWith(0, "\u00ef\u00bb\u00bf")) {
            bytes.consume(3);
        }
        rows.next();
    }

    @Override
    public @Nullable SourceItem next() throws IOException {
        CsvRows.Row row = rows.next();
        return row == null ? null : item(row, row.fields());
    }

    private SourceItem item(CsvRows.Row row, @Nullable List<byte[]> fields) {
        if (row.tooLong()) {
            return reject(
                    row,
                    RejectReason.LIMIT_SIZE,
                    "a row of more than " + place.limits().documentBytes() + " bytes");
        }
        if (fields == null) {
            return reject(row, RejectReason.MALFORMED, "a quote is opened and never closed");
        }
        int columns = header.names().size();
        if (fields.size() != columns) {
            return reject(
                    row,
                    RejectReason.MALFORMED,
                    "expected " + columns + " fields as the header has, found " + fields.size());
        }
        return captures.item(header.values(fields), row.offset(), row.length(), null);
    }

    private SourceItem reject(CsvRows.Row row, RejectReason reason, String message) {
        return Rejects.of(place.origin(row.offset(), row.length()), reason, message, null, 0);
    }
}
