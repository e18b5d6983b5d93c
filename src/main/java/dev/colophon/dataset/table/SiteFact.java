package dev.colophon.dataset.table;

/**
 * A line or a place that recurs on the pages of a site.
 *
 * @param site the host in lower case, without {@code www.}
 * @param surveyed pages of the site that were compared
 * @param kind {@code line}, {@code path}, {@code order}, {@code clock} or {@code byline}
 * @param key of the line or the place
 * @param pages how many of the surveyed pages hold it
 * @param repetition of a place: the share of what stands there that recurs, 0 to 1; of a byline: the share of pages where
 *     it names whom structured data names; 1 for others
 */
public record SiteFact(String site, int surveyed, String kind, long key, int pages, double repetition) {}
