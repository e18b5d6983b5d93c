package dev.colophon.conversion;

import dev.colophon.dataset.run.RunOutcome;
import dev.colophon.dataset.run.RunRecord;
import dev.colophon.dataset.run.Runs;
import dev.colophon.dataset.table.TaskRunner;
import java.io.IOException;

/**
 * The stages of one run, in the order in which an engine calls them: {@link #plan}, the count and the
 * survey of the shards, {@link #learn}, their conversion, {@link #consolidate}, {@link #publish}, {@link #report}.
 *
 * <p>Each may be called again although it is complete: what decides whether work is done is the staged data (a shard's
 * completion marker, the manifest), not an engine's memory, which may be lost without loss.
 */
public final class Stages {
    private final ConversionRun run;
    private final LocalShards localShards;

    Stages(ConversionRun run, LocalShards localShards) {
        this.run = run;
        this.localShards = localShards;
    }

    /** The job. */
    public JobSettings settings() {
        return run.settings();
    }

    /** What the run is asked to do. */
    public Work work() {
        return run.work();
    }

    /**
     * Finds out what is to be done.
     *
     * @param earlier the attempt that was not completed; {@link Attempt#NONE} where there was none
     * @return false where there is nothing to do: then no other stage is called
     */
    public boolean plan(Attempt earlier) throws IOException {
        return new Planning(run).plan(earlier);
    }

    /** What was planned. */
    public ConversionPlan plan() {
        return run.plan();
    }

    /** Whether an earlier attempt committed what was planned, so that only the report is missing. */
    public boolean isCommitted() throws IOException {
        return run.committed();
    }

    /** This attempt, for an engine that remembers it. */
    public Attempt attempt() {
        return new Attempt(run.id(), run.work().toString());
    }

    /**
     * The attempt at this job whose commit is made but whose report is not, as the archive tells it; for an engine that
     * remembers nothing. {@link Attempt#NONE} where there is none.
     */
    public Attempt unreported() throws IOException {
        RunRecord last = new Runs(run.storage()).read(run.dataset().current().run());
        return last == null
                        || last.outcome() != RunOutcome.RUNNING
                        || !last.job().equals(run.settings().job())
                ? Attempt.NONE
                : new Attempt(last.id(), last.settings().getOrDefault("command", new Work.News(false).toString()));
    }

    /** The shards, to be read in this process. */
    public LocalShards localShards() {
        return localShards;
    }

    /** The shards, to be read by other processes. */
    public RemoteShards remoteShards() {
        return new RemoteShards(run);
    }

    /** Makes profiles of the sites of each batch out of its surveyed shards. */
    public void learn() throws IOException {
        run.lease().requireNotLost();
        new SiteLearning(run).learn();
    }

    /** Does {@link #consolidate(TaskRunner)} in this process, by as many threads as the job has. */
    public void consolidate() throws Exception {
        int threads = run.settings().parallelism();
        consolidate(new LocalTasks(run.storage(), run.staging(), threads));
    }

    /** Merges the converted shards into sorted parts, finds duplicates and rebuilds the contributors. */
    public void consolidate(TaskRunner runner) throws Exception {
        new Consolidation(run, whileHeld(runner)).consolidate();
    }

    private TaskRunner whileHeld(TaskRunner runner) {
        return (what, tasks, taken) -> {
            run.lease().requireNotLost();
            runner.run(what, tasks, (task, attempt, parts) -> {
                run.lease().requireNotLost();
                taken.take(task, attempt, parts);
            });
        };
    }

    /** Writes the run's record and commits. */
    public void publish() throws IOException {
        new Publication(run).publish();
    }

    /** Completes the run's record and writes its reports. */
    public void report() throws IOException {
        run.progress().entering("report");
        RunRecord draft = run.record();
        if (draft != null) {
            run.summary(RunReports.write(run.dataset(), completed(draft)));
        }
    }

    private RunRecord completed(RunRecord draft) throws IOException {
        boolean above = draft.accounting().faultRate() > run.settings().limits().rejectRate();
        return draft.ended(
                above ? RunOutcome.ABOVE_REJECT_LIMIT : RunOutcome.COMPLETE,
                run.now(),
                run.dataset().current().number());
    }
}
