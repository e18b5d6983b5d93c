package dev.colophon.conversion;

import dev.colophon.catalog.IcebergTables;
import dev.colophon.dataset.Dataset;
import dev.colophon.dataset.Manifest;
import dev.colophon.dataset.lease.Lease;
import dev.colophon.dataset.lease.LeaseTerms;
import dev.colophon.dataset.lease.Owner;
import dev.colophon.dataset.run.Accounting;
import dev.colophon.dataset.run.RunOutcome;
import dev.colophon.dataset.run.RunRecord;
import dev.colophon.dataset.run.Runs;
import dev.colophon.pipeline.PipelineSettings;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Changes to an archive that convert nothing: under its lease, in one commit, with a record as runs have. Killed at any
 * moment and asked again with the same words, they end as if they had not been killed.
 */
final class Maintenance {
    private static final String COMMAND = "command";

    private final Dataset dataset;
    private final InstantSource clock;

    Maintenance(Dataset dataset, InstantSource clock) {
        this.dataset = dataset;
        this.clock = clock;
    }

    /**
     * What is to be done.
     *
     * @param batches the batches that the record shall name
     * @param inputRoots the inputs that they come from
     * @param note what the record shall tell
     * @param commit stages and commits
     */
    record Change(List<String> batches, List<String> inputRoots, String note, Step commit) {}

    /** Stages and commits as a run of this name. */
    @FunctionalInterface
    interface Step {
        void commit(String run, String job, Lease lease) throws IOException;
    }

    /** Finds out what is to be done, under the lease; null where nothing is. */
    @FunctionalInterface
    interface Plan {
        @Nullable
        Change of(Manifest current) throws IOException;
    }

    /**
     * Does it.
     *
     * @param name what it is called: {@code rollback}
     * @param command the same with all it was asked
     * @return the run's record; null where there was nothing to do
     */
    @Nullable
    RunRecord run(String name, String command, Plan plan) throws IOException {
        try (Lease lease = Lease.take(dataset.storage(), Owner.ofThisProcess(name), LeaseTerms.of(clock))) {
            Manifest current = dataset.rollForward(lease);
            RunRecord last = new Runs(dataset.storage()).read(current.run());
            if (last != null
                    && last.outcome() == RunOutcome.RUNNING
                    && command.equals(last.settings().get(COMMAND))) {
                return completed(last);
            }
            Change change = plan.of(current);
            if (change == null) {
                return null;
            }
            RunRecord draft = draft(name, command, current, change);
            RecordedCommit.make(dataset, draft, clock, () -> change.commit().commit(draft.id(), draft.job(), lease));
            return completed(draft);
        }
    }

    private RunRecord draft(String name, String command, Manifest current, Change change) {
        TreeMap<String, String> settings = new TreeMap<>();
        settings.put(COMMAND, command);
        return new RunRecord(
                RunRecord.FORMAT,
                RunIds.next(current, current.job(), "+" + name),
                current.job(),
                RunOutcome.RUNNING,
                clock.instant(),
                null,
                name,
                Software.versions(),
                PipelineSettings.rules(),
                settings,
                change.inputRoots(),
                change.batches(),
                Accounting.NONE,
                List.of(),
                null,
                List.of(change.note()));
    }

    private RunRecord completed(RunRecord draft) throws IOException {
        RunRecord done = draft.ended(
                RunOutcome.COMPLETE, clock.instant(), dataset.current().number());
        RunReports.write(dataset, done);
        IcebergTables.register(dataset);
        return done;
    }
}
