package dev.colophon.source.format;

import dev.colophon.model.RejectReason;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;

/** A range of a channel. Several may share one channel as long as one thread reads them. */
public final class ChannelBytes extends ByteWindow {
    private final SeekableByteChannel channel;
    private final long from;
    private final long to;
    private long at;

    /**
     * The bytes {@code from} to {@code to}.
     *
     * @throws BadInput where the channel ends before
     */
    public ChannelBytes(SeekableByteChannel channel, long from, long to) throws IOException {
        if (from < 0 || to < from || to > channel.size()) {
            throw new BadInput(
                    RejectReason.TRUNCATED,
                    "expected bytes " + from + " to " + to + ", found an end at " + channel.size());
        }
        this.channel = channel;
        this.from = from;
        this.to = to;
        this.at = from;
    }

    @Override
    public long length() {
        return to - from;
    }

    @Override
    protected int fill(byte[] into, int offset, int length) throws IOException {
        if (at == to) {
            return -1;
        }
        channel.position(at);
        int count = channel.read(ByteBuffer.wrap(into, offset, (int) Math.min(length, to - at)));
        at += Math.max(0, count);
        return count;
    }
}
