package dev.colophon.spark;

import dev.colophon.conversion.Engine;
import dev.colophon.conversion.JobSettings;
import dev.colophon.conversion.RemoteShards;
import dev.colophon.conversion.ShardTask;
import dev.colophon.conversion.SiteCounts;
import dev.colophon.conversion.Stages;
import java.util.List;
import org.apache.spark.broadcast.Broadcast;
import org.jspecify.annotations.Nullable;

/**
 * Runs a conversion on Spark. Executors count, survey and convert the shards, and carry out the tasks of consolidation:
 * they merge the shards into parts, look up which documents share a key, compare their texts, and read whom the
 * archive's documents name. What they make they stage in the archive's own folder; the driver takes names and counts of
 * it. It plans, learns of sites, plans merges, writes the index of duplicates, connects texts that are alike, joins
 * contributors, commits and reports. Executors are given back before it commits.
 */
public final class SparkEngine implements Engine {
    private final @Nullable String master;
    private String cluster = "";

    /**
     * @param master Spark's master: {@code local[2]}, {@code spark://host:7077}; null for the one that Spark is
     *     configured with
     */
    public SparkEngine(@Nullable String master) {
        this.master = master;
    }

    @Override
    public String describe(JobSettings settings) {
        return "spark" + cluster;
    }

    @Override
    public void execute(Stages stages) throws Exception {
        if (!stages.plan(stages.unreported())) {
            return;
        }
        if (!stages.isCommitted()) {
            onExecutors(stages);
        }
        stages.publish();
        stages.report();
    }

    private void onExecutors(Stages stages) throws Exception {
        try (Cluster spark = Cluster.open(master, stages.settings().job())) {
            cluster = " " + spark.describe();
            RemoteShards shards = stages.remoteShards();
            ExecutorTasks tasks = new ExecutorTasks(shards.order(), spark.driver());
            List<ShardTask> unsurveyed = shards.toSurvey();
            if (!unsurveyed.isEmpty()) {
                survey(shards, unsurveyed, tasks, spark);
            }
            stages.learn();
            spark.run(
                    "convert",
                    shards.toConvert(),
                    tasks::convert,
                    read -> shards.converted(read.shard(), read.attempt()));
            stages.consolidate((what, work, taken) -> spark.run(
                    what, work, tasks::consolidate, done -> taken.take(done.task(), done.attempt(), done.parts())));
        }
    }

    private static void survey(RemoteShards shards, List<ShardTask> unsurveyed, ExecutorTasks tasks, Cluster spark)
            throws Exception {
        spark.run("count", shards.toCount(), tasks::count, shards::counted);
        Broadcast<SiteCounts> counts = spark.broadcast(shards.counts());
        try {
            spark.run(
                    "survey",
                    unsurveyed,
                    shard -> tasks.survey(shard, counts.value()),
                    read -> shards.surveyed(read.shard(), read.attempt()));
        } finally {
            counts.destroy();
        }
    }
}
