package dev.colophon.source.compress;

import dev.colophon.model.SourceItem;
import dev.colophon.source.format.BadInput;
import dev.colophon.source.format.ByteWindow;
import dev.colophon.source.format.Format;
import dev.colophon.source.format.ItemReader;
import dev.colophon.source.format.Place;
import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * One compressed stream, whatever it holds: {@code a.html.gz} is the document, {@code dump.tar.xz} the archive. gzip, bzip2,
 * xz, zstd, lz4, compress ({@code .Z}) and lzma.
 */
public final class CompressedFormat implements Format {
    @Override
    public boolean recognises(Place place, ByteWindow bytes) throws IOException {
        return GzipMember.magicAt(bytes, 0) || Codec.of(bytes) != null;
    }

    @Override
    public ItemReader open(Place place, ByteWindow bytes) throws IOException {
        if (place.decoded()) {
            place.requireDepth();
        }
        Codec codec = GzipMember.magicAt(bytes, 0) ? null : Codec.of(bytes);
        if (codec == null) {
            GzipStream content = new GzipStream(place, bytes);
            return open(place, content, content::close, content::requireNoRest);
        }
        DecodedBytes content = new DecodedBytes(place, bytes, in -> codec.open(in, place.limits()));
        return open(place, content, content::close, () -> {});
    }

    private static ItemReader open(Place place, ByteWindow content, Closeable decoder, Ending ending)
            throws IOException {
        return ItemReader.over(decoder, closing -> new Unpacked(place.unpacked().open(content), closing, ending));
    }

    /** Asks whether all of the compressed bytes were content. */
    @FunctionalInterface
    private interface Ending {
        void require() throws BadInput;
    }

    /** The items of the content, and the decoder that goes with them. */
    private record Unpacked(ItemReader inner, Closeable decoder, Ending ending) implements ItemReader {
        @Override
        public @Nullable SourceItem next() throws IOException {
            SourceItem item = inner.next();
            if (item == null) {
                ending.require();
            }
            return item;
        }

        @Override
        public void close() throws IOException {
            try (Closeable closing = decoder) {
                inner.close();
            }
        }
    }
}
