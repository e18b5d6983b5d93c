package dev.colophon.dataset.run;

/**
 * What became of one shard.
 *
 * @param id the shard's id
 * @param batch its batch
 * @param accounting its counts
 */
public record ShardAccount(String id, String batch, Accounting accounting) {}
