package dev.colophon.spark;

import dev.colophon.conversion.ConversionPlan;
import dev.colophon.conversion.Progress;
import dev.colophon.conversion.ShardTask;
import dev.colophon.conversion.SiteCounts;
import dev.colophon.conversion.WorkOrder;
import dev.colophon.dataset.Part;
import dev.colophon.dataset.table.ConsolidationTask;
import dev.colophon.dataset.table.StagedShard;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import org.apache.spark.TaskContext;
import org.apache.spark.TaskKilledException;

/**
 * What tasks do on an executor. They stage under a name that no other attempt has, so that attempts that were given up, or that
 * race, do not meet.
 *
 * @param order the run's
 * @param driver what tells the driver from others: another one may take up the same run
 */
record ExecutorTasks(WorkOrder order, String driver) implements Serializable {
    /**
     * A shard was read.
     *
     * @param shard its id
     * @param attempt what its staged files are named by
     */
    record Read(String shard, String attempt) implements Serializable {}

    SiteCounts.OfShard count(ShardTask task) throws IOException {
        return Workshop.of(order).count(task);
    }

    Read survey(ShardTask task, SiteCounts counts) throws IOException {
        String attempt = attempt();
        Workshop.of(order).survey(task, attempt, counts);
        return new Read(task.shard().id(), attempt);
    }

    Read convert(ShardTask task) throws IOException {
        String attempt = attempt();
        Workshop.of(order).convert(task, attempt, new EndWhenKilled(TaskContext.get()));
        return new Read(task.shard().id(), attempt);
    }

    /**
     * A consolidation task was carried out.
     *
     * @param task its name
     * @param attempt what its files are named by
     * @param parts what it gave
     */
    record Consolidated(String task, String attempt, ArrayList<Part> parts) implements Serializable {}

    Consolidated consolidate(ConsolidationTask task) throws IOException {
        String attempt = attempt();
        return new Consolidated(
                task.name(), attempt, new ArrayList<>(Workshop.of(order).consolidate(task, attempt)));
    }

    private String attempt() {
        return driver + "-" + TaskContext.get().taskAttemptId();
    }

    /** Gives a shard up once Spark wants its result no more: another attempt was faster, or the job has failed. */
    private record EndWhenKilled(TaskContext task) implements Progress {
        @Override
        public void converted(long captures, long rejects, long bytes) {
            if (task.isInterrupted()) {
                throw new TaskKilledException();
            }
        }

        @Override
        public void planned(ConversionPlan plan) {}

        @Override
        public void staged(StagedShard shard, boolean reused) {}

        @Override
        public void entering(String step) {}
    }
}
