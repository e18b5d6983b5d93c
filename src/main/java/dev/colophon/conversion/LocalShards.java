package dev.colophon.conversion;

import dev.colophon.dataset.table.StagedShard;
import dev.colophon.source.Shard;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The shards of a run, read in this process. What an earlier attempt of the run staged whole is kept. Thread-safe, one
 * thread for a shard.
 */
public final class LocalShards implements AutoCloseable {
    private final ConversionRun run;
    private final Turns turns;
    private @Nullable ShardWork work;
    private @Nullable ShardsById byId;
    private @Nullable SiteCounts counts;
    private @Nullable Throwable fault;

    LocalShards(ConversionRun run) {
        this.run = run;
        this.turns = new Turns(run.settings().parallelism());
    }

    /** How many threads it takes to read as many shards at once as the job may while others wait for late documents. */
    public int threads() {
        int parallelism = run.settings().parallelism();
        return parallelism + DocumentThreads.late(parallelism);
    }

    /** Ids of the shards whose captures are to be counted by site; none where no shard is left to survey. */
    public List<String> toCount() throws IOException {
        return run.enterSurvey() && run.sites().isAnyUnsurveyed() ? toConvert() : List.of();
    }

    /** Ids of the shards to survey; none where nothing is to be learned of sites. */
    public List<String> toSurvey() {
        return run.sites().areOn() ? toConvert() : List.of();
    }

    /** Ids of the shards to convert: repeatable, and others where the work is another. */
    public List<String> toConvert() {
        return run.plan().shards().stream().map(Shard::id).toList();
    }

    /** Counts the captures of each site in a shard; gives how many it counted. */
    public long count(String shardId) throws IOException {
        Shard shard = shard(shardId);
        SiteCounts.OfShard counted = noting(turn -> work().count(run.sites().surveyTask(shard)));
        counts().add(counted);
        return counted.captures();
    }

    /** Surveys a shard. */
    public StagedShard survey(String shardId) throws IOException {
        Shard shard = shard(shardId);
        StagedShard staged = run.sites().survey(shard);
        return staged != null
                ? staged
                : noting(turn -> work().survey(run.sites().surveyTask(shard), "", counts()));
    }

    /** Converts a shard. */
    public StagedShard convert(String shardId) throws IOException {
        Shard shard = shard(shardId);
        StagedShard staged = run.stagedShard(shard);
        boolean reused = staged != null;
        if (staged == null) {
            staged = noting(turn -> work().convert(run.task(shard), "", run.progress(), turn::close));
        }
        run.progress().staged(staged, reused);
        return staged;
    }

    private interface Reading<T> {
        T read(Turns.Turn turn) throws IOException;
    }

    private <T> T noting(Reading<T> reading) throws IOException {
        try (Turns.Turn turn = turns.await()) {
            run.lease().requireNotLost();
            return reading.read(turn);
        } catch (IOException | RuntimeException | Error failure) {
            failed(failure);
            throw failure;
        }
    }

    private synchronized void failed(Throwable failure) {
        if (fault == null) {
            fault = failure;
        }
    }

    /** What made the first shard fail; null where none did. */
    public synchronized @Nullable Throwable fault() {
        return fault;
    }

    private synchronized Shard shard(String id) {
        if (byId == null) {
            byId = new ShardsById(run.plan().shards());
        }
        return byId.require(id);
    }

    private synchronized SiteCounts counts() {
        if (counts == null) {
            counts = run.sites().counts();
        }
        return counts;
    }

    private synchronized ShardWork work() {
        if (work == null) {
            work = new ShardWork(
                    run.storage(),
                    run.staging(),
                    run.plan().inputs().roots(),
                    run.settings()
                            .sources()
                            .keepingIn(run.pipelineSettings().limits().temporary()),
                    run.pipelineSettings());
        }
        return work;
    }

    /** Ends the forked parsers. */
    @Override
    public synchronized void close() {
        if (work != null) {
            work.close();
        }
    }
}
