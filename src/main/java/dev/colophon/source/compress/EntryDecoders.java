package dev.colophon.source.compress;

import dev.colophon.source.format.SourceLimits;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.compressors.deflate64.Deflate64CompressorInputStream;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.LZMAInputStream;
import org.tukaani.xz.XZInputStream;

/** The compressions of archives' entries. */
public final class EntryDecoders {
    private static final int MOST_LZMA_PROPERTIES = 64;

    private EntryDecoders() {}

    /**
     * The decoder of a zip's compression method (APPNOTE.TXT 4.4.5); null for one that is not read.
     *
     * @param size bytes of the content, as the zip states
     */
    public static DecodedBytes.@Nullable Decoder zip(int method, long size, SourceLimits limits) {
        return switch (method) {
            case 8 -> RawDeflate::new;
            case 9 -> Deflate64CompressorInputStream::new;
            case 12 -> in -> new BZip2CompressorInputStream(in, false);
            case 14 -> in -> lzma(in, size, limits);
            case 20, 93 -> in -> Codec.zstd(in, limits);
            case 95 -> in -> new XZInputStream(in, Codec.kilobytes(limits));
            default -> null;
        };
    }

    /** Version, length of the properties, properties; then the data, which may or may not have an end mark. */
    private static InputStream lzma(InputStream in, long size, SourceLimits limits) throws IOException {
        in.skipNBytes(2);
        int length = in.read() | in.read() << 8;
        if (length < 5 || length > MOST_LZMA_PROPERTIES) {
            throw new IOException("LZMA properties of " + length + " bytes");
        }
        byte[] properties = in.readNBytes(length);
        int dictionary = (properties[1] & 0xff)
                | (properties[2] & 0xff) << 8
                | (properties[3] & 0xff) << 16
                | (properties[4] & 0xff) << 24;
        int needed = LZMAInputStream.getMemoryUsage(dictionary, properties[0]);
        if (needed > Codec.kilobytes(limits)) {
            throw new org.tukaani.xz.MemoryLimitException(needed, Codec.kilobytes(limits));
        }
        return new LZMAInputStream(in, size, properties[0], dictionary);
    }

    /** Deflate data without a wrapper. */
    private static final class RawDeflate extends FilterInputStream {
        private static final int FEED = 1 << 13;

        private final Inflater inflater;

        RawDeflate(InputStream in) {
            this(in, new Inflater(true));
        }

        private RawDeflate(InputStream in, Inflater inflater) {
            super(new InflaterInputStream(in, inflater, FEED));
            this.inflater = inflater;
        }

        @Override
        public void close() throws IOException {
            inflater.end();
            super.close();
        }
    }
}
