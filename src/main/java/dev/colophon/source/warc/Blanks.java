package dev.colophon.source.warc;

import dev.colophon.source.format.ByteWindow;
import java.io.IOException;

/** The blank lines between records. A file may hold hundreds of megabytes of them, and no more than a few KB are in memory. */
final class Blanks {
    /** Bytes of blank lines that are looked at behind a record, and count as its own. */
    static final int MOST = 8 << 10;

    private Blanks() {}

    /** Passes over all blank lines at the position. */
    static void pass(ByteWindow bytes) throws IOException {
        for (int count = from(bytes, 0); count > 0; count = from(bytes, 0)) {
            bytes.consume(count);
        }
    }

    /** Bytes of blank lines from an index on, {@link #MOST} where there may be more. */
    static int from(ByteWindow bytes, int index) throws IOException {
        int count = 0;
        while (count < MOST
                && bytes.ensure(index + count + 1) > index + count
                && (bytes.at(index + count) == '\r' || bytes.at(index + count) == '\n')) {
            count++;
        }
        return count;
    }
}
