package dev.colophon.conversion;

import java.io.IOException;

/** Finds out what is to be done. Runs anew at every attempt, since inputs may have changed in between. */
final class Planning {
    private final ConversionRun run;

    Planning(ConversionRun run) {
        this.run = run;
    }

    /**
     * Plans.
     *
     * @param earlier the attempt that was not completed
     * @return false where the archive holds all inputs already, and the decisions are those it was made with
     */
    boolean plan(Attempt earlier) throws IOException {
        ConversionPlan plan = new ConversionPlanner(
                        run.settings(),
                        run.dataset(),
                        run.pipelineSettings().versions().settingsSha256(),
                        run::now)
                .plan(run.work());
        boolean done = plan.isEmpty() || isAskedAgain(earlier);
        boolean reportMissing =
                !earlier.run().isEmpty() && run.dataset().current().run().equals(earlier.run()) && done;
        run.plan(reportMissing ? earlier.run() : nextId(), reportMissing ? plan.withoutWork() : plan);
        run.progress().planned(run.plan());
        return !plan.isEmpty() || reportMissing || run.decidesAnew();
    }

    /** Whether an earlier attempt did the same work on inputs that it would be done on again, new or not. */
    private boolean isAskedAgain(Attempt earlier) {
        return !run.work().equals(new Work.News(false))
                && earlier.work().equals(run.work().toString());
    }

    private String nextId() throws IOException {
        return RunIds.next(
                run.dataset().current(), run.settings().job(), run.work().suffix());
    }
}
