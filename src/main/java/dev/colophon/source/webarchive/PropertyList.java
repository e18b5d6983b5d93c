package dev.colophon.source.webarchive;

import dev.colophon.model.RejectReason;
import dev.colophon.source.format.BadInput;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A binary property list in memory, of which single values are looked up; nothing is built of what is not asked for. Takes
 * time linear in the keys of the dictionaries on the way.
 *
 * @see <a href="https://opensource.apple.com/source/CF/CF-1153.18/CFBinaryPList.c">CFBinaryPList.c, the format's description</a>
 */
final class PropertyList {
    static final String MAGIC = "bplist00";

    private static final int TRAILER = 32;
    private static final int DATA = 4;
    private static final int ASCII = 5;
    private static final int UTF_16 = 6;
    private static final int DICTIONARY = 13;
    private static final int LONG_COUNT = 15;

    private final byte[] bytes;
    private final int offsetBytes;
    private final int referenceBytes;
    private final int objects;
    private final int top;
    private final int table;

    /** @throws BadInput where the bytes end early or their table of offsets is none */
    PropertyList(byte[] bytes) throws BadInput {
        this.bytes = bytes;
        int trailer = bytes.length - TRAILER;
        if (trailer < MAGIC.length()) {
            throw cut();
        }
        this.offsetBytes = bytes[trailer + 6];
        this.referenceBytes = bytes[trailer + 7];
        ByteBuffer numbers = ByteBuffer.wrap(bytes, trailer + 8, 24);
        long count = numbers.getLong();
        long root = numbers.getLong();
        long start = numbers.getLong();
        boolean sound = isWidth(offsetBytes)
                && isWidth(referenceBytes)
                && count > 0
                && root >= 0
                && root < count
                && start >= MAGIC.length()
                && start < trailer
                && count <= (trailer - start) / offsetBytes;
        if (!sound) {
            throw cut();
        }
        this.objects = (int) count;
        this.top = (int) root;
        this.table = (int) start;
    }

    private static boolean isWidth(int width) {
        return width > 0 && width <= 8;
    }

    private static BadInput cut() {
        return new BadInput(RejectReason.TRUNCATED, "expected a property list with its table at the end, found none");
    }

    private static BadInput broken(String what) {
        return new BadInput(RejectReason.MALFORMED, "expected a property list, found " + what);
    }

    /** The dictionary that everything lies in. */
    int root() {
        return top;
    }

    /**
     * The value of a key; -1 where the object is no dictionary or has no such key.
     *
     * @throws BadInput where the list is broken on the way
     */
    int value(int object, String key) throws BadInput {
        int at = offset(object);
        if (kind(at) != DICTIONARY) {
            return -1;
        }
        Count count = count(at);
        requireRoom(count.end(), 2L * count.value() * referenceBytes);
        for (int i = 0; i < count.value(); i++) {
            int name = (int) number(count.end() + i * referenceBytes, referenceBytes);
            if (isText(name, key)) {
                return (int) number(count.end() + (count.value() + i) * referenceBytes, referenceBytes);
            }
        }
        return -1;
    }

    /** Whether an object is this text; one of another length is not copied. */
    private boolean isText(int object, String text) throws BadInput {
        return count(offset(object)).value() == text.length() && text.equals(text(object));
    }

    /** The text of an object; null where it is none. */
    @Nullable
    String text(int object) throws BadInput {
        int at = offset(object);
        int kind = kind(at);
        if (kind != ASCII && kind != UTF_16) {
            return null;
        }
        Count count = count(at);
        long length = kind == ASCII ? count.value() : 2L * count.value();
        requireRoom(count.end(), length);
        return new String(
                bytes,
                count.end(),
                (int) length,
                kind == ASCII ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_16BE);
    }

    /** The bytes of an object; null where it is no data. */
    byte @Nullable [] data(int object) throws BadInput {
        int at = offset(object);
        if (kind(at) != DATA) {
            return null;
        }
        Count count = count(at);
        requireRoom(count.end(), count.value());
        return Arrays.copyOfRange(bytes, count.end(), count.end() + count.value());
    }

    private int offset(int object) throws BadInput {
        if (object < 0 || object >= objects) {
            throw broken("a reference to no object");
        }
        long offset = number(table + object * offsetBytes, offsetBytes);
        if (offset < MAGIC.length() || offset >= table) {
            throw broken("an object that lies outside");
        }
        return (int) offset;
    }

    private int kind(int at) {
        return (bytes[at] & 0xff) >> 4;
    }

    /** How many units an object has, and where they begin. */
    private record Count(int value, int end) {}

    private Count count(int at) throws BadInput {
        int low = bytes[at] & 0xf;
        if (low < LONG_COUNT) {
            return new Count(low, at + 1);
        }
        requireRoom(at + 1, 1);
        int width = 1 << (bytes[at + 1] & 0xf);
        requireRoom(at + 2, width);
        long count = width > 8 ? -1 : number(at + 2, width);
        if (count < 0 || count > bytes.length) {
            throw broken("an object longer than all of it");
        }
        return new Count((int) count, at + 2 + width);
    }

    private void requireRoom(int from, long length) throws BadInput {
        if (from < 0 || from + length > table) {
            throw broken("an object that goes over the end");
        }
    }

    private long number(int from, int width) {
        long number = 0;
        for (int i = 0; i < width; i++) {
            number = number << 8 | (bytes[from + i] & 0xff);
        }
        return number;
    }
}
