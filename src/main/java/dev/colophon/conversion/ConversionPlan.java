package dev.colophon.conversion;

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
 * @param replaced for each batch the inputs whose live rows give way because the input is read again
 * @param relearned batches of which every input that is there is read again, with what is learned of its sites anew
 * @param tally how the inputs compare with what the archive holds
 */
public record ConversionPlan(
        Inputs inputs, List<Shard> shards, Map<String, Set<String>> replaced, Set<String> relearned, Tally tally) {
    /**
     * How the inputs compare with what the archive holds.
     *
     * @param known inputs that the archive holds already and that are not read
     * @param changed inputs that have changed since the archive took them in
     * @param again inputs that are read again although they have not changed
     * @param vanished names of inputs that the archive holds and the listing no longer shows; their rows stay
     * @param waiting names of files that are still being written
     */
    public record Tally(int known, int changed, int again, List<String> vanished, List<String> waiting) {
        public Tally {
            vanished = List.copyOf(vanished);
            waiting = List.copyOf(waiting);
        }
    }

    public ConversionPlan {
        shards = List.copyOf(shards);
        replaced = Map.copyOf(replaced);
        relearned = Set.copyOf(relearned);
    }

    /** The same where the work is done already. */
    ConversionPlan withoutWork() {
        return new ConversionPlan(inputs, List.of(), Map.of(), Set.of(), tally);
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
