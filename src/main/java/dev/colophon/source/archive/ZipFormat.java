package dev.colophon.source.archive;

import dev.colophon.model.SourceItem;
import dev.colophon.source.format.ByteWindow;
import dev.colophon.source.format.ChannelBytes;
import dev.colophon.source.format.DocumentFormat;
import dev.colophon.source.format.ItemReader;
import dev.colophon.source.format.Place;
import dev.colophon.source.format.Slice;
import dev.colophon.source.format.Splittable;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import org.jspecify.annotations.Nullable;

/**
 * zip and zip64, read by the directory at its end, or by the headers of its entries where that is missing. A zip that is an
 * Office, OpenDocument or EPUB document is that document; in a WACZ the WARCs are read, and what describes them is left out.
 */
public final class ZipFormat implements Splittable {
    @Override
    public boolean recognises(Place place, ByteWindow bytes) throws IOException {
        return bytes.startsWith(0, ZipHeader.LOCAL)
                || bytes.startsWith(0, "PK\u0005\u0006")
                || bytes.startsWith(0, "PK\u0006\u0006")
                || bytes.startsWith(0, "PK\u0007\u0008PK")
                || bytes.startsWith(0, "PK00PK");
    }

    @Override
    public ItemReader open(Place place, ByteWindow bytes) throws IOException {
        place.requireDepth();
        return ItemReader.over(bytes.channel(place), channel -> open(place, channel));
    }

    private static ItemReader open(Place place, SeekableByteChannel channel) throws IOException {
        ZipDirectory directory = ZipDirectory.read(channel, place.limits().entries());
        if (directory != null && directory.isDocument()) {
            ChannelBytes whole = new ChannelBytes(channel, 0, channel.size());
            return new Document(new DocumentFormat().open(place, whole), channel);
        }
        ZipEntries entries =
                directory == null ? new ZipScanned(channel) : new ZipListed(channel, directory, place.slice());
        return new DescribedEntries(
                new ZipItems(place, channel, entries, directory != null && directory.isWebArchive()));
    }

    @Override
    public long[] cuts(Place place, SeekableByteChannel bytes, long every) throws IOException {
        ZipDirectory directory = ZipDirectory.read(bytes, place.limits().entries());
        return directory == null || directory.isDocument() ? new long[0] : Slice.cuts(directory.cuttable(), every);
    }

    /** A zip that is one document. */
    private record Document(ItemReader document, SeekableByteChannel channel) implements ItemReader {
        @Override
        public @Nullable SourceItem next() throws IOException {
            return document.next();
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }
}
