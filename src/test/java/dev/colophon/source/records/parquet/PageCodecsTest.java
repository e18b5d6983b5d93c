package dev.colophon.source.records.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory.BytesInputDecompressor;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.junit.jupiter.api.Test;
import org.xerial.snappy.Snappy;

class PageCodecsTest {
    private static final BytesInputDecompressor SNAPPY =
            new PageCodecs(1 << 20).getDecompressor(CompressionCodecName.SNAPPY);

    @Test
    void aPageOfSnappyTakesTheMemoryThatItsHeaderSays() throws IOException {
        byte[] plain = "The ferry leaves.".repeat(20).getBytes(StandardCharsets.UTF_8);
        byte[] stored = Snappy.compress(plain);
        assertThat(SNAPPY.decompress(BytesInput.from(stored), plain.length).toByteArray())
                .isEqualTo(plain);
        assertThatIOException().isThrownBy(() -> SNAPPY.decompress(BytesInput.from(stored), plain.length - 1));
        byte[] twoGigabytes = {-1, -1, -1, -1, 7, 0, 'a'};
        assertThatIOException()
                .isThrownBy(() -> SNAPPY.decompress(BytesInput.from(twoGigabytes), 100))
                .withMessageContaining("2147483647");
    }
}
