package dev.colophon.source.archive;

import dev.colophon.model.RejectReason;
import dev.colophon.source.compress.DecodedBytes;
import dev.colophon.source.compress.EntryDecoders;
import dev.colophon.source.format.BadInput;
import dev.colophon.source.format.ByteWindow;
import dev.colophon.source.format.Place;
import java.io.IOException;
import java.util.zip.CRC32;

/** The content of a zip's entry, which verifies its CRC and length before it says that it has ended. */
final class ZipContent extends ByteWindow implements AutoCloseable {
    private final ByteWindow decoded;
    private final Runnable closing;
    private final CRC32 crc = new CRC32();
    private final ZipHeader header;
    private long produced;

    /**
     * The content.
     *
     * @param stored the bytes as stored
     * @throws BadInput where the method is none that is read
     */
    ZipContent(Place place, ZipHeader header, ByteWindow stored) throws BadInput {
        this.header = header;
        if (header.method() == 0) {
            this.decoded = stored;
            this.closing = () -> {};
            return;
        }
        DecodedBytes.Decoder decoder = EntryDecoders.zip(header.method(), header.endMarked() ? -1 : header.size(), place.limits());
        if (decoder == null) {
            throw new BadInput(RejectReason.UNSUPPORTED, "compressed by method " + header.method());
        }
        DecodedBytes content = new DecodedBytes(place, stored, decoder);
        this.decoded = content;
        this.closing = content::close;
    }

    @Override
    protected int fill(byte[] into, int offset, int length) throws IOException {
        if (decoded.ensure(1) == 0) {
            verify();
            return -1;
        }
        int count = Math.min(length, decoded.visible());
        ByteSlice slice = decoded.slice(0, count);
        System.arraycopy(slice.array(), slice.offset(), into, offset, count);
        decoded.consume(count);
        crc.update(into, offset, count);
        produced += count;
        return count;
    }

    private void verify() throws BadInput {
        boolean unknown = header.described() && header.crc() == 0 && header.size() == 0;
        if (!unknown && (produced != header.size() || crc.getValue() != header.crc())) {
            throw new BadInput(
                    RejectReason.INTEGRITY,
                    "the zip states CRC-32 " + Long.toHexString(header.crc()) + " and " + header.size()
                            + " bytes, found " + Long.toHexString(crc.getValue()) + " and " + produced);
        }
    }

    @Override
    public void close() {
        closing.run();
    }
}
