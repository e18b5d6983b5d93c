package dev.colophon.cli;

import dev.colophon.report.RunText;

import dev.colophon.batch.Converter;
import dev.colophon.batch.JobSettings;
import dev.colophon.batch.Progress;
import dev.colophon.dataset.run.RunOutcome;
import dev.colophon.report.RunSummary;
import java.time.Clock;

/** Runs a job before the user's eyes. */
final class Conversion {
    /** Runs it and prints its summary; gives the exit code. */
    int run(JobSettings settings) throws Exception {
        // System.console() is null where output goes to a file or a pipe.
        boolean terminal = System.console() != null && System.getenv("TERM") != null && System.getenv("CI") == null;
        Progress progress = terminal ? new BarProgress(System.err) : new LineProgress(System.err);
        RunSummary summary = new Converter(settings, progress, Clock.systemUTC()).convert();
        if (summary == null) {
            System.out.println("nothing new: " + settings.dataset() + " holds every input of " + settings.job()
                    + " already; nothing was done");
            return ExitCode.COMPLETE;
        }
        System.out.print(RunText.of(summary));
        return summary.run().outcome() == RunOutcome.ABOVE_REJECT_LIMIT ? ExitCode.ABOVE_REJECT_LIMIT : ExitCode.COMPLETE;
    }
}
