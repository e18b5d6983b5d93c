package dev.colophon.batch;

import dev.colophon.source.Shard;
import java.util.LinkedHashMap;
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
        Map<String, ExecutionContext> partitions = new LinkedHashMap<>();
        for (Shard shard : run.plan().shards()) {
            ExecutionContext context = new ExecutionContext();
            context.putString(ConversionJobConfiguration.SHARD, shard.id());
            partitions.put(shard.id(), context);
        }
        return partitions;
    }
}
