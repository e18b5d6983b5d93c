package dev.colophon.dataset;

import dev.colophon.dataset.json.Json;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a dataset holds after one commit. Its exclusive creation is the commit; bringing the files into place follows and
 * may be repeated. It holds no time and no random value: the same commit gives the same bytes.
 *
 * @param format version of this record's own form, 1
 * @param number 1 for the first, each one more than the one before; 0 for the empty dataset, which has no file
 * @param previousSha256 SHA-256 of the previous manifest's file; null for the first
 * @param run the run that committed it; empty for the empty dataset
 * @param job the job of that run
 * @param batches every batch of the dataset, by name
 * @param parts every live part, by path
 * @param added those of {@code parts} that came with this manifest
 * @param retired parts of the manifest before that are live no more, by path; the path may be that of an added part
 */
public record Manifest(
        int format,
        long number,
        @Nullable String previousSha256,
        String run,
        String job,
        List<BatchState> batches,
        List<Part> parts,
        List<Part> added,
        List<Part> retired) {
    /** The form that this version writes and the highest it reads. */
    static final int FORMAT = 1;

    /** The state of a dataset without any commit. */
    public static final Manifest EMPTY =
            new Manifest(FORMAT, 0, null, "", "", List.of(), List.of(), List.of(), List.of());

    public Manifest {
        batches = List.copyOf(batches);
        parts = List.copyOf(parts);
        added = List.copyOf(added);
        retired = List.copyOf(retired);
    }

    /** The live parts of a table. */
    public List<Part> parts(String table) {
        return parts.stream().filter(part -> part.table().equals(table)).toList();
    }

    /** The live parts of a table's batch. */
    public List<Part> parts(String table, String batch) {
        return parts(table).stream().filter(part -> batch.equals(part.batch())).toList();
    }

    /** The live parts of a batch in all tables. */
    public List<Part> partsOf(Collection<String> ofBatches) {
        return parts.stream()
                .filter(part -> part.batch() != null && ofBatches.contains(part.batch()))
                .toList();
    }

    /** The batch of that name; null where the dataset has none. */
    public @Nullable BatchState batch(String name) {
        return batches.stream()
                .filter(batch -> batch.batch().equals(name))
                .findFirst()
                .orElse(null);
    }

    /** Rows of a table over all live parts. */
    public long rows(String table) {
        return parts(table).stream().mapToLong(Part::rows).sum();
    }

    /** The manifest that a commit on top of this one gives. A part that is live already, byte for byte, is not added. */
    Manifest next(Commit commit, @Nullable String sha256) {
        Map<String, Part> live = byPath(parts);
        Map<String, Part> before = byPath(parts);
        commit.removed().forEach(path -> remove(live, path));
        commit.added().forEach(part -> live.put(part.path(), part));
        List<Part> news = live.values().stream()
                .filter(part -> !part.equals(before.get(part.path())))
                .toList();
        List<Part> gone = before.values().stream()
                .filter(part -> !part.equals(live.get(part.path())))
                .toList();
        return new Manifest(
                FORMAT,
                number + 1,
                sha256,
                commit.run(),
                commit.job(),
                batchesAfter(commit, live.values()),
                List.copyOf(live.values()),
                news,
                gone);
    }

    /** The manifest on top of this one that holds what an earlier one held. */
    Manifest restoring(Manifest target, String restoringRun, String ofJob, @Nullable String sha256) {
        Set<Part> live = Set.copyOf(parts);
        Set<Part> restored = Set.copyOf(target.parts);
        List<Part> news =
                target.parts.stream().filter(part -> !live.contains(part)).toList();
        List<Part> gone =
                parts.stream().filter(part -> !restored.contains(part)).toList();
        return new Manifest(FORMAT, number + 1, sha256, restoringRun, ofJob, target.batches, target.parts, news, gone);
    }

    /** Whether it holds what another one holds, made by the same runs. */
    public boolean holdsWhat(Manifest other) {
        return parts.equals(other.parts) && batches.equals(other.batches);
    }

    private void remove(Map<String, Part> live, String path) {
        if (live.remove(path) == null) {
            throw new IllegalArgumentException("cannot remove " + path + ": manifest " + number + " does not hold it");
        }
    }

    /** A batch whose last part was removed goes with it. */
    private List<BatchState> batchesAfter(Commit commit, Collection<Part> live) {
        Set<@Nullable String> emptied = batchNames(parts);
        emptied.removeAll(batchNames(live));
        Map<String, BatchState> after = new TreeMap<>();
        batches.stream()
                .filter(batch -> !emptied.contains(batch.batch()))
                .forEach(batch -> after.put(batch.batch(), batch));
        commit.batches().forEach(name -> after.put(name, new BatchState(name, commit.run(), commit.versions())));
        return List.copyOf(after.values());
    }

    private static Set<@Nullable String> batchNames(Collection<Part> parts) {
        return parts.stream().map(Part::batch).collect(Collectors.toCollection(HashSet::new));
    }

    /** As it lies in its file. */
    byte[] bytes() {
        return Json.bytes(this);
    }

    private static Map<String, Part> byPath(List<Part> parts) {
        Map<String, Part> map = new TreeMap<>();
        parts.forEach(part -> map.put(part.path(), part));
        return map;
    }
}
