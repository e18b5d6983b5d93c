package dev.colophon.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.colophon.model.RejectReason;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TikaWorkersTest {
    @TempDir
    static Path temporary;

    private static TikaWorkers workers;

    static ExtractLimits limits(Path temporary, Duration parseTime) {
        return new ExtractLimits(parseTime, 96L << 20, 1, 100_000, 200, temporary);
    }

    @BeforeAll
    static void open() {
        workers = new TikaWorkers(limits(temporary, Duration.ofSeconds(3)));
    }

    @AfterAll
    static void closesWithoutLeavingFiles() throws IOException {
        workers.close();
        try (Stream<Path> left = Files.list(temporary)) {
            assertThat(left).isEmpty();
        }
        assertThatThrownBy(() -> workers.parse(request("late"))).isInstanceOf(IllegalStateException.class);
    }

    private static WorkerRequest request(String deed) {
        return new WorkerRequest(MisbehavingParser.TYPE, "a.bin", "", MisbehavingParser.document(deed));
    }

    @ParameterizedTest
    @CsvSource({"hang,TIMEOUT", "exit,IO", "memory,OOM", "depth,LIMIT_DEPTH", "interrupt,MALFORMED", "long,LIMIT_SIZE"})
    void tellsWhatAParserDidAndReadsTheNextDocument(String deed, RejectReason reason) throws ExtractionException {
        ExtractionException refused =
                catchThrowableOfType(ExtractionException.class, () -> workers.parse(request(deed)));

        assertThat(refused.reason()).isEqualTo(reason);
        assertThat(refused).hasMessageMatching("(?s).{20,}");
        assertThat(workers.parse(request("well")).passages())
                .containsExactly(new Passage(Passage.Form.PARAGRAPH, "well"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"socket", "channel", "address"})
    void aParserReachesNoAddress(String way) throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            server.setSoTimeout(200);
            WorkerRequest request = request(way + " " + server.getLocalPort());

            assertThatThrownBy(() -> workers.parse(request))
                    .isInstanceOf(ExtractionException.class)
                    .hasMessageContaining("without a network");
            assertThatThrownBy(server::accept).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"read", "write", "link", "delete", "start", "unguard", "reply", "name", "kill"})
    void aParserHasNothingAtHandButItsDocument(String deed, @TempDir Path outside) throws Exception {
        assumeTrue(ParserGuard.isPossible(), "later Javas guard nothing");
        Path file = Files.writeString(outside.resolve("file"), "secret");

        assertThatThrownBy(() -> workers.parse(request(deed + " " + file)))
                .isInstanceOf(ExtractionException.class)
                .hasMessageMatching(".*AccessControlException: (a parser has nothing|documents are read without).*");
        assertThat(outside).isDirectoryNotContaining(each -> !each.equals(file));
        assertThat(file).hasContent("secret");
    }

    @Test
    void aParserIsToldNothingThatMayHoldKeys() throws ExtractionException {
        String names = workers.parse(request("environment")).passages().get(0).text();

        assertThat(List.of(names.split(" ")))
                .contains("PATH")
                .isSubsetOf(
                        "PATH",
                        "LANG",
                        "LC_ALL",
                        "LC_CTYPE",
                        "LD_LIBRARY_PATH",
                        "JAVA_TOOL_OPTIONS",
                        "JDK_JAVA_OPTIONS");
        assertThat(WorkerProcess.withoutConfiguration(
                        String.join(File.pathSeparator, "a.jar", "conf/", "lib/b.jar", "/spark/conf"),
                        Map.of("COLOPHON_CONF", "conf", "SPARK_HOME", "/spark")))
                .isEqualTo(String.join(File.pathSeparator, "a.jar", "lib/b.jar"));
    }

    @Test
    void theEndOfTheJvmIsNoneWhereItIsGuarded() throws ExtractionException {
        assumeTrue(ParserGuard.isPossible(), "later Javas guard nothing");
        assertThatThrownBy(() -> workers.parse(request("exit")))
                .hasMessageContaining("wanted to end its process with exit code 7");
    }

    @Test
    void namesThatAreNoneLeadNowhere() throws ExtractionException {
        assertThat(workers.parse(request("exists a\0b")).passages())
                .containsExactly(new Passage(Passage.Form.PARAGRAPH, "false"));
    }

    @Test
    void aParserHasATemporaryFolder() throws ExtractionException {
        assertThat(workers.parse(request("temporary")).passages())
                .containsExactly(new Passage(Passage.Form.PARAGRAPH, "of its own"));
    }

    @ParameterizedTest
    @CsvSource({"hang,12,stood still for 5000 ms", "busy,4,ended after 4000 ms"})
    void aParserThatStandsStillIsEndedLongBeforeOneThatWorks(String deed, int seconds, String message) {
        Path folder = temporary.resolve("ended-" + deed);
        try (TikaWorkers some = new TikaWorkers(limits(folder, Duration.ofSeconds(seconds)))) {
            assertThatThrownBy(() -> some.parse(request(deed)))
                    .isInstanceOf(ExtractionException.class)
                    .hasMessageContaining(message);
        }
        assertThat(folder.toFile().delete()).isTrue();
    }

    @Test
    void aWorkerThatWaitsForItsNextDocumentIsNotEnded() throws Exception {
        Path folder = temporary.resolve("waiting");
        try (TikaWorkers some = new TikaWorkers(limits(folder, Duration.ofSeconds(6)))) {
            assertThat(some.parse(request("count")).passages().get(0).text()).isEqualTo("1");
            Thread.sleep(2500);
            assertThat(some.parse(request("count")).passages().get(0).text())
                    .as("documents that this worker has counted")
                    .isEqualTo("2");
        }
        assertThat(folder.toFile().delete()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"hang,true", "busy,false"})
    void tellsAParserThatDoesNothingFromOneThatWorks(String deed, boolean standsStill) throws Exception {
        TikaWorkers some = new TikaWorkers(limits(temporary.resolve(deed), Duration.ofSeconds(60)));
        some.parse(request("well"));
        Thread reader = new Thread(() -> assertThatThrownBy(() -> some.parse(request(deed))));
        reader.start();
        int glances = 30;
        int still = 0;
        for (int glance = 0; glance < glances; glance++) {
            Thread.sleep(100);
            still += some.standingStill();
        }
        some.close();
        reader.join();
        // On a busy machine one that works may get no processor for a glance.
        assertThat(still > glances / 2).isEqualTo(standsStill);
        assertThat(temporary.resolve(deed).toFile().delete()).isTrue();
    }

    @Test
    void aParserThatCannotBeStartedIsNoFaultOfItsDocument() throws Exception {
        Path file = Files.writeString(temporary.resolve("file"), "a file where a folder is to be made");
        try (TikaWorkers none = new TikaWorkers(limits(file, Duration.ofSeconds(3)))) {
            assertThatThrownBy(() -> none.parse(request("well")))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining("no parser can be started")
                    .hasMessageContaining(file.toString());
        }
        Files.delete(file);
    }

    @Test
    void aWorkerThatDiesBeforeItIsReadyIsNoFaultOfItsDocument() throws IOException {
        Path folder = temporary.resolve("heapless");
        ExtractLimits beyond = new ExtractLimits(Duration.ofSeconds(3), 1L << 60, 1, 100_000, 200, folder);
        try (TikaWorkers none = new TikaWorkers(beyond)) {
            assertThatThrownBy(() -> none.parse(request("well")))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining("exit code 1");
        }
        Files.delete(folder);
    }

    @Test
    void aParserIsStartedOnceThereIsRoomAgain() throws Exception {
        Path folder = Files.writeString(temporary.resolve("blocked"), "in the way");
        try (TikaWorkers some = new TikaWorkers(limits(folder, Duration.ofSeconds(3)))) {
            Thread room = new Thread(() -> {
                try {
                    Thread.sleep(500);
                    Files.delete(folder);
                } catch (IOException | InterruptedException fault) {
                    throw new IllegalStateException(fault);
                }
            });
            room.start();
            assertThat(some.parse(request("well")).passages()).hasSize(1);
            room.join();
        }
        Files.delete(folder);
    }

    @Test
    void whatTheMachineLacksIsNoFaultOfTheDocumentsBytes() {
        for (String lack : List.of("No space left on device", "Too many open files", "Cannot allocate memory")) {
            assertThatThrownBy(() -> workers.parse(request("lack " + lack)))
                    .isInstanceOfSatisfying(
                            ExtractionException.class,
                            fault -> assertThat(fault.reason()).isEqualTo(RejectReason.IO))
                    .hasMessageContaining(lack);
        }
        assertThatThrownBy(() -> workers.parse(request("lack of sense")))
                .isInstanceOfSatisfying(
                        ExtractionException.class,
                        fault -> assertThat(fault.reason()).isEqualTo(RejectReason.MALFORMED));
    }

    private static Process parent(String classPath, Path folder) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        classPath,
                        ParentOfWorkers.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .start();
    }

    @Test
    void workersReadTheirCodeThroughSymbolicLinks() throws Exception {
        Path links = Files.createDirectory(temporary.resolve("links"));
        List<String> places = new ArrayList<>();
        for (String place : System.getProperty("java.class.path").split(File.pathSeparator)) {
            Path link = links.resolve(places.size() + "-" + Path.of(place).getFileName());
            places.add(Files.createSymbolicLink(link, Path.of(place)).toString());
        }
        Process parent = parent(String.join(File.pathSeparator, places), temporary.resolve("linked"));
        try {
            assertThat(parent.getInputStream().read()).isEqualTo('!');
        } finally {
            parent.destroyForcibly().waitFor();
            deleteAll(temporary.resolve("linked"));
            deleteAll(links);
        }
    }

    @Test
    void aWorkerDiesWithItsParent() throws Exception {
        Process parent = parent(System.getProperty("java.class.path"), temporary.resolve("orphan"));
        try {
            assertThat(parent.getInputStream().read()).isEqualTo('!');
            List<ProcessHandle> children = parent.descendants().toList();
            assertThat(children).isNotEmpty();

            parent.destroyForcibly().waitFor();

            for (ProcessHandle child : children) {
                child.onExit().get(20, TimeUnit.SECONDS);
                assertThat(child.isAlive()).isFalse();
            }
        } finally {
            parent.destroyForcibly();
            deleteAll(temporary.resolve("orphan"));
        }
    }

    private static void deleteAll(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(java.util.Comparator.reverseOrder())
                    .forEach(file -> assertThat(file.toFile().delete()).isTrue());
        }
    }
}
