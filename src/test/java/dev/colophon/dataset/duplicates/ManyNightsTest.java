package dev.colophon.dataset.duplicates;

import static org.assertj.core.api.Assertions.assertThat;

import dev.colophon.dataset.duplicates.Nights.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Many nights over an archive that is large already. {@code -Dduplicates.night=200} for 30 nights of 200 pages over 6,000, which
 * also looks at what they cost.
 */
class ManyNightsTest {
    private static final Logger LOG = LoggerFactory.getLogger(ManyNightsTest.class);
    private static final int NIGHT = Integer.getInteger("duplicates.night", 10);
    private static final int NIGHTS = 30;
    private static final int ARCHIVE = 30 * NIGHT;

    @TempDir
    Path folder;

    /** One in eight is a copy of any page before it, and half of them know when they were captured. */
    private static List<Page> pages() {
        Random random = new Random(30);
        List<Page> pages = new ArrayList<>();
        for (int i = 0; i < ARCHIVE + NIGHTS * NIGHT; i++) {
            boolean copy = i > 0 && random.nextInt(8) == 0;
            int story = copy ? random.nextInt(i) : i;
            Texts script = Texts.of(story);
            String text = copy ? script.copy(story, 300, i, 0.003) : script.article(story, 300);
            pages.add(new Page("page-" + i, null, i % 2 == 0 ? Integer.valueOf(i) : null, text));
        }
        return pages;
    }

    @Test
    void manyNightsGiveWhatOneRunGivesAndTheLastCostsAboutWhatTheFirstDid() throws Exception {
        List<Page> pages = pages();
        List<Long> costs = new ArrayList<>();
        try (Nights archive = new Nights(folder.resolve("nights"));
                Nights once = new Nights(folder.resolve("once"))) {
            archive.add("archive", pages.subList(0, ARCHIVE));
            for (int night = 0; night < NIGHTS; night++) {
                costs.add(cost(archive, night, pages));
            }
            assertThat(archive.duplicates())
                    .isEqualTo(once.add("all", pages).duplicates())
                    .hasSizeGreaterThan(pages.size() / 20);
        }
        LOG.info("CPU milliseconds of each night: {}", costs);
        if (System.getProperty("duplicates.night") != null) {
            // A small part of a night; its copies lie in ever more batches, up to as many as there are copies.
            assertThat(mean(costs.subList(NIGHTS - 8, NIGHTS))).isLessThan(1.5 * mean(costs.subList(1, 9)));
        }
    }

    private static long cost(Nights archive, int night, List<Page> pages) throws Exception {
        int from = ARCHIVE + night * NIGHT;
        archive.add(String.format(Locale.ROOT, "night-%02d", night), pages.subList(from, from + NIGHT));
        return archive.updateNanos() / 1_000_000;
    }

    private static double mean(List<Long> costs) {
        return costs.stream().mapToLong(Long::longValue).average().orElse(0);
    }
}
