package dev.colophon.batch;

import dev.colophon.source.Shard;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.batch.core.partition.Partitioner;
import org.springframework.batch.infrastructure.item.ExecutionContext;

/** One partition for each shard of the plan, named by the shard's id. */
final class ShardPartitioner implements Partitioner {
    private final ConversionRun run;

    ShardPartitioner(ConversionRun run) {
        this.run = run;
    }

    @Override
    public Map<String, ExecutionContext> partition(int gridSize) {
        return of(run.plan().shards());
    }

    /** The same for the survey; none where nothing is to be learned of sites. */
    Map<String, ExecutionContext> surveys(int gridSize) {
        if (!run.sites().areOn() || run.plan().isEmpty()) {
            return Map.of();
        }
        run.progress().entering("survey");
        return of(run.plan().shards());
    }

    private static Map<String, ExecutionContext> of(List<Shard> shards) {
        Map<String, ExecutionContext> partitions = new LinkedHashMap<>();
        for (Shard shard : shards) {
            ExecutionContext context = new ExecutionContext();
            context.putString(ConversionJobConfiguration.SHARD, shard.id());
            partitions.put(shard.id(), context);
        }
        return partitions;
    }
}
