package dev.colophon.batch;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.batch.core.partition.Partitioner;
import org.springframework.batch.infrastructure.item.ExecutionContext;

/** One partition for each shard, named by the shard's id. */
final class ShardPartitioner implements Partitioner {
    private final Supplier<List<String>> shards;

    ShardPartitioner(Supplier<List<String>> shards) {
        this.shards = shards;
    }

    @Override
    public Map<String, ExecutionContext> partition(int gridSize) {
        Map<String, ExecutionContext> partitions = new LinkedHashMap<>();
        for (String shard : shards.get()) {
            ExecutionContext context = new ExecutionContext();
            context.putString(ConversionJobConfiguration.SHARD, shard);
            partitions.put(shard, context);
        }
        return partitions;
    }
}
