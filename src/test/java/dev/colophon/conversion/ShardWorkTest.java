package dev.colophon.conversion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.colophon.dataset.Layout;
import dev.colophon.dataset.table.StagedShard;
import dev.colophon.dataset.table.StagedSurveyWriter;
import dev.colophon.source.InputLister;
import dev.colophon.source.Inputs;
import dev.colophon.source.Shard;
import dev.colophon.storage.MemoryStorage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An executor that is ended while it works leaves nothing that looks whole. */
class ShardWorkTest {
    private static final String STAGING = Layout.staging("run");

    @TempDir
    Path folder;

    private final MemoryStorage dataset = new MemoryStorage();
    private JobFolder job;

    @BeforeEach
    void job() {
        job = new JobFolder(folder);
    }

    private Inputs inputs() throws IOException {
        return new InputLister(folder, Set.of(), "b")
                .list(List.of(folder.resolve("inbox").toString()));
    }

    private static ShardTask task(Inputs inputs) {
        return new ShardTask(new Shard("shard-1", "b", inputs.files()), null, "");
    }

    private ShardWork work(Inputs inputs) {
        JobSettings settings = job.settings();
        Path temporary = folder.resolve("temporary");
        return new ShardWork(dataset, STAGING, inputs.roots(), settings.sources(), settings.pipeline(temporary));
    }

    /** That its parser breaks off is no fault of the document. */
    @Test
    void aShardWhoseParsersAreEndedWithTheirProcessIsNotStaged() throws Exception {
        Path document = Files.createDirectories(folder.resolve("inbox")).resolve("letter.docx");
        Files.copy(Path.of("data/sample/documents/obstwiesen.docx"), document);
        Inputs inputs = inputs();
        ShardWork work = work(inputs);
        CompletableFuture<StagedShard> converted = CompletableFuture.supplyAsync(() -> {
            try {
                return work.convert(task(inputs), "a-1", Progress.SILENT);
            } catch (IOException fault) {
                throw new java.io.UncheckedIOException(fault);
            }
        });
        while (!converted.isDone() && !Files.exists(folder.resolve("temporary"))) {
            Thread.sleep(5);
        }
        work.close();
        assertThatThrownBy(converted::get)
                .isInstanceOf(ExecutionException.class)
                .hasMessageContaining("given up: this process ends, and the shard shard-1 is to be read again");
        assertThat(StagedShard.read(dataset, STAGING, "shard-1", "a-1")).isNull();
    }

    @Test
    void aSurveyThatIsEndedWithItsProcessIsNotStaged() throws Exception {
        job.page("2026-11-01", "north", "harbour.example");
        Inputs inputs = inputs();
        ShardWork work = work(inputs);
        work.close();
        SiteCounts none = new SiteCounts(java.util.Map.of("b", 0));
        assertThatThrownBy(() -> work.survey(task(inputs), "s-1", none))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("given up");
        assertThat(StagedSurveyWriter.read(dataset, STAGING, "shard-1", "s-1")).isNull();
    }
}
