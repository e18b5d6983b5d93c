package dev.colophon.conversion;

import dev.colophon.dataset.table.StagedShard;

/** Hears how a run gets on. Called from several threads at once; must return quickly. */
public interface Progress {
    /** The plan is made. */
    void planned(ConversionPlan plan);

    /** Captures were read and processed, {@code rejects} of them in vain; {@code bytes} of input went into them. */
    void converted(long captures, long rejects, long bytes);

    /** A shard is staged; {@code reused} where an earlier, interrupted run had staged it. */
    void staged(StagedShard shard, boolean reused);

    /** A stage begins: {@code survey} before conversion; {@code consolidate}, {@code publish}, {@code report} after it. */
    void entering(String step);

    /** Says nothing. */
    Progress SILENT = new Progress() {
        @Override
        public void planned(ConversionPlan plan) {}

        @Override
        public void converted(long captures, long rejects, long bytes) {}

        @Override
        public void staged(StagedShard shard, boolean reused) {}

        @Override
        public void entering(String step) {}
    };
}
