package dev.colophon.dataset.run;

import dev.colophon.model.RejectReason;
import java.util.Arrays;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What became of the captures of a shard or a run.
 *
 * @param captures captures read
 * @param documents those that became documents
 * @param rejects those that did not, by {@link RejectReason#label()}; no reason with 0
 * @param bytes bytes of input read, as stored
 */
public record Accounting(long captures, long documents, SortedMap<String, Long> rejects, long bytes) {
    /** Nothing read. */
    public static final Accounting NONE = new Accounting(0, 0, new TreeMap<>(), 0);

    public Accounting {
        rejects = Collections.unmodifiableSortedMap(new TreeMap<>(rejects));
    }

    /** All rejects, of both kinds. */
    public long rejected() {
        return rejects.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Rejects of one kind; a reason that this version does not know counts as a fault. */
    public long rejected(RejectReason.Kind kind) {
        return rejects.entrySet().stream()
                .filter(entry -> kindOf(entry.getKey()) == kind)
                .mapToLong(entry -> entry.getValue())
                .sum();
    }

    /** Faults in the captures that no filter left out, from 0 to 1; 0 where there are none. */
    public double faultRate() {
        long asked = captures - rejected(RejectReason.Kind.FILTER);
        return asked <= 0 ? 0 : (double) rejected(RejectReason.Kind.FAULT) / asked;
    }

    /** Both together. */
    public Accounting plus(Accounting other) {
        SortedMap<String, Long> sum = new TreeMap<>(rejects);
        other.rejects.forEach((reason, count) -> sum.merge(reason, count, Long::sum));
        return new Accounting(captures + other.captures, documents + other.documents, sum, bytes + other.bytes);
    }

    /**
     * Returns this where every capture is a document or a reject.
     *
     * @param what whose counts they are, for the message
     * @throws IllegalStateException otherwise
     */
    public Accounting requireBalanced(String what) {
        if (captures != documents + rejected()) {
            throw new IllegalStateException("the accounting of " + what + " does not add up: " + captures
                    + " captures read, but " + documents + " documents and " + rejected() + " rejects");
        }
        return this;
    }

    private static RejectReason.Kind kindOf(String reason) {
        return Arrays.stream(RejectReason.values())
                .filter(known -> known.label().equals(reason))
                .map(RejectReason::kind)
                .findFirst()
                .orElse(RejectReason.Kind.FAULT);
    }
}
