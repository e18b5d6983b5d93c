package dev.colophon.source.compress;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import dev.colophon.source.format.ByteWindow;
import dev.colophon.source.format.SourceLimits;
import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.compressors.lz4.FramedLZ4CompressorInputStream;
import org.apache.commons.compress.compressors.z.ZCompressorInputStream;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.LZMAInputStream;
import org.tukaani.xz.XZInputStream;

/** Compressions of single streams beside gzip, told apart by their first bytes. */
enum Codec {
    BZIP2 {
        @Override
        boolean begins(ByteWindow bytes) throws IOException {
            return bytes.startsWith(0, "BZh")
                    && bytes.ensure(10) == 10
                    && bytes.at(3) >= '1'
                    && bytes.at(3) <= '9'
                    && (bytes.startsWith(4, "1AY&SY") || bytes.startsWith(4, "\u0017rE8P\u0090"));
        }

        @Override
        InputStream open(InputStream in, SourceLimits limits) throws IOException {
            return new BZip2CompressorInputStream(in, true);
        }
    },
    XZ {
        @Override
        boolean begins(ByteWindow bytes) throws IOException {
            return bytes.startsWith(0, "\u00fd7zXZ\0");
        }

        @Override
        InputStream open(InputStream in, SourceLimits limits) throws IOException {
            return new XZInputStream(in, kilobytes(limits));
        }
    },
    ZSTD {
        @Override
        boolean begins(ByteWindow bytes) throws IOException {
            return ZstdFrame.beginsAt(bytes, 0) || ZstdFrame.skippableAt(bytes, 0);
        }

        @Override
        InputStream open(InputStream in, SourceLimits limits) throws IOException {
            return zstd(in, limits);
        }
    },
    LZ4 {
        @Override
        boolean begins(ByteWindow bytes) throws IOException {
            return bytes.startsWith(0, "\u0004\"M\u0018");
        }

        @Override
        InputStream open(InputStream in, SourceLimits limits) throws IOException {
            return new FramedLZ4CompressorInputStream(in, true);
        }
    },
    COMPRESS {
        @Override
        boolean begins(ByteWindow bytes) throws IOException {
            return bytes.startsWith(0, "\u001f\u009d");
        }

        @Override
        InputStream open(InputStream in, SourceLimits limits) throws IOException {
            return new ZCompressorInputStream(in, kilobytes(limits));
        }
    },
    LZMA {
        /**
         * It has no magic number: the properties that every writer uses, a dictionary of 2^n or 2^n + 2^(n-1), a sane
         * length.
         */
        @Override
        boolean begins(ByteWindow bytes) throws IOException {
            return bytes.ensure(14) == 14
                    && bytes.at(0) == 0x5d
                    && isDictionary(littleEndian(bytes, 1, 4))
                    && isLength(littleEndian(bytes, 5, 8))
                    && bytes.at(13) == 0;
        }

        @Override
        InputStream open(InputStream in, SourceLimits limits) throws IOException {
            return new LZMAInputStream(in, kilobytes(limits));
        }
    };

    private static final int LEAST_WINDOW_LOG = 10;

    /** Whether bytes begin a stream of this compression. */
    abstract boolean begins(ByteWindow bytes) throws IOException;

    /** Opens a decoder that takes no more memory than the limits say. */
    abstract InputStream open(InputStream in, SourceLimits limits) throws IOException;

    /** The compression of the bytes; null where they begin none. */
    static @Nullable Codec of(ByteWindow bytes) throws IOException {
        for (Codec codec : values()) {
            if (codec.begins(bytes)) {
                return codec;
            }
        }
        return null;
    }

    /** A zstd decoder for all frames to the end. */
    static ZstdInputStreamNoFinalizer zstd(InputStream in, SourceLimits limits) throws IOException {
        ZstdInputStreamNoFinalizer stream = new ZstdInputStreamNoFinalizer(in);
        stream.setLongMax(Math.max(LEAST_WINDOW_LOG, 63 - Long.numberOfLeadingZeros(limits.decoderBytes())));
        return stream;
    }

    static int kilobytes(SourceLimits limits) {
        return (int) Math.min(Integer.MAX_VALUE, limits.decoderBytes() >> 10);
    }

    private static long littleEndian(ByteWindow bytes, int index, int count) {
        long value = 0;
        for (int i = count - 1; i >= 0; i--) {
            value = value << 8 | (bytes.at(index + i) & 0xff);
        }
        return value;
    }

    private static boolean isDictionary(long size) {
        long top = Long.highestOneBit(size);
        return size == 0xffffffffL || (size >= 1 << 12 && (size == top || size == top + (top >> 1)));
    }

    private static boolean isLength(long length) {
        return length == -1 || (length >= 0 && length < 1L << 40);
    }
}
