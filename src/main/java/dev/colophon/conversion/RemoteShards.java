package dev.colophon.conversion;

import dev.colophon.dataset.table.StagedShard;
import dev.colophon.dataset.table.StagedSurveyWriter;
import dev.colophon.source.Shard;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The shards of a run, read by other processes, several attempts at one perhaps. An attempt counts once it is reported
 * here, and then it alone: what lost and speculative attempts have staged is never looked at, and goes with the staging
 * folder. What an earlier attempt at the run staged whole is kept. Used by one thread.
 */
public final class RemoteShards {
    private final ConversionRun run;
    private final ShardsById shards;
    private final SiteCounts counts;

    RemoteShards(ConversionRun run) {
        this.run = run;
        this.counts = run.sites().counts();
        this.shards = new ShardsById(run.plan().shards());
    }

    /** What those who read the shards must know. */
    public WorkOrder order() {
        return WorkOrder.of(run);
    }

    private interface Look {
        /** Takes the attempt for the one that counts; null where its staged files are not whole. */
        @Nullable
        StagedShard at(Shard shard, String attempt) throws IOException;
    }

    private @Nullable StagedShard survey(Shard shard, String attempt) throws IOException {
        run.sites().attempt(shard, attempt);
        return run.sites().survey(shard);
    }

    private @Nullable StagedShard conversion(Shard shard, String attempt) throws IOException {
        run.attempt(shard, attempt);
        return run.stagedShard(shard);
    }

    /** The shards whose captures are to be counted by site where any is to be surveyed: all, in order. */
    public List<ShardTask> toCount() throws IOException {
        List<ShardTask> tasks = new ArrayList<>();
        for (Shard shard : run.plan().shards()) {
            tasks.add(run.sites().surveyTask(shard));
        }
        return tasks;
    }

    /** Takes what was counted in a shard; not twice. */
    public void counted(SiteCounts.OfShard shard) throws IOException {
        run.lease().requireNotLost();
        counts.add(shard);
    }

    /** What was counted. */
    public SiteCounts counts() {
        return counts;
    }

    /** The shards to survey, in order; none where nothing is to be learned of sites. */
    public List<ShardTask> toSurvey() throws IOException {
        List<ShardTask> tasks = new ArrayList<>();
        if (run.enterSurvey()) {
            Map<String, List<String>> attempts = StagedSurveyWriter.attempts(run.storage(), run.staging());
            for (Shard shard : run.plan().shards()) {
                if (earlier(shard, attempts, this::survey) == null) {
                    tasks.add(run.sites().surveyTask(shard));
                }
            }
        }
        return tasks;
    }

    /** The shards to convert, in order; to be asked once the sites are learned. */
    public List<ShardTask> toConvert() throws IOException {
        List<ShardTask> tasks = new ArrayList<>();
        Map<String, List<String>> attempts = StagedShard.attempts(run.storage(), run.staging());
        for (Shard shard : run.plan().shards()) {
            StagedShard staged = earlier(shard, attempts, this::conversion);
            if (staged == null) {
                tasks.add(run.task(shard));
            } else {
                run.progress().staged(staged, true);
            }
        }
        return tasks;
    }

    private static @Nullable StagedShard earlier(Shard shard, Map<String, List<String>> attempts, Look look)
            throws IOException {
        for (String attempt : attempts.getOrDefault(shard.id(), List.of())) {
            StagedShard staged = look.at(shard, attempt);
            if (staged != null) {
                return staged;
            }
        }
        return null;
    }

    /** Takes an attempt at the survey of a shard for the one that counts. */
    public void surveyed(String shardId, String attempt) throws IOException {
        visible(shardId, attempt, this::survey);
    }

    /** Takes an attempt at the conversion of a shard for the one that counts. */
    public void converted(String shardId, String attempt) throws IOException {
        StagedShard staged = visible(shardId, attempt, this::conversion);
        run.progress()
                .converted(
                        staged.items(),
                        staged.rejects(),
                        shards.require(shardId).bytes());
        run.progress().staged(staged, false);
    }

    private StagedShard visible(String shardId, String attempt, Look look) throws IOException {
        run.lease().requireNotLost();
        StagedShard staged = look.at(shards.require(shardId), attempt);
        if (staged == null) {
            throw new IOException("an executor staged " + shardId + " (attempt " + attempt + "), but "
                    + run.storage().root()
                    + " does not show it here as it should be; all machines must see one archive under one"
                    + " address, and run the same version of Colophon");
        }
        return staged;
    }
}
