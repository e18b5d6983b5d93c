package dev.colophon.conversion;

import dev.colophon.source.Shard;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The shards of a plan, to be found by their ids. Immutable. */
final class ShardsById {
    private final Map<String, Shard> shards = new HashMap<>();

    ShardsById(List<Shard> shards) {
        shards.forEach(shard -> this.shards.put(shard.id(), shard));
    }

    /** The shard of that id; an {@link IllegalStateException} where the plan has none. */
    Shard require(String id) {
        Shard shard = shards.get(id);
        if (shard == null) {
            throw new IllegalStateException("the plan has no shard " + id);
        }
        return shard;
    }
}
