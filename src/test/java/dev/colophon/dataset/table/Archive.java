package dev.colophon.dataset.table;

import dev.colophon.byline.people.Decisions;
import dev.colophon.dataset.BatchState;
import dev.colophon.dataset.Manifest;
import dev.colophon.dataset.Part;
import dev.colophon.dataset.duplicates.DuplicateUpdate;
import dev.colophon.model.Outcome;
import dev.colophon.storage.LocalStorage;
import dev.colophon.storage.Storage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;

/** A dataset for tests: stages, consolidates, and moves parts in as a commit would. */
final class Archive {
    static final String STAGING = "_colophon/staging/run";

    final Path root;
    final Storage storage;
    private final TreeMap<String, Part> live = new TreeMap<>();
    private final List<StagedShard> staged = new ArrayList<>();
    private final TreeMap<String, String> batches = new TreeMap<>();
    private int runs;
    private int buffer = 10_000;
    private Decisions decisions = Decisions.NONE;

    Archive(Path root) {
        this.root = root;
        this.storage = new LocalStorage(root);
    }

    Archive deciding(Decisions made) {
        decisions = made;
        return this;
    }

    Archive buffering(int rows) {
        buffer = rows;
        return this;
    }

    List<Part> live() {
        return List.copyOf(live.values());
    }

    StagedShard stage(String shard, List<Samples.Input> inputs) throws IOException {
        try (StagedShardWriter writer =
                new StagedShardWriter(storage, STAGING, shard, Samples.VERSIONS).buffering(buffer, 32L << 20)) {
            for (Samples.Input input : inputs) {
                for (Outcome outcome : input.outcomes()) {
                    writer.accept(outcome);
                }
            }
            StagedShard done = writer.finish(
                    inputs.stream().map(Samples.Input::fingerprint).toList());
            synchronized (staged) {
                staged.add(done);
            }
            return done;
        }
    }

    /** Consolidates what was staged, and brings the parts to life. */
    void commit(String batch, Set<String> replaced) throws Exception {
        TaskRunner runner = Runners.inline(storage, STAGING);
        List<Part> before =
                live().stream().filter(part -> batch.equals(part.batch())).toList();
        List<Part> parts = new ArrayList<>(
                Consolidated.of(storage, STAGING, new BatchConsolidation.Batch(batch, staged, before, replaced)));
        Manifest manifest = new Manifest(
                1,
                0,
                null,
                "",
                "",
                batches.entrySet().stream()
                        .map(state -> new BatchState(state.getKey(), state.getValue(), Samples.VERSIONS))
                        .toList(),
                live(),
                List.of(),
                List.of());
        String run = String.format(Locale.ROOT, "%06d-test", ++runs);
        DuplicateUpdate.Change duplicates =
                new DuplicateUpdate(storage, STAGING, run, runner).update(manifest, List.of(batch), parts);
        parts.addAll(duplicates.added());
        batches.put(batch, run);
        live.keySet()
                .removeIf(path -> path.contains("batch=" + batch + "/")
                        || path.startsWith("contributors/")
                        || duplicates.removed().contains(path));
        parts.addAll(
                new ContributorsTable(storage, STAGING, decisions, 40).rebuild(live(), List.copyOf(parts), runner));
        before.forEach(part -> delete(part.path()));
        for (Part part : parts) {
            if (storage.exists(PartPaths.staged(STAGING, part.path()))) {
                storage.move(PartPaths.staged(STAGING, part.path()), part.path());
            }
            live.put(part.path(), part);
        }
        storage.delete(STAGING);
        staged.clear();
    }

    private void delete(String path) {
        try {
            storage.delete(path);
        } catch (IOException fault) {
            throw new java.io.UncheckedIOException(fault);
        }
    }
}
