package dev.colophon.cli;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options that every command with a job's settings has. */
final class JobOptions {
    static final String SET_DESCRIPTION =
            "Any setting of a job file, by its dotted key: limits.parse-time=10s. Repeatable.";

    @Option(names = "--batch", paramLabel = "ID", description = "Batch of the inputs, instead of the job file's.")
    @Nullable
    String batch;

    @Option(names = "--set", paramLabel = "KEY=VALUE", description = SET_DESCRIPTION)
    Map<String, String> set = new LinkedHashMap<>();

    /** All of them as settings. */
    Map<String, String> all() {
        Map<String, String> all = new LinkedHashMap<>(set);
        if (batch != null) {
            all.put(Setting.BATCH.key(), batch);
        }
        return all;
    }

    /** The setup of this process. */
    static JobSetup setup() {
        // The one place where the machine's zone matters: {run-date} is the day on the operator's calendar.
        return new JobSetup(
                JobSetup.home(System.getProperty("colophon.home")),
                System.getenv(),
                LocalDate.now(ZoneId.systemDefault()));
    }
}
