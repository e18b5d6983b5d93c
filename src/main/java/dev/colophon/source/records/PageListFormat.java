package dev.colophon.source.records;

import dev.colophon.model.RejectReason;
import dev.colophon.source.format.BadInput;
import dev.colophon.source.format.ByteWindow;
import dev.colophon.source.format.ByteWindow.ByteSlice;
import dev.colophon.source.format.Format;
import dev.colophon.source.format.ItemReader;
import dev.colophon.source.format.Place;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * The list of pages in a WACZ, whose pages lie in its WARCs: https://specs.webrecorder.net/wacz/1.1.1/#pages-jsonl. Told by its
 * first line: {@code {"format": "json-pages-1.0", "id": "pages"}}.
 */
public final class PageListFormat implements Format {
    private static final int LOOKED_AT = 200;

    @Override
    public boolean recognises(Place place, ByteWindow bytes) throws IOException {
        int start = JsonHead.firstByte(bytes);
        if (start < 0 || bytes.at(start) != '{') {
            return false;
        }
        ByteSlice head = bytes.slice(start, bytes.ensure(start + LOOKED_AT));
        String line = new String(head.array(), head.offset(), head.length(), StandardCharsets.ISO_8859_1);
        int end = line.indexOf('\n');
        return (end < 0 ? line : line.substring(0, end)).contains("\"json-pages-1.0\"");
    }

    @Override
    public ItemReader open(Place place, ByteWindow bytes) {
        return ItemReader.of(() -> {
            throw new BadInput(RejectReason.UNSUPPORTED, "a list of pages, which lie in the web archives");
        });
    }
}
