package dev.colophon.cli;

import dev.colophon.batch.Converter;
import dev.colophon.batch.JobSettings;
import dev.colophon.batch.Progress;
import dev.colophon.dataset.run.RunOutcome;
import dev.colophon.report.RunSummary;
import dev.colophon.report.RunText;
import java.time.Clock;

/** Runs a job before the user's eyes. */
final class Conversion {
    /** Runs it and prints its summary; gives the exit code. */
    int run(JobSettings settings) throws Exception {
        // The launcher knows whether standard error is a terminal; Java cannot tell it apart in all versions.
        boolean terminal = Boolean.getBoolean("colophon.terminal");
        Progress progress = terminal ? new BarProgress(System.err) : new LineProgress(System.err);
        RunSummary summary = new Converter(settings, progress, Clock.systemUTC()).convert();
        if (summary == null) {
            System.out.println("nothing new: " + settings.dataset() + " holds every input of " + settings.job()
                    + " already; nothing was done");
            return ExitCode.COMPLETE;
        }
        System.out.print(RunText.of(summary));
        return summary.run().outcome() == RunOutcome.ABOVE_REJECT_LIMIT
                ? ExitCode.ABOVE_REJECT_LIMIT
                : ExitCode.COMPLETE;
    }
}
