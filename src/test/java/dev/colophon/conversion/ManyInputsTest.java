package dev.colophon.conversion;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import dev.colophon.dataset.table.Ledgers;
import dev.colophon.source.InputLister;
import dev.colophon.source.Inputs;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run costs that finds 100,000 inputs and nothing new among them; with {@code -Pnightly}. */
@Tag("nights-only")
class ManyInputsTest {
    private static final int DAYS = 100;
    private static final int PAGES = 1000;

    @TempDir
    Path folder;

    @Test
    void nothingNewAmongManyIsFoundWithinTenSeconds() throws Exception {
        for (int day = 0; day < DAYS; day++) {
            Path of = Files.createDirectories(folder.resolve("inbox/day-" + day));
            for (int page = 0; page < PAGES; page++) {
                Files.createFile(of.resolve("page-" + page + ".html"));
            }
        }
        JobFolder job = new JobFolder(folder);
        List<String> paths = job.settings().inputs();
        Inputs inputs = new InputLister(folder, Set.of(), "{input-folder}").list(paths);
        assertThat(inputs.files()).hasSize(DAYS * PAGES);
        Ledgers.commit(job.dataset(), inputs.files());

        long wall = System.nanoTime();
        long cpu = cpuNanos();
        Converter converter = job.converter();
        assertThat(converter.convert()).isNull();
        Duration took = Duration.ofNanos(cpuNanos() - cpu);
        System.out.println(
                "nothing new: " + took + " of CPU, " + Duration.ofNanos(System.nanoTime() - wall) + " by the clock");
        assertThat(converter.plan()).isNotNull();
        assertThat(converter.plan().tally().known()).isEqualTo(DAYS * PAGES);
        assertThat(took).isLessThan(Duration.ofSeconds(10));
    }

    private static long cpuNanos() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }
}
