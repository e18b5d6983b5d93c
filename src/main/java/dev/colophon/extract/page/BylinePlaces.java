package dev.colophon.extract.page;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The places where the pages of a site have their bylines: where those whom structured data names as authors stand, on
 * {@value #FEWEST_PAGES} pages or more, and hardly ever anything else. One name on all pages teaches nothing, as it may stand in
 * a corner where the site tells of its owner.
 */
final class BylinePlaces {
    private static final int FEWEST_PAGES = 3;
    private static final int FEWEST_AUTHORS = 2;
    private static final double LEAST_AGREEMENT = 0.8;

    private final Map<Long, Set<Long>> authors = new HashMap<>();
    private final Map<Long, Integer> naming = new HashMap<>();
    private final Map<Long, Integer> others = new HashMap<>();

    BylinePlaces(List<PageSketch> pages) {
        for (PageSketch page : pages) {
            count(page.bylines());
        }
    }

    private void count(PageSketch.Bylines page) {
        for (long place : page.naming()) {
            naming.merge(place, 1, Integer::sum);
            authors.computeIfAbsent(place, unseen -> new HashSet<>()).add(page.authors());
        }
        for (long place : page.others()) {
            others.merge(place, 1, Integer::sum);
        }
    }

    /** Adds each with the number of pages where it agrees with structured data and their share of those that have it. */
    void addTo(List<SiteProfile.Fact> facts) {
        naming.forEach((place, agreeing) -> {
            double share = agreeing / (double) (agreeing + others.getOrDefault(place, 0));
            boolean several = authors.getOrDefault(place, Set.of()).size() >= FEWEST_AUTHORS;
            if (agreeing >= FEWEST_PAGES && several && share >= LEAST_AGREEMENT) {
                facts.add(new SiteProfile.Fact(SiteProfile.Kind.BYLINE, place, agreeing, share));
            }
        });
    }
}
