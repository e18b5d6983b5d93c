package dev.colophon.dataset.duplicates;

import static org.assertj.core.api.Assertions.assertThat;

import dev.colophon.dataset.duplicates.Nights.Page;
import dev.colophon.dedup.ShingleSet;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How many planted copies are found: a fifth of the pages are copies of others, with other words before and behind, another
 * date in another language or form, and 0 to 20 % of their words edited. {@code -Dduplicates.pages=5000} for more of them.
 */
class NearDuplicateQualityTest {
    private static final int PAGES = Integer.getInteger("duplicates.pages", 600);
    private static final int BATCHES = 5;
    private static final List<Double> EDITED = List.of(0.0, 0.0, 0.002, 0.005, 0.01, 0.015, 0.02, 0.05, 0.1, 0.2);

    private static final Logger LOG = LoggerFactory.getLogger(NearDuplicateQualityTest.class);

    @TempDir
    Path folder;

    private final List<Page> pages = new ArrayList<>();
    private final Map<String, String> stories = new HashMap<>();
    private final Map<String, String> texts = new HashMap<>();

    private void makePages() {
        Random random = new Random(1000);
        int copies = PAGES / 5;
        int originals = PAGES - copies;
        for (int i = 0; i < originals; i++) {
            Texts script = Texts.of(i);
            add(script + "-" + i, "original", script.article(i, length(i)));
        }
        for (int i = 0; i < copies; i++) {
            int story = random.nextInt(originals);
            Texts script = Texts.of(story);
            double edited = EDITED.get(i % EDITED.size());
            add(script + "-" + story, "copy " + i, script.copy(story, length(story), i, edited));
        }
        Collections.shuffle(pages, random);
    }

    /** From a short notice to a long report. */
    private static int length(int story) {
        return 80 + new Random(story).nextInt(900);
    }

    private void add(String story, String name, String text) {
        Page page = new Page(story + " " + name, null, null, text);
        pages.add(page);
        stories.put(page.id(), story);
        texts.put(page.id(), text);
    }

    @Test
    void copiesOfEightTenthsAndMoreAreFoundAndNothingElse() throws Exception {
        makePages();
        Map<String, String> clusters = new HashMap<>();
        Map<String, String> rows;
        try (Nights archive = new Nights(folder)) {
            int size = (pages.size() + BATCHES - 1) / BATCHES;
            for (int batch = 0; batch < BATCHES; batch++) {
                archive.add("batch-" + batch, pages.subList(batch * size, Math.min(pages.size(), (batch + 1) * size)));
            }
            rows = archive.duplicates();
        }
        rows.forEach((id, row) -> clusters.put(id, row.split(" ")[1]));
        long right = rows.entrySet().stream()
                .filter(row -> Objects.equals(stories.get(row.getKey()), stories.get(clusters.get(row.getKey()))))
                .count();
        double precision = (double) right / rows.size();
        long[] recall = recall(clusters);
        String figures = String.format(
                Locale.ROOT,
                "%d pages, %d planted: %d of %d pairs with Jaccard >= 0.8 found; %d of %d rows right",
                PAGES,
                PAGES / 5,
                recall[0],
                recall[1],
                right,
                rows.size());
        assertThat(recall[1]).as(figures).isGreaterThan(PAGES / 12);
        assertThat((double) recall[0] / recall[1]).as(figures).isGreaterThanOrEqualTo(0.98);
        assertThat(precision).as(figures).isGreaterThanOrEqualTo(0.99);
        LOG.info(figures);
    }

    /** Pairs of pages of one story that are alike enough: found, and all. */
    private long[] recall(Map<String, String> clusters) {
        Map<String, List<String>> byStory = new HashMap<>();
        stories.forEach((id, story) ->
                byStory.computeIfAbsent(story, key -> new ArrayList<>()).add(id));
        long[] counts = new long[2];
        for (List<String> ids : byStory.values()) {
            for (int i = 0; i < ids.size(); i++) {
                for (int j = 0; j < i; j++) {
                    if (set(ids.get(i)).jaccard(set(ids.get(j))) >= 0.8) {
                        counts[1]++;
                        String one = clusters.getOrDefault(ids.get(i), ids.get(i));
                        counts[0] += one.equals(clusters.getOrDefault(ids.get(j), ids.get(j))) ? 1 : 0;
                    }
                }
            }
        }
        return counts;
    }

    private ShingleSet set(String id) {
        return ShingleSet.of(Objects.requireNonNull(texts.get(id)));
    }
}
