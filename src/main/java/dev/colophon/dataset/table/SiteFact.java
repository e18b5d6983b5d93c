package dev.colophon.dataset.table;

/**
 * A line or a place that recurs on the pages of a site.
 *
 * @param site the host in lower case, without {@code www.}
 * @param surveyed pages of the site that were compared
 * @param kind {@code line} or {@code path}
 * @param key of the line or the place
 * @param pages how many of the surveyed pages hold it
 * @param repetition of a place: the share of what stands there that recurs, 0 to 1; 1 for a line
 */
public record SiteFact(String site, int surveyed, String kind, long key, int pages, double repetition) {}
