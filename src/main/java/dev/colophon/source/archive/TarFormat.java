package dev.colophon.source.archive;

import dev.colophon.source.format.ByteWindow;
import dev.colophon.source.format.Format;
import dev.colophon.source.format.ItemReader;
import dev.colophon.source.format.Place;
import java.io.IOException;

/** tar: ustar, pax, GNU and the forms before them, told by the magic number or, without one, by the header's checksum. */
public final class TarFormat implements Format {
    @Override
    public boolean recognises(Place place, ByteWindow bytes) throws IOException {
        return bytes.ensure(TarHeader.BLOCK) == TarHeader.BLOCK
                && (bytes.startsWith(TarHeader.MAGIC, "ustar") || TarHeader.isSound(bytes, 0));
    }

    @Override
    public ItemReader open(Place place, ByteWindow bytes) throws IOException {
        place.requireDepth();
        return new DescribedEntries(new TarItems(place, bytes));
    }
}
