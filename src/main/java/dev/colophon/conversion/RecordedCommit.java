package dev.colophon.conversion;

import dev.colophon.dataset.Dataset;
import dev.colophon.dataset.run.RunOutcome;
import dev.colophon.dataset.run.RunRecord;
import dev.colophon.dataset.run.Runs;
import java.io.IOException;
import java.time.InstantSource;

/** A commit behind the record of what it commits. */
final class RecordedCommit {
    private RecordedCommit() {}

    /** What makes the manifest. */
    @FunctionalInterface
    interface Step {
        void commit() throws IOException;
    }

    /**
     * Writes the record, then commits. Where that fails the record says so, unless the manifest was made already: what is left
     * is then rolled forward by whoever comes next.
     */
    static void make(Dataset dataset, RunRecord draft, InstantSource clock, Step step) throws IOException {
        Runs runs = new Runs(dataset.storage());
        runs.write(draft);
        try {
            step.commit();
        } catch (IOException | RuntimeException | Error fault) {
            try {
                if (!dataset.current().run().equals(draft.id())) {
                    runs.write(draft.ended(RunOutcome.FAILED, clock.instant(), null));
                }
            } catch (IOException | RuntimeException unwritten) {
                fault.addSuppressed(unwritten);
            }
            throw fault;
        }
    }
}
