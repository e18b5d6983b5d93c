package dev.colophon.source.warc;

import dev.colophon.source.compress.GzipMember;
import dev.colophon.source.format.BadInput;
import dev.colophon.source.format.ChannelBytes;
import dev.colophon.source.format.Place;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.Arrays;

/** Finds where a WARC may be cut: in front of records. */
final class WarcCuts {
    /**
     * Stored bytes that members must follow one another for. A WARC inside a record may lie there as it is, but no deflate
     * block holds more than 65,535 bytes as they are.
     */
    private static final int CHAIN_BYTES = 1 << 17;

    /** Bytes in which the next record is looked for before the file is left uncut. */
    private static final long MOST_SEARCHED = 64L << 20;

    /** Bytes in which a record's header should end. */
    private static final int HEADER_BYTES = 1 << 13;

    private final Place place;
    private final SeekableByteChannel channel;
    private final long size;
    private long[] cuts = new long[16];
    private int count;

    private WarcCuts(Place place, SeekableByteChannel channel) throws IOException {
        this.place = place;
        this.channel = channel;
        this.size = channel.size();
    }

    /** Cuts in front of gzip members, each found from about where it should be. */
    static long[] ofMembers(Place place, SeekableByteChannel channel, long every) throws IOException {
        WarcCuts found = new WarcCuts(place, channel);
        for (long at = every; at < found.size; at += every) {
            at = found.nextMember(at);
            if (at < 0) {
                break;
            }
            found.add(at);
        }
        return found.all();
    }

    /** Cuts in front of plain records. These are counted from the first on, since a record may hold what looks like another. */
    static long[] ofRecords(Place place, SeekableByteChannel channel, long every) throws IOException {
        WarcCuts found = new WarcCuts(place, channel);
        long next = every;
        for (long at = found.nextRecord(0); at >= 0; at = found.nextRecord(at)) {
            if (at >= next) {
                found.add(at);
                next = at + every;
            }
        }
        return found.all();
    }

    private void add(long cut) {
        cuts = count == cuts.length ? Arrays.copyOf(cuts, count * 2) : cuts;
        cuts[count++] = cut;
    }

    private long[] all() {
        return Arrays.copyOf(cuts, count);
    }

    private long nextMember(long from) throws IOException {
        ChannelBytes bytes = new ChannelBytes(channel, from, size);
        while (bytes.position() < MOST_SEARCHED && bytes.ensure(1) > 0) {
            if (GzipMember.beginsAt(bytes, 0) && beginsRecords(from + bytes.position())) {
                return from + bytes.position();
            }
            bytes.consume(1);
        }
        return -1;
    }

    private boolean beginsRecords(long from) throws IOException {
        ChannelBytes bytes = new ChannelBytes(channel, from, size);
        boolean first = true;
        while (bytes.position() < CHAIN_BYTES && bytes.ensure(1) > 0) {
            try (GzipMember member = new GzipMember(bytes, place.limits().expansionRatio())) {
                if (first && !member.startsWith(0, "WARC/")) {
                    return false;
                }
                while (member.ensure(1) > 0) {
                    member.consume(member.visible());
                }
            } catch (BadInput noMember) {
                return false;
            }
            first = false;
        }
        return !first;
    }

    /** Where the record behind the one at a position begins; -1 at the end. */
    private long nextRecord(long at) throws IOException {
        RecordFramer quick =
                new RecordFramer(new ChannelBytes(channel, at, Math.min(size, at + HEADER_BYTES)), place.limits(), -1);
        long length = quick.peekLength();
        long next = length < 0 ? -1 : at + length + RecordFramer.END.length();
        if (next > at && next < size && beginsRecord(next - RecordFramer.END.length())) {
            return next;
        }
        Piece piece = new RecordFramer(new ChannelBytes(channel, at, size), place.limits(), size - at).next();
        long end = piece == null ? size : at + piece.start() + piece.length();
        return end < size ? end : -1;
    }

    private boolean beginsRecord(long from) throws IOException {
        ChannelBytes bytes = new ChannelBytes(channel, from, Math.min(size, from + HEADER_BYTES));
        return bytes.startsWith(0, RecordFramer.END + "WARC/");
    }
}
