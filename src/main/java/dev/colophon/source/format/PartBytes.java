package dev.colophon.source.format;

import dev.colophon.model.RejectReason;
import java.io.IOException;

/** The next {@code length} bytes of another window, which moves on as these are read. */
public final class PartBytes extends ByteWindow {
    private final ByteWindow container;
    private final long length;
    private long taken;

    /** The bytes from the window's position on; a {@link BadInput} where they are read and the window ends before. */
    public PartBytes(ByteWindow container, long length) {
        this.container = container;
        this.length = length;
    }

    @Override
    public long length() {
        return length;
    }

    @Override
    protected int fill(byte[] into, int offset, int wanted) throws IOException {
        if (taken == length) {
            return -1;
        }
        if (container.ensure(1) == 0) {
            throw new BadInput(RejectReason.TRUNCATED, "it ends after " + taken + " of " + length + " bytes");
        }
        int count = (int) Math.min(Math.min(wanted, container.visible()), length - taken);
        ByteSlice slice = container.slice(0, count);
        System.arraycopy(slice.array(), slice.offset(), into, offset, count);
        container.consume(count);
        taken += count;
        return count;
    }

    /** Passes over what nobody has read; false where the container ends before. */
    public boolean skipRest() throws IOException {
        while (taken < length && container.ensure(1) > 0) {
            int count = (int) Math.min(container.visible(), length - taken);
            container.consume(count);
            taken += count;
        }
        return taken == length;
    }
}
