package dev.colophon.cli;

import dev.colophon.model.Publisher;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code config JOB}. */
@Command(
        name = "config",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Prints a job's effective settings and where each comes from; checks them all.")
final class ConfigCommand implements Callable<Integer> {
    @Parameters(paramLabel = "JOB", description = "A job of the jobs folder, or a job file.")
    @Nullable
    String job;

    @Mixin
    JobOptions options = new JobOptions();

    @Override
    public Integer call() {
        JobSetup setup = JobOptions.setup();
        JobSetup.Job values = setup.ofFile(Objects.requireNonNull(job), options.all());
        for (Setting setting : Setting.values()) {
            SettingValues.Value value = values.values().find(setting);
            String text = value == null ? "-" : value.text();
            String origin = value == null ? "not set" : value.origin();
            System.out.printf("%-24s %-28s # %s; %s%n", setting.key(), text, origin, setting.meaning());
        }
        var settings = setup.settings(values);
        System.out.println("paths start from         " + settings.base());
        System.out.println("publisher profiles       "
                + settings.publishers().all().stream().map(Publisher::id).toList());
        return ExitCode.COMPLETE;
    }
}
