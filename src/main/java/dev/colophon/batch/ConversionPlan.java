package dev.colophon.batch;

import dev.colophon.source.Inputs;
import dev.colophon.source.Shard;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a run has to do.
 *
 * @param inputs all inputs of the job as listed
 * @param shards the work, in order
 * @param replaced for each batch the inputs whose live rows give way because the input has changed
 * @param known inputs that the archive holds already
 * @param changed inputs that have changed since the archive took them in
 * @param vanished inputs that the archive holds and the listing no longer shows; their rows stay
 */
public record ConversionPlan(
        Inputs inputs, List<Shard> shards, Map<String, Set<String>> replaced, int known, int changed, int vanished) {
    public ConversionPlan {
        shards = List.copyOf(shards);
        replaced = Map.copyOf(replaced);
    }

    /** Whether there is nothing to do. */
    public boolean isEmpty() {
        return shards.isEmpty();
    }

    /** The batches that get rows, in order. */
    public List<String> batches() {
        return shards.stream().map(Shard::batch).distinct().sorted().toList();
    }

    /** Inputs to convert. */
    public int newInputs() {
        return (int) shards.stream()
                .flatMap(shard -> shard.inputs().stream())
                .map(input -> input.batch() + "\0" + input.sourceUri())
                .distinct()
                .count();
    }

    /** Bytes to read. */
    public long bytes() {
        return shards.stream().mapToLong(Shard::bytes).sum();
    }
}
