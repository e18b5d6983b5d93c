package dev.colophon.source.format;

import dev.colophon.model.RejectReason;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** The bytes of a stream, whose faults are those of the bytes and not of the storage. The stream is the caller's to close. */
public final class StreamBytes extends ByteWindow {
    private final InputStream stream;

    /** The bytes of a stream from where it stands. */
    public StreamBytes(InputStream stream) {
        this.stream = stream;
    }

    /** Bytes in memory. */
    public static StreamBytes of(ByteSlice bytes) {
        return new StreamBytes(new ByteArrayInputStream(bytes.array(), bytes.offset(), bytes.length()));
    }

    @Override
    protected int fill(byte[] into, int offset, int length) throws IOException {
        try {
            return stream.read(into, offset, length);
        } catch (BadInput known) {
            throw known;
        } catch (EOFException early) {
            throw new BadInput(RejectReason.TRUNCATED, "it ends early: " + early.getMessage());
        }
    }
}
