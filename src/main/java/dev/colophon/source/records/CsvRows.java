package dev.colophon.source.records;

import dev.colophon.source.format.ByteWindow;
import dev.colophon.source.format.ByteWindow.ByteSlice;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a table of text (RFC 4180), quoted fields with line ends included. A quote that never closes, or a row beyond the
 * limit, costs its first line.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4180">RFC 4180</a>
 */
final class CsvRows {
    private final ByteWindow bytes;
    private final CsvDialect dialect;
    private final long limit;

    private boolean quoted;
    private boolean atFieldStart;
    private boolean closing;
    private boolean escaped;

    CsvRows(ByteWindow bytes, CsvDialect dialect, long limit) {
        this.bytes = bytes;
        this.dialect = dialect;
        this.limit = limit;
    }

    /**
     * A row.
     *
     * @param offset position of its first byte
     * @param length bytes without the line's end
     * @param fields the bytes of its fields, quotes undone; null where the row cannot be told
     * @param tooLong whether that is for its length
     */
    record Row(long offset, long length, @Nullable List<byte[]> fields, boolean tooLong) {}

    /** The next row that is not empty; null at the end. */
    @Nullable
    Row next() throws IOException {
        while (bytes.ensure(1) > 0 && (bytes.at(0) == '\n' || bytes.at(0) == '\r')) {
            bytes.consume(1);
        }
        if (bytes.ensure(1) == 0) {
            return null;
        }
        long offset = bytes.position();
        int end = end();
        if (end < 0) {
            return firstLine(offset);
        }
        int length = end > 0 && bytes.at(end - 1) == '\r' ? end - 1 : end;
        List<byte[]> fields = fields(bytes.slice(0, length));
        bytes.consume(end);
        return new Row(offset, length, fields, false);
    }

    /** Where the row ends that begins here; -1 where it does not end, or not within the limit. */
    private int end() throws IOException {
        begin();
        int at = 0;
        while (bytes.ensure(at + 1) > at) {
            for (; at < bytes.visible(); at++) {
                if (at >= limit) {
                    return -1;
                }
                if (endsRow(bytes.at(at))) {
                    return at;
                }
            }
        }
        return quoted && !closing ? -1 : at;
    }

    private void begin() {
        quoted = false;
        atFieldStart = true;
        closing = false;
        escaped = false;
    }

    /** Takes the next byte; true where it ends the row. */
    private boolean endsRow(byte unit) {
        if (quoted && !closing) {
            closing = unit == '"' && !escaped;
            escaped = !escaped && dialect.backslash() && unit == '\\';
            return false;
        }
        if (closing && unit == '"') {
            closing = false; // a doubled quote; the field goes on
            return false;
        }
        boolean opens = atFieldStart && unit == '"';
        atFieldStart = unit == dialect.delimiter();
        quoted = opens;
        closing = false;
        escaped = false;
        return unit == '\n';
    }

    private Row firstLine(long offset) throws IOException {
        boolean tooLong = bytes.visible() > limit;
        Lines.Line line = new Lines(bytes, limit).next();
        return new Row(
                offset, line == null ? 0 : line.length(), null, tooLong || (line != null && line.content() == null));
    }

    private List<byte[]> fields(ByteSlice row) {
        List<byte[]> fields = new ArrayList<>();
        ByteArrayOutputStream field = new ByteArrayOutputStream();
        begin();
        for (int i = 0; i < row.length(); i++) {
            byte unit = row.at(i);
            boolean inside = quoted && !closing;
            boolean doubled = closing && unit == '"';
            boolean opens = !inside && atFieldStart && unit == '"';
            boolean wasEscaped = escaped;
            endsRow(unit);
            if (!inside && !doubled && unit == dialect.delimiter()) {
                fields.add(field.toByteArray());
                field.reset();
            } else if (doubled || (inside && !closing && !escaped) || (!inside && !opens)) {
                if (wasEscaped && unit != '"' && unit != '\\') {
                    field.write('\\');
                }
                field.write(unit);
            }
        }
        fields.add(field.toByteArray());
        return fields;
    }
}
