package dev.colophon.storage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.statistics.IOStatistics;
import org.apache.hadoop.fs.statistics.IOStatisticsSupport;
import org.apache.hadoop.hdfs.MiniDFSCluster;
import org.gaul.s3proxy.S3Proxy;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every storage promises, kept by HDFS and S3. */
class RemoteStorageTest {
    /** Where a storage lies. */
    enum Place {
        HDFS,
        S3
    }

    @TempDir
    static Path folder;

    private static MiniDFSCluster hdfs;
    private static S3Proxy s3;
    private static int count;

    @BeforeAll
    static void start() throws Exception {
        hdfs = RemoteServers.hdfs(folder);
        s3 = RemoteServers.s3();
    }

    @AfterAll
    static void stop() throws Exception {
        hdfs.shutdown();
        s3.stop();
    }

    private static Storage open(Place place) throws IOException {
        String name = "archive-" + count++;
        Configuration configuration = RemoteServers.s3Configuration(s3.getPort());
        return place == Place.HDFS ? RemoteServers.hdfs(hdfs, name) : RemoteServers.s3(configuration, name);
    }

    private static void write(Storage storage, String path, String content) throws IOException {
        storage.write(path, out -> out.write(content.getBytes(UTF_8)));
    }

    private static String read(Storage storage, String path) throws IOException {
        try (InputStream in = storage.open(path)) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }

    private static List<String> paths(Storage storage) throws IOException {
        return storage.list("").stream().map(StoredFile::path).toList();
    }

    @ParameterizedTest
    @EnumSource
    void aFileBecomesVisibleOnCloseAndReplacesWhatWasThere(Place place) throws IOException {
        Storage storage = open(place);
        write(storage, "a/b/c.txt", "old");
        try (OutputStream out = storage.create("a/b/c.txt")) {
            out.write("newer".getBytes(UTF_8));
            assertThat(read(storage, "a/b/c.txt")).isEqualTo("old");
            assertThat(paths(storage)).containsExactly("a/b/c.txt");
        }
        assertThat(read(storage, "a/b/c.txt")).isEqualTo("newer");
        assertThat(storage.size("a/b/c.txt")).isEqualTo(5);
        assertThat(paths(storage)).containsExactly("a/b/c.txt");
    }

    @ParameterizedTest
    @EnumSource
    void aWriterThatFailsLeavesWhatWasThere(Place place) throws IOException {
        Storage storage = open(place);
        write(storage, "a.txt", "old");
        assertThatThrownBy(() -> storage.write("a.txt", out -> {
                    out.write(1);
                    throw new IOException("the source broke");
                }))
                .hasMessage("the source broke");
        assertThat(read(storage, "a.txt")).isEqualTo("old");
        assertThat(paths(storage)).containsExactly("a.txt");
    }

    @ParameterizedTest
    @EnumSource
    void aListingIsSortedAndOfWhatIsNotThereEmpty(Place place) throws IOException {
        Storage storage = open(place);
        assertThat(storage.list("")).isEmpty();
        for (String name : List.of("b.txt", "a/z.txt", "a.txt", "B.txt", "é 100%25.txt", "খবর/১.html")) {
            write(storage, name, name);
        }
        assertThat(paths(storage)).containsExactly("B.txt", "a.txt", "a/z.txt", "b.txt", "é 100%25.txt", "খবর/১.html");
        assertThat(storage.list("a")).extracting(StoredFile::path).containsExactly("a/z.txt");
        assertThat(storage.list("absent")).isEmpty();
        assertThat(storage.list("a.txt")).isEmpty();
        assertThat(storage.exists("absent")).isFalse();
        assertThatThrownBy(() -> storage.open("absent"))
                .isInstanceOf(NoSuchFileException.class)
                .hasMessageContaining("absent");
    }

    @ParameterizedTest
    @EnumSource
    void readsAtAnyPosition(Place place) throws IOException {
        Storage storage = open(place);
        write(storage, "a", "0123456789");
        try (SeekableByteChannel channel = storage.openChannel("a")) {
            assertThat(channel.size()).isEqualTo(10);
            ByteBuffer three = ByteBuffer.allocate(3);
            channel.position(6).read(three);
            assertThat(new String(three.array(), UTF_8)).isEqualTo("678");
            assertThat(channel.position()).isEqualTo(9);
            assertThat(channel.position(10).read(ByteBuffer.allocate(1))).isEqualTo(-1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void onlyOneOfManyMakesAnExclusiveFile(Place place) throws Exception {
        Storage storage = open(place);
        for (int round = 0; round < 10; round++) {
            String path = "deep/" + round + ".json";
            List<Callable<Boolean>> racers = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                byte[] content = ("racer " + i).getBytes(UTF_8);
                racers.add(() -> storage.createExclusive(path, content));
            }
            ExecutorService threads = Executors.newFixedThreadPool(6);
            int winners = 0;
            String won = "";
            List<Future<Boolean>> results = threads.invokeAll(racers);
            for (int i = 0; i < 6; i++) {
                winners += results.get(i).get() ? 1 : 0;
                won = results.get(i).get() ? "racer " + i : won;
            }
            threads.shutdown();
            assertThat(winners).isOne();
            assertThat(read(storage, path)).isEqualTo(won);
        }
    }

    /** As an older hadoop-aws does, this file system knows no condition. */
    @Test
    void aClientWithoutConditionalWritesIsRefused() throws IOException {
        Storage storage = new ObjectStorage(here(), path("without-conditions"));
        assertThatThrownBy(() -> storage.createExclusive("lease", new byte[1]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("has no conditional writes; use 3.4.2 or later");
        assertThat(storage.exists("lease")).isFalse();
    }

    @Test
    void anArchiveIsRefusedWhereRenamesMayRace() throws IOException {
        Storage storage = new RenamingStorage(here(), path("elsewhere"));
        write(storage, "input", "x");
        assertThatThrownBy(() -> storage.createExclusive("lease", new byte[1]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("expected an archive on this machine, hdfs: or s3a:, found file:")
                .hasMessageEndingWith("inputs may lie there");
        assertThat(storage.exists("lease")).isFalse();
        assertThat(read(storage, "input")).isEqualTo("x");
    }

    private static FileSystem here() throws IOException {
        return FileSystem.getLocal(new Configuration()).getRaw();
    }

    private static org.apache.hadoop.fs.Path path(String name) {
        return new org.apache.hadoop.fs.Path(folder.resolve(name).toUri());
    }

    @Test
    void aFileThatCannotTakeItsPlaceIsNamedWithWhatToCheck() throws IOException {
        Storage storage = open(Place.HDFS);
        OutputStream out = storage.create("a");
        write(storage, "a/b", "in the way");
        assertThatThrownBy(out::close)
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("cannot write hdfs://")
                .hasMessageContaining("/a: ")
                .hasMessageContaining("check that");
        assertThat(paths(storage)).containsExactly("a/b");
    }

    @Test
    void anObjectStoreCopiesByItself() throws IOException {
        Storage storage = open(Place.S3);
        write(storage, "from, 100%25 [1].txt", "content");
        write(storage, "to", "before");
        IOStatistics counted = IOStatisticsSupport.retrieveIOStatistics(RemoteServers.files(storage));
        long opened = counted.counters().get("action_file_opened");
        storage.move("from, 100%25 [1].txt", "to");
        assertThat(counted.counters().get("action_file_opened")).isEqualTo(opened);
        assertThat(storage.exists("from, 100%25 [1].txt")).isFalse();
        assertThat(storage.size("to")).isEqualTo("content".length());
        assertThatThrownBy(() -> storage.copy("nothing", "to")).isInstanceOf(NoSuchFileException.class);
    }

    @ParameterizedTest
    @EnumSource
    void movingReplacesAndMakesFolders(Place place) throws IOException {
        Storage storage = open(place);
        write(storage, "from/a", "new");
        write(storage, "to/b", "old");
        storage.move("from/a", "to/b");
        storage.copy("to/b", "to/copy");
        storage.move("to/b", "far/away/c");
        assertThat(paths(storage)).containsExactly("far/away/c", "to/copy");
        assertThat(read(storage, "far/away/c")).isEqualTo("new");
    }

    @ParameterizedTest
    @EnumSource
    void deletingTakesFoldersAndForgivesAbsence(Place place) throws IOException {
        Storage storage = open(place);
        write(storage, "a/b/c", "c");
        storage.delete("a");
        storage.delete("a");
        assertThat(storage.list("")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void tidyingLeavesWhatIsWhole(Place place) throws IOException {
        Storage storage = open(place);
        write(storage, "a/kept", "x");
        write(storage, "whole", "x");
        storage.tidy("");
        storage.tidyFiles("");
        assertThat(paths(storage)).containsExactly("a/kept", "whole");
    }
}
