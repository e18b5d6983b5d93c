package dev.colophon.source.records;

import dev.colophon.source.format.ByteWindow;
import dev.colophon.source.format.ByteWindow.ByteSlice;
import dev.colophon.source.format.ItemReader;
import dev.colophon.source.format.Place;
import dev.colophon.source.format.Splittable;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;

/**
 * A JSON object a line: JSONL, NDJSON, JSON text sequences. Told by the first lines, one of which is an object with a field of
 * HTML or text.
 */
public final class JsonLinesFormat implements Splittable {
    /** Lines that may be damaged before one shows what it is. */
    private static final int LINES_LOOKED_AT = 5;

    @Override
    public boolean recognises(Place place, ByteWindow bytes) throws IOException {
        int at = JsonHead.firstByte(bytes);
        if (at < 0 || bytes.at(at) != '{') {
            return false;
        }
        ByteSlice head = bytes.slice(at, bytes.ensure(JsonHead.LOOKED_AT));
        FieldMapping mapping = new FieldMapping(place.settings().fields());
        int from = 0;
        for (int line = 0; line < LINES_LOOKED_AT && from < head.length() && head.at(from) == '{'; line++) {
            int end = newline(head, from);
            if (line == 0 && isPageList(head.to(end))) {
                return false;
            }
            if (isPage(head.from(from).to(end - from), end == head.length(), mapping, followed(head, end))) {
                return true;
            }
            from = end + 1;
        }
        return false;
    }

    /** Whether a whole line, or one that the head cuts off, is the record of a page. */
    private static boolean isPage(ByteSlice line, boolean cut, FieldMapping mapping, boolean certain) {
        try {
            return mapping.isPage(JsonObjects.read(line), certain);
        } catch (IOException noObject) {
            return cut && line.length() > JsonHead.LOOKED_AT / 2 && mapping.isPage(JsonHead.ofObject(line), false);
        }
    }

    /** The list of pages in a WACZ, whose pages lie in its WARCs: https://specs.webrecorder.net/wacz/1.1.1/#pages-jsonl */
    private static boolean isPageList(ByteSlice line) {
        int length = Math.min(line.length(), 200);
        return new String(line.array(), line.offset(), length, StandardCharsets.ISO_8859_1)
                .contains("\"json-pages-1.0\"");
    }

    private static boolean followed(ByteSlice head, int end) {
        return end + 1 < head.length() && head.at(end + 1) == '{';
    }

    private static int newline(ByteSlice head, int from) {
        for (int i = from; i < head.length(); i++) {
            if (head.at(i) == '\n') {
                return i;
            }
        }
        return head.length();
    }

    @Override
    public ItemReader open(Place place, ByteWindow bytes) {
        return new JsonLineItems(place, bytes);
    }

    @Override
    public long[] cuts(Place place, SeekableByteChannel bytes, long every) throws IOException {
        return LineCuts.of(bytes, every);
    }
}
