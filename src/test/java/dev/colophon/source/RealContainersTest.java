package dev.colophon.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.colophon.model.Reject;
import dev.colophon.model.RejectReason;
import dev.colophon.model.SourceItem;
import dev.colophon.source.format.SourceSettings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.ArchiveEntry;
import org.apache.commons.compress.archivers.sevenz.SevenZArchiveEntry;
import org.apache.commons.compress.archivers.sevenz.SevenZFile;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;

/** Archives and web archives from the test files of other projects, counted by other readers. */
class RealContainersTest {
    private static final Path REAL = Path.of("../shared/real");
    private static final Set<String> COUNTED = Set.of("response", "resource", "conversion", "revisit", "continuation");

    @BeforeEach
    void areThere() {
        assumeTrue(Files.isDirectory(REAL), "no ../shared/real beside the project: its archives are not read");
    }

    @Test
    void everyZipTarAndSevenZipGivesAsManyItemsAsAnotherReaderCountsEntries() throws IOException {
        TreeMap<String, String> different = new TreeMap<>();
        int same = 0;
        for (Path file : files("archives")) {
            long expected = entries(file);
            if (expected <= 0) {
                continue; // no archive to the other reader either, or one that it cannot read
            }
            List<SourceItem> items = items(file);
            long found = items.stream()
                    .filter(item -> item.origin().containerPath() != null)
                    .map(item -> item.origin().offset() + " "
                            + item.origin().containerPath().replaceAll("!.*", ""))
                    .distinct()
                    .count();
            boolean told = items.stream().anyMatch(RealContainersTest::isFault);
            if (found == expected || (told && found < expected)) {
                same++;
            } else {
                different.put(String.valueOf(file.getFileName()), "expected " + expected + ", found " + found);
            }
        }
        assertThat(different).isEmpty();
        assertThat(same).isGreaterThan(40);
    }

    @Test
    void everyWarcGivesAsManyItemsAsAnotherReaderCountsRecords() throws IOException {
        TreeMap<String, String> different = new TreeMap<>();
        int same = 0;
        for (Path file : files("warc")) {
            String name = String.valueOf(file.getFileName());
            long expected = name.contains(".warc") ? records(file) : -1;
            if (expected <= 0) {
                continue; // the other reader does not get through it, or it holds no captures
            }
            List<SourceItem> items = items(file);
            if (items.size() == expected) {
                same++;
            } else {
                different.put(name, "expected " + expected + ", found " + items.size());
            }
        }
        assertThat(different).isEmpty();
        assertThat(same).isGreaterThan(10);
    }

    @Test
    void nothingStopsTheReading() throws IOException {
        for (String folder : List.of("archives", "warc")) {
            for (Path file : files(folder)) {
                assertThat(items(file)).as(file.toString()).isNotEmpty();
            }
        }
    }

    private static List<Path> files(String folder) throws IOException {
        try (Stream<Path> walk = Files.walk(REAL.resolve(folder))) {
            return walk.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static List<SourceItem> items(Path file) throws IOException {
        Inputs inputs = new InputLister(Path.of(""), Set.of(), "b")
                .list(List.of(file.toAbsolutePath().toString()));
        List<SourceItem> items = new ArrayList<>();
        try (ShardReader reader =
                ShardReaders.open(new Shard("s", "b", inputs.files()), inputs.roots(), SourceSettings.DEFAULT)) {
            for (SourceItem item = reader.next(); item != null; item = reader.next()) {
                items.add(item);
            }
        }
        return items;
    }

    private static boolean isFault(SourceItem item) {
        return item instanceof Reject reject && reject.reason().kind() == RejectReason.Kind.FAULT;
    }

    /** Entries that are no folders; -1 where the other reader fails. */
    private static long entries(Path file) {
        String name = String.valueOf(file.getFileName());
        try {
            if (name.endsWith(".zip") || name.endsWith(".jar")) {
                try (InputStream in = Files.newInputStream(file)) {
                    if (in.read() != 'P') {
                        return -1; // a program with a zip behind it is no archive to us, by its first bytes
                    }
                }
                try (ZipFile zip = ZipFile.builder().setPath(file).get()) {
                    return java.util.Collections.list(zip.getEntries()).stream()
                            .filter(entry -> !entry.isDirectory())
                            .count();
                }
            }
            if (name.endsWith(".7z")) {
                try (SevenZFile archive = SevenZFile.builder().setPath(file).get()) {
                    long count = 0;
                    for (SevenZArchiveEntry entry : archive.getEntries()) {
                        count += entry.isDirectory() ? 0 : 1;
                    }
                    return count;
                }
            }
            if (name.endsWith(".tar") || name.endsWith(".tgz") || name.endsWith(".tar.gz")) {
                try (InputStream in = Files.newInputStream(file);
                        TarArchiveInputStream tar =
                                new TarArchiveInputStream(name.endsWith("gz") ? new GZIPInputStream(in) : in)) {
                    long count = 0;
                    for (ArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                        count += entry.isDirectory() ? 0 : 1;
                    }
                    return count;
                }
            }
            return -1;
        } catch (IOException | RuntimeException unreadable) {
            return -1;
        }
    }

    /** Records that are captures or stand for one; -1 where the other reader fails. */
    private static long records(Path file) {
        try (WarcReader reader = new WarcReader(file)) {
            long count = 0;
            for (WarcRecord record : reader) {
                boolean dns = record.headers().first("Content-Type").orElse("").startsWith("text/dns");
                count += COUNTED.contains(record.type()) && !dns ? 1 : 0;
            }
            return count;
        } catch (IOException | RuntimeException unreadable) {
            return -1;
        }
    }
}
