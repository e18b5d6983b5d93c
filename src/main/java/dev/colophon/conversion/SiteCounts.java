package dev.colophon.conversion;

import com.google.common.hash.Hashing;
import dev.colophon.extract.page.SiteProfile;
import java.io.Serializable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Whether a site has captures enough in its batch for a profile, so that pages of all others need no survey: most sites of a
 * crawl have one or two. Sites share counters by their hash, so that one may be taken for larger than it is, which costs a
 * survey and changes nothing; 4 MB whatever there is to count, and as much for each shard that is being counted. Thread-safe.
 */
public final class SiteCounts implements Serializable {
    private static final long serialVersionUID = 1;
    private static final int COUNTERS = 1 << 22;

    private final byte[] counters = new byte[COUNTERS];
    private final HashMap<String, Integer> shardsToCount;

    /**
     * What a shard adds.
     *
     * @param batch the shard's
     * @param captures how many were counted
     * @param counters the counter of each capture, of a site with more than enough only so many; unsorted
     * @param whole whether all captures were counted
     */
    @SuppressWarnings("ArrayRecordComponent") // compared nowhere
    public record OfShard(String batch, long captures, int[] counters, boolean whole) implements Serializable {}

    /** @param shards shards of each batch; nothing is said of a batch before they are counted */
    SiteCounts(Map<String, Integer> shards) {
        this.shardsToCount = new HashMap<>(shards);
    }

    /** Adds what was counted in a shard. */
    synchronized void add(OfShard counted) {
        for (int counter : counted.counters()) {
            raise(counters, counter);
        }
        if (counted.whole()) {
            shardsToCount.merge(counted.batch(), -1, Integer::sum);
        }
    }

    private static boolean raise(byte[] counters, int counter) {
        boolean counts = counters[counter] < SiteProfile.FEWEST_PAGES;
        counters[counter] += counts ? 1 : 0;
        return counts;
    }

    /** Whether a profile may come of the site's captures. */
    synchronized boolean mayBeKnown(String batch, String site) {
        return shardsToCount.getOrDefault(batch, 1) > 0 || counters[counter(batch, site)] >= SiteProfile.FEWEST_PAGES;
    }

    private static int counter(String batch, String site) {
        int hash = Hashing.murmur3_32_fixed()
                .newHasher()
                .putUnencodedChars(batch)
                .putChar('\n')
                .putUnencodedChars(site)
                .hash()
                .asInt();
        return hash & (COUNTERS - 1);
    }

    /** Counts the captures of one shard. Not thread-safe. */
    static final class Counting {
        private final String batch;
        private final byte[] counters = new byte[COUNTERS];
        private int[] raised = new int[1 << 10];
        private int size;
        private long captures;

        Counting(String batch) {
            this.batch = batch;
        }

        void add(String site) {
            captures++;
            int counter = counter(batch, site);
            if (raise(counters, counter)) {
                raised = size == raised.length ? Arrays.copyOf(raised, 2 * size) : raised;
                raised[size++] = counter;
            }
        }

        long captures() {
            return captures;
        }

        OfShard result(boolean whole) {
            return new OfShard(batch, captures, Arrays.copyOf(raised, size), whole);
        }
    }
}
