package dev.colophon.dataset.duplicates;

import dev.colophon.dataset.duplicates.Nights.Page;
import dev.colophon.dedup.Fingerprints;
import dev.colophon.dedup.ShingleSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the table must say of some pages, by comparing every one with every other. */
final class Oracle {
    private static final Comparator<Page> FIRST = Comparator.comparing(
                    Page::hour, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(Page::id);

    private final List<Page> pages;
    private final List<ShingleSet> sets = new ArrayList<>();
    private final int[] cluster;

    private Oracle(List<Page> all) {
        pages = all.stream().sorted(FIRST).toList();
        pages.forEach(page -> sets.add(ShingleSet.of(page.text())));
        cluster = new int[pages.size()];
    }

    /** The rows as {@link Nights#duplicates} gives them. */
    static Map<String, String> duplicates(List<Page> pages) {
        return new Oracle(pages).rows();
    }

    private Map<String, String> rows() {
        for (int i = 0; i < cluster.length; i++) {
            cluster[i] = i;
        }
        for (int i = 0; i < cluster.length; i++) {
            for (int j = 0; j < i; j++) {
                if (sameText(i, j) || similarity(i, j) >= 0.8) {
                    merge(cluster[i], cluster[j]);
                }
            }
        }
        Map<String, Integer> firstOfUrl = new HashMap<>();
        Map<String, String> rows = new TreeMap<>();
        for (int i = 0; i < cluster.length; i++) {
            String url = pages.get(i).url();
            Integer first = url == null ? null : firstOfUrl.putIfAbsent(url, i);
            if (cluster[i] != i) {
                rows.put(pages.get(i).id(), row(i, cluster[i], cluster[i]));
            } else if (first != null && !sameText(i, first)) {
                rows.put(pages.get(i).id(), row(i, first, i));
            }
        }
        return rows;
    }

    private void merge(int one, int other) {
        int least = Math.min(one, other);
        for (int i = 0; i < cluster.length; i++) {
            cluster[i] = cluster[i] == one || cluster[i] == other ? least : cluster[i];
        }
    }

    private String row(int page, int earlier, int inCluster) {
        String url = pages.get(page).url();
        boolean sameUrl = url != null && url.equals(pages.get(earlier).url());
        String method = sameText(page, earlier) ? "exact" : sameUrl ? "revision" : "near";
        double similarity = sameText(page, earlier) ? 1 : similarity(page, earlier);
        return String.format(
                Locale.ROOT,
                "%s %s %s %.3f %s",
                pages.get(earlier).id(),
                pages.get(inCluster).id(),
                method,
                similarity,
                sameUrl);
    }

    private double similarity(int one, int other) {
        return sets.get(one).jaccard(sets.get(other));
    }

    private boolean sameText(int one, int other) {
        @Nullable String hash = Fingerprints.of(pages.get(one).text()).textSha256();
        return hash != null
                && hash.equals(Fingerprints.of(pages.get(other).text()).textSha256());
    }
}
