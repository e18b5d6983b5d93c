package dev.colophon.source;

import dev.colophon.storage.Storage;
import java.util.List;

/**
 * The inputs of a job, as one listing found them.
 *
 * @param roots where they lie; {@link InputFile#root} counts them
 * @param files sorted by {@code sourceUri} in code unit order, each file once
 * @param waiting names of the files that are still being written, and are left for the next run
 * @param unmatched paths as the job has them under which nothing lies that is an input
 * @param archives folders that were passed over since they are archives themselves
 * @param denied folders that were passed over since this process may not look into them
 */
public record Inputs(
        List<Storage> roots,
        List<InputFile> files,
        List<String> waiting,
        List<String> unmatched,
        List<String> archives,
        List<String> denied) {
    public Inputs {
        roots = List.copyOf(roots);
        files = List.copyOf(files);
        waiting = List.copyOf(waiting);
        unmatched = List.copyOf(unmatched);
        archives = List.copyOf(archives);
        denied = List.copyOf(denied);
    }
}
