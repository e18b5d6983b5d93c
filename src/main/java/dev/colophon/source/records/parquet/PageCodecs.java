package dev.colophon.source.records.parquet;

import com.github.luben.zstd.Zstd;
import io.airlift.compress.lz4.Lz4Decompressor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.zip.GZIPInputStream;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.brotli.dec.BrotliInputStream;
import org.xerial.snappy.Snappy;

/**
 * The compressions of Parquet's pages, none of which goes through Hadoop. A page is expanded to the size that its header
 * says, and no further than a limit.
 *
 * @see <a href="https://parquet.apache.org/docs/file-format/data-pages/compression/">Parquet: compression</a>
 */
final class PageCodecs implements CompressionCodecFactory {
    private final long limit;

    /** @param limit most bytes of a page */
    PageCodecs(long limit) {
        this.limit = limit;
    }

    /** Expands the bytes of a page to its size. */
    @FunctionalInterface
    private interface Expansion {
        byte[] expand(byte[] compressed, int size) throws IOException;
    }

    @Override
    public BytesInputCompressor getCompressor(CompressionCodecName codec) {
        throw new UnsupportedOperationException("these files are only read");
    }

    @Override
    public BytesInputDecompressor getDecompressor(CompressionCodecName codec) {
        return switch (codec) {
            case UNCOMPRESSED -> new Pages((bytes, size) -> bytes);
            case SNAPPY -> new Pages(PageCodecs::snappy);
            case GZIP -> new Pages((bytes, size) -> all(new GZIPInputStream(new ByteArrayInputStream(bytes)), size));
            case ZSTD -> new Pages(PageCodecs::zstd);
            case LZ4_RAW -> new Pages(PageCodecs::lz4);
            case LZ4 -> new Pages(PageCodecs::framedLz4);
            case BROTLI ->
                new Pages((bytes, size) -> all(new BrotliInputStream(new ByteArrayInputStream(bytes)), size));
            case LZO -> throw new UnsupportedOperationException("pages compressed with LZO are not read");
        };
    }

    private static byte[] all(InputStream in, int size) throws IOException {
        try (in) {
            return in.readNBytes(size);
        }
    }

    /** What the bytes say of their length themselves is not believed. */
    private static byte[] snappy(byte[] bytes, int size) throws IOException {
        int stated = Snappy.uncompressedLength(bytes);
        if (stated != size) {
            throw new IOException("a page of " + size + " bytes states that it has " + stated);
        }
        byte[] out = new byte[size];
        Snappy.uncompress(bytes, 0, bytes.length, out, 0);
        return out;
    }

    private static byte[] zstd(byte[] bytes, int size) throws IOException {
        byte[] out = new byte[size];
        long written = Zstd.decompress(out, bytes);
        if (Zstd.isError(written)) {
            throw new IOException("zstd: " + Zstd.getErrorName(written));
        }
        return out;
    }

    private static byte[] lz4(byte[] bytes, int size) {
        byte[] out = new byte[size];
        new Lz4Decompressor().decompress(bytes, 0, bytes.length, out, 0, size);
        return out;
    }

    /** LZ4 as Hadoop frames it: the lengths of the plain and of the compressed bytes before each block; some leave them out. */
    private static byte[] framedLz4(byte[] bytes, int size) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        byte[] out = new byte[size];
        int filled = 0;
        while (in.remaining() > 8) {
            int plain = in.getInt();
            int stored = in.getInt();
            if (plain < 0 || plain > size - filled || stored < 0 || stored > in.remaining()) {
                return lz4(bytes, size);
            }
            new Lz4Decompressor().decompress(bytes, in.position(), stored, out, filled, plain);
            in.position(in.position() + stored);
            filled += plain;
        }
        return filled == size ? out : lz4(bytes, size);
    }

    @Override
    public void release() {}

    private final class Pages implements BytesInputDecompressor {
        private final Expansion expansion;

        Pages(Expansion expansion) {
            this.expansion = expansion;
        }

        @Override
        public BytesInput decompress(BytesInput bytes, int size) throws IOException {
            return BytesInput.from(expanded(bytes.toByteArray(), size));
        }

        @Override
        public void decompress(ByteBuffer input, int compressed, ByteBuffer output, int size) throws IOException {
            byte[] bytes = new byte[compressed];
            input.get(bytes);
            output.put(expanded(bytes, size));
        }

        private byte[] expanded(byte[] compressed, int size) throws IOException {
            if (size < 0 || size > limit) {
                throw new PageTooLarge(size, limit);
            }
            try {
                byte[] plain = expansion.expand(compressed, size);
                if (plain.length != size) {
                    throw new IOException("a page of " + size + " bytes expands to " + plain.length);
                }
                return plain;
            } catch (RuntimeException broken) {
                throw new IOException("a page of " + size + " bytes does not expand: " + broken.getMessage(), broken);
            }
        }

        @Override
        public void release() {}
    }

    /** A page beyond what is held in memory. */
    static final class PageTooLarge extends IOException {
        private static final long serialVersionUID = 1L;

        PageTooLarge(int size, long limit) {
            super("a page of " + size + " bytes, at most " + limit + " are read");
        }
    }
}
