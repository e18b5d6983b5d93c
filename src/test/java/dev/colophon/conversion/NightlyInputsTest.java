package dev.colophon.conversion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.colophon.dataset.run.RunRecord;
import dev.colophon.report.Count;
import dev.colophon.report.RunSummary;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a nightly run does with inputs that grow, go, or failed before. */
class NightlyInputsTest {
    @TempDir
    Path folder;

    private JobFolder job = new JobFolder(Path.of(""));

    @BeforeEach
    void makeJob() {
        job = new JobFolder(folder);
    }

    @Test
    void aFileThatHasJustChangedWaitsUntilItHasSettled() throws Exception {
        job.upkeep = new Upkeep(2, Duration.ofMinutes(1));
        job.page("2026-11-01", "Aurich", "coast.example");
        Path growing = job.page("2026-11-01", "Borkum", "coast.example");
        Files.setLastModifiedTime(growing, FileTime.from(job.now.minusSeconds(59)));
        Converter converter = job.converter();
        RunSummary run = converter.convert();
        assertThat(run).isNotNull();
        assertThat(run.run().accounting().captures()).isEqualTo(1);
        assertThat(run.run().warnings()).anyMatch(warning -> warning.contains("2026-11-01/Borkum.html"));
        assertThat(converter.plan()).isNotNull();
        assertThat(converter.plan().tally().waiting()).containsExactly("2026-11-01/Borkum.html");
        job.now = job.now.plusSeconds(1);
        assertThat(job.run()).isNotNull();
        Files.setLastModifiedTime(growing, FileTime.from(job.now));
        assertThat(job.run()).as("known bytes are no news, however young").isNull();
    }

    @Test
    void aSidecarThatComesOrIsCorrectedAfterTheConversionIsRead() throws Exception {
        Path page = job.page("2026-11-01", "Aurich", "coast.example");
        job.page("2026-11-01", "Borkum", "coast.example");
        job.run();
        Path sidecar = page.resolveSibling("Aurich.html.meta.json");
        for (int night = 1; night <= 2; night++) {
            String address = "https://coast.example/told/" + night;
            Files.writeString(sidecar, "{\"url\": \"" + address + "\"}");
            Files.setLastModifiedTime(
                    sidecar,
                    FileTime.from(Files.getLastModifiedTime(page).toInstant().plusSeconds(night)));
            RunSummary run = Objects.requireNonNull(job.run());
            assertThat(run.run().accounting().captures()).isOne();
            assertThat(job.query("select count(*) from $documents where url = '" + address + "'"))
                    .containsExactly("1");
            assertThat(job.run()).as("what was read is known").isNull();
        }
    }

    @Test
    void inputsThatAreGoneAreToldEvenWhereTheirFolderWent() throws Exception {
        for (String day : List.of("2026-11-01", "2026-11-02")) {
            job.page(day, "Aurich", "coast.example");
            job.page(day, "Borkum", "coast.example");
        }
        job.run();
        Files.delete(job.input("2026-11-01", "Aurich"));
        Files.delete(job.input("2026-11-02", "Aurich"));
        Files.delete(job.input("2026-11-02", "Borkum"));
        Files.delete(job.input("2026-11-02", "Borkum").getParent());
        Converter converter = job.converter();
        assertThat(converter.convert()).isNull();
        assertThat(converter.plan()).isNotNull();
        assertThat(converter.plan().tally().vanished())
                .containsExactly("2026-11-01/Aurich.html", "2026-11-02/Aurich.html", "2026-11-02/Borkum.html");
        job.page("2026-11-03", "Celle", "coast.example");
        RunSummary run = job.run();
        assertThat(run)
                .extracting(RunSummary::run)
                .extracting(RunRecord::warnings)
                .asList()
                .hasSize(1);
        assertThat(job.query("select count(*) from $documents")).containsExactly("5");
    }

    @Test
    void theReportOfARunThatAddsToABatchCountsTheWholeBatch() throws Exception {
        for (String name : List.of("Aurich", "Borkum", "Celle")) {
            job.page("2026-11-01", name, "coast.example");
        }
        job.run();
        job.page("2026-11-01", "Dorum", "coast.example");
        RunSummary run = Objects.requireNonNull(job.run());
        assertThat(run.run().accounting().documents()).isOne();
        assertThat(run.contents().documents()).isEqualTo(4);
        assertThat(Files.readString(job.archive().resolve("_colophon/runs/000002-test.html")))
                .contains("of all 4 documents of its batches")
                .doesNotContain("400.0 %");
        assertThat(job.query("select count(*) from $duplicates"))
                .containsExactly(Long.toString(run.contents().duplicates().stream()
                        .mapToLong(Count::count)
                        .sum()));
    }

    @Test
    void whatFailedForAReasonThatMayHaveGoneIsReadAgainOnlyWhereThatIsAsked() throws Exception {
        Path document = job.input("2026-11-01", "Aurich").resolveSibling("letter.rtf");
        Files.createDirectories(document.getParent());
        Files.writeString(
                document,
                "{\\rtf1\\ansi The ferry leaves earlier, say the people of the village, who have waited for it"
                        + " longer than they care to remember.\\par }");
        job.limits = parsing(Duration.ofMillis(1));
        job.run();
        assertThat(job.query("select source_uri, reason, retryable from $rejects"))
                .containsExactly("2026-11-01/letter.rtf timeout true");
        job.limits = parsing(Duration.ofMinutes(5)); // a busy machine starts a parser slowly
        assertThat(job.run()).isNull();
        RunSummary run = job.run(new Work.News(true));
        assertThat(run).isNotNull();
        assertThat(run.run().accounting().captures()).isEqualTo(1);
        assertThat(job.query("select count(*) from $rejects")).containsExactly("0");
        assertThat(job.query("select count(*) from $documents")).containsExactly("1");
        assertThat(job.run(new Work.News(true))).isNull();
        assertThat(job.problems()).isEmpty();
    }

    @Test
    void whereNoParserCanBeStartedTheRunFailsAndIsRunAgain() throws Exception {
        Path document = job.input("2026-11-01", "Aurich").resolveSibling("letter.rtf");
        Files.createDirectories(document.getParent());
        Files.writeString(
                document,
                "{\\rtf1\\ansi The ferry leaves earlier, say the people of the village, who have waited for it"
                        + " longer than they care to remember.\\par }");
        job.limits = parsing(Duration.ofMinutes(5), 1L << 60); // no machine has this heap
        assertThatThrownBy(job::run)
                .isInstanceOf(ConversionException.class)
                .hasMessageContaining("no parser can be started")
                .hasMessageContaining("nothing was published");
        job.limits = parsing(Duration.ofMinutes(5), 512L << 20);
        job.run();
        assertThat(job.query("select count(*) from $documents")).containsExactly("1");
        assertThat(job.query("select count(*) from $rejects")).containsExactly("0");
    }

    @Test
    @Timeout(300)
    void linksAndPipesThatAreMadeAnewAreRejectsInEachRun() throws Exception {
        job.limits = parsing(Duration.ofSeconds(30));
        job.page("2026-11-01", "Aurich", "coast.example");
        Path inputs = job.input("2026-11-01", "Aurich").getParent();
        for (int run = 1; run <= 2; run++) {
            for (String link : List.of("latest", "gone")) {
                Files.deleteIfExists(inputs.resolve(link));
            }
            Files.deleteIfExists(inputs.resolve("pipe"));
            Files.createSymbolicLink(inputs.resolve("latest"), folder);
            Files.createSymbolicLink(inputs.resolve("gone"), folder.resolve("nowhere"));
            new ProcessBuilder("mkfifo", inputs.resolve("pipe").toString())
                    .start()
                    .waitFor();
            RunSummary summary = Objects.requireNonNull(job.run());
            assertThat(summary.run().accounting().rejects()).containsEntry("special-file", 3L);
        }
        assertThat(job.query("select count(*) from $documents")).containsExactly("1");
        assertThat(job.run()).isNull();
    }

    private static JobLimits parsing(Duration time) {
        return parsing(time, 512L << 20);
    }

    private static JobLimits parsing(Duration time, long workerHeap) {
        return new JobLimits(32L << 20, 200, JobLimits.Archives.DEFAULT, time, workerHeap, 20_000_000, 0.9);
    }
}
