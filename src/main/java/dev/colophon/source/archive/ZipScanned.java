package dev.colophon.source.archive;

import dev.colophon.model.RejectReason;
import dev.colophon.source.format.BadInput;
import dev.colophon.source.format.ChannelBytes;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import org.jspecify.annotations.Nullable;

/** Entries of a zip that has no directory, or none that can be read: found by their local headers. */
final class ZipScanned implements ZipEntries {
    private static final String DESCRIPTOR = "PK\u0007\u0008";
    private static final int DESCRIPTOR_LENGTH = 16;
    private static final int LARGE_DESCRIPTOR_LENGTH = 24;

    private final SeekableByteChannel channel;
    private long at;
    private boolean cut;

    ZipScanned(SeekableByteChannel channel) {
        this.channel = channel;
    }

    @Override
    public @Nullable Entry next() throws IOException {
        ChannelBytes bytes = new ChannelBytes(channel, Math.min(at, channel.size()), channel.size());
        while (toSignature(bytes)) {
            long start = at + bytes.position();
            ZipHeader header = ZipHeader.local(bytes);
            if (header != null) {
                Entry entry = entry(header, start, start + header.length());
                at = Math.max(entry.to(), start + 4);
                return entry;
            }
            if (bytes.startsWith(0, ZipHeader.CENTRAL)) {
                break;
            }
            bytes.consume(4);
        }
        at = channel.size();
        return null;
    }

    /** Goes on to the next signature of a header; false where there is none. */
    private static boolean toSignature(ChannelBytes bytes) throws IOException {
        while (bytes.ensure(4) == 4) {
            int next = signature(bytes);
            if (next == 0) {
                return true;
            }
            bytes.consume(next > 0 ? next : Math.max(1, bytes.visible() - 3));
        }
        return false;
    }

    private static int signature(ChannelBytes bytes) {
        for (int i = 0; i + 3 < bytes.visible(); i++) {
            if (bytes.at(i) == 'P'
                    && bytes.at(i + 1) == 'K'
                    && ((bytes.at(i + 2) == 3 && bytes.at(i + 3) == 4)
                            || (bytes.at(i + 2) == 1 && bytes.at(i + 3) == 2))) {
                return i;
            }
        }
        return -1;
    }

    private Entry entry(ZipHeader header, long start, long from) throws IOException {
        if (header.encrypted()) {
            return new Entry(header, start, from, from, new BadInput(RejectReason.ENCRYPTED, "it needs a password"));
        }
        if (header.described() && header.stored() == 0) {
            return described(header, start, from);
        }
        long to = from + Math.max(0, header.stored());
        boolean whole = to >= from && to <= channel.size();
        cut |= !whole;
        return new Entry(header, start, from, whole ? to : channel.size(), whole ? null : cutOff());
    }

    private static BadInput cutOff() {
        return new BadInput(RejectReason.TRUNCATED, "the archive ends within it");
    }

    /** An entry whose length stands behind it: where a descriptor states just the bytes that lie before it. */
    private Entry described(ZipHeader header, long start, long from) throws IOException {
        ChannelBytes bytes = new ChannelBytes(channel, from, channel.size());
        while (bytes.ensure(DESCRIPTOR_LENGTH) == DESCRIPTOR_LENGTH) {
            if (bytes.at(0) == 'P' && bytes.startsWith(0, DESCRIPTOR)) {
                long length = bytes.position();
                if (ZipHeader.number(bytes, 8, 4) == length) {
                    ZipHeader known =
                            header.described(ZipHeader.number(bytes, 4, 4), length, ZipHeader.number(bytes, 12, 4));
                    return new Entry(known, start, from, from + length, null);
                }
                if (bytes.ensure(LARGE_DESCRIPTOR_LENGTH) == LARGE_DESCRIPTOR_LENGTH
                        && ZipHeader.number(bytes, 8, 8) == length) {
                    ZipHeader known =
                            header.described(ZipHeader.number(bytes, 4, 4), length, ZipHeader.number(bytes, 16, 8));
                    return new Entry(known, start, from, from + length, null);
                }
            }
            bytes.consume(1);
        }
        cut = true;
        return new Entry(header, start, from, channel.size(), cutOff());
    }

    @Override
    public @Nullable BadInput fault() {
        return cut
                ? null
                : new BadInput(
                        RejectReason.TRUNCATED,
                        "the archive has no directory that can be read: it was read by the headers of its entries");
    }
}
