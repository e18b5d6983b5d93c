package dev.colophon.source;

import static dev.colophon.source.Archives.bytes;

import com.github.luben.zstd.ZstdOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.sevenz.SevenZMethod;
import org.apache.commons.compress.archivers.sevenz.SevenZOutputFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.apache.commons.compress.compressors.lz4.FramedLZ4CompressorOutputStream;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.LZMAOutputStream;
import org.tukaani.xz.XZOutputStream;

/** Archives and compressed streams for tests. */
final class Containers {
    private Containers() {}

    /** Entries in order, from names and contents in turn. */
    static Map<String, byte[]> entries(Object... namesAndContents) {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        for (int i = 0; i < namesAndContents.length; i += 2) {
            Object content = namesAndContents[i + 1];
            entries.put(
                    (String) namesAndContents[i], content instanceof byte[] raw ? raw : bytes((String) content));
        }
        return entries;
    }

    /** How a zip is written. */
    enum ZipKind {
        DEFLATED,
        STORED,
        DESCRIBED,
        LARGE
    }

    static byte[] zip(Map<String, byte[]> entries) throws IOException {
        return zip(entries, ZipKind.DEFLATED);
    }

    static byte[] zip(Map<String, byte[]> entries, ZipKind kind) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        SeekableInMemoryByteChannel channel = new SeekableInMemoryByteChannel();
        try (ZipArchiveOutputStream zip = kind == ZipKind.DESCRIBED
                ? new ZipArchiveOutputStream(out)
                : new ZipArchiveOutputStream(channel)) {
            zip.setUseZip64(kind == ZipKind.LARGE ? Zip64Mode.Always : Zip64Mode.AsNeeded);
            for (Map.Entry<String, byte[]> each : entries.entrySet()) {
                ZipArchiveEntry entry = new ZipArchiveEntry(each.getKey());
                entry.setTime(0);
                if (kind == ZipKind.STORED) {
                    CRC32 crc = new CRC32();
                    crc.update(each.getValue());
                    entry.setMethod(ZipArchiveEntry.STORED);
                    entry.setCrc(crc.getValue());
                    entry.setSize(each.getValue().length);
                }
                zip.putArchiveEntry(entry);
                zip.write(each.getValue());
                zip.closeArchiveEntry();
            }
        }
        return kind == ZipKind.DESCRIBED
                ? out.toByteArray()
                : java.util.Arrays.copyOf(channel.array(), (int) channel.size());
    }

    static byte[] tar(Map<String, byte[]> entries) throws IOException {
        return tar(entries, TarArchiveOutputStream.LONGFILE_POSIX);
    }

    static byte[] tar(Map<String, byte[]> entries, int longNames) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(out, 1024)) {
            tar.setLongFileMode(longNames);
            for (Map.Entry<String, byte[]> each : entries.entrySet()) {
                TarArchiveEntry entry = new TarArchiveEntry(each.getKey());
                entry.setModTime(0);
                entry.setSize(each.getValue().length);
                tar.putArchiveEntry(entry);
                tar.write(each.getValue());
                tar.closeArchiveEntry();
            }
        }
        return out.toByteArray();
    }

    static byte[] sevenZip(Map<String, byte[]> entries, SevenZMethod method) throws IOException {
        SeekableInMemoryByteChannel channel = new SeekableInMemoryByteChannel();
        try (SevenZOutputFile archive = new SevenZOutputFile(channel)) {
            archive.setContentCompression(method);
            for (Map.Entry<String, byte[]> each : entries.entrySet()) {
                var entry = new org.apache.commons.compress.archivers.sevenz.SevenZArchiveEntry();
                entry.setName(each.getKey());
                archive.putArchiveEntry(entry);
                archive.write(each.getValue());
                archive.closeArchiveEntry();
            }
        }
        return java.util.Arrays.copyOf(channel.array(), (int) channel.size());
    }

    /** Opens a compressor. */
    interface Compressor {
        OutputStream open(OutputStream out) throws IOException;
    }

    static byte[] compressed(byte[] content, Compressor compressor) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream stream = compressor.open(out)) {
            stream.write(content);
        }
        return out.toByteArray();
    }

    static byte[] bzip2(byte[] content) throws IOException {
        return compressed(content, BZip2CompressorOutputStream::new);
    }

    static byte[] xz(byte[] content) throws IOException {
        return compressed(content, out -> new XZOutputStream(out, new LZMA2Options(0)));
    }

    static byte[] lzma(byte[] content) throws IOException {
        return compressed(content, out -> new LZMAOutputStream(out, new LZMA2Options(0), -1));
    }

    static byte[] zstd(byte[] content) throws IOException {
        return compressed(content, out -> new ZstdOutputStream(out).setChecksum(true));
    }

    static byte[] lz4(byte[] content) throws IOException {
        return compressed(content, FramedLZ4CompressorOutputStream::new);
    }

    /** One content compressed in every way that single streams are read. */
    static Map<String, byte[]> everyCompression(byte[] content) throws IOException {
        Map<String, byte[]> all = new LinkedHashMap<>();
        all.put("gz", Archives.gzip(content));
        all.put("bz2", bzip2(content));
        all.put("xz", xz(content));
        all.put("lzma", lzma(content));
        all.put("zst", zstd(content));
        all.put("lz4", lz4(content));
        return all;
    }

    /** The same entries in every kind of archive. */
    static Map<String, byte[]> everyArchive(Map<String, byte[]> entries) throws IOException {
        Map<String, byte[]> all = new LinkedHashMap<>();
        for (ZipKind kind : ZipKind.values()) {
            all.put(kind + ".zip", zip(entries, kind));
        }
        all.put("pax.tar", tar(entries));
        all.put("gnu.tar", tar(entries, TarArchiveOutputStream.LONGFILE_GNU));
        for (SevenZMethod method : new SevenZMethod[] {SevenZMethod.LZMA2, SevenZMethod.DEFLATE, SevenZMethod.COPY}) {
            all.put(method + ".7z", sevenZip(entries, method));
        }
        return all;
    }
}
