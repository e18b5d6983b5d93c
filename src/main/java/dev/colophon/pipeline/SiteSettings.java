package dev.colophon.pipeline;

import dev.colophon.extract.page.SiteProfile;
import java.io.Serializable;

/**
 * How much is learned of the sites of a batch before its pages are read. A site's profile takes about 15 KB at most, so
 * that the bound on sites bounds the heap.
 *
 * @param pages pages of a site that are compared; 0 where nothing is to be learned
 * @param sites sites of a batch that are known; those with most pages are
 */
public record SiteSettings(int pages, int sites) implements Serializable {
    /** 12 pages, 4,000 sites: 60 MB at most. */
    public static final SiteSettings DEFAULT = new SiteSettings(12, 4_000);

    private static final int MOST_PAGES = 200;

    public SiteSettings {
        if (pages != 0 && (pages < SiteProfile.FEWEST_PAGES || pages > MOST_PAGES)) {
            throw new IllegalArgumentException("site-knowledge.pages must be 0, or lie between "
                    + SiteProfile.FEWEST_PAGES + " and " + MOST_PAGES + ", not " + pages);
        }
        if (sites < 1 || sites > 1_000_000) {
            throw new IllegalArgumentException("site-knowledge.sites must lie between 1 and 1,000,000, not " + sites);
        }
    }

    /** Whether anything is learned. */
    public boolean areOn() {
        return pages > 0;
    }
}
