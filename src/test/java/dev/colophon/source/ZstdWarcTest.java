package dev.colophon.source;

import static dev.colophon.source.Archives.bytes;
import static dev.colophon.source.Archives.info;
import static dev.colophon.source.Archives.join;
import static dev.colophon.source.Archives.page;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.ZstdCompressCtx;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ZstdWarcTest {
    private static final int DICTIONARY_FRAME = 0x184D2A5D;

    @TempDir
    Path folder;

    private static byte[] compressed(byte[] content, byte[] dictionary) {
        try (ZstdCompressCtx context = new ZstdCompressCtx()) {
            context.setChecksum(true);
            if (dictionary.length > 0) {
                context.loadDict(dictionary);
            }
            return context.compress(content);
        }
    }

    private static byte[] skippable(byte[] content) {
        ByteBuffer header = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
        return join(header.putInt(DICTIONARY_FRAME).putInt(content.length).array(), content);
    }

    @Test
    void framesAreRecordsWithAndWithoutADictionary() throws IOException {
        byte[] none = new byte[0];
        byte[] dictionary = page("dictionary");
        byte[] b = compressed(page("b"), none);
        byte[] plain = join(compressed(info(), none), compressed(page("a"), none), b);
        ReadFolder.Read read = ReadFolder.read(folder, "input", plain);
        assertThat(read.shown()).containsExactly("a", "b");
        assertThat(read.capture(1).origin().offset()).isEqualTo(plain.length - b.length);
        assertThat(read.capture(1).origin().length()).isEqualTo(b.length);
        byte[] records = join(compressed(page("a"), dictionary), compressed(page("b"), dictionary));
        assertThat(ReadFolder.read(folder, "input", join(skippable(dictionary), records)).shown())
                .containsExactly("a", "b");
        assertThat(ReadFolder.read(folder, "input", join(skippable(compressed(dictionary, none)), records))
                        .shown())
                .containsExactly("a", "b");
    }

    @Test
    void readingGoesOnAtTheNextFrame() throws IOException {
        byte[] none = new byte[0];
        byte[] a = compressed(page("a"), none);
        byte[] b = compressed(page("b"), none);
        byte[] damaged = b.clone();
        damaged[b.length / 2] ^= 0x55;
        byte[] cut = Arrays.copyOf(b, b.length / 2);
        byte[] warc = join(a, damaged, a, cut, a, bytes("stray"), a);
        ReadFolder.Read read = ReadFolder.read(folder, "input", warc);
        assertThat(read.items()).hasSize(7);
        assertThat(read.reject(1).origin().offset()).isEqualTo(a.length);
        assertThat(read.reject(1).origin().length()).isEqualTo(damaged.length);
        assertThat(read.reject(3).origin().length()).isEqualTo(cut.length);
        assertThat(read.reject(5).origin().length()).isEqualTo(5);
    }
}
