package dev.colophon.source;

import static dev.colophon.source.Archives.bytes;
import static dev.colophon.source.Archives.gzip;
import static dev.colophon.source.Archives.info;
import static dev.colophon.source.Archives.join;
import static dev.colophon.source.Archives.page;
import static org.assertj.core.api.Assertions.assertThat;

import dev.colophon.model.Capture;
import dev.colophon.model.Reject;
import dev.colophon.source.format.SourceLimits;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Containers that end at any byte, and containers with any byte changed: never an exception, never an item unaccounted for. */
class TruncationTest {
    private static final SourceLimits LIMITS = new SourceLimits(1 << 20, 50, 4, 1000, 16 << 20);

    @TempDir
    Path folder;

    private static Map<String, byte[]> containers() throws IOException {
        Map<String, byte[]> entries = Containers.entries("d/a.html", "<p>page a</p>", "d/b.html", "<p>page b</p>");
        Map<String, byte[]> all = new LinkedHashMap<>(Containers.everyArchive(entries));
        all.putAll(Containers.everyCompression(bytes("<p>page</p>")));
        Containers.everyCompression(Containers.tar(entries)).forEach((name, content) -> all.put("tar." + name, content));
        all.put("zst.warc", join(Containers.zstd(info()), Containers.zstd(page("a")), Containers.zstd(page("b"))));
        all.put("arc", ArcTest.arc(1));
        all.put("arc.gz", join(gzip(ArcTest.description(1)), gzip(ArcTest.record(1, "a")), gzip(ArcTest.record(1, "b"))));
        all.put("warc.gz in zip", Containers.zip(Containers.entries("a.warc.gz", gzip(page("a")))));
        return all;
    }

    @Test
    @Timeout(300)
    void everyContainerMayEndAtAnyByte() throws IOException {
        for (Map.Entry<String, byte[]> container : containers().entrySet()) {
            byte[] whole = container.getValue();
            int items = read(container.getKey(), whole).items().size();
            int step = whole.length > 3000 ? 7 : 1;
            for (int length = 0; length < whole.length; length += step) {
                ReadFolder.Read read = read(container.getKey() + " of " + length, Arrays.copyOf(whole, length));
                boolean told = read.items().stream().anyMatch(Reject.class::isInstance);
                boolean document = read.items().get(0) instanceof Capture capture && capture.body().length == length;
                boolean complete = read.items().size() == items;
                assertThat(told || complete || document)
                        .as("%s of %d bytes is short of items and says nothing", container.getKey(), length)
                        .isTrue();
            }
        }
    }

    @Test
    @Timeout(300)
    void anyBytesMayBeChanged() throws IOException {
        Random random = new Random(20261126);
        for (Map.Entry<String, byte[]> container : containers().entrySet()) {
            for (int round = 0; round < 150; round++) {
                byte[] changed = container.getValue().clone();
                for (int change = random.nextInt(3); change >= 0; change--) {
                    changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
                }
                read(container.getKey() + " round " + round, changed);
            }
        }
    }

    private ReadFolder.Read read(String what, byte[] content) throws IOException {
        ReadFolder.Read read;
        try {
            read = ReadFolder.read(folder, "input", content, LIMITS);
        } catch (RuntimeException | IOException fault) {
            throw new AssertionError(what, fault);
        }
        assertThat(read.items()).as(what).isNotEmpty();
        assertThat(read.fingerprints())
                .as(what)
                .singleElement()
                .matches(print -> print.items() == read.items().size());
        return read;
    }
}
