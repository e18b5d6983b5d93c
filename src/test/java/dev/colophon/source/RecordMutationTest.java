package dev.colophon.source;

import static dev.colophon.source.Archives.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.colophon.source.format.Slice;
import dev.colophon.source.format.SourceLimits;
import dev.colophon.source.format.SourceSettings;
import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class RecordMutationTest {
    private static final SourceSettings SETTINGS = SourceSettings.of(new SourceLimits(1 << 16, 50));
    private static final String[] SEEDS = {
        "{\"url\":\"https://kurier.example/a\",\"text\":\"one\"}\n{\"url\":\"https://kurier.example/b\",\"text\":\"two\"}\n",
        "[\n {\"url\":\"https://kurier.example/a\",\"text\":\"one\"},\n {\"url\":\"https://kurier.example/b\",\"text\":\"two\"}\n]",
        "url,title,text\nhttps://kurier.example/a,\"A \"\"b\"\"\",\"x\ny\"\nhttps://kurier.example/b,B,z\n",
        "From a Sat Nov 22 04:05:06 2025\nSubject: a\n\none\n\nFrom b Sat Nov 22 04:05:06 2025\nSubject: b\n\ntwo\n",
        "From: <Saved by Blink>\nContent-Type: multipart/related; boundary=\"B\"\n\n--B\nContent-Type: text/html\n\n<p>x</p>\n--B--\n",
        "<mediawiki xml:lang=\"en\"><siteinfo><base>https://w.example/wiki/M</base></siteinfo><page><title>A</title><revision>"
                + "<id>1</id><text>x</text></revision></page><page><title>B</title><revision><id>2</id><text>y</text></revision>"
                + "</page></mediawiki>",
        "<!-- saved from url=(0025)https://kurier.example/a --><html><p>x</p>"
    };

    @Test
    @Timeout(120)
    void damagedBytesNeverStopTheReading() throws IOException {
        Random random = new Random(20261122);
        for (int round = 0; round < 7000; round++) {
            byte[] input = bytes(SEEDS[round % SEEDS.length]);
            for (int change = random.nextInt(4); change >= 0; change--) {
                input[random.nextInt(input.length)] = (byte) random.nextInt(256);
            }
            assertThat(Dump.of(input, SETTINGS, Slice.WHOLE).items())
                    .as("round %d", round)
                    .hasSizeBetween(0, 20);
        }
    }
}
