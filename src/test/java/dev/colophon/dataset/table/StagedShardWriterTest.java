package dev.colophon.dataset.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
