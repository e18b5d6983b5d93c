package dev.colophon.source.records;

import dev.colophon.source.format.ByteWindow;
import dev.colophon.source.format.ByteWindow.ByteSlice;
import dev.colophon.source.format.ItemReader;
import dev.colophon.source.format.Place;
import dev.colophon.source.format.Splittable;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.List;
import java.util.Locale;

/**
 * A JSON object a line: JSONL, NDJSON, JSON text sequences. Told by the first lines, one of which is an object with a field of
 * HTML or text. In a file whose name says so, more lines may be damaged or hold something else before.
 */
public final class JsonLinesFormat implements Splittable {
    /** Lines that may be damaged before one shows what it is. */
    private static final int LINES_LOOKED_AT = 5;

    private static final List<String> ENDINGS = List.of(".jsonl", ".ndjson", ".jsonlines", ".jl");

    @Override
    public boolean recognises(Place place, ByteWindow bytes) throws IOException {
        int at = JsonHead.firstByte(bytes);
        boolean named = isNamed(place);
        if (at < 0 || (bytes.at(at) != '{' && !named)) {
            return false;
        }
        ByteSlice head = bytes.slice(at, bytes.ensure(JsonHead.LOOKED_AT));
        FieldMapping mapping = new FieldMapping(place.settings().fields());
        int from = 0;
        for (int line = 0; from < head.length() && (named || line < LINES_LOOKED_AT); line++) {
            int end = newline(head, from);
            boolean strange = head.at(from) != '{' && !named;
            if (strange || (line == 0 && isAnswer(head, end, mapping))) {
                return false;
            }
            boolean cut = end == head.length();
            if (head.at(from) == '{' && isPage(head.from(from).to(end - from), cut, mapping, followed(head, end))) {
                return true;
            }
            from = end + 1;
        }
        return false;
    }

    /** Whether the first line is the answer of a service; not where it is a page without its text among others. */
    private static boolean isAnswer(ByteSlice head, int end, FieldMapping mapping) {
        ByteSlice line = head.to(end);
        boolean answer = line.length() > 0 && line.at(0) == '{' && JsonHead.isAnswer(line, mapping);
        return answer && !(JsonHead.hasAddress(line, mapping) && areRecords(head, end + 1, mapping));
    }

    /** Whether one of the next lines is a page by itself. */
    private static boolean areRecords(ByteSlice head, int start, FieldMapping mapping) {
        int from = start;
        for (int line = 1; from < head.length() && line < LINES_LOOKED_AT; line++) {
            int end = newline(head, from);
            boolean whole = end < head.length();
            if (whole
                    && head.at(from) == '{'
                    && JsonHead.isRecord(head.from(from).to(end - from), mapping)) {
                return true;
            }
            from = end + 1;
        }
        return false;
    }

    private static boolean isNamed(Place place) {
        String name = place.name().toLowerCase(Locale.ROOT);
        return ENDINGS.stream().anyMatch(ending -> name.endsWith(ending) || name.contains(ending + "."));
    }

    /** Whether a whole line, or one that the head cuts off, is the record of a page. */
    private static boolean isPage(ByteSlice line, boolean cut, FieldMapping mapping, boolean certain) {
        try {
            return mapping.isPage(JsonObjects.read(line), certain);
        } catch (IOException noObject) {
            return cut && line.length() > JsonHead.LOOKED_AT / 2 && mapping.isPage(JsonHead.ofObject(line), false);
        }
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
