package dev.colophon.source.warc;

import dev.colophon.source.compress.GzipMember;
import dev.colophon.source.format.ByteWindow;
import dev.colophon.source.format.Format;
import dev.colophon.source.format.ItemReader;
import dev.colophon.source.format.Place;
import java.io.IOException;

/**
 * ARC, the Internet Archive's format before WARC, versions 1 and 2, plain and gzipped: the first bytes {@code filedesc://}.
 */
public final class ArcFormat implements Format {
    @Override
    public boolean recognises(Place place, ByteWindow bytes) throws IOException {
        return Beginnings.show(place, bytes, ArcHeader.FIRST);
    }

    @Override
    public ItemReader open(Place place, ByteWindow bytes) throws IOException {
        ArcDialect dialect = new ArcDialect(place.limits());
        return GzipMember.magicAt(bytes, 0)
                ? new MemberItems(place, bytes, new Members.Gzip(place), dialect)
                : new PlainItems(place, bytes, dialect);
    }
}
