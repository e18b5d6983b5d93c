package dev.colophon.conversion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.colophon.dataset.table.StagedShard;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Only pages of sites that can have a profile are surveyed. */
class SiteCountsTest {
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
        assertThat(counts.mayBeKnown("a", "harbour.example")).isTrue();
        counts.add(counted("a", "harbour.example", "harbour.example"));
        assertThat(counts.mayBeKnown("a", "harbour.example")).isTrue();
        counts.add(counted("a", "dunes.example"));
        assertThat(counts.mayBeKnown("a", "harbour.example")).isFalse();
        assertThat(counts.mayBeKnown("b", "harbour.example")).isTrue();
        counts.add(counted("a", "harbour.example"));
        assertThat(counts.mayBeKnown("a", "harbour.example")).isTrue();
        assertThat(counts.mayBeKnown("a", "dunes.example")).isFalse();
    }

    @Test
    void aSiteWithManyCapturesAddsNoMoreThanItNeeds() {
        SiteCounts.Counting counting = new SiteCounts.Counting("a");
        for (int i = 0; i < 5_000; i++) {
            counting.add("harbour.example");
            counting.add("site-" + i + ".example");
        }
        SiteCounts.OfShard shard = counting.result(true);
        assertThat(shard.captures()).isEqualTo(10_000);
        assertThat(shard.counters()).hasSizeBetween(4_900, 5_003);
    }

    private static SiteCounts.OfShard counted(String batch, String... sites) {
        SiteCounts.Counting counting = new SiteCounts.Counting(batch);
        for (String site : sites) {
            counting.add(site);
        }
        return counting.result(true);
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

    private long surveyed() throws Exception {
        return surveyed(new AtomicLong());
    }

    private long surveyed(AtomicLong counted) throws Exception {
        AtomicLong surveyed = new AtomicLong();
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
                for (String shard : shards.toSurvey()) {
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
