package dev.colophon.conversion;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.UnixOperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Weeks of nights for a set time, in one Java machine: after each week heap, threads, open files and temporary files are what
 * they were after the first ones. {@code mvn -Psoak -Dsoak.minutes=120}
 */
@Tag("soak")
class SoakTest {
    private static final Duration TIME = Duration.ofMinutes(Integer.getInteger("soak.minutes", 1));
    private static final int NIGHTS = 7;
    private static final int PAGES = 20;

    /** Weeks until everything has been loaded that ever is. */
    private static final int WARM = 2;

    /** Of the Java machine, for whoever names no place of its own. */
    private static final Path TEMPORARY = Path.of(System.getProperty("java.io.tmpdir"));

    private static final Path DOCUMENTS = Path.of("data/sample/documents");

    @TempDir
    Path folder;

    /** What a run must give back. */
    private record Held(long heapMegabytes, int threads, long openFiles, long temporaryFiles, int children) {
        static Held now(Path state) throws Exception {
            for (int time = 0; time < 3; time++) {
                System.gc();
                Thread.sleep(100);
            }
            var system = (UnixOperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
            return new Held(
                    ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20,
                    ManagementFactory.getThreadMXBean().getThreadCount(),
                    system.getOpenFileDescriptorCount(),
                    files(state) + files(TEMPORARY),
                    (int) ProcessHandle.current().children().count());
        }

        private static long files(Path folder) throws IOException {
            if (!Files.isDirectory(folder)) {
                return 0;
            }
            try (Stream<Path> files = Files.walk(folder)) {
                return files.filter(Files::isRegularFile).count();
            }
        }

        boolean isAtMost(Held other) {
            return heapMegabytes <= other.heapMegabytes + 16
                    && threads <= other.threads + 3
                    && openFiles <= other.openFiles + 8
                    && temporaryFiles <= other.temporaryFiles
                    && children <= other.children;
        }
    }

    @Test
    void whatARunTakesItGivesBack() throws Exception {
        long end = System.nanoTime() + TIME.toNanos();
        List<Held> weeks = new ArrayList<>();
        while (weeks.size() <= WARM || System.nanoTime() < end) {
            weeks.add(week(folder.resolve("week-" + weeks.size())));
            System.out.println("week " + weeks.size() + ": " + weeks.get(weeks.size() - 1));
        }
        Held warm = weeks.get(WARM - 1);
        assertThat(weeks.subList(WARM, weeks.size())).allMatch(week -> week.isAtMost(warm), "at most " + warm);
    }

    /** A week of nights into a new archive, with documents that need forked parsers and one that breaks off. */
    private static Held week(Path place) throws Exception {
        JobFolder job = new JobFolder(place);
        for (int night = 1; night <= NIGHTS; night++) {
            String day = "2026-06-0" + night;
            for (int page = 0; page < PAGES; page++) {
                job.page(day, "page-" + page, "courier.example");
            }
            Path inbox = job.input(day, "page").getParent();
            for (String name : List.of("harbour-letter.rtf", "ferry-report.pdf", "obstwiesen.docx")) {
                Files.copy(DOCUMENTS.resolve(name), inbox.resolve(name));
            }
            Files.write(
                    inbox.resolve("cut.pdf"), "%PDF-1.7\n1 0 obj".getBytes(java.nio.charset.StandardCharsets.UTF_8));
            assertThat(job.run()).isNotNull();
        }
        assertThat(job.run()).isNull();
        assertThat(job.problems()).isEmpty();
        Held held = Held.now(job.archive().resolve("_colophon/state/temporary"));
        delete(place);
        return held;
    }

    private static void delete(Path place) throws IOException {
        try (Stream<Path> files = Files.walk(place)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
