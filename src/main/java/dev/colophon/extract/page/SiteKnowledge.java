package dev.colophon.extract.page;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The profiles of the sites of a batch, by site. Immutable. */
public final class SiteKnowledge {
    /** Nothing is known of any site. */
    public static final SiteKnowledge NONE = new SiteKnowledge(Map.of());

    private final Map<String, SiteProfile> profiles;

    /** @param profiles by site: the host in lower case, without {@code www.} */
    public SiteKnowledge(Map<String, SiteProfile> profiles) {
        this.profiles = Map.copyOf(profiles);
    }

    /** Whether it knows no site. */
    public boolean isEmpty() {
        return profiles.isEmpty();
    }

    /** How many sites it knows. */
    public int sites() {
        return profiles.size();
    }

    /** What is known of a site; null where nothing is, or where the site is null. */
    public @Nullable SiteProfile find(@Nullable String site) {
        return site == null ? null : profiles.get(site);
    }
}
