package dev.colophon.conversion;

import dev.colophon.extract.page.PageSketch;
import dev.colophon.extract.page.SiteSurvey;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The surveys of the sites of one shard, in memory that neither its pages nor its sites add to: once they hold as much as
 * they may, all begin anew. A site may then give more pages than it needs, or one twice; these are passed over where the
 * profiles of the batch are made. Not thread-safe.
 */
final class ShardSurveys {
    /** A dump of sites without number that is one shard, as gzipped JSON lines are, begins anew a few times a GB. */
    private static final long MOST_BYTES = 24L << 20;

    /** Of a map's entry, a survey and its list. */
    private static final int SITE_BYTES = 250;

    private final int pagesOfSite;
    private final long mostBytes;
    private final Map<String, SiteSurvey> surveys = new HashMap<>();
    private long held;

    ShardSurveys(int pagesOfSite) {
        this(pagesOfSite, MOST_BYTES);
    }

    ShardSurveys(int pagesOfSite, long mostBytes) {
        this.pagesOfSite = pagesOfSite;
        this.mostBytes = mostBytes;
    }

    /** Whether another page of the site may be taken. */
    boolean wants(String site) {
        SiteSurvey survey = surveys.get(site);
        return survey == null || !survey.isFull();
    }

    /** Takes a page; its bytes, or null where it repeats another or is not wanted. */
    byte @Nullable [] take(String site, PageSketch page) {
        if (held > mostBytes) {
            surveys.clear();
            held = 0;
        }
        SiteSurvey survey = surveys.get(site);
        if (survey == null) {
            survey = new SiteSurvey(pagesOfSite);
            surveys.put(site, survey);
            held += SITE_BYTES + (long) site.length();
        }
        if (!survey.add(page)) {
            return null;
        }
        byte[] bytes = page.bounded().bytes();
        held += bytes.length;
        return bytes;
    }

    /** Bytes that the surveys hold, about. */
    long held() {
        return held;
    }
}
