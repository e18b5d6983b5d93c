package dev.colophon.cli;

import dev.colophon.conversion.ConversionPlan;
import dev.colophon.conversion.Converter;
import dev.colophon.conversion.Engine;
import dev.colophon.conversion.InputWarnings;
import dev.colophon.conversion.JobSettings;
import dev.colophon.conversion.Progress;
import dev.colophon.conversion.Work;
import dev.colophon.dataset.run.RunOutcome;
import dev.colophon.report.RunSummary;
import dev.colophon.report.RunText;
import dev.colophon.report.Words;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Runs a job before the user's eyes. */
final class Conversion {
    private static final int NAMES_SHOWN = 3;

    private final Engine engine;

    Conversion(Engine engine) {
        this.engine = engine;
    }

    /** Converts what is new and prints a summary; gives the exit code. */
    int run(JobSettings settings) throws Exception {
        return run(settings, new Work.News(false));
    }

    /** Does what is asked and prints a summary; gives the exit code. */
    int run(JobSettings settings, Work work) throws Exception {
        // The launcher knows whether standard error is a terminal; Java cannot tell it apart in all versions.
        boolean terminal = Boolean.getBoolean("colophon.terminal");
        Progress progress = terminal ? new BarProgress(System.err) : new LineProgress(System.err);
        Converter converter = new Converter(settings, engine, progress, Clock.systemUTC());
        RunSummary summary = converter.convert(work);
        if (summary == null) {
            nothingToDo(settings, work, converter.plan());
            return ExitCode.COMPLETE;
        }
        System.out.print(RunText.of(summary));
        return summary.run().outcome() == RunOutcome.ABOVE_REJECT_LIMIT
                ? ExitCode.ABOVE_REJECT_LIMIT
                : ExitCode.COMPLETE;
    }

    private static void nothingToDo(JobSettings settings, Work work, @Nullable ConversionPlan plan) {
        System.out.println(
                work instanceof Work.Reprocess
                        ? "nothing to reprocess: no batch of " + settings.job() + " in "
                                + settings.dataset().location()
                                + " is asked for whose inputs are there; nothing was done"
                        : "nothing new: " + settings.dataset().location() + " holds every input of " + settings.job()
                                + " already; nothing was done");
        if (plan != null) {
            tell(plan.tally().vanished(), "no longer there, rows stay");
            tell(plan.tally().waiting(), "still being written, left for the next run");
            InputWarnings.of(plan.inputs())
                    .forEach(warning -> System.out.println("  warning: " + TerminalText.printable(warning)));
        }
    }

    private static void tell(List<String> names, String what) {
        if (!names.isEmpty()) {
            String shown = names.stream().limit(NAMES_SHOWN).collect(Collectors.joining(", "));
            System.out.println("  " + Words.count(names.size(), "input") + " " + what + ": "
                    + TerminalText.printable(shown) + (names.size() > NAMES_SHOWN ? " …" : ""));
        }
    }
}
