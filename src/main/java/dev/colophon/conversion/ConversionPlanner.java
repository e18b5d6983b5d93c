package dev.colophon.conversion;

import dev.colophon.conversion.KnownInputs.Known;
import dev.colophon.dataset.BatchState;
import dev.colophon.dataset.Dataset;
import dev.colophon.dataset.Manifest;
import dev.colophon.dataset.run.RunRecord;
import dev.colophon.dataset.run.Runs;
import dev.colophon.dataset.table.RowSources;
import dev.colophon.source.InputFile;
import dev.colophon.source.InputLister;
import dev.colophon.source.Inputs;
import dev.colophon.storage.Storage;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Compares the inputs as they are with the ledger of what the archive holds, and plans what a run is asked to do. A known
 * name with other bytes is a changed input: its rows are replaced, in the batch that holds them.
 */
final class ConversionPlanner {
    /** Longest time that is waited for inputs to settle; where it takes longer they are left for the next run. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final JobSettings settings;
    private final Dataset dataset;
    private final String settingsSha256;
    private final InstantSource clock;
    private Manifest current = Manifest.EMPTY;

    ConversionPlanner(JobSettings settings, Dataset dataset, String settingsSha256, InstantSource clock) {
        this.settings = settings;
        this.dataset = dataset;
        this.settingsSha256 = settingsSha256;
        this.clock = clock;
    }

    ConversionPlan plan(Work work) throws IOException {
        current = dataset.current();
        KnownInputs known = KnownInputs.read(dataset.storage(), current, settings.knownAcrossBatches());
        Inputs inputs = list();
        PlanDraft draft = draft(work, inputs, known);
        Duration settle = settings.upkeep().settle();
        if (draft.hasYoung() && settle.compareTo(PATIENCE) <= 0) {
            sleep(settle);
            inputs = list();
            draft = draft(work, inputs, known);
        }
        if (work instanceof Work.News) {
            requireAny(inputs);
        }
        return draft.finish(inputs, settings.sources(), settingsSha256);
    }

    /** What finds the inputs of a job. */
    static InputLister lister(JobSettings settings) {
        Set<String> excluded = Set.of(settings.dataset().location());
        return new InputLister(settings.base(), excluded, settings.batch());
    }

    private Inputs list() throws IOException {
        return lister(settings).list(settings.inputs());
    }

    /** A night without inputs is none to fail for, but a job that has never found any looks in the wrong place. */
    private void requireAny(Inputs inputs) throws IOException {
        if (inputs.unmatched().size() < settings.inputs().size() || hasReadThem()) {
            return;
        }
        String archives = inputs.archives().isEmpty()
                ? ""
                : "; what is an archive of Colophon's is no input: " + String.join(", ", inputs.archives());
        throw new IllegalArgumentException("nothing lies under " + String.join(", ", inputs.unmatched())
                + " that can be read, and no run of " + settings.job() + " has found anything there before: correct the"
                + " path, or run again when there is something" + archives);
    }

    private boolean hasReadThem() throws IOException {
        for (RunRecord run : new Runs(dataset.storage()).all()) {
            if (isOfThisJob(run)) {
                return true;
            }
        }
        return false;
    }

    private boolean isOfThisJob(RunRecord run) {
        return run.job().equals(settings.job())
                && settings.inputs().toString().equals(run.settings().get("input.paths"));
    }

    private static void sleep(Duration time) throws InterruptedIOException {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while inputs settled");
        }
    }

    private PlanDraft draft(Work work, Inputs inputs, KnownInputs known) throws IOException {
        PlanDraft draft = new PlanDraft(new EarlierRoots(inputs, lister(settings), new Runs(dataset.storage())));
        InputComparison comparison =
                new InputComparison(inputs, settings.upkeep().settle(), clock.instant());
        if (work instanceof Work.Reprocess reprocess) {
            boolean oneBatch = !settings.batch().contains("{");
            Mine mine = new Mine(inputs, Set.of());
            new ReprocessPlanner(reprocess, sources(reprocess), comparison, inputs, known)
                    .plan(draft, holder -> oneBatch || mine.made(holder));
        } else {
            boolean retry = work instanceof Work.News news && news.retry();
            planNews(draft, comparison, known, retry ? new Retryable() : null);
        }
        return draft;
    }

    /** Finds the inputs of a batch that have a row for which all conditions hold. */
    private ReprocessPlanner.Sources sources(Work.Reprocess work) {
        return batch -> RowSources.where(dataset.storage(), current.partsOf(Set.of(batch)), work.where());
    }

    private void planNews(PlanDraft draft, InputComparison comparison, KnownInputs known, @Nullable Retryable retryable)
            throws IOException {
        Inputs inputs = comparison.inputs();
        NavigableSet<String> names = new TreeSet<>();
        Set<String> batches = new TreeSet<>();
        Set<String> renamed = new TreeSet<>();
        for (InputFile input : inputs.files()) {
            names.add(input.sourceUri());
            batches.add(input.batch());
            Known before = known.find(input);
            Known renamedFrom = before == null ? known.find(input, otherName(input, inputs)) : null;
            if (renamedFrom != null) {
                renamed.add(renamedFrom.sourceUri());
            }
            boolean same = before != null && comparison.isSame(input, before);
            if (!same && comparison.isYoung(input)) {
                draft.leave(input);
            } else if (before == null) {
                draft.add(input);
            } else if (!same) {
                draft.addChanged(input, before);
            } else if (retryable != null && retryable.holds(before)) {
                draft.addAgain(input, before);
            }
        }
        renamed.removeAll(names);
        requireNone(renamed);
        Mine mine = new Mine(inputs, batches);
        for (Known input : known.all()) {
            if (!names.contains(input.sourceUri()) && !isFolder(input.sourceUri(), names) && mine.holds(input)) {
                draft.miss(input);
            }
        }
    }

    /** The name of an input without its root's lead, where it has one; with that, where the job has a single root. */
    private static String otherName(InputFile input, Inputs inputs) {
        return inputs.roots().size() == 1
                ? InputLister.lead(inputs.roots().get(input.root()).root()) + input.path()
                : input.path();
    }

    /** Refuses to read again, as new inputs, what has another name only because the job's paths have changed. */
    private static void requireNone(Set<String> renamed) {
        if (!renamed.isEmpty()) {
            throw new IllegalArgumentException(renamed.size() + " of the inputs are in the archive under other names, "
                    + renamed.iterator().next()
                    + " for one, and would be read a second time: names begin with the input"
                    + " folder's where a job has several, and only then. Keep the paths as they were and give the"
                    + " others a job of their own, or convert their common parent folder into a new archive");
        }
    }

    /** Whether an input is a folder that could not be looked into once and now can be. */
    private static boolean isFolder(String name, NavigableSet<String> names) {
        String below = names.ceiling(name + "/");
        return below != null && below.startsWith(name + "/");
    }

    /** Inputs with rejects that another attempt may turn into documents. */
    private final class Retryable {
        private final Map<String, Set<String>> sources = new HashMap<>();

        boolean holds(Known input) throws IOException {
            Set<String> ofBatch = sources.get(input.holder());
            if (ofBatch == null) {
                ofBatch = RowSources.retryable(dataset.storage(), current.partsOf(Set.of(input.holder())));
                sources.put(input.holder(), ofBatch);
            }
            return ofBatch.contains(input.sourceUri());
        }
    }

    /** Tells what this job has read from what other jobs have: by the batches that it lists, and by the runs that it made. */
    private final class Mine {
        private final Inputs inputs;
        private final Set<String> listed;
        private final Map<String, Boolean> holders = new HashMap<>();
        private final Map<String, Boolean> runs = new HashMap<>();

        Mine(Inputs inputs, Set<String> listed) {
            this.inputs = inputs;
            this.listed = listed;
        }

        boolean holds(Known input) throws IOException {
            if (!settings.knownAcrossBatches() && listed.contains(input.entry().batch())) {
                return true;
            }
            return made(input.holder());
        }

        /** Whether a run of this job was the last to write to a batch. */
        boolean made(String holder) throws IOException {
            Boolean made = holders.get(holder);
            if (made == null) {
                made = isMine(current.batch(holder));
                holders.put(holder, made);
            }
            return made;
        }

        private boolean isMine(@Nullable BatchState batch) throws IOException {
            if (batch == null) {
                return false;
            }
            Boolean made = runs.get(batch.run());
            if (made == null) {
                RunRecord run = new Runs(dataset.storage()).read(batch.run());
                made = run != null && isOfThisJob(run) && readTheSame(run);
                runs.put(batch.run(), made);
            }
            return made;
        }

        private boolean readTheSame(RunRecord run) {
            List<String> roots = inputs.roots().stream().map(Storage::root).toList();
            return run.inputRoots().equals(roots);
        }
    }
}
