package dev.colophon.source.records.parquet;

import dev.colophon.source.format.ByteWindow;
import dev.colophon.source.format.ItemReader;
import dev.colophon.source.format.Place;
import dev.colophon.source.format.Splittable;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.stream.LongStream;

/**
 * A Parquet file with a column of HTML or text. It may be cut between its row groups.
 *
 * @see <a href="https://parquet.apache.org/docs/file-format/">Parquet: file format</a>
 */
public final class ParquetFormat implements Splittable {
    @Override
    public boolean recognises(Place place, ByteWindow bytes) throws IOException {
        return bytes.startsWith(0, "PAR1") || bytes.startsWith(0, "PARE");
    }

    @Override
    public ItemReader open(Place place, ByteWindow bytes) throws IOException {
        return ItemReader.over(bytes.channel(place), channel -> ParquetRows.open(place, channel));
    }

    @Override
    public long[] cuts(Place place, SeekableByteChannel bytes, long every) throws IOException {
        LongStream.Builder cuts = LongStream.builder();
        try (ParquetRows rows = ParquetRows.open(place, bytes)) {
            long last = 0;
            for (long offset : rows.groups()) {
                if (offset - last >= every) {
                    cuts.add(offset);
                    last = offset;
                }
            }
        }
        return cuts.build().toArray();
    }
}
