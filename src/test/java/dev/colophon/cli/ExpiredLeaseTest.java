package dev.colophon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.colophon.dataset.Dataset;
import dev.colophon.dataset.Verification;
import dev.colophon.dataset.table.TableInspector;
import dev.colophon.storage.RemoteServers;
import dev.colophon.storage.Storages;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.hdfs.MiniDFSCluster;
import org.gaul.s3proxy.S3Proxy;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run on a storage without locks that stands still, as a machine that sleeps does, until its lease has expired. */
@Tag("faults")
class ExpiredLeaseTest {
    private static final String PORT = "colophon.test.s3-port";
    private static final Duration LONGEST = Duration.ofMinutes(3);

    @TempDir
    Path folder;

    private Path inputs;
    private List<String> undisturbed;

    @BeforeEach
    void runUndisturbed() throws Exception {
        inputs = Dumps.write(folder.resolve("inbox"), 2, 40);
        Path archive = folder.resolve("undisturbed");
        CommandProcess whole = CommandProcess.run(arguments(archive.toString(), "undisturbed"));
        assertThat(whole.exitCode()).as(whole.output()).isZero();
        undisturbed = content(archive.toString());
    }

    private String[] arguments(String archive, String work) {
        return new String[] {"convert", inputs + "/*", "--to", archive, "--set", "work=" + folder.resolve(work)};
    }

    /** Table, batch and SHA-256 of the live parts; on S3 their names are those of a run. */
    private static List<String> content(String archive) throws IOException {
        Dataset dataset = Dataset.open(Storages.open(archive));
        assertThat(Verification.verify(dataset, new TableInspector())).isEmpty();
        return dataset.current().parts().stream()
                .map(part -> part.table() + " " + part.batch() + " " + part.sha256())
                .sorted()
                .toList();
    }

    @Test
    void onHdfsItCannotCommit() throws Exception {
        MiniDFSCluster hdfs = RemoteServers.hdfs(folder.resolve("hdfs"));
        try {
            cannotCommit(hdfs.getURI().resolve("/archive").toString(), List.of());
        } finally {
            FileSystem.closeAll();
            hdfs.shutdown();
        }
    }

    @Test
    void onS3ItCannotCommit() throws Exception {
        S3Proxy s3 = RemoteServers.s3();
        String port = Integer.toString(s3.getPort());
        System.setProperty(PORT, port);
        try {
            cannotCommit("s3a://colophon/archive", List.of("-D" + PORT + "=" + port));
        } finally {
            System.clearProperty(PORT);
            FileSystem.closeAll();
            s3.stop();
        }
    }

    private void cannotCommit(String archive, List<String> options) throws Exception {
        CommandProcess first = CommandProcess.start(null, options, arguments(archive, "first"));
        while (first.isAlive()
                && Storages.open(archive).list("_colophon/staging").isEmpty()) {
            Thread.sleep(20);
        }
        first.signal("STOP");
        List<Integer> codes = new ArrayList<>();
        long end = System.nanoTime() + LONGEST.toNanos();
        CommandProcess other;
        do {
            other = CommandProcess.start(null, options, arguments(archive, "second"));
            codes.add(other.await());
        } while (other.exitCode() == 4 && System.nanoTime() < end);
        assertThat(other.exitCode()).as(other.output()).isZero();
        assertThat(codes).as("refused while the lease held").startsWith(4);
        assertThat(content(archive)).isEqualTo(undisturbed);

        first.signal("CONT");
        assertThat(first.await()).as(first.output()).isEqualTo(1);
        assertThat(first.output()).contains("nothing was committed").doesNotContain("\tat ");
        assertThat(Dataset.open(Storages.open(archive)).current().number()).isOne();
        assertThat(content(archive)).isEqualTo(undisturbed);
    }
}
