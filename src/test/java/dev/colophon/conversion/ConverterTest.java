package dev.colophon.conversion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.colophon.batch.SpringBatchEngine;
import dev.colophon.dataset.run.RunOutcome;
import dev.colophon.pipeline.SiteSettings;
import dev.colophon.report.RunSummary;
import dev.colophon.text.Hashes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What successive runs of one job do as its inputs come, change and go. */
class ConverterTest {
    @TempDir
    Path folder;

    private Path inputs = Path.of("");
    private SiteSettings sites = SiteSettings.DEFAULT;

    @BeforeEach
    void makeInputs() throws IOException {
        inputs = Files.createDirectories(folder.resolve("inbox"));
        page("a", "The ferry leaves earlier");
        page("b", "The mill turns again");
    }

    private void page(String name, String title) throws IOException {
        Files.writeString(
                inputs.resolve(name + ".html"),
                "<html lang=en><title>" + title + "</title><meta name=author content='Imke Behrends'><article><h1>"
                        + title
                        + "</h1><p>" + title
                        + ", say the people of the village, who have waited for it longer than they"
                        + " care to remember and who will now have to get used to it, page " + name
                        + ".</p></article></html>");
    }

    private @Nullable RunSummary convert(String dataset) throws Exception {
        JobSettings settings = Jobs.plain(inputs.toString(), folder.resolve(dataset), 2, sites);
        return new Converter(
                        settings, new SpringBatchEngine(), Progress.SILENT, () -> Instant.parse("2026-11-22T12:00:00Z"))
                .convert();
    }

    private Map<String, String> tables(String dataset) throws IOException {
        Map<String, String> hashes = new TreeMap<>();
        Path root = folder.resolve(dataset);
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String path = root.relativize(file).toString();
                if (path.endsWith(".parquet") && !path.startsWith("_colophon")) {
                    hashes.put(path, Hashes.sha256Hex(Files.readAllBytes(file)));
                }
            }
        }
        return hashes;
    }

    /** Of pages whose site is not known; SiteKnowledgeTest tells what holds for the others. */
    @Test
    void newAndChangedInputsGiveWhatOneRunOverAllWouldGive() throws Exception {
        convert("archive");
        page("b", "The mill stands still");
        page("c", "The school opens a garden");
        RunSummary second = convert("archive");
        assertThat(second).isNotNull();
        assertThat(second.run().accounting().captures()).isEqualTo(2);
        assertThat(second.run().warnings()).anyMatch(warning -> warning.startsWith("1 input has changed since"));

        convert("at-once");
        assertThat(tables("archive")).isEqualTo(tables("at-once"));
    }

    @Test
    void rowsOfAVanishedInputStay() throws Exception {
        convert("archive");
        Map<String, String> before = tables("archive");
        Files.delete(inputs.resolve("a.html"));
        assertThat(convert("archive")).isNull();
        assertThat(tables("archive")).isEqualTo(before);
    }

    @Test
    void anInputThatWasOnlyTouchedIsKnown() throws Exception {
        convert("archive");
        Files.setLastModifiedTime(
                inputs.resolve("a.html"), java.nio.file.attribute.FileTime.from(Instant.parse("2030-01-01T00:00:00Z")));
        assertThat(convert("archive")).isNull();
    }

    @Test
    void aLostOrDamagedJobRepositoryLosesNothing() throws Exception {
        convert("archive");
        Map<String, String> before = tables("archive");
        Path repository = folder.resolve("archive/_colophon/state/jobs.mv.db");
        Files.writeString(repository, "no database");
        assertThat(convert("archive")).isNull();
        Files.delete(repository);
        assertThat(convert("archive")).isNull();
        assertThat(tables("archive")).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update batch_job_execution set status = 'UNKNOWN'",
                "update batch_job_execution set status = 'FAILED';"
                        + " update batch_step_execution set status = 'UNKNOWN' where step_name = 'plan'"
            })
    void whatTheJobRepositoryCannotTellTheEndOfIsBegunAnew(String lost) throws Exception {
        convert("archive");
        Path repository = folder.resolve("archive/_colophon/state/jobs");
        try (Connection jobs = DriverManager.getConnection("jdbc:h2:file:" + repository, "sa", "");
                Statement statement = jobs.createStatement()) {
            statement.execute(lost);
        }
        page("c", "The school opens a garden");
        RunSummary second = convert("archive");
        assertThat(second).isNotNull();
        assertThat(second.run().accounting().captures()).isEqualTo(1);
        assertThat(convert("archive")).isNull();
    }

    @Test
    void whatADeadRunLeftInTheTemporaryFolderGoesWithTheNext() throws Exception {
        Path temporary = folder.resolve("archive/_colophon/state/temporary");
        Path outside = Files.writeString(folder.resolve("outside"), "not the run's");
        Files.createDirectories(temporary.resolve("worker123/parts"));
        Files.writeString(temporary.resolve("worker123/parts/page.tmp"), "left");
        Files.writeString(temporary.resolve("colophon-nested1.tmp"), "left");
        Files.createSymbolicLink(temporary.resolve("worker123/link"), outside);
        convert("archive");
        assertThat(temporary.resolve("worker123")).doesNotExist();
        assertThat(temporary.resolve("colophon-nested1.tmp")).doesNotExist();
        assertThat(outside).hasContent("not the run's");
    }

    @Test
    void tooManyFaultsAreTold() throws Exception {
        Files.writeString(inputs.resolve("empty.html"), "");
        RunSummary run = convert("archive");
        assertThat(run).isNotNull();
        assertThat(run.run().outcome()).isEqualTo(RunOutcome.ABOVE_REJECT_LIMIT);
        assertThat(run.run().accounting().rejects()).containsEntry("empty", 1L);
    }
}
