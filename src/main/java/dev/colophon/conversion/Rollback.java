package dev.colophon.conversion;

import dev.colophon.dataset.Dataset;
import dev.colophon.dataset.Generations;
import dev.colophon.dataset.Manifest;
import dev.colophon.dataset.run.RunRecord;
import dev.colophon.dataset.table.TableInspector;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Goes back to what an archive held before, in a new manifest. The ledger of inputs goes back too, so that the next run
 * converts again what came after.
 */
public final class Rollback {
    private final Dataset dataset;
    private final InstantSource clock;

    /** @param dataset opened with the generations that its job keeps */
    public Rollback(Dataset dataset, InstantSource clock) {
        this.dataset = dataset;
        this.clock = clock;
    }

    /**
     * Goes back.
     *
     * @param to a manifest's number or the run that committed it; null for the one before what is live
     * @return the record of the roll-back; null where what is asked for is what is live
     * @throws IllegalArgumentException where there is no such manifest
     * @throws dev.colophon.dataset.GenerationGoneException where it is no longer kept; nothing has changed
     * @throws dev.colophon.dataset.lease.LeaseHeldException where another run holds the dataset
     */
    public @Nullable RunRecord run(@Nullable String to) throws IOException {
        String command = to == null ? "rollback" : "rollback --to " + to;
        return new Maintenance(dataset, clock).run("rollback", command, current -> change(current, to));
    }

    private Maintenance.@Nullable Change change(Manifest current, @Nullable String to) throws IOException {
        Generations generations = Generations.of(dataset);
        Manifest target = to == null ? generations.before() : generations.named(to);
        if (target.holdsWhat(current)) {
            return null;
        }
        String note = "manifest " + (current.number() + 1) + " holds what manifest " + target.number() + " held, which "
                + target.run() + " committed; manifest " + current.number() + " can be restored with --to "
                + current.number();
        return new Maintenance.Change(
                List.of(),
                List.of(),
                note,
                (run, job, lease) -> dataset.restore(target, run, job, lease, new TableInspector()));
    }
}
