package dev.colophon.conversion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.colophon.dataset.table.StagedShard;
import dev.colophon.model.Origin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.FileSystemUtils;

/** Only pages of sites that can have a profile are surveyed, and of a large site a sample. */
class SiteCountsTest {
    private static final int PAGES = 12;

    @TempDir
    Path folder;

    private JobFolder job;

    @BeforeEach
    void open() throws IOException {
        job = new JobFolder(folder);
        job.batch = "all";
    }

    @Test
    void threeCapturesAreEnough() {
        SiteCounts counts = new SiteCounts(Map.of("a", 2, "b", 1));
        assertThat(draws(counts, "a", "harbour.example")).isTrue();
        counts.add(counted("a", "harbour.example", "harbour.example"));
        assertThat(draws(counts, "a", "harbour.example")).isTrue();
        counts.add(counted("a", "dunes.example"));
        assertThat(draws(counts, "a", "harbour.example")).isFalse();
        assertThat(draws(counts, "b", "harbour.example")).isTrue();
        counts.add(counted("a", "harbour.example"));
        assertThat(draws(counts, "a", "harbour.example")).isTrue();
        assertThat(draws(counts, "a", "dunes.example")).isFalse();
    }

    private static boolean draws(SiteCounts counts, String batch, String site) {
        return counts.draws(batch, site, place(0), PAGES);
    }

    private static Origin place(int i) {
        return new Origin("crawl-" + i / 100 + ".warc.gz", null, 1_000L * (i % 100), 900, null);
    }

    @ParameterizedTest
    @ValueSource(ints = {24, 25, 60, 200, 255})
    void aboutTwiceAsManyAsAProfileTakesAreDrawnHoweverTheyAreSpread(int captures) {
        List<SiteCounts.OfShard> shards = new ArrayList<>();
        for (int from = 0; from < captures; from += 7) {
            shards.add(counted("a", Math.min(7, captures - from)));
        }
        Set<Integer> drawn = drawn(shards, captures);
        assertThat(drawn).hasSizeBetween(PAGES + 2, Math.min(captures, 3 * PAGES));
        Collections.reverse(shards);
        assertThat(drawn(shards, captures)).isEqualTo(drawn);
        assertThat(drawn(List.of(counted("a", captures)), captures)).isEqualTo(drawn);
    }

    @Test
    void aSampleIsDrawnOfALargeSiteThoughAnotherShardWasNotCountedWhole() {
        SiteCounts counts = new SiteCounts(Map.of("a", 2));
        counts.add(counted("a", 200));
        SiteCounts.Counting cut = new SiteCounts.Counting("a");
        cut.add("dunes.example");
        counts.add(cut.result(false));
        assertThat(IntStream.range(0, 200)
                        .filter(i -> counts.draws("a", "harbour.example", place(i), PAGES))
                        .count())
                .isBetween(PAGES + 2L, 3L * PAGES);
        assertThat(draws(counts, "a", "dunes.example")).isTrue();
        assertThat(draws(counts, "a", "inland.example")).isTrue();
    }

    @Test
    void fromAQuarterOfAThousandOnATenthIsDrawn() {
        assertThat(drawn(List.of(counted("a", 4_000), counted("a", 6_000)), 10_000))
                .hasSizeBetween(800, 1_100);
    }

    private static SiteCounts.OfShard counted(String batch, int captures) {
        return counted(batch, Collections.nCopies(captures, "harbour.example").toArray(String[]::new));
    }

    private static Set<Integer> drawn(List<SiteCounts.OfShard> shards, int captures) {
        SiteCounts counts = new SiteCounts(Map.of("a", shards.size()));
        shards.forEach(counts::add);
        Set<Integer> drawn = new TreeSet<>();
        for (int i = 0; i < captures; i++) {
            if (counts.draws("a", "harbour.example", place(i), PAGES)) {
                drawn.add(i);
            }
        }
        return drawn;
    }

    @Test
    void whatAShardAddsGrowsWithItsSitesAlone() {
        SiteCounts.Counting counting = new SiteCounts.Counting("a");
        for (int i = 0; i < 5_000; i++) {
            counting.add("harbour.example");
            counting.add("site-" + i + ".example");
        }
        SiteCounts.OfShard shard = counting.result(true);
        assertThat(shard.captures()).isEqualTo(10_000);
        assertThat(shard.counters()).hasSizeBetween(9_900, 10_002).doesNotHaveDuplicates();
        assertThat(shard.counts()).hasSameSizeAs(shard.counters());
    }

    private static SiteCounts.OfShard counted(String batch, String... sites) {
        SiteCounts.Counting counting = new SiteCounts.Counting(batch);
        for (String site : sites) {
            counting.add(site);
        }
        return counting.result(true);
    }

    /** 100,000 sites of one capture beside one of many: few of them are taken for larger than they are. */
    @Test
    void smallSitesAreToldBesideMany() {
        SiteCounts.Counting counting = new SiteCounts.Counting("a");
        for (int i = 0; i < 100_000; i++) {
            counting.add("site-" + i + ".example");
            counting.add("harbour.example");
        }
        SiteCounts counts = new SiteCounts(Map.of("a", 1));
        counts.add(counting.result(true));
        long taken = IntStream.range(0, 100_000)
                .filter(i -> draws(counts, "a", "site-" + i + ".example"))
                .count();
        assertThat(taken).isLessThan(30);
    }

    @Test
    void pagesOfSitesWithFewCapturesAreNotSurveyed() throws Exception {
        for (String name : List.of("north", "south", "west")) {
            job.page("2026-11-01", name, "harbour.example");
        }
        job.page("2026-11-01", "east", "dunes.example");
        job.page("2026-11-02", "inland", "dunes.example");

        assertThat(surveyed()).isEqualTo(3);
    }

    @Test
    void aShardOfFewSitesIsNotCountedToItsEnd() throws Exception {
        for (int i = 0; i < 160; i++) {
            job.page("2026-11-01", "page-" + i, "harbour.example");
        }
        job.page("2026-11-01", "zenith", "dunes.example");

        AtomicLong counted = new AtomicLong();
        surveyed(counted);
        assertThat(counted).hasValue(150);
    }

    /** Four shards of one site: as many are surveyed as of one shard, about, and a restart surveys the same. */
    @Test
    void aSurveyThatWasCutGoesOnWithTheSameSample() throws Exception {
        String filler = "<!--" + "x".repeat(750_000) + "-->";
        for (int i = 0; i < 70; i++) {
            String name = (char) ('a' + i / 26) + "quay" + (char) ('a' + i % 26);
            Files.writeString(job.page("2026-11-01", name, "harbour.example"), filler, StandardOpenOption.APPEND);
        }
        AtomicLong pages = new AtomicLong();
        assertThatThrownBy(() -> surveyed(new AtomicLong(), pages, 2)).hasMessageContaining("cut");
        job.run();
        Map<String, String> resumed = job.live();
        assertThat(resumed).anySatisfy((path, hash) -> assertThat(path).contains("sites"));

        FileSystemUtils.deleteRecursively(job.archive());
        pages.set(0);
        surveyed(new AtomicLong(), pages, Integer.MAX_VALUE);
        assertThat(pages.get()).isBetween(14L, 36L);
        assertThat(job.live()).isEqualTo(resumed);
    }

    private long surveyed() throws Exception {
        return surveyed(new AtomicLong());
    }

    private long surveyed(AtomicLong counted) throws Exception {
        return surveyed(counted, new AtomicLong(), Integer.MAX_VALUE);
    }

    /**
     * Converts all, unless it is cut once so many shards are surveyed.
     *
     * @return pages surveyed
     */
    private long surveyed(AtomicLong counted, AtomicLong surveyed, int cut) throws Exception {
        Engine engine = new Engine() {
            @Override
            public String describe(JobSettings settings) {
                return "test";
            }

            @Override
            public void execute(Stages stages) throws Exception {
                stages.plan(stages.unreported());
                LocalShards shards = stages.localShards();
                for (String shard : shards.toCount()) {
                    counted.addAndGet(shards.count(shard));
                }
                int done = 0;
                for (String shard : shards.toSurvey()) {
                    if (done++ == cut) {
                        throw new IOException("cut");
                    }
                    surveyed.addAndGet(shards.survey(shard).runs().stream()
                            .mapToLong(StagedShard.Run::rows)
                            .sum());
                }
                assertThat(shards.toCount()).isEmpty();
                stages.learn();
                for (String shard : shards.toConvert()) {
                    shards.convert(shard);
                }
                stages.consolidate();
                stages.publish();
                stages.report();
            }
        };
        new Converter(job.settings(), engine, Progress.SILENT, () -> job.now).convert();
        return surveyed.get();
    }
}
