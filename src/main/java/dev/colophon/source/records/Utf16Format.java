package dev.colophon.source.records;

import dev.colophon.source.format.ByteWindow;
import dev.colophon.source.format.Format;
import dev.colophon.source.format.ItemReader;
import dev.colophon.source.format.Place;
import dev.colophon.source.format.StreamBytes;
import dev.colophon.source.format.WindowStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Records in UTF-16, as programs on Windows export them: JSON lines, JSON and CSV behind a byte order mark. Offsets of the
 * records are those in the same text as UTF-8.
 */
public final class Utf16Format implements Format {
    private static final List<Format> RECORDS =
            List.of(new JsonLinesFormat(), new JsonDocumentFormat(), new CsvFormat());
    private static final int LOOKED_AT = 512 << 10;

    @Override
    public boolean recognises(Place place, ByteWindow bytes) throws IOException {
        return bytes.ensure(2) == 2 && isMark(bytes) && records(place, bytes) != null;
    }

    private static boolean isMark(ByteWindow bytes) {
        int mark = (bytes.at(0) & 0xff) << 8 | (bytes.at(1) & 0xff);
        return mark == 0xfeff || mark == 0xfffe;
    }

    private static @Nullable Format records(Place place, ByteWindow bytes) throws IOException {
        ByteWindow.ByteSlice head = bytes.slice(0, bytes.ensure(LOOKED_AT) & ~1);
        byte[] utf8 = new String(head.array(), head.offset(), head.length(), StandardCharsets.UTF_16)
                .getBytes(StandardCharsets.UTF_8);
        for (Format format : RECORDS) {
            if (format.recognises(place, StreamBytes.of(new ByteWindow.ByteSlice(utf8, 0, utf8.length)))) {
                return format;
            }
        }
        return null;
    }

    @Override
    public ItemReader open(Place place, ByteWindow bytes) throws IOException {
        Format format = records(place, bytes);
        if (format == null) {
            throw new IllegalStateException("not recognised: " + place.whole());
        }
        return format.open(place, new StreamBytes(new Utf8Stream(new WindowStream(bytes))));
    }
}
