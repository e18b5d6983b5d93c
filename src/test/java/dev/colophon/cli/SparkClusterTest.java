package dev.colophon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Executors in processes of their own give the bytes that the threads of one machine give, also where one is killed. Needs
 * what {@code mvn -Pspark package} makes: {@code mvn -Pspark verify}.
 */
@Tag("spark")
class SparkClusterTest {
    private static final int BATCHES = 12;

    @TempDir
    Path folder;

    private String inputs = "";

    @BeforeEach
    void inputs() throws IOException {
        inputs = SparkTest.batches(folder, BATCHES);
    }

    @Test
    void executorsGiveTheSameBytes() throws Exception {
        try (SparkProcess run = submit("local-cluster[2,1,1024]")) {
            assertThat(run.await()).as(run.output()).isIn(0, 3);
        }
        assertThat(DatasetBytes.of(archive())).isEqualTo(DatasetBytes.of(local()));
    }

    @Test
    void anExecutorThatIsKilledWhileItConvertsChangesNothing() throws Exception {
        try (SparkProcess run = submit("local-cluster[2,1,1024]")) {
            run.awaitWord("(2 of " + BATCHES + ")");
            run.killAnExecutor();
            assertThat(run.await()).as(run.output()).isIn(0, 3);
        }
        assertThat(DatasetBytes.of(archive())).isEqualTo(DatasetBytes.of(local()));
    }

    /**
     * While parts are merged, once keys are looked up, and while an executor writes whom documents name, which is all that there is of
     * that: a single task.
     */
    @ParameterizedTest
    @ValueSource(strings = {"merge/attempts", "merge/duplicates/hits", ".mentions.parquet."})
    void anExecutorThatIsKilledWhileItConsolidatesChangesNothing(String file) throws Exception {
        try (SparkProcess run = submit("local-cluster[2,1,1024]")) {
            run.awaitFile(archive(), file);
            run.killTheExecutors();
            assertThat(run.await()).as(run.output()).isIn(0, 3);
        }
        assertThat(DatasetBytes.of(archive())).isEqualTo(DatasetBytes.of(local()));
    }

    @Test
    void aStandaloneMasterWithTwoWorkersGivesTheSameBytes() throws Exception {
        String port = Integer.toString(freePort());
        String master = "spark://127.0.0.1:" + port;
        try (SparkProcess serving = SparkProcess.start(
                        "org.apache.spark.deploy.master.Master",
                        "--host",
                        "127.0.0.1",
                        "--port",
                        port,
                        "--webui-port",
                        Integer.toString(freePort()));
                SparkProcess first = worker(master, "first");
                SparkProcess second = worker(master, "second");
                SparkProcess run = submit(master)) {
            assertThat(run.await())
                    .as(run.output() + serving.output() + first.output() + second.output())
                    .isIn(0, 3);
        }
        assertThat(DatasetBytes.of(archive())).isEqualTo(DatasetBytes.of(local()));
    }

    @Test
    void aMasterThatIsNotThereFailsTheRun() throws Exception {
        try (SparkProcess run = submit("spark://127.0.0.1:" + freePort())) {
            assertThat(run.await()).as(run.output()).isEqualTo(ExitCode.FAILED);
            assertThat(run.output()).contains("gives no executors", "nothing was published");
        }
    }

    private SparkProcess submit(String master) throws IOException {
        return SparkProcess.submit(master, "convert", inputs, "--to", archive().toString());
    }

    private SparkProcess worker(String master, String name) throws IOException {
        return SparkProcess.start(
                "org.apache.spark.deploy.worker.Worker",
                master,
                "--host",
                "127.0.0.1",
                "--cores",
                "1",
                "--memory",
                "1g",
                "--webui-port",
                Integer.toString(freePort()),
                "--work-dir",
                folder.resolve(name).toString());
    }

    private Path archive() {
        return folder.resolve("spark");
    }

    private Path local() throws Exception {
        Path archive = folder.resolve("local");
        CommandProcess.run("convert", inputs, "--to", archive.toString());
        return archive;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
