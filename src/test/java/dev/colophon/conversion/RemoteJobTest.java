package dev.colophon.conversion;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.colophon.batch.SpringBatchEngine;
import dev.colophon.byline.people.Decisions;
import dev.colophon.dataset.Dataset;
import dev.colophon.dataset.Layout;
import dev.colophon.dataset.Part;
import dev.colophon.dataset.Verification;
import dev.colophon.dataset.table.InputLedger;
import dev.colophon.dataset.table.TableInspector;
import dev.colophon.pipeline.Publishers;
import dev.colophon.pipeline.SiteSettings;
import dev.colophon.pipeline.TextSelection;
import dev.colophon.report.RunSummary;
import dev.colophon.storage.FaultyProxy;
import dev.colophon.storage.RemoteServers;
import dev.colophon.storage.Storage;
import dev.colophon.storage.Storages;
import dev.colophon.text.Hashes;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.hdfs.MiniDFSCluster;
import org.gaul.s3proxy.S3Proxy;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One job on this machine, on a real HDFS and on a real S3 server, with its inputs beside its archive. */
class RemoteJobTest {
    /** Where a job's inputs and its archive lie. */
    enum Place {
        LOCAL,
        HDFS,
        S3
    }

    private static final String PORT = "colophon.test.s3-port";
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    @TempDir
    static Path folder;

    private static MiniDFSCluster hdfs;
    private static S3Proxy s3;
    private static int count;

    @BeforeAll
    static void start() throws Exception {
        hdfs = RemoteServers.hdfs(folder.resolve("hdfs"));
        s3 = RemoteServers.s3();
        System.setProperty(PORT, Integer.toString(s3.getPort()));
    }

    @AfterAll
    static void stop() throws Exception {
        System.clearProperty(PORT);
        FileSystem.closeAll(); // the next test's server listens elsewhere
        hdfs.shutdown();
        s3.stop();
    }

    private static String location(Place place) {
        String name = "job-" + count++;
        return switch (place) {
            case LOCAL -> folder.resolve(name).toString();
            case HDFS -> hdfs.getURI().resolve("/" + name).toString();
            case S3 -> "s3a://colophon/" + name;
        };
    }

    private static JobSettings settings(String location) {
        return new JobSettings(
                "test",
                List.of(location + "/inbox/*"),
                folder,
                DatasetPlace.of(location + "/archive", folder.resolve("work")),
                "{input-folder}",
                false,
                2,
                JobLimits.DEFAULT,
                TextSelection.BODY,
                Publishers.NONE,
                null,
                SiteSettings.DEFAULT,
                Map.of(),
                Decisions.NONE,
                new Upkeep(2, Duration.ZERO),
                null);
    }

    private static void page(String location, String name, String title) throws IOException {
        Storage inbox = Storages.open(location + "/inbox");
        String page =
                "<html lang=en><title>" + title + "</title><meta name=author content='Imke Behrends'><article><h1>"
                        + title + "</h1><p>" + title
                        + ", say the people of the village, who have waited for it longer than they"
                        + " care to remember and who will now have to get used to it.</p></article></html>";
        inbox.write(name, out -> out.write(page.getBytes(UTF_8)));
        String beside = "{\"url\": \"https://harbour.example/" + name.replace(" ", "-")
                + "\", \"captured-at\": \"2026-11-20T06:00:00Z\"}";
        inbox.write(name + ".meta.json", out -> out.write(beside.getBytes(UTF_8)));
    }

    private static void firstPages(String location) throws IOException {
        page(location, "2026-11-20/a.html", "The ferry leaves earlier");
        page(location, "2026-11-20/deep/b, 100%25.html", "The mill turns again");
        page(location, "2026-11-21/খবর.html", "The school opens a garden");
    }

    private static @Nullable RunSummary run(String location) throws Exception {
        return converter(location).convert();
    }

    private static Converter converter(String location) {
        return new Converter(settings(location), new SpringBatchEngine(), Progress.SILENT, () -> NOW);
    }

    private static Dataset dataset(String location) throws IOException {
        return Dataset.open(Storages.open(location + "/archive"));
    }

    /**
     * SHA-256 of the live parts by path, but for the ledger, which holds the times of files. On S3 a part's name tells its run,
     * so that no key ever gets another content.
     */
    private static Map<String, String> content(String location) throws IOException {
        Dataset dataset = dataset(location);
        assertThat(Verification.verify(dataset, new TableInspector())).isEmpty();
        Map<String, String> hashes = new TreeMap<>();
        for (Part part : dataset.current().parts()) {
            if (!part.table().equals(InputLedger.TABLE)) {
                try (InputStream in = dataset.storage().open(part.path())) {
                    hashes.put(
                            part.path().replaceAll("(part-[0-9]{5})-[0-9]{6}[.]", "$1."),
                            Hashes.sha256Hex(in.readAllBytes()));
                }
            }
        }
        return hashes;
    }

    private static Map<String, String> contentOfTwoRuns(Place place) throws Exception {
        String location = location(place);
        firstPages(location);
        RunSummary first = run(location);
        assertThat(first).isNotNull();
        assertThat(first.run().accounting().documents()).isEqualTo(3);
        page(location, "2026-11-20/a.html", "The ferry leaves earlier than ever");
        page(location, "2026-11-22/d.html", "A late frost");
        RunSummary second = run(location);
        assertThat(second).isNotNull();
        assertThat(second.run().accounting().documents()).isEqualTo(2);
        assertThat(run(location)).isNull();
        return content(location);
    }

    private static Map<String, String> contentOfOneRun() throws Exception {
        String location = location(Place.LOCAL);
        firstPages(location);
        run(location);
        return content(location);
    }

    @Test
    void theSameJobGivesTheSameBytesEverywhere() throws Exception {
        Map<String, String> local = contentOfTwoRuns(Place.LOCAL);
        assertThat(local).isNotEmpty();
        assertThat(contentOfTwoRuns(Place.HDFS)).isEqualTo(local);
        assertThat(contentOfTwoRuns(Place.S3)).isEqualTo(local);
    }

    /** A reader asks for a file bit by bit, and must not get bits of two. */
    @Test
    void noTableKeyOfS3EverGetsAnotherContent() throws Exception {
        String location = location(Place.S3);
        firstPages(location);
        run(location);
        List<Part> first = dataset(location).current().parts();
        page(location, "2026-11-20/a.html", "The ferry leaves earlier than ever");
        run(location);
        Map<String, String> now =
                dataset(location).current().parts().stream().collect(Collectors.toMap(Part::path, Part::sha256));
        List<String> replaced = new ArrayList<>();
        for (Part part : first) {
            if (!part.path().startsWith(Layout.HOME) && !part.sha256().equals(now.get(part.path()))) {
                replaced.add(part.table());
                assertThat(now).doesNotContainKey(part.path());
                assertThat(Storages.open(location + "/archive").exists(part.path()))
                        .isFalse();
            }
        }
        assertThat(replaced).contains("documents", "evidence");
    }

    @ParameterizedTest
    @EnumSource
    void aRunWhoseCommitFailsIsCompletedByTheNext(Place place) throws Exception {
        String location = location(place);
        firstPages(location);
        Storage failing = failingOnce(Storages.open(location + "/archive"), Layout.MANIFESTS);
        assertThatThrownBy(() -> converter(location).convert(new Work.News(false), failing))
                .isInstanceOf(ConversionException.class)
                .hasMessageContaining("the network is down");
        assertThat(dataset(location).current().number()).isZero();
        assertThat(run(location)).isNotNull();
        assertThat(content(location)).isEqualTo(contentOfOneRun());
    }

    @Test
    void faultsOfS3ChangeNothing() throws Exception {
        String location = location(Place.S3);
        firstPages(location);
        String archive = location.substring("s3a://colophon/".length()) + "/archive";
        try (FaultyProxy proxy = new FaultyProxy(s3.getPort(), 9)) {
            Storage faulty = RemoteServers.s3(RemoteServers.s3Configuration(proxy.port()), archive);
            assertThat(converter(location).convert(new Work.News(false), faulty))
                    .isNotNull();
            assertThat(proxy.faults()).isGreaterThan(12);
        }
        assertThat(content(location)).isEqualTo(contentOfOneRun());
    }

    /** The storage, but the first exclusive file below a folder is refused. */
    private static Storage failingOnce(Storage storage, String below) {
        AtomicBoolean failed = new AtomicBoolean();
        return (Storage) Proxy.newProxyInstance(
                Storage.class.getClassLoader(), new Class<?>[] {Storage.class}, (proxy, method, arguments) -> {
                    boolean exclusive = method.getName().equals("createExclusive");
                    if (exclusive && String.valueOf(arguments[0]).startsWith(below) && !failed.getAndSet(true)) {
                        throw new IOException("the network is down");
                    }
                    try {
                        return method.invoke(storage, arguments);
                    } catch (InvocationTargetException fault) {
                        throw fault.getCause();
                    }
                });
    }
}
