package dev.colophon.source.warc;

import dev.colophon.source.compress.GzipMember;
import dev.colophon.source.format.BadInput;
import dev.colophon.source.format.ByteWindow;
import dev.colophon.source.format.Place;
import java.io.IOException;

/** What the first bytes show, looked at through a first gzip member where there is one. */
final class Beginnings {
    private Beginnings() {}

    /** Whether the bytes, or their content where they are gzip, begin with the text. Consumes nothing. */
    static boolean show(Place place, ByteWindow bytes, String text) throws IOException {
        if (!GzipMember.magicAt(bytes, 0)) {
            return bytes.startsWith(0, text);
        }
        bytes.mark();
        try (GzipMember first = new GzipMember(bytes, place.limits().expansionRatio())) {
            return first.startsWith(0, text);
        } catch (BadInput unreadable) {
            return false;
        } finally {
            bytes.rewind();
            bytes.unmark();
        }
    }
}
