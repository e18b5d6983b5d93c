package dev.colophon.batch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.batch.core.partition.Partitioner;
import org.springframework.batch.infrastructure.item.ExecutionContext;

/** One partition for each shard, named by the shard's id. */
final class ShardPartitioner implements Partitioner {
    private final Shards shards;

    ShardPartitioner(Shards shards) {
        this.shards = shards;
    }

    /** Gives ids of shards. */
    @FunctionalInterface
    interface Shards {
        List<String> ids() throws IOException;
    }

    @Override
    public Map<String, ExecutionContext> partition(int gridSize) {
        Map<String, ExecutionContext> partitions = new LinkedHashMap<>();
        for (String shard : ids()) {
            ExecutionContext context = new ExecutionContext();
            context.putString(ConversionJobConfiguration.SHARD, shard);
            partitions.put(shard, context);
        }
        return partitions;
    }

    private List<String> ids() {
        try {
            return shards.ids();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
