package dev.colophon.conversion;

import dev.colophon.catalog.IcebergTables;
import dev.colophon.dataset.Dataset;
import dev.colophon.dataset.lease.Lease;
import dev.colophon.dataset.lease.LeaseTerms;
import dev.colophon.dataset.lease.Owner;
import dev.colophon.dataset.parquet.Table;
import dev.colophon.dataset.table.Tables;
import dev.colophon.report.RunSummary;
import dev.colophon.storage.Storage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs a job: takes the dataset's lease, rolls forward what a crash left, and lets an engine work. */
public final class Converter {
    private static final Logger LOG = LoggerFactory.getLogger(Converter.class);

    private final JobSettings settings;
    private final Engine engine;
    private final Progress progress;
    private final InstantSource clock;
    private @Nullable ConversionPlan plan;

    /** A converter for one run. */
    public Converter(JobSettings settings, Engine engine, Progress progress, InstantSource clock) {
        this.settings = settings;
        this.engine = engine;
        this.progress = progress;
        this.clock = clock;
    }

    /** Converts what is new and publishes it; see {@link #convert(Work)}. */
    public @Nullable RunSummary convert() throws Exception {
        return convert(new Work.News(false));
    }

    /** What the latest call planned; null before the first one, and where it failed before. */
    public @Nullable ConversionPlan plan() {
        return plan;
    }

    /**
     * Does what is asked with the job's inputs and publishes it.
     *
     * @return what the run's reports tell; null where there was nothing to do
     * @throws dev.colophon.dataset.lease.LeaseHeldException where another run holds the dataset
     * @throws IllegalArgumentException where the job cannot be planned as its settings say: an input that is not there
     * @throws ConversionException where the job failed; the same command takes it up again
     */
    public @Nullable RunSummary convert(Work work) throws Exception {
        plan = null;
        ConversionPlanner.lister(settings).requireOutside(settings.inputs());
        return convert(work, settings.dataset().make());
    }

    /** The same in a storage that is open. */
    @Nullable
    RunSummary convert(Work work, Storage storage) throws Exception {
        Dataset opened = Dataset.open(storage, settings.upkeep().keepGenerations());
        // What is built anew from its inputs may take the place of files that were lost or damaged.
        Dataset dataset = work instanceof Work.Reprocess ? opened.mending() : opened;
        Owner owner = Owner.ofThisProcess("run " + settings.job());
        try (Lease lease = Lease.take(dataset.storage(), owner, LeaseTerms.of(clock))) {
            dataset.rollForward(lease);
            dataset.requireNoForeignFiles(Tables.all().stream().map(Table::name).toList());
            RunIds.discardOvertaken(dataset, lease);
            Path temporary = TemporaryFolder.emptied(settings.dataset().state().resolve("temporary"));
            ConversionRun run = new ConversionRun(
                    settings, work, settings.pipeline(temporary), dataset, lease, engine, progress, clock);
            try (LocalShards shards = new LocalShards(run)) {
                execute(run, new Stages(run, shards));
                if (settings.catalog() != null) {
                    IcebergTables.register(dataset, settings.catalog());
                }
                plan = run.plan();
                return run.summary();
            }
        }
    }

    private void execute(ConversionRun run, Stages stages) throws Exception {
        try {
            engine.execute(stages);
        } catch (Exception fault) {
            throw failure(fault, run);
        }
    }

    private static Exception failure(Exception fault, ConversionRun run) {
        Throwable cause = fault instanceof ConversionException ? fault : root(fault);
        LOG.debug("the job failed", fault);
        if (cause instanceof IllegalArgumentException mistake) {
            return mistake;
        }
        String why = FaultText.of(cause);
        return new ConversionException("the job failed: " + why + "; " + whatStands(run), cause);
    }

    private static String whatStands(ConversionRun run) {
        try {
            return run.dataset().current().number() > 0 && run.committed()
                    ? "its commit is made, and the same command brings the files into place"
                    : "nothing was published, and the same command goes on where it stopped";
        } catch (IOException unreadable) {
            return "the same command goes on where it stopped";
        }
    }

    private static Throwable root(Throwable fault) {
        Throwable cause = fault;
        while (cause.getCause() != null && !(cause instanceof IOException)) {
            cause = cause.getCause();
        }
        return cause;
    }
}
