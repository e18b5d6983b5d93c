package dev.colophon.source.warc;

import dev.colophon.source.compress.GzipMember;
import dev.colophon.source.format.ByteWindow;
import dev.colophon.source.format.ChannelBytes;
import dev.colophon.source.format.ItemReader;
import dev.colophon.source.format.Place;
import dev.colophon.source.format.Splittable;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.List;
import java.util.Locale;

/**
 * WARC (ISO 28500), plain and gzipped: the first bytes {@code WARC/}, or gzip whose content begins so. A name that ends as
 * a WARC's decides where the first bytes are damaged.
 */
public final class WarcFormat implements Splittable {
    private static final List<String> ENDINGS = List.of(".warc", ".wet", ".wat", ".warc.gz", ".wet.gz", ".wat.gz");

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
        return Beginnings.show(place, bytes, "WARC/", RecordFramer.MARK + "WARC/");
    }

    @Override
    public ItemReader open(Place place, ByteWindow bytes) throws IOException {
        WarcDialect dialect = new WarcDialect(place.limits());
        boolean zipped = GzipMember.magicAt(bytes, 0)
                || (byName && place.name().toLowerCase(Locale.ROOT).endsWith(".gz"));
        return zipped
                ? new MemberItems(place, bytes, new Members.Gzip(place), dialect)
                : new PlainItems(place, bytes, dialect);
    }

    @Override
    public long[] cuts(Place place, SeekableByteChannel bytes, long every) throws IOException {
        ChannelBytes beginning = new ChannelBytes(bytes, 0, Math.min(bytes.size(), 2));
        return GzipMember.magicAt(beginning, 0)
                ? WarcCuts.ofMembers(place, bytes, every)
                : WarcCuts.ofRecords(place, bytes, every);
    }
}
