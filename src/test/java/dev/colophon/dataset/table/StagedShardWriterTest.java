package dev.colophon.dataset.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.colophon.storage.MemoryStorage;
import dev.colophon.storage.StoredFile;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StagedShardWriterTest {
    @TempDir
    Path folder;

    private Archive archive;

    @BeforeEach
    void open() {
        archive = new Archive(folder);
    }

    @Test
    void aFinishedShardIsReadBackAsItWas() throws Exception {
        StagedShard shard = archive.buffering(10).stage("s1", Samples.inputs(0, 10));
        assertThat(StagedShard.read(archive.storage, Archive.STAGING, "s1")).isEqualTo(shard);
        assertThat(shard.items()).isEqualTo(50);
        assertThat(shard.documents()).isEqualTo(40);
        assertThat(shard.rejects()).isEqualTo(10);
        assertThat(shard.rejectsByReason().values()).containsOnly(1L).hasSize(10);
    }

    @Test
    void aShardThatWasBrokenOffHasNoMarkerAndStartsOver() throws Exception {
        try (StagedShardWriter writer =
                new StagedShardWriter(archive.storage, Archive.STAGING, "s1", Samples.VERSIONS).buffering(1, 1)) {
            writer.accept(Samples.inputs(0, 1).get(0).outcomes().get(0));
        }
        assertThat(StagedShard.read(archive.storage, Archive.STAGING, "s1")).isNull();
        StagedShard again = archive.stage("s1", Samples.inputs(0, 1));
        assertThat(StagedShard.read(archive.storage, Archive.STAGING, "s1")).isEqualTo(again);
        assertThat(archive.storage.list(Archive.STAGING)).hasSize(again.runs().size() + 1);
    }

    /** On S3 each question takes a request, and there are millions of shards. */
    @Test
    void oneQuestionForEachFileTellsWhetherAShardIsWhole() throws Exception {
        StagedShard shard = archive.stage("s1", Samples.inputs(0, 1));
        MemoryStorage elsewhere = new MemoryStorage();
        for (StoredFile file : archive.storage.list(Archive.STAGING)) {
            try (InputStream in = archive.storage.open(file.path())) {
                elsewhere.write(file.path(), in::transferTo);
            }
        }
        elsewhere.revive();
        assertThat(StagedShard.read(elsewhere, Archive.STAGING, "s1")).isEqualTo(shard);
        assertThat(elsewhere.operations()).isEqualTo(1 + shard.runs().size());
        elsewhere.delete(shard.runs().get(0).path());
        assertThat(StagedShard.read(elsewhere, Archive.STAGING, "s1")).isNull();
    }

    @Test
    void reopeningAFinishedShardTakesItsMarkerAway() throws Exception {
        archive.stage("s1", Samples.inputs(0, 1));
        try (StagedShardWriter writer =
                new StagedShardWriter(archive.storage, Archive.STAGING, "s1", Samples.VERSIONS)) {
            assertThat(writer).isNotNull();
        }
        assertThat(StagedShard.read(archive.storage, Archive.STAGING, "s1")).isNull();
    }

    @Test
    void theMarkerTellsWhatWasKnownOfSites() throws Exception {
        try (StagedShardWriter writer =
                new StagedShardWriter(archive.storage, Archive.STAGING, "s1", Samples.VERSIONS).readWith("4f")) {
            writer.finish(List.of());
        }
        assertThat(StagedShard.read(archive.storage, Archive.STAGING, "s1"))
                .isNotNull()
                .extracting(StagedShard::sites)
                .isEqualTo("4f");
        assertThat(archive.stage("s2", Samples.inputs(0, 1)).sites()).isEmpty();
    }

    @Test
    void aSurveyLiesBesideTheShardAndIsReadSiteBySite() throws Exception {
        archive.stage("s1", Samples.inputs(0, 1));
        List<StagedShard> surveys = List.of(
                survey("s2", "b.example", "z.html", "a.example", "y.html"),
                survey("s1", "b.example", "a.html", "c.example", "b.html"));
        assertThat(StagedShard.read(archive.storage, Archive.STAGING, "s1")).isNotNull();
        assertThat(StagedSurveyWriter.read(archive.storage, Archive.STAGING, "s2"))
                .isEqualTo(surveys.get(0));
        List<String> pages = new java.util.ArrayList<>();
        try (SurveyedPages all = new SurveyedPages(archive.storage, Archive.STAGING, surveys)) {
            for (SurveyedPages.Page page = all.next(); page != null; page = all.next()) {
                pages.add(page.site() + " " + new String(page.sketch(), java.nio.charset.StandardCharsets.UTF_8));
            }
        }
        assertThat(pages)
                .containsExactly("a.example y.html", "b.example a.html", "b.example z.html", "c.example b.html");
    }

    /** A survey of two pages, the sketch of each its input's name. */
    private StagedShard survey(String shard, String... sitesAndInputs) throws Exception {
        try (StagedSurveyWriter writer =
                new StagedSurveyWriter(archive.storage, Archive.STAGING, shard, Samples.VERSIONS)) {
            for (int i = 0; i < sitesAndInputs.length; i += 2) {
                byte[] sketch = sitesAndInputs[i + 1].getBytes(java.nio.charset.StandardCharsets.UTF_8);
                writer.add(sitesAndInputs[i], sitesAndInputs[i + 1], sketch);
            }
            return writer.finish();
        }
    }

    @Test
    void aDamagedMarkerOrRunCountsAsNone() throws Exception {
        StagedShard shard = archive.stage("s1", Samples.inputs(0, 1));
        Path marker = folder.resolve(Archive.STAGING + "/s1/shard.json");
        byte[] whole = Files.readAllBytes(marker);
        for (int length = 0; length < whole.length - 1; length += 17) {
            Files.write(marker, java.util.Arrays.copyOf(whole, length));
            assertThat(StagedShard.read(archive.storage, Archive.STAGING, "s1")).isNull();
        }
        Files.write(marker, whole);
        Files.delete(folder.resolve(shard.runs().get(0).path()));
        assertThat(StagedShard.read(archive.storage, Archive.STAGING, "s1")).isNull();
    }

    @Test
    void captureThatVanishedIsAnError() throws Exception {
        Samples.Input input = Samples.inputs(0, 1).get(0);
        try (StagedShardWriter writer =
                new StagedShardWriter(archive.storage, Archive.STAGING, "s1", Samples.VERSIONS)) {
            writer.accept(input.outcomes().get(0));
            assertThatThrownBy(() -> writer.finish(List.of(input.fingerprint())))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("5 captures were read, but there are 1 documents + 0 rejects");
        }
        assertThat(StagedShard.read(archive.storage, Archive.STAGING, "s1")).isNull();
    }
}
