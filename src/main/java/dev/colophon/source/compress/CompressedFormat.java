package dev.colophon.source.compress;

import dev.colophon.model.SourceItem;
import dev.colophon.source.format.ByteWindow;
import dev.colophon.source.format.Format;
import dev.colophon.source.format.ItemReader;
import dev.colophon.source.format.Place;
import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** One compressed stream, whatever it holds: {@code a.html.gz} is the document, {@code dump.tar.gz} the archive. */
public final class CompressedFormat implements Format {
    @Override
    public boolean recognises(Place place, ByteWindow bytes) throws IOException {
        return GzipMember.magicAt(bytes, 0);
    }

    @Override
    public ItemReader open(Place place, ByteWindow bytes) throws IOException {
        Place inside = place.unpacked();
        if (place.decoded()) {
            place.requireDepth();
        }
        GzipStream content = new GzipStream(place, bytes);
        boolean opened = false;
        try {
            Unpacked reader = new Unpacked(inside.open(content), content::close);
            opened = true;
            return reader;
        } finally {
            if (!opened) {
                content.close();
            }
        }
    }

    /** The items of the content, and the decoder that goes with them. */
    private record Unpacked(ItemReader inner, Closeable decoder) implements ItemReader {
        @Override
        public @Nullable SourceItem next() throws IOException {
            return inner.next();
        }

        @Override
        public void close() throws IOException {
            try (Closeable ending = decoder) {
                inner.close();
            }
        }
    }
}
