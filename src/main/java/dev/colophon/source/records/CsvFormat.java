package dev.colophon.source.records;

import dev.colophon.source.format.ByteWindow;
import dev.colophon.source.format.ByteWindow.ByteSlice;
import dev.colophon.source.format.Format;
import dev.colophon.source.format.ItemReader;
import dev.colophon.source.format.Place;
import dev.colophon.source.format.StreamBytes;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table of text whose first row names its columns, one of which is HTML or text, and whose second row has as many fields.
 * Other tables are documents.
 */
public final class CsvFormat implements Format {
    private static final int LOOKED_AT = 256 << 10;

    /** A table's header, and how the table is written. */
    record Table(CsvDialect dialect, CsvHeader header) {}

    @Override
    public boolean recognises(Place place, ByteWindow bytes) throws IOException {
        return table(place, bytes) != null;
    }

    private static @Nullable Table table(Place place, ByteWindow bytes) throws IOException {
        int mark = bytes.startsWith(0, "\u00ef\u00bb\u00bf") ? 3 : 0;
        if (bytes.ensure(mark + 1) <= mark || !mayBegin(bytes.at(mark))) {
            return null;
        }
        ByteSlice head = bytes.slice(mark, bytes.ensure(LOOKED_AT));
        CsvDialect dialect = CsvDialect.of(head);
        if (dialect == null) {
            return null;
        }
        CsvRows rows = new CsvRows(StreamBytes.of(head), dialect, LOOKED_AT);
        CsvHeader header = header(rows.next());
        if (header == null) {
            return null;
        }
        boolean pages = header.names().size() > 1
                && new FieldMapping(place.settings().fields()).isPage(header.values(List.of()), false)
                && fits(rows.next(), header, head.length() == LOOKED_AT - mark);
        return pages ? new Table(dialect, header) : null;
    }

    private static boolean mayBegin(byte unit) {
        return unit < 0 || unit == '"' || unit == '_' || unit == ',' || Character.isLetterOrDigit(unit);
    }

    private static @Nullable CsvHeader header(CsvRows.@Nullable Row row) {
        return row == null || row.fields() == null ? null : CsvHeader.of(row.fields());
    }

    /** Whether the first row below the header has its number of fields; one that the head cuts off may be longer. */
    private static boolean fits(CsvRows.@Nullable Row row, CsvHeader header, boolean cut) {
        if (row == null) {
            return false;
        }
        int columns = header.names().size();
        return row.fields() == null
                ? cut
                : cut ? row.fields().size() <= columns : row.fields().size() == columns;
    }

    @Override
    public ItemReader open(Place place, ByteWindow bytes) throws IOException {
        Table table = table(place, bytes);
        if (table == null) {
            throw new IllegalStateException("not recognised: " + place.whole());
        }
        return new CsvItems(place, bytes, table);
    }
}
