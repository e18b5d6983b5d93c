package dev.colophon.dataset;

import dev.colophon.model.Versions;
import dev.colophon.storage.StoragePaths;
import java.util.List;

/**
 * A change to all tables at once.
 *
 * @param run the run that makes it, a name without {@code /}; a run commits once, and committing again gives the same manifest
 * @param job the job it belongs to
 * @param versions the rules that made the new parts
 * @param batches the batches that were made anew, which take {@code versions}
 * @param added parts that the run has staged at {@link Layout#staged}; one takes the place of the live part of its path
 * @param removed paths of live parts that go without another in their place
 */
public record Commit(
        String run, String job, Versions versions, List<String> batches, List<Part> added, List<String> removed) {
    public Commit {
        if (StoragePaths.requireFile(run).contains("/")) {
            throw new IllegalArgumentException("a run's id has no '/', found " + run);
        }
        batches = batches.stream().sorted().distinct().toList();
        added = added.stream().sorted().toList();
        removed = removed.stream().sorted().distinct().toList();
        List<String> paths = added.stream().map(Part::path).toList();
        if (paths.stream().distinct().count() < paths.size()) {
            throw new IllegalArgumentException("two parts of one commit have the same path: " + paths);
        }
        if (removed.stream().anyMatch(paths::contains)) {
            throw new IllegalArgumentException("a path is both added and removed: " + removed + " and " + paths);
        }
    }
}
