package dev.colophon.source;

import static dev.colophon.source.Archives.bytes;
import static dev.colophon.source.Archives.gzip;
import static dev.colophon.source.Archives.info;
import static dev.colophon.source.Archives.join;
import static dev.colophon.source.Archives.page;
import static dev.colophon.source.Archives.response;
import static org.assertj.core.api.Assertions.assertThat;

import dev.colophon.source.format.SourceLimits;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class MutationTest {
    private static final SourceLimits LIMITS = new SourceLimits(1 << 20, 50);

    @TempDir
    Path folder;

    @Test
    @Timeout(30)
    void damagedBytesNeverStopTheReading() throws IOException {
        byte[] chunked = response(
                "chunked",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n\r\n",
                join(bytes("1c\r\n"), gzip(bytes("12345678")), bytes("\r\n0\r\n\r\n")));
        byte[] plain = join(info(), page("a"), chunked, page("b"));
        byte[] members = join(gzip(info()), gzip(page("a")), gzip(chunked), gzip(page("b")));
        byte[][] seeds = {plain, members, gzip(plain), gzip(bytes("one page"))};
        Random random = new Random(20261122);
        for (int round = 0; round < 1500; round++) {
            byte[] input = seeds[round % seeds.length].clone();
            for (int change = random.nextInt(4); change >= 0; change--) {
                input[random.nextInt(input.length)] = (byte) random.nextInt(256);
            }
            ReadFolder.Read read = ReadFolder.read(folder, "input", input, LIMITS);
            assertThat(read.items()).as("round %d", round).isNotEmpty();
            assertThat(read.fingerprints())
                    .as("round %d", round)
                    .singleElement()
                    .matches(print -> print.items() == read.items().size());
        }
    }
}
