package dev.colophon.source;

import java.io.Serializable;
import java.util.List;

/**
 * The unit of parallelism, restart and staging: inputs of one batch that are read in order.
 *
 * @param id repeatable name, made of a hash over its inputs (names, sizes, times) and the settings: the same work has the
 *     same id in every run, and other work another
 * @param batch the batch of all its inputs
 * @param inputs sorted by {@code sourceUri}
 */
public record Shard(String id, String batch, List<InputFile> inputs) implements Serializable {
    public Shard {
        inputs = List.copyOf(inputs);
    }

    /** Bytes of all inputs. */
    public long bytes() {
        return inputs.stream().mapToLong(InputFile::bytes).sum();
    }
}
