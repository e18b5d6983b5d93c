package dev.colophon.source;

import dev.colophon.text.Hashes;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;

/**
 * Groups inputs into shards: those of one batch, in order of {@code sourceUri}, until a shard holds {@link #MOST_BYTES}
 * or {@link #MOST_FILES}. A file beyond that size is a shard of its own, or several where {@link InputParts} has cut
 * it. The order in which inputs come does not matter.
 */
public final class ShardPlanner {
    /** Input bytes at which a shard is full: 16 MB, so that a dump of a gigabyte keeps every processor busy. */
    public static final long MOST_BYTES = 16L << 20;

    /** Files at which a shard is full. */
    public static final int MOST_FILES = 200;

    private static final int ID_BYTES = 8;

    private ShardPlanner() {}

    /**
     * Plans the shards, sorted by batch and inputs.
     *
     * @param settingsSha256 hash of the settings that rows depend on: other settings give other shards
     */
    public static List<Shard> plan(List<InputFile> files, String settingsSha256) {
        List<InputFile> sorted = files.stream()
                .sorted(Comparator.comparing(InputFile::batch)
                        .thenComparing(InputFile::sourceUri)
                        .thenComparing(input -> input.slice().from()))
                .toList();
        List<Shard> shards = new ArrayList<>();
        int from = 0;
        while (from < sorted.size()) {
            int to = endOfShard(sorted, from);
            shards.add(shard(sorted.subList(from, to), settingsSha256));
            from = to;
        }
        return List.copyOf(shards);
    }

    private static int endOfShard(List<InputFile> sorted, int from) {
        String batch = sorted.get(from).batch();
        long bytes = sorted.get(from).bytes();
        int to = from + 1;
        while (to < sorted.size()
                && to - from < MOST_FILES
                && sorted.get(to).batch().equals(batch)) {
            bytes += sorted.get(to).bytes();
            if (bytes > MOST_BYTES) {
                break;
            }
            to++;
        }
        return to;
    }

    private static Shard shard(List<InputFile> inputs, String settingsSha256) {
        MessageDigest digest = Hashes.sha256();
        String batch = inputs.get(0).batch();
        update(digest, settingsSha256);
        update(digest, batch);
        for (InputFile input : inputs) {
            update(digest, input.sourceUri());
            update(digest, input.size());
            Instant modified = input.modified();
            update(digest, modified.getEpochSecond());
            update(digest, modified.getNano());
            if (!input.slice().isWhole()) {
                update(digest, input.slice().from());
                update(digest, input.slice().to());
            }
        }
        String id = HexFormat.of().formatHex(digest.digest(), 0, ID_BYTES);
        return new Shard("shard-" + id, batch, inputs);
    }

    private static void update(MessageDigest digest, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        update(digest, bytes.length);
        digest.update(bytes);
    }

    private static void update(MessageDigest digest, long number) {
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(number).flip());
    }
}
