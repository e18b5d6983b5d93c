package dev.colophon.source.parquet;

import dev.colophon.source.format.ByteWindow;
import dev.colophon.source.format.Format;
import dev.colophon.source.format.ItemReader;
import dev.colophon.source.format.Place;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;

/**
 * A Parquet file with a column of HTML or text.
 *
 * @see <a href="https://parquet.apache.org/docs/file-format/">Parquet: file format</a>
 */
public final class ParquetFormat implements Format {
    @Override
    public boolean recognises(Place place, ByteWindow bytes) throws IOException {
        return bytes.startsWith(0, "PAR1") || bytes.startsWith(0, "PARE");
    }

    @Override
    public ItemReader open(Place place, ByteWindow bytes) throws IOException {
        SeekableByteChannel channel = bytes.channel(place);
        boolean opened = false;
        try {
            ParquetRows rows = ParquetRows.open(place, channel);
            opened = true;
            return rows;
        } finally {
            if (!opened) {
                channel.close();
            }
        }
    }
}
