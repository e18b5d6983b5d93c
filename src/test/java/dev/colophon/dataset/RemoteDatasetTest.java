package dev.colophon.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.colophon.dataset.lease.Lease;
import dev.colophon.dataset.lease.LeaseHeldException;
import dev.colophon.dataset.lease.LeaseLostException;
import dev.colophon.dataset.lease.LeaseTerms;
import dev.colophon.dataset.lease.Owner;
import dev.colophon.storage.FaultyProxy;
import dev.colophon.storage.MemoryStorage;
import dev.colophon.storage.RemoteServers;
import dev.colophon.storage.Storage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.hdfs.MiniDFSCluster;
import org.gaul.s3proxy.S3Proxy;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commits on a real HDFS and a real S3 server. */
class RemoteDatasetTest {
    private static final int ROUNDS = 100;

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

    private static Map<String, String> committed(Storage storage) throws IOException {
        Fixture.first(storage);
        Fixture.second(storage);
        Fixture.third(storage);
        return Fixture.text(storage);
    }

    @Test
    void hdfsHoldsTheBytesThatMemoryHolds() throws Exception {
        MiniDFSCluster hdfs = RemoteServers.hdfs(folder);
        try {
            assertThat(committed(RemoteServers.hdfs(hdfs, "archive"))).isEqualTo(committed(new MemoryStorage()));
        } finally {
            hdfs.shutdown();
        }
    }

    @Test
    void s3HoldsTheBytesThatMemoryHolds() throws Exception {
        Configuration direct = RemoteServers.s3Configuration(s3.getPort());
        assertThat(committed(RemoteServers.s3(direct, "direct"))).isEqualTo(committed(new MemoryStorage()));
    }

    @Test
    void faultsOfS3ChangeNothing() throws Exception {
        try (FaultyProxy proxy = new FaultyProxy(s3.getPort(), 5)) {
            Configuration faulty = RemoteServers.s3Configuration(proxy.port());
            assertThat(committed(RemoteServers.s3(faulty, "faulty"))).isEqualTo(committed(new MemoryStorage()));
            assertThat(proxy.faults()).isGreaterThan(12);
        }
    }

    @Test
    void ofTwoClientsThatCommitAtOnceOneWinsAndNothingIsLost() throws Exception {
        Configuration configuration = RemoteServers.s3Configuration(s3.getPort());
        Storage storage = RemoteServers.s3(configuration, "raced");
        ExecutorService threads = Executors.newFixedThreadPool(2);
        int commits = 0;
        for (int round = 0; round < ROUNDS; round++) {
            List<Callable<Boolean>> clients = List.of(client(storage, "a-" + round), client(storage, "b-" + round));
            int winners = 0;
            for (Future<Boolean> client : threads.invokeAll(clients)) {
                winners += client.get() ? 1 : 0;
            }
            // One may follow the other without meeting it.
            assertThat(winners).isBetween(1, 2);
            commits += winners;
            assertThat(Dataset.open(storage).current().number()).isEqualTo(commits);
        }
        threads.shutdown();
        assertThat(Dataset.open(storage).current().parts()).hasSize(commits);
        assertThat(Verification.verify(Dataset.open(storage), Fixture.LINES)).isEmpty();
    }

    /** As a process of its own, which every client is. */
    private static void commit(Storage storage, String run, Part part) throws IOException {
        Owner owner = new Owner(run, "machine-" + run, 1, null, "test");
        LeaseTerms terms = LeaseTerms.of(InstantSource.fixed(Instant.parse("2026-01-01T00:00:00Z")));
        try (Lease lease = Lease.take(storage, owner, terms)) {
            Commit commit = new Commit(run, "job", Fixture.VERSIONS, List.of(run), List.of(part), List.of());
            Dataset.open(storage).commit(commit, lease, Fixture.LINES);
        }
    }

    private static Callable<Boolean> client(Storage storage, String run) {
        return () -> {
            String path = "documents/batch=" + run + "/part-0.txt";
            Part part = Fixture.stage(storage, run, "documents", run, path, run + "\n");
            try {
                commit(storage, run, part);
                return true;
            } catch (LeaseHeldException | LeaseLostException | CommitConflictException lost) {
                return false;
            }
        };
    }
}
