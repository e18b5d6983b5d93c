package dev.colophon.source.warc;

import dev.colophon.model.Origin;
import dev.colophon.model.SourceItem;
import dev.colophon.source.format.ByteWindow;
import dev.colophon.source.format.SourceLimits;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * ARC records. HTTP answers and what was fetched otherwise are captures; the description of the file and look-ups of names
 * are no documents, and are not counted. A record's id is its date and address.
 */
final class ArcDialect implements Dialect {
    private final SourceLimits limits;
    private final HttpBody bodies;

    ArcDialect(SourceLimits limits) {
        this.limits = limits;
        this.bodies = new HttpBody(limits);
    }

    @Override
    public Framer framer(ByteWindow bytes, long endsAt) {
        return new ArcFramer(bytes, limits);
    }

    @Override
    public boolean beginsRecord(ByteWindow bytes, int index) throws IOException {
        return ArcHeader.at(bytes, index) != null;
    }

    @Override
    public @Nullable SourceItem read(Origin place, ByteWindow.ByteSlice header, ByteWindow.ByteSlice block) {
        ArcHeader fields = ArcHeader.parse(new String(header.copy(), StandardCharsets.UTF_8));
        if (fields == null) {
            throw new IllegalStateException("a framed record has a header, at " + place);
        }
        String scheme = fields.url().toLowerCase(Locale.ROOT);
        if (scheme.startsWith(ArcHeader.FIRST) || scheme.startsWith("dns:")) {
            return null;
        }
        Origin origin = place.named(fields.date() + "/" + fields.url());
        CapturedBlock captured = new CapturedBlock(origin, fields.url(), fields.capturedAt(), block, false, bodies);
        return captured.httpHeaderLength() < 0 ? captured.payload(fields.mediaType()) : captured.response();
    }
}
