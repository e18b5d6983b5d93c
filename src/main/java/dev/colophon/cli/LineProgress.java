package dev.colophon.cli;

import dev.colophon.conversion.ConversionPlan;
import dev.colophon.conversion.Progress;
import dev.colophon.dataset.table.StagedShard;
import dev.colophon.report.Words;
import java.io.PrintStream;
import java.util.concurrent.atomic.AtomicInteger;

/** A line for each shard, for logs. */
final class LineProgress implements Progress {
    private final PrintStream out;
    private final AtomicInteger shardsDone = new AtomicInteger();
    private volatile int shards;

    LineProgress(PrintStream out) {
        this.out = out;
    }

    @Override
    public void planned(ConversionPlan plan) {
        shards = plan.shards().size();
        out.println("plan: " + ProgressText.plan(plan));
    }

    @Override
    public void converted(long captures, long rejects, long bytes) {}

    @Override
    public void staged(StagedShard shard, boolean reused) {
        out.println("convert: " + shard.id() + " (" + shardsDone.incrementAndGet() + " of " + shards + "): "
                + Words.count(shard.items(), "capture") + " = "
                + Words.count(shard.documents(), "document") + " + "
                + Words.count(shard.rejects(), "reject")
                + (reused ? ", staged by an earlier attempt" : ""));
    }

    @Override
    public void entering(String step) {
        out.println(step);
    }
}
