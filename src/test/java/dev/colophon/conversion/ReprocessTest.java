package dev.colophon.conversion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.colophon.dataset.Manifest;
import dev.colophon.dataset.Part;
import dev.colophon.dataset.table.RowCondition;
import dev.colophon.pipeline.TextSelection;
import dev.colophon.report.RunSummary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code reprocess} builds anew and what it leaves alone. */
class ReprocessTest {
    private static final Work ALL = reprocess(List.of());

    @TempDir
    Path folder;

    private JobFolder job = new JobFolder(Path.of(""));

    @BeforeEach
    void convertThreeDays() throws Exception {
        job = new JobFolder(folder);
        for (String day : List.of("2026-11-01", "2026-11-02", "2026-11-03")) {
            for (String name : List.of("Aurich", "Borkum", "Celle")) {
                job.page(day, name, day.endsWith("2") ? "inland.example" : "coast.example");
            }
        }
        job.run();
    }

    private static Work reprocess(List<String> batches, String... where) {
        return new Work.Reprocess(
                batches, List.of(where).stream().map(RowCondition::parse).toList());
    }

    private List<String> rebuilt(Work work) throws Exception {
        RunSummary run = job.run(work);
        return run == null ? List.of() : run.run().batches();
    }

    /** The search index for copies covers the whole archive and names its files after runs. */
    private static Map<String, String> withoutIndex(Map<String, String> live) {
        live.keySet().removeIf(path -> path.startsWith("_colophon/duplicates/"));
        return live;
    }

    @Test
    void theSameRulesGiveTheSameBytes() throws Exception {
        Map<String, String> before = job.live();
        assertThat(rebuilt(ALL)).containsExactly("2026-11-01", "2026-11-02", "2026-11-03");
        assertThat(job.live()).isEqualTo(before);
        assertThat(job.dataset().current().added()).isEmpty();
        assertThat(job.problems()).isEmpty();
    }

    @Test
    void otherRulesReplaceTheBatchThatIsNamedAndNoOther() throws Exception {
        Map<String, String> before = withoutIndex(job.live());
        job.text = new TextSelection(true, false);
        assertThat(rebuilt(reprocess(List.of("2026-11-02")))).containsExactly("2026-11-02");
        Map<String, String> after = withoutIndex(job.live());
        assertThat(after.keySet()).isEqualTo(before.keySet());
        after.keySet().removeIf(path -> after.get(path).equals(before.get(path)));
        assertThat(after.keySet()).containsExactly("documents/batch=2026-11-02/part-00000.parquet");
        assertThat(job.query("select distinct batch from $documents where text like '%seen by those%'"))
                .containsExactly("2026-11-02");
        assertThat(job.problems()).isEmpty();
    }

    @Test
    void theOldGenerationStaysAsLongAsTheJobKeepsIt() throws Exception {
        job.text = new TextSelection(true, false);
        Part old = job.dataset().current().parts("documents", "2026-11-02").get(0);
        rebuilt(reprocess(List.of("2026-11-02")));
        Path kept = job.archive().resolve("_colophon/retired/0000000002").resolve(old.path());
        assertThat(kept).hasSize(old.bytes());
        rebuilt(reprocess(List.of("2026-11-02")));
        assertThat(kept).exists();
        rebuilt(reprocess(List.of("2026-11-02")));
        assertThat(kept).doesNotExist();
    }

    @Test
    void conditionsChooseBatchesByTheirRows() throws Exception {
        int rules = job.dataset().current().batches().get(0).versions().dateRules();
        assertThat(rebuilt(reprocess(List.of(), "date-rules < " + rules))).isEmpty();
        assertThat(rebuilt(reprocess(List.of(), "date-rules < " + (rules + 1), "name-rules >= 1")))
                .hasSize(3);
        assertThat(rebuilt(reprocess(List.of(), "publisher = inland.example"))).containsExactly("2026-11-02");
        assertThat(rebuilt(reprocess(List.of("2026-11-01", "2026-11-02"), "publisher = coast.example")))
                .containsExactly("2026-11-01");
        assertThat(rebuilt(reprocess(List.of(), "publisher=nobody"))).isEmpty();
    }

    @Test
    void aRowThatALaterRunBroughtDoesNotHideOlderOnes() throws Exception {
        Files.writeString(job.input("2026-11-02", "empty"), "");
        job.run();
        assertThat(rebuilt(reprocess(List.of(), "language = en", "host = inland.example")))
                .containsExactly("2026-11-02");
    }

    @Test
    void rowsOfInputsThatAreGoneStayAndAreReported() throws Exception {
        Files.delete(job.input("2026-11-02", "Borkum"));
        job.text = new TextSelection(true, false);
        RunSummary run = job.run(reprocess(List.of("2026-11-02")));
        assertThat(run).isNotNull();
        assertThat(run.run().accounting().captures()).isEqualTo(2);
        assertThat(run.run().warnings()).anyMatch(warning -> warning.contains("2026-11-02/Borkum.html"));
        assertThat(job.query("select title, text like '%seen by those%' from $documents where batch = '2026-11-02'"
                        + " order by title"))
                .containsExactly("Aurich of 2026-11-02 true", "Borkum of 2026-11-02 false", "Celle of 2026-11-02 true");
        assertThat(job.problems()).isEmpty();
    }

    @Test
    void oldRowsThatNothingCanReadAgainChooseNoBatch() throws Exception {
        for (String name : List.of("Aurich", "Borkum", "Celle")) {
            Files.delete(job.input("2026-11-02", name));
        }
        assertThat(rebuilt(reprocess(List.of(), "date-rules < 99"))).containsExactly("2026-11-01", "2026-11-03");
        assertThat(rebuilt(reprocess(List.of("2026-11-02")))).isEmpty();
    }

    @Test
    void newInputsWaitForTheNextRun() throws Exception {
        job.page("2026-11-02", "Dorum", "inland.example");
        assertThat(job.run(reprocess(List.of("2026-11-02")))).isNotNull();
        assertThat(job.query("select count(*) from $documents where batch = '2026-11-02'"))
                .containsExactly("3");
        assertThat(job.run()).isNotNull();
        assertThat(job.query("select count(*) from $documents where batch = '2026-11-02'"))
                .containsExactly("4");
    }

    @Test
    void whatRecursOnSitesIsLearnedAnew() throws Exception {
        job.page("2026-11-02", "Dorum", "inland.example");
        job.run();
        Manifest grown = job.dataset().current();
        JobFolder other = new JobFolder(folder.resolve("other"));
        for (String name : List.of("Aurich", "Borkum", "Celle", "Dorum")) {
            other.page("2026-11-02", name, "inland.example");
        }
        other.run();
        List<Part> atOnce = other.dataset().current().parts("sites", "2026-11-02");
        assertThat(grown.parts("sites", "2026-11-02")).isNotEqualTo(atOnce);
        rebuilt(reprocess(List.of("2026-11-02")));
        assertThat(job.dataset().current().parts("sites", "2026-11-02")).isEqualTo(atOnce);
    }

    @Test
    void aBatchThatARunWasToldIsBuiltAnewFromTheSameInputs() throws Exception {
        String everyDay = job.batch;
        job.batch = "a/b";
        assertThat(Objects.requireNonNull(job.run()).run().warnings())
                .as("inputs that are in other batches too are there")
                .isEmpty();
        job.batch = everyDay;
        Converter converter = job.converter();
        assertThat(converter.convert(new Work.Reprocess(List.of("a/b"), List.of())))
                .isNotNull();
        assertThat(Objects.requireNonNull(converter.plan()).tally().vanished()).isEmpty();
        assertThat(converter.plan().batches()).containsExactly("a%2Fb");
    }

    @Test
    void anUnknownBatchOrConditionIsAMistake() throws IOException {
        assertThatThrownBy(() -> rebuilt(reprocess(List.of("2026-12-01"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no batch 2026-12-01")
                .hasMessageContaining("2026-11-03");
        for (String wrong : List.of("date-rules", "dates < 7", "date-rules < seven", "publisher < a", "publisher =")) {
            assertThatThrownBy(() -> RowCondition.parse(wrong)).as(wrong).isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(RowCondition.parse("date-rules<=7")).hasToString("date-rules <= 7");
    }
}
