package dev.colophon.batch;

import dev.colophon.dataset.table.StagedShard;
import dev.colophon.model.Outcome;

/** Hears how a run gets on. Called from several threads at once; must return quickly. */
public interface Progress {
    /** The plan is made. */
    void planned(ConversionPlan plan);

    /** An item was read and processed; {@code bytes} of input went into it. */
    void converted(Outcome outcome, long bytes);

    /** A shard is staged; {@code reused} where an earlier, interrupted run had staged it. */
    void staged(StagedShard shard, boolean reused);

    /** A step begins: {@code survey} before conversion; {@code consolidate}, {@code publish}, {@code report} after it. */
    void entering(String step);

    /** Says nothing. */
    Progress SILENT = new Progress() {
        @Override
        public void planned(ConversionPlan plan) {}

        @Override
        public void converted(Outcome outcome, long bytes) {}

        @Override
        public void staged(StagedShard shard, boolean reused) {}

        @Override
        public void entering(String step) {}
    };
}
