package dev.colophon.source.format;

import dev.colophon.model.RejectReason;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A copy of bytes that come in order, for reads at any position: in memory up to 4 MB, else in a temporary file. */
final class Spool {
    private static final int IN_MEMORY = 4 << 20;

    /** What a nested archive may take on disk, as a multiple of what a document may take. */
    private static final int DOCUMENTS = 64;

    private Spool() {}

    /** Copies what is left of the bytes. Closing the channel removes the file. */
    static SeekableByteChannel of(ByteWindow bytes, Place place) throws IOException {
        int visible = bytes.ensure(IN_MEMORY + 1);
        if (visible <= IN_MEMORY) {
            MemoryChannel copy = new MemoryChannel(bytes.slice(0, visible).copy());
            bytes.consume(visible);
            return copy;
        }
        Path file = Files.createTempFile("colophon-nested", ".tmp");
        FileChannel copy = FileChannel.open(
                file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
        boolean whole = false;
        try {
            copy(bytes, copy, most(place));
            whole = true;
            return copy.position(0);
        } finally {
            if (!whole) {
                copy.close();
            }
        }
    }

    private static long most(Place place) {
        return place.limits().documentBytes() * DOCUMENTS;
    }

    private static void copy(ByteWindow bytes, FileChannel into, long most) throws IOException {
        while (bytes.ensure(1) > 0) {
            ByteWindow.ByteSlice slice = bytes.slice(0, bytes.visible());
            if (into.position() + slice.length() > most) {
                throw new BadInput(
                        RejectReason.LIMIT_SIZE,
                        "a nested archive of more than " + most + " bytes (64 times limits.document-bytes)");
            }
            ByteBuffer rest = ByteBuffer.wrap(slice.array(), slice.offset(), slice.length());
            while (rest.hasRemaining()) {
                into.write(rest);
            }
            bytes.consume(slice.length());
        }
    }
}
