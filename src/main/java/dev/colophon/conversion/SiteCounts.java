package dev.colophon.conversion;

import com.google.common.hash.HashFunction;
import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import dev.colophon.extract.page.SiteProfile;
import dev.colophon.model.Origin;
import java.io.Serializable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * How many captures each site has in its batch. Most sites of a crawl have one or two, too few for a profile, so that their
 * pages need no survey; of a site with many, which may be spread over thousands of shards, a sample does. A count-min sketch
 * of two rows (Cormode and Muthukrishnan, "An Improved Data Stream Summary", 2005): a site may be taken for larger than it
 * is where others share both its counters. It takes 4 MB whatever there is to count, and as much for each shard that is being
 * counted. What it says depends on what was counted alone, not on the order. Thread-safe.
 */
public final class SiteCounts implements Serializable {
    private static final long serialVersionUID = 2;
    private static final int ROW = 1 << 21;
    private static final int COUNTERS = 2 * ROW;
    /** What a counter of one byte holds: as many, or more. */
    private static final int MOST = 0xff;

    /** Drawn for each page that a profile takes, so that there are enough although chance draws and some repeat others. */
    private static final int DRAWN = 2;

    private static final HashFunction HASH = Hashing.murmur3_128();

    private final byte[] counters = new byte[COUNTERS];
    private final HashMap<String, Integer> shardsToCount;

    /**
     * What a shard adds.
     *
     * @param batch the shard's
     * @param captures how many were counted
     * @param counters which counters were raised, each once, unsorted
     * @param counts to what, an unsigned byte for each
     * @param whole whether all captures were counted
     */
    @SuppressWarnings("ArrayRecordComponent") // compared nowhere
    public record OfShard(String batch, long captures, int[] counters, byte[] counts, boolean whole)
            implements Serializable {}

    /** @param shards shards of each batch; nothing is said of a batch before they are counted */
    SiteCounts(Map<String, Integer> shards) {
        this.shardsToCount = new HashMap<>(shards);
    }

    /** Adds what was counted in a shard. */
    synchronized void add(OfShard counted) {
        for (int i = 0; i < counted.counters().length; i++) {
            raise(counters, counted.counters()[i], counted.counts()[i] & MOST);
        }
        if (counted.whole()) {
            shardsToCount.merge(counted.batch(), -1, Integer::sum);
        }
    }

    private static void raise(byte[] counters, int counter, int by) {
        counters[counter] = (byte) Math.min(MOST, (counters[counter] & MOST) + by);
    }

    /**
     * Whether a capture is one of those that the site's profile is to be made of: none of a site with too few, and of one
     * with many about twice as many as the profile takes, drawn by the hash of their places; of sites with more captures than a
     * counter holds, the share that is drawn of so many. Where the batch was not counted whole a site may have more than was
     * counted: then all of those with few are.
     *
     * @param pages that a profile takes at most
     */
    boolean draws(String batch, String site, Origin place, int pages) {
        long hash = hash(batch, site);
        int captures = captures(hash);
        if (captures > DRAWN * pages) {
            return Long.remainderUnsigned(hash(place), captures) < DRAWN * pages;
        }
        return captures >= SiteProfile.FEWEST_PAGES || !isWhole(batch);
    }

    private synchronized int captures(long hash) {
        return Math.min(counters[first(hash)] & MOST, counters[second(hash)] & MOST);
    }

    private synchronized boolean isWhole(String batch) {
        return shardsToCount.getOrDefault(batch, 1) <= 0;
    }

    private static long hash(String batch, String site) {
        return put(HASH.newHasher(), batch, site).hash().asLong();
    }

    private static int first(long hash) {
        return (int) hash & (ROW - 1);
    }

    private static int second(long hash) {
        return ROW + ((int) (hash >>> Integer.SIZE) & (ROW - 1));
    }

    private static long hash(Origin place) {
        String entry = place.containerPath() == null ? "" : place.containerPath();
        return put(HASH.newHasher(), place.sourceUri(), entry)
                .putLong(place.offset())
                .putInt(place.ordinal())
                .putLong(place.within())
                .hash()
                .asLong();
    }

    private static Hasher put(Hasher hasher, String first, String second) {
        return hasher.putUnencodedChars(first).putChar('\0').putUnencodedChars(second);
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
            long hash = hash(batch, site);
            add(first(hash));
            add(second(hash));
        }

        private void add(int counter) {
            if (counters[counter] == 0) {
                raised = size == raised.length ? Arrays.copyOf(raised, 2 * size) : raised;
                raised[size++] = counter;
            }
            raise(counters, counter, 1);
        }

        long captures() {
            return captures;
        }

        OfShard result(boolean whole) {
            byte[] counts = new byte[size];
            for (int i = 0; i < size; i++) {
                counts[i] = counters[raised[i]];
            }
            return new OfShard(batch, captures, Arrays.copyOf(raised, size), counts, whole);
        }
    }
}
