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
        Path folder = place.settings().temporary() == null
                ? Path.of(System.getProperty("java.io.tmpdir"))
                : place.settings().temporary();
        FileChannel copy = open(folder);
        boolean whole = false;
        try {
            copy(bytes, copy, most(place), folder);
            whole = true;
            return copy.position(0);
        } finally {
            if (!whole) {
                copy.close();
            }
        }
    }

    private static FileChannel open(Path folder) throws IOException {
        try {
            Files.createDirectories(folder);
            return FileChannel.open(
                    Files.createTempFile(folder, "colophon-nested", ".tmp"),
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.DELETE_ON_CLOSE);
        } catch (IOException fault) {
            throw noRoom(folder, fault);
        }
    }

    private static IOException noRoom(Path folder, IOException fault) {
        return new IOException(
                "a nested archive cannot be copied to the folder for temporary files " + folder + ": "
                        + (fault.getMessage() == null ? fault : fault.getMessage())
                        + "; make room there, a few GB for nested archives of that size",
                fault);
    }

    private static long most(Place place) {
        return place.limits().documentBytes() * DOCUMENTS;
    }

    private static void copy(ByteWindow bytes, FileChannel into, long most, Path folder) throws IOException {
        while (bytes.ensure(1) > 0) {
            ByteWindow.ByteSlice slice = bytes.slice(0, bytes.visible());
            if (into.position() + slice.length() > most) {
                throw new BadInput(
                        RejectReason.LIMIT_SIZE,
                        "a nested archive of more than " + most + " bytes (64 times limits.document-bytes)");
            }
            ByteBuffer rest = ByteBuffer.wrap(slice.array(), slice.offset(), slice.length());
            write(rest, into, folder);
            bytes.consume(slice.length());
        }
    }

    private static void write(ByteBuffer bytes, FileChannel into, Path folder) throws IOException {
        try {
            while (bytes.hasRemaining()) {
                into.write(bytes);
            }
        } catch (IOException fault) {
            throw noRoom(folder, fault);
        }
    }
}
