package dev.colophon.cli;

import dev.colophon.fuzz.Check;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;

/** Any bytes as a job file, a publisher's profile and a file of decisions: settings come of it, or words for a person. */
public final class JobFileTarget {
    private static final Path HOME = home();

    private JobFileTarget() {}

    private static Path home() {
        try {
            Path home = Files.createTempDirectory("job-files");
            home.toFile().deleteOnExit();
            Files.createDirectories(home.resolve("jobs"));
            Files.createDirectories(home.resolve("config/publishers"));
            return home;
        } catch (IOException fault) {
            throw new java.io.UncheckedIOException(fault);
        }
    }

    /** Reads one input. */
    public static void fuzzerTestOneInput(byte[] input) throws IOException {
        Path job = Files.write(HOME.resolve("jobs/fuzz.yaml"), input);
        JobSetup setup = new JobSetup(HOME, Map.of(), LocalDate.of(2026, 11, 22));
        told(() -> setup.settings(setup.ofFile("fuzz", Map.of())));
        told(() -> EditorsFile.read(job));
        told(() -> PublisherFiles.read(HOME.resolve("jobs")));
    }

    private static void told(Runnable reading) {
        try {
            reading.run();
        } catch (UsageException | IllegalArgumentException refused) {
            Check.that(!refused.getMessage().isBlank(), "refused without a word");
        }
    }
}
