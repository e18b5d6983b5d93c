package dev.colophon.source;

import static dev.colophon.source.Archives.gzip;
import static dev.colophon.source.Archives.page;
import static dev.colophon.source.Containers.entries;
import static org.assertj.core.api.Assertions.assertThat;

import dev.colophon.model.SourceItem;
import dev.colophon.source.format.SourceSettings;
import dev.colophon.storage.Storage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.apache.commons.compress.archivers.sevenz.SevenZMethod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A connection that drops is no fault of the file that was being read: there is no reject, and the shard is read again. */
class FaultsOfTheStorageTest {
    private static final int MOST_READS = 500;

    @TempDir
    Path folder;

    /** The items of the folder's file, where one read of its storage fails. */
    private List<SourceItem> read(int reads, boolean unchecked) throws IOException {
        Inputs inputs = new InputLister(folder, Set.of(), "b").list(List.of(folder.toString()));
        Storage broken = new BrokenStorage(inputs.roots().get(0), reads, unchecked);
        List<SourceItem> items = new ArrayList<>();
        for (Shard shard : ShardPlanner.plan(inputs.files(), "settings")) {
            try (ShardReader reader = ShardReaders.open(shard, List.of(broken), SourceSettings.DEFAULT)) {
                for (SourceItem item = reader.next(); item != null; item = reader.next()) {
                    items.add(item);
                }
            }
        }
        return items;
    }

    @Test
    void noReadThatFailsMakesAReject() throws IOException {
        byte[] noise = new byte[200_000];
        new Random(20261128).nextBytes(noise);
        Map<String, byte[]> three = entries("a.html", "<p>a</p>", "noise.txt", noise, "b.html", "<p>b</p>");
        List<byte[]> files = List.of(
                Containers.sevenZip(three, SevenZMethod.COPY),
                Containers.sevenZip(three, SevenZMethod.LZMA2),
                Containers.zip(three),
                Containers.tar(three),
                Containers.xz(Containers.tar(three)),
                gzip(page("a")));
        for (byte[] file : files) {
            Files.write(folder.resolve("input"), file);
            List<SourceItem> sound = read(Integer.MAX_VALUE, false);
            failAtEveryRead(sound, false);
            failAtEveryRead(sound, true);
        }
    }

    private void failAtEveryRead(List<SourceItem> sound, boolean unchecked) {
        for (int reads = 0; reads < MOST_READS; reads++) {
            List<SourceItem> items;
            try {
                items = read(reads, unchecked);
            } catch (IOException expected) {
                assertThat(expected).hasStackTraceContaining("connection reset");
                continue;
            }
            assertThat(items)
                    .hasSameSizeAs(sound)
                    .extracting(SourceItem::origin)
                    .isEqualTo(sound.stream().map(SourceItem::origin).toList());
            return;
        }
    }
}
