package dev.colophon.dataset;

import dev.colophon.storage.Storage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a dataset held before: its manifests, and where their parts lie. A part that is live no more lies below
 * {@link Layout#RETIRED} until its generation is deleted. Tells of the moment at which it was made.
 */
public final class Generations {
    private final Storage storage;
    private final List<Manifest> history;
    private final Manifest current;
    private final Set<Part> live;
    private final Map<Part, List<String>> retired = new HashMap<>();

    private Generations(Storage storage, List<Manifest> history) {
        this.storage = storage;
        this.history = history;
        this.current = history.isEmpty() ? Manifest.EMPTY : history.get(history.size() - 1);
        this.live = new HashSet<>(current.parts());
        for (Manifest manifest : history) {
            for (Part part : manifest.retired()) {
                retired.computeIfAbsent(part, gone -> new ArrayList<>())
                        .add(Layout.retired(manifest.number(), part.path()));
            }
        }
    }

    /** Those of a dataset. */
    public static Generations of(Dataset dataset) throws IOException {
        return new Generations(dataset.storage(), dataset.history());
    }

    /** Those from a manifest on: where its parts lie, but nothing of what was before it. */
    public static Generations from(Dataset dataset, Manifest first) throws IOException {
        return new Generations(dataset.storage(), dataset.history(first.number()));
    }

    /** The latest manifest. */
    public Manifest current() {
        return current;
    }

    /**
     * The manifest of a number, or that a run committed.
     *
     * @throws IllegalArgumentException where there is none
     */
    public Manifest named(String numberOrRun) {
        for (Manifest manifest : history) {
            if (manifest.run().equals(numberOrRun)
                    || Long.toString(manifest.number()).equals(numberOrRun)) {
                return manifest;
            }
        }
        throw new IllegalArgumentException(storage.root() + " has no manifest or run " + numberOrRun
                + (history.isEmpty() ? "" : "; it has manifests 1 to " + current.number()));
    }

    /**
     * The manifest before what the latest one holds: where that is what a roll-back restored, the one before the restored.
     *
     * @throws IllegalArgumentException where there is none
     */
    public Manifest before() {
        Manifest first = history.stream()
                .filter(manifest -> manifest.holdsWhat(current))
                .findFirst()
                .orElse(current);
        if (first.number() > 1) {
            return named(Long.toString(first.number() - 1));
        }
        throw new IllegalArgumentException(
                "there is nothing before manifest " + current.number() + " of " + storage.root());
    }

    /** Manifests that can be restored, the latest first, without those that hold what is live now. */
    public List<Manifest> restorable() throws IOException {
        List<Manifest> found = new ArrayList<>();
        for (int i = history.size() - 2; i >= 0; i--) {
            Manifest manifest = history.get(i);
            if (missing(manifest) != null) {
                break;
            }
            if (!manifest.holdsWhat(current)) {
                found.add(manifest);
            }
        }
        return found;
    }

    private @Nullable Part missing(Manifest manifest) throws IOException {
        for (Part part : manifest.parts()) {
            if (locate(part) == null) {
                return part;
            }
        }
        return null;
    }

    /**
     * Where the bytes of a part of a manifest lie.
     *
     * @throws GenerationGoneException where they are no longer kept
     */
    public String require(Manifest manifest, Part part) throws IOException {
        String path = locate(part);
        if (path == null) {
            throw new GenerationGoneException("manifest " + manifest.number() + " of " + storage.root()
                    + " is gone: " + part.path() + " as it held it is no longer kept; "
                    + (restorable().isEmpty()
                            ? "no earlier manifest is kept whole"
                            : "kept whole are manifests "
                                    + restorable().stream()
                                            .map(Manifest::number)
                                            .toList())
                    + " (output.keep-generations says for how many commits)");
        }
        return path;
    }

    private @Nullable String locate(Part part) throws IOException {
        if (live.contains(part)) {
            return part.path();
        }
        for (String path : retired.getOrDefault(part, List.of())) {
            if (storage.exists(path) && storage.size(path) == part.bytes()) {
                return path;
            }
        }
        return null;
    }
}
