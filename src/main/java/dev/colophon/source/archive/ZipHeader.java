package dev.colophon.source.archive;

import dev.colophon.source.format.ByteWindow;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * An entry's header in a zip (APPNOTE.TXT 6.3.10, sections 4.3.7 and 4.3.12).
 *
 * @param name as it stands there
 * @param flags general purpose bits
 * @param method how the content is compressed
 * @param crc CRC-32 of the content
 * @param stored bytes of the content as stored
 * @param size bytes of the content
 * @param local position of the entry's local header, as the directory says
 * @param mode the Unix file mode; 0 where unknown
 * @param length bytes of the header itself
 */
record ZipHeader(
        String name, int flags, int method, long crc, long stored, long size, long local, int mode, int length) {
    static final String LOCAL = "PK\u0003\u0004";
    static final String CENTRAL = "PK\u0001\u0002";

    static final int LOCAL_LENGTH = 30;
    private static final int CENTRAL_LENGTH = 46;
    private static final int ZIP64 = 1;
    private static final int UNICODE_PATH = 0x7075;
    private static final int UTF8 = 1 << 11;
    private static final long IN_ZIP64 = 0xffffffffL;

    /** Code page 437, which names are in that do not say UTF-8. */
    private static final Charset DOS =
            Charset.isSupported("IBM437") ? Charset.forName("IBM437") : StandardCharsets.ISO_8859_1;

    /** The local header at the position; null where there is none that is whole. */
    static @Nullable ZipHeader local(ByteWindow bytes) throws IOException {
        if (!bytes.startsWith(0, LOCAL) || bytes.ensure(LOCAL_LENGTH) < LOCAL_LENGTH) {
            return null;
        }
        int name = (int) number(bytes, 26, 2);
        int extra = (int) number(bytes, 28, 2);
        int length = LOCAL_LENGTH + name + extra;
        if (bytes.ensure(length) < length) {
            return null;
        }
        long size = number(bytes, 22, 4);
        long stored = number(bytes, 18, 4);
        Extra fields = new Extra(bytes, LOCAL_LENGTH + name, length);
        int flags = (int) number(bytes, 6, 2);
        return new ZipHeader(
                fields.name(text(bytes, LOCAL_LENGTH, name, flags)),
                flags,
                (int) number(bytes, 8, 2),
                number(bytes, 14, 4),
                stored == IN_ZIP64 ? fields.zip64(size == IN_ZIP64 ? 8 : 0, stored) : stored,
                size == IN_ZIP64 ? fields.zip64(0, size) : size,
                0,
                0,
                length);
    }

    /** The directory's entry at the position; null where there is none that is whole. */
    static @Nullable ZipHeader central(ByteWindow bytes) throws IOException {
        if (!bytes.startsWith(0, CENTRAL) || bytes.ensure(CENTRAL_LENGTH) < CENTRAL_LENGTH) {
            return null;
        }
        int name = (int) number(bytes, 28, 2);
        int extra = (int) number(bytes, 30, 2);
        int length = CENTRAL_LENGTH + name + extra + (int) number(bytes, 32, 2);
        if (bytes.ensure(length) < length) {
            return null;
        }
        long stored = number(bytes, 20, 4);
        long size = number(bytes, 24, 4);
        long local = number(bytes, 42, 4);
        Extra fields = new Extra(bytes, CENTRAL_LENGTH + name, CENTRAL_LENGTH + name + extra);
        int flags = (int) number(bytes, 8, 2);
        boolean unix = bytes.at(5) == 3;
        int beforeStored = size == IN_ZIP64 ? 8 : 0;
        int beforeLocal = beforeStored + (stored == IN_ZIP64 ? 8 : 0);
        return new ZipHeader(
                fields.name(text(bytes, CENTRAL_LENGTH, name, flags)),
                flags,
                (int) number(bytes, 10, 2),
                number(bytes, 16, 4),
                stored == IN_ZIP64 ? fields.zip64(beforeStored, stored) : stored,
                size == IN_ZIP64 ? fields.zip64(0, size) : size,
                local == IN_ZIP64 ? fields.zip64(beforeLocal, local) : local,
                unix ? (int) number(bytes, 40, 2) : 0,
                length);
    }

    boolean encrypted() {
        return (flags & 1) != 0 || (flags & 1 << 13) != 0;
    }

    /** Whether CRC and sizes stand behind the content. */
    boolean described() {
        return (flags & 1 << 3) != 0;
    }

    /** Whether LZMA data ends with a mark, so that the length need not be known. */
    boolean endMarked() {
        return (flags & 2) != 0;
    }

    /** The header with what a descriptor behind the content says. */
    ZipHeader described(long itsCrc, long itsStored, long itsSize) {
        return new ZipHeader(name, flags, method, itsCrc, itsStored, itsSize, local, mode, length);
    }

    boolean isLink() {
        return (mode & 0xf000) == 0xa000;
    }

    boolean isFolder() {
        return name.endsWith("/") || name.endsWith("\\");
    }

    static long number(ByteWindow bytes, int index, int count) {
        long value = 0;
        for (int i = count - 1; i >= 0; i--) {
            value = value << 8 | (bytes.at(index + i) & 0xff);
        }
        return value;
    }

    private static String text(ByteWindow bytes, int from, int length, int flags) {
        byte[] name = bytes.slice(from, from + length).copy();
        try {
            // Many writers use UTF-8 and do not say so; what is valid UTF-8 is hardly ever anything else.
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(name)).toString();
        } catch (CharacterCodingException other) {
            return new String(name, (flags & UTF8) != 0 ? StandardCharsets.UTF_8 : DOS);
        }
    }

    /** The extra fields of a header. */
    private record Extra(ByteWindow bytes, int from, int to) {
        /** Index of a field's content; -1 where it is missing or shorter than asked. */
        private int find(int id, int least) {
            for (int at = from; at + 4 <= to; ) {
                int length = (int) number(bytes, at + 2, 2);
                if (number(bytes, at, 2) == id && at + 4 + length <= to) {
                    return length >= least ? at + 4 : -1;
                }
                at += 4 + length;
            }
            return -1;
        }

        long zip64(int offset, long otherwise) {
            int field = find(ZIP64, offset + 8);
            return field < 0 ? otherwise : number(bytes, field + offset, 8);
        }

        /** Info-ZIP's name in UTF-8, where the header's own is in an unknown code page. */
        String name(String otherwise) {
            int field = find(UNICODE_PATH, 6);
            int length = field < 0 ? 0 : (int) number(bytes, field - 2, 2);
            return length <= 5 || bytes.at(field) != 1
                    ? otherwise
                    : new String(bytes.slice(field + 5, field + length).copy(), StandardCharsets.UTF_8);
        }
    }
}
