package dev.colophon.source.archive;

import dev.colophon.source.format.ByteWindow;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * One header block of a tar (POSIX 1003.1 "ustar Interchange Format", GNU tar manual "Basic Tar Format").
 *
 * @param name with the ustar prefix
 * @param size bytes of content; -1 where it cannot be read
 * @param type what the entry is
 * @param link where a link leads
 */
record TarHeader(String name, long size, char type, String link) {
    static final int BLOCK = 512;
    static final int MAGIC = 257;

    private static final int NAME = 100;
    private static final int SIZE = 124;
    private static final int CHECKSUM = 148;
    private static final int TYPE = 156;
    private static final int LINK = 157;
    private static final int PREFIX = 345;
    private static final int PREFIX_LENGTH = 155;

    /** Whether the block at an index of the visible bytes is a header whose checksum agrees. */
    static boolean isSound(ByteWindow bytes, int index) throws IOException {
        if (bytes.ensure(index + BLOCK) < index + BLOCK) {
            return false;
        }
        long stated = octal(bytes, index + CHECKSUM, 8);
        long unsigned = 0;
        long signed = 0;
        for (int i = 0; i < BLOCK; i++) {
            byte unit = i >= CHECKSUM && i < CHECKSUM + 8 ? (byte) ' ' : bytes.at(index + i);
            unsigned += unit & 0xff;
            signed += unit;
        }
        return stated > 0 && (stated == unsigned || stated == signed);
    }

    /** Whether the visible block holds nothing but zeros. */
    static boolean isEmpty(ByteWindow bytes) {
        for (int i = 0; i < BLOCK; i++) {
            if (bytes.at(i) != 0) {
                return false;
            }
        }
        return true;
    }

    /** The header in the visible block. */
    static TarHeader read(ByteWindow bytes) throws IOException {
        String name = text(bytes, 0, NAME);
        // GNU tar keeps times where ustar has the prefix, and writes its magic number with spaces.
        boolean ustar = bytes.startsWith(MAGIC, "ustar\0");
        String prefix = ustar ? text(bytes, PREFIX, PREFIX_LENGTH) : "";
        return new TarHeader(
                prefix.isEmpty() ? name : prefix + "/" + name,
                number(bytes, SIZE, 12),
                (char) (bytes.at(TYPE) & 0xff),
                text(bytes, LINK, NAME));
    }

    private static String text(ByteWindow bytes, int from, int length) {
        int end = 0;
        while (end < length && bytes.at(from + end) != 0) {
            end++;
        }
        return new String(bytes.slice(from, from + end).copy(), StandardCharsets.UTF_8);
    }

    /** Octal digits, or a binary number where the first bit is set; -1 where it is neither, or negative. */
    private static long number(ByteWindow bytes, int from, int length) {
        if ((bytes.at(from) & 0x80) == 0) {
            return octal(bytes, from, length);
        }
        long value = bytes.at(from) & 0x7f;
        for (int i = 1; i < length; i++) {
            if (value > Long.MAX_VALUE >> 9) {
                return -1;
            }
            value = value << 8 | (bytes.at(from + i) & 0xff);
        }
        return value;
    }

    private static long octal(ByteWindow bytes, int from, int length) {
        long value = 0;
        boolean begun = false;
        for (int i = from; i < from + length; i++) {
            int unit = bytes.at(i);
            if (unit >= '0' && unit <= '7') {
                value = value * 8 + unit - '0';
                begun = true;
            } else if (unit == 0 || (unit == ' ' && begun)) {
                break;
            } else if (unit != ' ') {
                return -1;
            }
        }
        return value;
    }
}
