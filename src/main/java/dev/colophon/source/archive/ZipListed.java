package dev.colophon.source.archive;

import dev.colophon.model.RejectReason;
import dev.colophon.source.format.BadInput;
import dev.colophon.source.format.ChannelBytes;
import dev.colophon.source.format.Slice;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** Entries as the directory lists them. What a local header says otherwise is not believed. */
final class ZipListed implements ZipEntries {
    private final SeekableByteChannel channel;
    private final ZipDirectory directory;
    private final Slice slice;
    private final ChannelBytes bytes;
    private final BitSet begun = new BitSet();

    ZipListed(SeekableByteChannel channel, ZipDirectory directory, Slice slice) throws IOException {
        this.channel = channel;
        this.directory = directory;
        this.slice = slice;
        this.bytes = directory.bytes();
    }

    @Override
    public @Nullable Entry next() throws IOException {
        for (ZipHeader header = ZipHeader.central(bytes); header != null; header = ZipHeader.central(bytes)) {
            bytes.consume(header.length());
            long start = directory.position(header);
            // What the archive does not hold has to be told once: with its beginning.
            if (slice.holds(isInside(start) ? start : 0)) {
                return entry(header, start);
            }
        }
        return null;
    }

    private boolean isInside(long start) throws IOException {
        return start >= 0 && start < channel.size();
    }

    private Entry entry(ZipHeader header, long start) throws IOException {
        long size = channel.size();
        if (!isInside(start)) {
            return faulty(header, start, "the directory points behind the end of the archive");
        }
        ZipHeader local = ZipHeader.local(new ChannelBytes(channel, start, size));
        if (local == null) {
            return faulty(header, start, "there is no entry where the directory says");
        }
        long from = start + local.length();
        long to = from + Math.max(0, header.stored());
        if (to < from || to > size) {
            return new Entry(
                    header,
                    start,
                    from,
                    size,
                    new BadInput(RejectReason.TRUNCATED, "it leads beyond the archive's end"));
        }
        int place = directory.placeOf(start);
        boolean overlaps = begun.get(place) || to > directory.roomEnds(start);
        begun.set(place);
        return new Entry(header, start, from, to, fault(header, local, overlaps));
    }

    private static @Nullable BadInput fault(ZipHeader header, ZipHeader local, boolean overlaps) {
        if (overlaps) {
            return new BadInput(RejectReason.LIMIT_RATIO, "it overlaps another entry, as only entries of a bomb do");
        }
        return header.encrypted() || local.encrypted()
                ? new BadInput(RejectReason.ENCRYPTED, "it needs a password")
                : null;
    }

    private static Entry faulty(ZipHeader header, long start, String message) {
        long known = Math.max(0, start);
        return new Entry(header, known, known, known, new BadInput(RejectReason.MALFORMED, message));
    }

    @Override
    public @Nullable BadInput fault() {
        return null;
    }
}
