package dev.colophon.source.warc;

import dev.colophon.source.compress.GzipMember;
import dev.colophon.source.format.BadInput;
import dev.colophon.source.format.ByteWindow;
import dev.colophon.source.format.Format;
import dev.colophon.source.format.ItemReader;
import dev.colophon.source.format.Place;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/**
 * WARC (ISO 28500), plain and gzipped: the first bytes {@code WARC/}, or gzip whose content begins so. A name that ends as
 * a WARC's decides where the first bytes are damaged.
 */
public final class WarcFormat implements Format {
    private static final List<String> ENDINGS =
            List.of(".warc", ".wet", ".wat", ".warc.gz", ".wet.gz", ".wat.gz");

    private final boolean byName;

    private WarcFormat(boolean byName) {
        this.byName = byName;
    }

    /** A WARC by its first bytes. */
    public static WarcFormat byContent() {
        return new WarcFormat(false);
    }

    /** A WARC by its name, for after all formats that are sure of theirs. */
    public static WarcFormat byName() {
        return new WarcFormat(true);
    }

    @Override
    public boolean recognises(Place place, ByteWindow bytes) throws IOException {
        if (byName) {
            String name = place.name().toLowerCase(Locale.ROOT);
            return bytes.ensure(1) > 0 && ENDINGS.stream().anyMatch(name::endsWith);
        }
        return begins(place, bytes, "WARC/");
    }

    @Override
    public ItemReader open(Place place, ByteWindow bytes) throws IOException {
        return GzipMember.magicAt(bytes, 0) ? new GzipWarcItems(place, bytes) : new WarcItems(place, bytes);
    }

    /** Whether the bytes, or their content where they are gzip, begin with the text. */
    static boolean begins(Place place, ByteWindow bytes, String text) throws IOException {
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
