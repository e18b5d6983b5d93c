package dev.colophon.dataset.table;

import dev.colophon.dataset.DamagedDatasetException;
import dev.colophon.dataset.Part;
import dev.colophon.source.InputFingerprint;
import dev.colophon.storage.Storage;
import dev.colophon.text.Hashes;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which inputs a batch was made of, and what they were when they were read: a file of JSON lines, sorted by
 * {@code source_uri}. It is a part like others, so that what was read and what became of it are committed together. Where
 * batches were merged, a line also names the batch that its input belongs to.
 */
public final class InputLedger {
    /** Name of the ledger where a {@link Part} names its table. */
    public static final String TABLE = "inputs";

    private InputLedger() {}

    /** {@code _colophon/inputs/batch=2026-11-22/part-00000.jsonl}. */
    public static String path(String batch) {
        return "_colophon/" + PartPaths.folder(TABLE, batch) + PartPaths.fileName(0) + ".jsonl";
    }

    /**
     * An input that the archive holds.
     *
     * @param batch the batch that it belongs to; another than the one that holds its rows where batches were merged
     * @param input what it was when it was read
     */
    public record Entry(String batch, InputFingerprint input) {}

    /**
     * The inputs of a batch by {@code source_uri}, sorted.
     *
     * @param batch the batch whose ledger it is
     */
    public static SortedMap<String, Entry> read(Storage storage, String path, String batch) throws IOException {
        SortedMap<String, Entry> inputs = new TreeMap<>();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(storage.open(path), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Entry entry = entry(line, batch, path);
                inputs.put(entry.input().sourceUri(), entry);
            }
        }
        return inputs;
    }

    private static Entry entry(String line, String batch, String path) throws IOException {
        try {
            return entry(line, batch);
        } catch (IOException damaged) {
            throw new DamagedDatasetException("expected the line of an input in " + path + ", but "
                    + damaged.getMessage() + "; restore the file from a backup");
        }
    }

    private static Entry entry(String line, String batch) throws IOException {
        if (line.startsWith("{\"batch\":")) {
            LedgerJson.MovedInput moved = LedgerJson.read(line, LedgerJson.MovedInput.class);
            return new Entry(moved.batch(), moved.fingerprint());
        }
        return new Entry(batch, LedgerJson.read(line, LedgerJson.Input.class).fingerprint());
    }

    /** The live ledger without what is replaced, and what the shards have read. */
    static Part write(Storage storage, String staging, BatchConsolidation.Batch batch) throws IOException {
        SortedMap<String, Entry> live = live(storage, batch);
        SortedMap<String, Entry> inputs = new TreeMap<>(live);
        inputs.keySet().removeAll(batch.replaced());
        for (InputFingerprint input : read(batch).values()) {
            Entry before = live.get(input.sourceUri());
            String belongsTo = before == null ? batch.id() : before.batch();
            if (inputs.put(input.sourceUri(), new Entry(belongsTo, input)) != null) {
                throw new IllegalStateException("input " + input.sourceUri() + " of batch " + batch.id()
                        + " is live and was not said to be replaced");
            }
        }
        return write(storage, staging, batch.id(), inputs);
    }

    /** What the shards have read; a large input may have been read in parts by several. */
    private static SortedMap<String, InputFingerprint> read(BatchConsolidation.Batch batch) {
        SortedMap<String, InputFingerprint> inputs = new TreeMap<>();
        for (StagedShard shard : batch.shards()) {
            for (InputFingerprint input : shard.inputs()) {
                inputs.merge(input.sourceUri(), input, InputFingerprint::joined);
            }
        }
        return inputs;
    }

    /** Whether every live input of a batch goes. */
    static boolean replacesAll(Storage storage, BatchConsolidation.Batch batch) throws IOException {
        return batch.replaced().containsAll(live(storage, batch).keySet());
    }

    private static SortedMap<String, Entry> live(Storage storage, BatchConsolidation.Batch batch) throws IOException {
        SortedMap<String, Entry> inputs = new TreeMap<>();
        for (String path : LiveRows.paths(batch.live(), TABLE)) {
            inputs.putAll(read(storage, path, batch.id()));
        }
        return inputs;
    }

    /** Writes the ledger of a batch under the staging folder. */
    static Part write(Storage storage, String staging, String batch, SortedMap<String, Entry> inputs)
            throws IOException {
        String path = path(batch);
        MessageDigest digest = Hashes.sha256();
        long bytes = 0;
        try (OutputStream out = storage.create(PartPaths.staged(staging, path))) {
            for (Entry entry : inputs.values()) {
                byte[] line = (line(entry, batch) + "\n").getBytes(StandardCharsets.UTF_8);
                out.write(line);
                digest.update(line);
                bytes += line.length;
            }
        }
        return new Part(TABLE, batch, path, inputs.size(), bytes, HexFormat.of().formatHex(digest.digest()));
    }

    private static String line(Entry entry, String batch) {
        return LedgerJson.write(
                entry.batch().equals(batch)
                        ? LedgerJson.Input.of(entry.input())
                        : LedgerJson.MovedInput.of(entry.batch(), entry.input()));
    }
}
