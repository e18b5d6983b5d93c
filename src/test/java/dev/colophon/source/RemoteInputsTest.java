package dev.colophon.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.colophon.storage.RemoteServers;
import dev.colophon.storage.Storage;
import dev.colophon.storage.Storages;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.hdfs.MiniDFSCluster;
import org.gaul.s3proxy.S3Proxy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Inputs on HDFS and S3 are found as those on this machine are. */
class RemoteInputsTest {
    private static final String PORT = "colophon.test.s3-port";

    @TempDir
    Path folder;

    private static List<String> shown(Path base, String location, String... paths) throws IOException {
        List<String> inputs = List.of(paths).stream()
                .map(path -> Storages.below(location, path))
                .toList();
        Inputs found = new InputLister(base, Set.of(location + "/inbox/archive"), "{input-folder}").list(inputs);
        List<String> files = found.files().stream()
                .map(file -> file.batch() + ":" + file.sourceUri() + ":" + file.size())
                .toList();
        return List.of(files.toString(), found.waiting().toString());
    }

    private static List<List<String>> all(Path base, String location) throws IOException {
        Storage storage = Storages.open(location);
        for (String name : List.of(
                "inbox/2026-11-20/a.html",
                "inbox/2026-11-20/a.html.meta.json",
                "inbox/2026-11-20/deep/b, 100%25.html",
                "inbox/2026-11-21/খবর.html",
                "inbox/2026-11-21/c.warc.gz.part",
                "inbox/.hidden/d.html",
                "inbox/archive/documents/e.parquet")) {
            storage.write(name, out -> out.write(name.length()));
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> shown(base, location, "absent/*"))
                .withMessageContaining("absent");
        return List.of(
                shown(base, location, "inbox"),
                shown(base, location, "inbox/*"),
                shown(base, location, "inbox/2026-11-{19,20}/**/*.html"),
                shown(base, location, "inbox/2026-11-2[0-9]/*.html"),
                shown(base, location, "inbox/2026-11-21/খবর.html"),
                shown(base, location, "inbox/2026-11-20", "inbox/2026-11-21/"));
    }

    @Test
    void foldersFilesAndPatternsGiveTheSameInputsEverywhere() throws Exception {
        List<List<String>> local = all(folder, folder.resolve("job").toString());
        MiniDFSCluster hdfs = RemoteServers.hdfs(folder.resolve("hdfs"));
        S3Proxy s3 = RemoteServers.s3();
        System.setProperty(PORT, Integer.toString(s3.getPort()));
        try {
            assertThat(all(folder, hdfs.getURI().resolve("/job").toString())).isEqualTo(local);
            assertThat(all(folder, "s3a://colophon/job")).isEqualTo(local);
            assertThat(local.get(1).get(0))
                    .contains("2026-11-20:2026-11-20/a.html")
                    .doesNotContain("archive");
        } finally {
            System.clearProperty(PORT);
            FileSystem.closeAll(); // the next test's server listens elsewhere
            hdfs.shutdown();
            s3.stop();
        }
    }
}
