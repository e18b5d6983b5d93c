package dev.colophon.source.records;

import dev.colophon.source.format.ByteWindow;
import dev.colophon.source.format.Format;
import dev.colophon.source.format.ItemReader;
import dev.colophon.source.format.Place;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Pages in one JSON text: an array of objects, alone or inside an object, and objects one behind the other that take
 * several lines each. Told by the first objects, one of which has a field of HTML or text.
 */
public final class JsonDocumentFormat implements Format {
    @Override
    public boolean recognises(Place place, ByteWindow bytes) throws IOException {
        return head(place, bytes) != null;
    }

    private static @Nullable JsonHead head(Place place, ByteWindow bytes) throws IOException {
        return JsonHead.of(bytes, new FieldMapping(place.settings().fields()));
    }

    @Override
    public ItemReader open(Place place, ByteWindow bytes) throws IOException {
        JsonHead head = head(place, bytes);
        if (head == null) {
            throw new IllegalStateException("not recognised: " + place.whole());
        }
        return new JsonElementItems(place, bytes, head.start(), head.array());
    }
}
