package dev.colophon.conversion;

import dev.colophon.dataset.BatchState;
import dev.colophon.dataset.Commit;
import dev.colophon.dataset.Dataset;
import dev.colophon.dataset.Layout;
import dev.colophon.dataset.Manifest;
import dev.colophon.dataset.Part;
import dev.colophon.dataset.duplicates.DuplicateUpdate;
import dev.colophon.dataset.duplicates.MergedBatches;
import dev.colophon.dataset.run.RunRecord;
import dev.colophon.dataset.run.Runs;
import dev.colophon.dataset.table.BatchMerge;
import dev.colophon.dataset.table.TableInspector;
import dev.colophon.model.Versions;
import dev.colophon.source.BatchNames;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Merges small batches into one. No row changes; the folder that rows stand in does, and the ledger goes on telling which
 * batch each input belongs to: changed inputs replace their rows there, {@code reprocess} finds the old batches by their
 * names, and what arrives late gets a batch of the old name that a later compaction adds.
 */
public final class Compaction {
    private final Dataset dataset;
    private final InstantSource clock;

    /** @param dataset opened with the generations that its job keeps */
    public Compaction(Dataset dataset, InstantSource clock) {
        this.dataset = dataset;
        this.clock = clock;
    }

    /**
     * Merges.
     *
     * @param command what was asked, for the record
     * @param wanted the batches to merge; a batch named {@code name} is one of them in any case
     * @param name name of the batch that they become
     * @return the record; null where there are not two batches to merge
     * @throws IllegalArgumentException where two of them hold an input of one name
     * @throws dev.colophon.dataset.lease.LeaseHeldException where another run holds the dataset
     */
    public @Nullable RunRecord run(String command, Predicate<String> wanted, String name) throws IOException {
        return new Maintenance(dataset, clock).run("compact", command, current -> {
            String into = current.batch(name) == null ? BatchNames.legal(name) : name;
            return change(current, wanted, into);
        });
    }

    private Maintenance.@Nullable Change change(Manifest current, Predicate<String> wanted, String into)
            throws IOException {
        List<BatchState> merged = current.batches().stream()
                .filter(batch -> batch.batch().equals(into) || wanted.test(batch.batch()))
                .toList();
        if (merged.size() < 2) {
            return null;
        }
        List<String> names = merged.stream().map(BatchState::batch).toList();
        String note = merged.size() + " batches were merged into " + into + ": " + String.join(", ", names);
        return new Maintenance.Change(List.of(into), inputRoots(merged), note, (run, job, lease) -> {
            List<Part> live = current.partsOf(names);
            String staging = Layout.staging(run);
            List<Part> parts = new ArrayList<>(new BatchMerge(dataset.storage(), staging).merge(into, live));
            DuplicateUpdate.Change index =
                    new MergedBatches(dataset.storage(), staging, run).index(current, names, into, parts);
            List<String> removed = new ArrayList<>(removed(live, parts));
            parts.addAll(index.added());
            removed.addAll(index.removed());
            Commit commit = new Commit(run, job, lowest(merged), List.of(into), parts, removed);
            dataset.commit(commit, lease, new TableInspector());
        });
    }

    private static List<String> removed(List<Part> live, List<Part> added) {
        Set<String> paths = added.stream().map(Part::path).collect(Collectors.toSet());
        return live.stream()
                .map(Part::path)
                .filter(path -> !paths.contains(path))
                .toList();
    }

    private List<String> inputRoots(List<BatchState> merged) throws IOException {
        Set<String> ids = merged.stream().map(BatchState::run).collect(Collectors.toCollection(TreeSet::new));
        Set<String> roots = new TreeSet<>();
        for (String id : ids) {
            RunRecord run = new Runs(dataset.storage()).read(id);
            if (run != null) {
                roots.addAll(run.inputRoots());
            }
        }
        return new ArrayList<>(roots);
    }

    /** The oldest rules of all, so that nobody takes the merged rows for newer than they are. */
    private static Versions lowest(List<BatchState> merged) {
        Versions lowest = merged.get(0).versions();
        for (BatchState batch : merged) {
            Versions other = batch.versions();
            lowest = new Versions(
                    Math.min(lowest.pipeline(), other.pipeline()),
                    Math.min(lowest.extractor(), other.extractor()),
                    Math.min(lowest.dateRules(), other.dateRules()),
                    Math.min(lowest.nameRules(), other.nameRules()),
                    lowest.settingsSha256());
        }
        return lowest;
    }
}
