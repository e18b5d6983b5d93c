package dev.colophon.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.colophon.model.RejectReason;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
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
    @CsvSource({"hang,true", "busy,false"})
    void tellsAParserThatDoesNothingFromOneThatWorks(String deed, boolean standsStill) throws Exception {
        TikaWorkers some = new TikaWorkers(limits(temporary.resolve(deed), Duration.ofSeconds(20)));
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
    void aWorkerDiesWithItsParent() throws Exception {
        Process parent = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        ParentOfWorkers.class.getName(),
                        temporary.resolve("orphan").toString())
                .redirectErrorStream(true)
                .start();
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
