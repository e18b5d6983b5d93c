package dev.colophon.source.warc;

import dev.colophon.model.RejectReason;
import dev.colophon.source.compress.ZstdMember;
import dev.colophon.source.format.BadInput;
import dev.colophon.source.format.ByteWindow;
import dev.colophon.source.format.Format;
import dev.colophon.source.format.ItemReader;
import dev.colophon.source.format.PartBytes;
import dev.colophon.source.format.Place;
import java.io.IOException;

/**
 * WARC compressed with zstd, each record a frame (IIPC, "The WARC Format 1.1, Zstandard compression"). A skippable frame with
 * the magic number 0x184D2A5D before the first record holds the dictionary that all are compressed with, itself compressed
 * or not.
 */
public final class ZstdWarcFormat implements Format {
    private static final int SKIPPABLE_HEADER = 8;
    private static final int MOST_DICTIONARY_BYTES = 16 << 20;
    private static final byte[] NONE = new byte[0];

    @Override
    public boolean recognises(Place place, ByteWindow bytes) throws IOException {
        if (bytes.startsWith(0, "]*M\u0018")) {
            return true;
        }
        if (!ZstdMember.beginsAt(bytes, 0)) {
            return false;
        }
        bytes.mark();
        try (ZstdMember first = new ZstdMember(place, bytes, NONE)) {
            return first.content().startsWith(0, "WARC/");
        } catch (BadInput unreadable) {
            return false;
        } finally {
            bytes.rewind();
            bytes.unmark();
        }
    }

    @Override
    public ItemReader open(Place place, ByteWindow bytes) throws IOException {
        byte[] dictionary = dictionary(place, bytes);
        return new MemberItems(place, bytes, new Members.Zstd(place, dictionary), new WarcDialect(place.limits()));
    }

    private static byte[] dictionary(Place place, ByteWindow bytes) throws IOException {
        if (!bytes.startsWith(0, "]*M\u0018")) {
            return NONE;
        }
        long length = ZstdMember.skippableLength(bytes);
        if (length < 0) {
            throw new BadInput(RejectReason.TRUNCATED, "it ends within the header of its dictionary");
        }
        bytes.consume(SKIPPABLE_HEADER);
        PartBytes stored = new PartBytes(bytes, length);
        try (ZstdMember frame = new ZstdMember(place, stored, NONE)) {
            byte[] dictionary =
                    bounded(ZstdMember.beginsAt(stored, 0) ? frame.content() : stored, MOST_DICTIONARY_BYTES);
            stored.skipRest();
            return dictionary;
        }
    }

    private static byte[] bounded(ByteWindow bytes, int most) throws IOException {
        int there = bytes.ensure(most + 1);
        if (there > most) {
            throw new BadInput(RejectReason.LIMIT_MEMORY, "a dictionary of more than " + most + " bytes");
        }
        byte[] content = bytes.slice(0, there).copy();
        bytes.consume(there);
        return content;
    }
}
