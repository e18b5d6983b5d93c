package dev.colophon.source;

import dev.colophon.storage.Storage;
import java.util.List;

/**
 * The inputs of a job, as one listing found them.
 *
 * @param roots where they lie; {@link InputFile#root} counts them
 * @param files sorted by {@code sourceUri} in code unit order, each file once
 * @param waiting names of the files that are still being written, and are left for the next run
 */
public record Inputs(List<Storage> roots, List<InputFile> files, List<String> waiting) {
    public Inputs {
        roots = List.copyOf(roots);
        files = List.copyOf(files);
        waiting = List.copyOf(waiting);
    }
}
