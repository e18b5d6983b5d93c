package dev.colophon.conversion;

import dev.colophon.source.Shard;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done with one shard, for those who read it on another machine too.
 *
 * @param shard its inputs
 * @param sites path of the part that tells what is known of the sites of its batch; null where nothing is
 * @param sitesSha256 hash of that part where pages are read with it; empty where nothing is known
 */
public record ShardTask(Shard shard, @Nullable String sites, String sitesSha256) implements Serializable {}
