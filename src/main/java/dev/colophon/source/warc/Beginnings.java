package dev.colophon.source.warc;

import dev.colophon.source.compress.GzipMember;
import dev.colophon.source.format.BadInput;
import dev.colophon.source.format.ByteWindow;
import dev.colophon.source.format.Place;
import java.io.IOException;

/** What the first bytes show, looked at through a first gzip member where there is one. */
final class Beginnings {
    private Beginnings() {}

    /** Whether the bytes, or their content where they are gzip, begin with one of the texts. Consumes nothing. */
    static boolean show(Place place, ByteWindow bytes, String... texts) throws IOException {
        if (!GzipMember.magicAt(bytes, 0)) {
            return begin(bytes, texts);
        }
        bytes.mark();
        try (GzipMember first = new GzipMember(bytes, place.limits().expansionRatio())) {
            return begin(first, texts);
        } catch (BadInput unreadable) {
            return false;
        } finally {
            bytes.rewind();
            bytes.unmark();
        }
    }

    private static boolean begin(ByteWindow bytes, String... texts) throws IOException {
        for (String text : texts) {
            if (bytes.startsWith(0, text)) {
                return true;
            }
        }
        return false;
    }
}
