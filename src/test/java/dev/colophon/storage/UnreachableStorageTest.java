package dev.colophon.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.hdfs.MiniDFSCluster;
import org.gaul.s3proxy.S3Proxy;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What people are told where a storage is not there or refuses. */
@Timeout(180)
class UnreachableStorageTest {
    @TempDir
    static Path folder;

    private static S3Proxy s3;

    @BeforeAll
    static void start() throws Exception {
        s3 = RemoteServers.s3();
    }

    @AfterAll
    static void stop() throws Exception {
        s3.stop();
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Test
    void aNamenodeThatIsNotThereIsNamedWithWhatToCheck() throws IOException {
        String location = "hdfs://127.0.0.1:" + closedPort() + "/archive";
        assertThatThrownBy(() -> Storages.kind(location))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("cannot look for " + location + ": ")
                .hasMessageEndingWith("check that the service is up and that core-site.xml names it");
    }

    @Test
    void aHostThatNobodyKnowsIsNoMistakeOfTheCommand() {
        assertThatThrownBy(() -> Storages.open("hdfs://namenode.invalid:8020/archive"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("cannot open hdfs://namenode.invalid:8020/archive")
                .hasMessageContaining("check the host's name");
    }

    @Tag("faults") // it waits for what does not come
    @Test
    void anEndpointThatIsNotThereIsToldOfWithinTwoMinutes() throws IOException {
        Configuration configuration = RemoteServers.s3Configuration(closedPort());
        configuration.unset("fs.s3a.attempts.maximum");
        configuration.unset("fs.s3a.retry.interval");
        Storage storage = Storages.open(URI.create("s3a://colophon/archive"), configuration);
        long start = System.nanoTime();
        assertThatThrownBy(() -> storage.list("a"))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("cannot list s3a://colophon/archive/a: ")
                .hasMessageEndingWith("check that the service is up and that core-site.xml names it");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMinutes(2));
    }

    @Test
    void aBucketThatIsNotThereIsNamed() throws IOException {
        Configuration configuration = RemoteServers.s3Configuration(s3.getPort());
        Storage storage = Storages.open(URI.create("s3a://no-such-bucket/archive"), configuration);
        assertThatThrownBy(() -> storage.createExclusive("a", new byte[1]))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("s3a://no-such-bucket/archive/a")
                .hasMessageContaining("check the bucket's name");
    }

    @Test
    void aKeyThatIsRefusedIsToldWithoutShowingIt() throws IOException {
        Configuration configuration = RemoteServers.s3Configuration(s3.getPort());
        configuration.set("fs.s3a.secret.key", "wrong-and-hidden");
        Storage storage = Storages.open(URI.create("s3a://colophon/archive"), configuration);
        assertThatThrownBy(() -> storage.size("a"))
                .isInstanceOf(AccessDeniedException.class)
                .hasMessageContaining("cannot measure, access is denied; check the credentials")
                .message()
                .doesNotContain("wrong-and-hidden");
    }

    @Test
    void anAddressWithAPasswordIsRefusedWithoutShowingIt() {
        assertThatThrownBy(() -> Storages.open("s3a://key:opensesame@bucket/archive"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("holds a password")
                .message()
                .doesNotContain("opensesame");
    }

    @Test
    void safeModeIsNamedAndWhatToDo() throws Exception {
        MiniDFSCluster hdfs = RemoteServers.hdfs(folder);
        try {
            Storage storage = RemoteServers.hdfs(hdfs, "archive");
            hdfs.getFileSystem().setSafeMode(org.apache.hadoop.fs.SafeModeAction.ENTER);
            assertThatThrownBy(() -> storage.createExclusive("a", new byte[1]))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("/archive/a")
                    .hasMessageContaining("the namenode takes no changes in safe mode");
        } finally {
            hdfs.shutdown();
        }
    }
}
