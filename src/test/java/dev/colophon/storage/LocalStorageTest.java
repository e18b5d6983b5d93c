package dev.colophon.storage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalStorageTest {
    @TempDir
    Path folder;

    @Test
    void aFileBecomesVisibleOnCloseAndReplacesWhatWasThere() throws IOException {
        Storage storage = new LocalStorage(folder);
        write(storage, "a/b/c.txt", "old");
        try (OutputStream out = storage.create("a/b/c.txt")) {
            out.write("new".getBytes(UTF_8));
            assertThat(read(storage, "a/b/c.txt")).isEqualTo("old");
            assertThat(paths(storage.list(""))).containsExactly("a/b/c.txt");
        }
        assertThat(read(storage, "a/b/c.txt")).isEqualTo("new");
        assertThat(Files.list(folder.resolve("a/b"))).hasSize(1);
    }

    @Test
    void aFileIsReadFromAnyPosition() throws IOException {
        MemoryStorage memory = new MemoryStorage();
        for (Storage storage : List.of(new LocalStorage(folder), memory)) {
            write(storage, "a.txt", "0123456789");
            for (int from = 0; from <= 11; from++) {
                try (java.io.InputStream in = storage.open("a.txt", from)) {
                    assertThat(new String(in.readAllBytes(), UTF_8))
                            .isEqualTo("0123456789".substring(Math.min(10, from)));
                }
            }
        }
    }

    @Test
    void aWriterThatFailsLeavesWhatWasThere() throws IOException {
        Storage storage = new LocalStorage(folder);
        write(storage, "a.txt", "old");
        assertThatThrownBy(() -> storage.write("a.txt", out -> {
                    out.write(1);
                    throw new IOException("the source broke");
                }))
                .hasMessage("the source broke");
        assertThat(read(storage, "a.txt")).isEqualTo("old");
        assertThat(Files.list(folder)).hasSize(1);
    }

    @Test
    void aListingIsSortedByCodeUnitAndShowsLinksAndPipesWithoutFollowingThem() throws Exception {
        Storage storage = new LocalStorage(folder);
        for (String name : List.of("b.txt", "a/z.txt", "a.txt", "B.txt", "é.txt")) {
            write(storage, name, name);
        }
        Files.createSymbolicLink(folder.resolve("loop"), folder);
        Files.createSymbolicLink(folder.resolve("out.txt"), folder.resolve("a.txt"));
        new ProcessBuilder("mkfifo", folder.resolve("pipe").toString()).start().waitFor();
        List<StoredFile> files = storage.list("");
        assertThat(paths(files))
                .containsExactly("B.txt", "a.txt", "a/z.txt", "b.txt", "loop", "out.txt", "pipe", "é.txt");
        assertThat(files.stream().filter(file -> !file.regular()).map(StoredFile::path))
                .containsExactly("loop", "out.txt", "pipe");
        assertThat(paths(storage.list("a"))).containsExactly("a/z.txt");
        assertThat(storage.list("absent")).isEmpty();
        assertThat(storage.list("a.txt")).isEmpty();
    }

    @Test
    void theRootMayBeALinkAndMayNotBeThereYet() throws IOException {
        Files.createDirectory(folder.resolve("real"));
        Files.createSymbolicLink(folder.resolve("link"), folder.resolve("real"));
        Storage storage = new LocalStorage(folder.resolve("link/sub/archive"));
        assertThat(storage.root()).isEqualTo(folder + "/link/sub/archive");
        assertThat(storage.list("")).isEmpty();
        write(storage, "x/a.txt", "a");
        assertThat(paths(storage.list(""))).containsExactly("x/a.txt");
        assertThat(folder.resolve("real/sub/archive/x/a.txt")).hasContent("a");
    }

    @Test
    void whatGoesWhileAFolderIsTidiedIsPassedOver() throws Exception {
        Storage storage = new LocalStorage(folder);
        write(storage, "lease/holder", "the folder stays");
        AtomicBoolean over = new AtomicBoolean();
        ExecutorService threads = Executors.newFixedThreadPool(1);
        Future<?> heartbeats = threads.submit(() -> {
            for (int beat = 0; !over.get(); beat++) {
                Path file = Files.createFile(folder.resolve("lease/" + beat % 100));
                Files.delete(file);
            }
            return true;
        });
        for (int time = 0; time < 5000; time++) {
            storage.tidyFiles("lease");
            storage.tidy("");
        }
        over.set(true);
        heartbeats.get();
        threads.shutdown();
    }

    @Test
    void onlyOneOfManyMakesAnExclusiveFile() throws Exception {
        Storage storage = new LocalStorage(folder);
        List<Callable<Boolean>> racers = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            byte[] content = ("racer " + i).getBytes(UTF_8);
            racers.add(() -> storage.createExclusive("deep/one.json", content));
        }
        ExecutorService threads = Executors.newFixedThreadPool(8);
        int winners = 0;
        for (Future<Boolean> racer : threads.invokeAll(racers)) {
            winners += racer.get() ? 1 : 0;
        }
        threads.shutdown();
        assertThat(winners).isOne();
        assertThat(read(storage, "deep/one.json")).startsWith("racer ");
        assertThat(Files.list(folder.resolve("deep"))).hasSize(1);
    }

    @Test
    void movingReplacesAndMakesFolders() throws IOException {
        Storage storage = new LocalStorage(folder);
        write(storage, "from/a", "new");
        write(storage, "to/b", "old");
        storage.move("from/a", "to/b");
        storage.move("to/b", "far/away/c");
        assertThat(paths(storage.list(""))).containsExactly("far/away/c");
        assertThat(read(storage, "far/away/c")).isEqualTo("new");
    }

    @Test
    void deletingTakesFoldersAndForgivesAbsence() throws IOException {
        Storage storage = new LocalStorage(folder.resolve("root"));
        Path outside = Files.writeString(
                Files.createDirectory(folder.resolve("outside")).resolve("kept"), "x");
        write(storage, "a/b/c", "c");
        Files.createSymbolicLink(folder.resolve("root/a/link"), outside.getParent());
        storage.delete("a");
        storage.delete("a");
        assertThat(storage.list("")).isEmpty();
        assertThat(outside).exists();
    }

    @Test
    void tidyingRemovesUnfinishedFilesOfTheDeadAndEmptyFolders() throws IOException {
        Storage storage = new LocalStorage(folder);
        write(storage, "a/kept", "x");
        Files.createDirectories(folder.resolve("empty/emptier"));
        Files.writeString(folder.resolve("a/.part.parquet.colophon-99999-7"), "half");
        Files.writeString(folder.resolve("a/.hidden"), "an input may be called so");
        try (OutputStream out = storage.create("b/open")) {
            out.write('x');
            storage.tidy("");
        }
        assertThat(paths(storage.list(""))).containsExactly("a/.hidden", "a/kept", "b/open");
        assertThat(folder.resolve("a/.part.parquet.colophon-99999-7")).doesNotExist();
        assertThat(folder.resolve("empty")).doesNotExist();
    }

    @Test
    void tidyingTheFilesOfAFolderLeavesWhatLiesBelow() throws IOException {
        Storage storage = new LocalStorage(folder);
        write(storage, "croissant.json", "x");
        Files.createDirectories(folder.resolve("empty"));
        Files.createDirectories(folder.resolve(".folder.colophon-7-7"));
        Files.writeString(folder.resolve("empty/.other.colophon-99999-7"), "somebody else's");
        Files.writeString(folder.resolve(".croissant.json.colophon-99999-7"), "half");
        try (OutputStream out = storage.create("open")) {
            out.write('x');
            storage.tidyFiles("");
        }
        assertThat(paths(storage.list(""))).containsExactly("croissant.json", "open");
        assertThat(folder.resolve("empty/.other.colophon-99999-7")).exists();
        assertThat(folder.resolve(".folder.colophon-7-7")).exists();
        assertThat(folder.resolve(".croissant.json.colophon-99999-7")).doesNotExist();
    }

    @Test
    void aLockExcludesAndLeavesNothing() throws IOException {
        Storage storage = new LocalStorage(folder);
        try (Storage.Lock lock = storage.tryLock("x/lease.lock")) {
            assertThat(lock).isNotNull();
            assertThat(new LocalStorage(folder).tryLock("x/lease.lock")).isNull();
        }
        assertThat(storage.list("")).isEmpty();
        try (Storage.Lock again = storage.tryLock("x/lease.lock")) {
            assertThat(again).isNotNull();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/a", "a//b", "a/", "./a", "a/../b", "..", "a\0b"})
    void aPathThatWouldLeaveTheRootIsRefused(String path) {
        assertThatThrownBy(() -> new LocalStorage(folder).open(path)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatMayNotBeReadIsToldFromOtherFaults() throws IOException {
        assertThat(LocalStorage.named("open", "/in/a", new AccessDeniedException("/in/a")))
                .isInstanceOf(AccessDeniedException.class)
                .hasMessage("/in/a: cannot open, permission denied");
    }

    @Test
    void aFaultNamesTheOperationAndTheWholePath() {
        assertThatThrownBy(() -> new LocalStorage(folder).open("no/such"))
                .isInstanceOf(NoSuchFileException.class)
                .hasMessage(folder + "/no/such: cannot open, it is not there");
        assertThatThrownBy(() -> new LocalStorage(folder).move("no/such", "b"))
                .hasMessageContaining("cannot move")
                .hasMessageContaining(folder + "/no/such to " + folder + "/b");
    }

    private static List<String> paths(List<StoredFile> files) {
        return files.stream().map(StoredFile::path).toList();
    }

    private static void write(Storage storage, String path, String content) throws IOException {
        storage.write(path, out -> out.write(content.getBytes(UTF_8)));
    }

    private static String read(Storage storage, String path) throws IOException {
        try (var in = storage.open(path)) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }

    @Test
    void theFilesOfAFolderItselfAreListedWithoutLookingIntoThoseBelow() throws IOException {
        MemoryStorage memory = new MemoryStorage();
        for (Storage storage : List.of(new LocalStorage(folder), memory)) {
            for (String path : List.of("a.txt", "b/c.txt", "b/d/e.txt")) {
                write(storage, path, path);
            }
            assertThat(paths(storage.listFiles(""))).containsExactly("a.txt");
            assertThat(paths(storage.listFiles("b"))).containsExactly("b/c.txt");
            assertThat(storage.listFiles("nowhere")).isEmpty();
        }
    }

    @Test
    void aFolderThatMayNotBeReadIsToldOrFailsTheListingByItsName() throws IOException {
        LocalStorage storage = new LocalStorage(folder);
        Path root = folder.toRealPath();
        Path locked = root.resolve("a/locked");
        AccessDeniedException denial = new AccessDeniedException(locked.toString());
        Set<String> denied = new TreeSet<>();
        LocalStorage.Collecting lenient = storage.new Collecting(denied);
        assertThat(lenient.visitFileFailed(locked, denial)).isEqualTo(FileVisitResult.CONTINUE);
        assertThat(denied).containsExactly("a/locked");
        assertThatThrownBy(() -> lenient.visitFileFailed(root, denial)).isSameAs(denial);
        assertThatThrownBy(() -> storage.new Collecting(null).visitFileFailed(locked, denial))
                .isSameAs(denial);
        assertThat(LocalStorage.place(denial, root)).isEqualTo(locked.toString());
        assertThat(LocalStorage.place(new IOException("full"), root)).isEqualTo(root.toString());
    }
}
