package dev.colophon.conversion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.colophon.batch.SpringBatchEngine;
import dev.colophon.dataset.Dataset;
import dev.colophon.dataset.Part;
import dev.colophon.dataset.Verification;
import dev.colophon.dataset.table.InputLedger;
import dev.colophon.dataset.table.TableInspector;
import dev.colophon.storage.RemoteServers;
import dev.colophon.storage.Storage;
import dev.colophon.storage.Storages;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.hdfs.DistributedFileSystem;
import org.apache.hadoop.hdfs.MiniDFSCluster;
import org.apache.hadoop.hdfs.protocol.HdfsConstants.SafeModeAction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An archive on an HDFS whose machines restart, refuse to be written or run out of room while a job runs. */
@Tag("faults")
class HdfsFaultsTest {
    private static final Set<String> WRITES = Set.of("create", "write", "createExclusive", "move", "copy");

    @TempDir
    Path folder;

    private MiniDFSCluster hdfs;
    private JobFolder job = new JobFolder(Path.of(""));
    private String archive = "";
    private Map<String, String> undisturbed = Map.of();

    /** Something that befalls the servers. */
    private interface Fault {
        void befall() throws Exception;
    }

    @BeforeEach
    void start() throws Exception {
        hdfs = RemoteServers.hdfs(folder.resolve("hdfs"));
        job = new JobFolder(folder.resolve("job"));
        for (String town : new String[] {"Aurich", "Bremen", "Celle", "Dornum"}) {
            job.page("2026-11-01", town, "coast.example");
            job.page("2026-11-02", town, "inland.example");
        }
        job.run();
        undisturbed = content(Dataset.open(Storages.open(job.archive().toString())));
        archive = hdfs.getURI().resolve("/archive").toString();
    }

    @AfterEach
    void stop() throws Exception {
        FileSystem.closeAll();
        hdfs.shutdown();
    }

    private DistributedFileSystem files() throws IOException {
        return hdfs.getFileSystem();
    }

    private Converter converter() {
        return new Converter(
                job.settingsFor(DatasetPlace.of(archive, folder.resolve("work"))),
                new SpringBatchEngine(),
                Progress.SILENT,
                () -> job.now);
    }

    /** Bytes of the live parts by path, but for the ledger, which holds the times of files. */
    private static Map<String, String> content(Dataset dataset) throws IOException {
        assertThat(Verification.verify(dataset, new TableInspector())).isEmpty();
        Map<String, String> hashes = new TreeMap<>();
        for (Part part : dataset.current().parts()) {
            if (!part.table().equals(InputLedger.TABLE)) {
                hashes.put(part.path(), part.sha256());
            }
        }
        return hashes;
    }

    private Map<String, String> content() throws IOException {
        return content(Dataset.open(Storages.open(archive)));
    }

    /** The storage, at whose write of that number something befalls the servers. */
    private static Storage befallen(Storage storage, int at, Fault fault) {
        AtomicInteger writes = new AtomicInteger();
        return (Storage) Proxy.newProxyInstance(
                Storage.class.getClassLoader(), new Class<?>[] {Storage.class}, (proxy, method, arguments) -> {
                    if (WRITES.contains(method.getName()) && writes.incrementAndGet() == at) {
                        fault.befall();
                    }
                    try {
                        return method.invoke(storage, arguments);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                });
    }

    /**
     * Runs the job through what befalls; the same command again, with the servers up, where that ended the run. The fault
     * has a thread of its own: a run that ends elsewhere meanwhile interrupts the writer, and would leave the servers down.
     */
    private void runThrough(int at, Fault fault) throws Exception {
        FutureTask<Void> befalling = new FutureTask<>(() -> {
            fault.befall();
            return null;
        });
        Fault begun = () -> {
            new Thread(befalling, "fault").start();
            try {
                befalling.get();
            } catch (InterruptedException ended) {
                throw new InterruptedIOException("the run ends while " + archive + " is away");
            }
        };
        try {
            converter().convert(new Work.News(false), befallen(Storages.open(archive), at, begun));
        } catch (ConversionException | IOException clean) {
            assertThat(clean).hasMessageContaining("/archive");
            befalling.get(2, TimeUnit.MINUTES);
            hdfs.waitActive();
            // A lease that could not be given back holds until it expires.
            job.now = job.now.plus(Duration.ofMinutes(2));
            converter().convert();
        }
        assertThat(befalling).isDone();
        assertThat(content()).isEqualTo(undisturbed);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 9, 17})
    void aDatanodeThatRestartsChangesNothing(int at) throws Exception {
        runThrough(at, () -> {
            hdfs.restartDataNode(0, true);
            hdfs.waitActive();
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 11, 19})
    void aNamenodeThatRestartsChangesNothing(int at) throws Exception {
        runThrough(at, () -> hdfs.restartNameNode(0, true));
    }

    @Test
    void aNamenodeInSafeModeEndsTheRunInWords() throws Exception {
        runOnceInSafeMode();
        assertThat(converter().convert()).isNotNull();
        assertThat(content()).isEqualTo(undisturbed);
    }

    private void runOnceInSafeMode() throws Exception {
        files().setSafeMode(SafeModeAction.SAFEMODE_ENTER);
        try {
            assertThatThrownBy(() -> converter().convert())
                    .isInstanceOfAny(IOException.class, ConversionException.class)
                    .hasMessageContaining("safe mode")
                    .hasMessageContaining("/archive");
        } finally {
            files().setSafeMode(SafeModeAction.SAFEMODE_LEAVE);
        }
    }

    @Test
    void aQuotaThatIsUsedUpEndsTheRunInWords() throws Exception {
        org.apache.hadoop.fs.Path root = new org.apache.hadoop.fs.Path(archive);
        files().mkdirs(root);
        files().setQuota(root, 12, Long.MAX_VALUE - 1);
        assertThatThrownBy(() -> converter().convert())
                .isInstanceOfAny(IOException.class, ConversionException.class)
                .hasMessageContaining("quota");
        files().setQuota(root, Long.MAX_VALUE - 1, Long.MAX_VALUE - 1);
        assertThat(converter().convert()).isNotNull();
        assertThat(content()).isEqualTo(undisturbed);
    }
}
