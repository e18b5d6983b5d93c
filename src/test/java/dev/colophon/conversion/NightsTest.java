package dev.colophon.conversion;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import dev.colophon.dataset.Part;
import dev.colophon.report.RunSummary;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Thirty nights into one archive, some of them with late arrivals. With {@code -Pnightly} each has 200 pages, and the cost of
 * every night is printed.
 */
@Tag("nights")
class NightsTest {
    private static final int NIGHTS = 30;
    private static final int PAGES = Integer.getInteger("nights.pages", 4);
    private static final LocalDate FIRST = LocalDate.parse("2026-06-01");

    @TempDir
    Path folder;

    @Test
    void thirtyNightsGiveWhatOneRunGivesAndOneBatchIsRebuiltAlone() throws Exception {
        JobFolder job = new JobFolder(folder.resolve("nights"));
        JobFolder atOnce = new JobFolder(folder.resolve("at-once"));
        List<Long> costs = new ArrayList<>();
        for (int night = 0; night < NIGHTS; night++) {
            List<String> days = new ArrayList<>(List.of(FIRST.plusDays(night).toString()));
            pages(job, atOnce, days.get(0), 0, PAGES);
            if (night == 9 || night == 19) {
                days.add(0, FIRST.plusDays(night - 5).toString());
                pages(job, atOnce, days.get(0), PAGES, PAGES + 2);
            }
            long before = cpuMillis();
            RunSummary run = job.run();
            costs.add(cpuMillis() - before);
            assertThat(run).isNotNull();
            assertThat(run.run().batches()).isEqualTo(days);
            assertThat(run.run().accounting().captures()).isEqualTo(PAGES + (days.size() - 1) * 2L);
        }
        System.out.println("CPU ms of each night of " + PAGES + " pages: " + costs);
        assertThat(job.run()).isNull();
        assertThat(job.query("select count(*), count(distinct doc_id), count(distinct batch) from $documents"))
                .containsExactly((NIGHTS * PAGES + 4) + " " + (NIGHTS * PAGES + 4) + " " + NIGHTS);
        assertThat(job.problems()).isEmpty();
        atOnce.run();
        assertThat(job.tables()).isEqualTo(atOnce.tables());
        rebuildOne(job);
    }

    /** Every page has a site of its own, of which nothing is learned: what is learned depends on the runs. */
    private static void pages(JobFolder job, JobFolder atOnce, String day, int from, int to) throws Exception {
        for (int page = from; page < to; page++) {
            Path written = job.page(day, "page-" + page, "site-" + page + "-of-" + day + ".example");
            Path other = atOnce.input(day, "page-" + page);
            Files.createDirectories(other.getParent());
            Files.copy(written, other);
        }
    }

    private static void rebuildOne(JobFolder job) throws Exception {
        String day = FIRST.plusDays(14).toString();
        job.text = new dev.colophon.pipeline.TextSelection(true, false);
        Map<String, FileTime> before = times(job);
        RunSummary run = job.run(new Work.Reprocess(List.of(day), List.of()));
        assertThat(run).isNotNull();
        assertThat(run.run().batches()).containsExactly(day);
        Map<String, FileTime> after = times(job);
        after.keySet().removeIf(path -> after.get(path).equals(before.get(path)));
        assertThat(after.keySet()).isNotEmpty().allMatch(path -> path.contains("batch=" + day));
    }

    /** When each live file came where it is. */
    private static Map<String, FileTime> times(JobFolder job) throws Exception {
        Map<String, FileTime> times = new TreeMap<>();
        for (Part part : job.dataset().current().parts()) {
            // What covers the whole archive is made anew.
            if (!part.table().equals("contributors") && !part.table().equals("duplicate-index")) {
                times.put(part.path(), Files.getLastModifiedTime(job.archive().resolve(part.path())));
            }
        }
        return times;
    }

    private static long cpuMillis() {
        var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return system.getProcessCpuTime() / 1_000_000;
    }
}
