package dev.colophon.conversion;

import com.google.common.hash.Hashing;
import dev.colophon.extract.page.SiteProfile;
import java.util.HashMap;
import java.util.Map;

/**
 * Whether a site has captures enough in its batch for a profile, so that pages of all others need no survey: most sites of a
 * crawl have one or two. Sites share counters by their hash, so that one may be taken for larger than it is, which costs a
 * survey and changes nothing; 4 MB whatever there is to count. Thread-safe.
 */
final class SiteCounts {
    private static final int COUNTERS = 1 << 22;

    private final byte[] counters = new byte[COUNTERS];
    private final Map<String, Integer> shardsToCount;

    /** @param shards shards of each batch; nothing is said of a batch before they are counted */
    SiteCounts(Map<String, Integer> shards) {
        this.shardsToCount = new HashMap<>(shards);
    }

    /** Counts a capture. */
    synchronized void add(String batch, String site) {
        int counter = counter(batch, site);
        if (counters[counter] < SiteProfile.FEWEST_PAGES) {
            counters[counter]++;
        }
    }

    /** Notes that all captures of a shard were counted. */
    synchronized void counted(String batch) {
        shardsToCount.merge(batch, -1, Integer::sum);
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
}
