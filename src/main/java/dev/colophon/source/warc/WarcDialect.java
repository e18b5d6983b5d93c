package dev.colophon.source.warc;

import dev.colophon.model.Origin;
import dev.colophon.model.SourceItem;
import dev.colophon.source.format.ByteWindow;
import dev.colophon.source.format.SourceLimits;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** WARC records. */
final class WarcDialect implements Dialect {
    private final SourceLimits limits;
    private final WarcRecords records;

    WarcDialect(SourceLimits limits) {
        this.limits = limits;
        this.records = new WarcRecords(limits);
    }

    @Override
    public Framer framer(ByteWindow bytes, long endsAt) {
        return new RecordFramer(bytes, limits, endsAt);
    }

    @Override
    public boolean beginsRecord(ByteWindow bytes, int index) throws IOException {
        return bytes.startsWith(index, "WARC/");
    }

    @Override
    public @Nullable SourceItem read(Origin place, ByteWindow.ByteSlice header, ByteWindow.ByteSlice block) {
        return records.read(place, header, block);
    }
}
