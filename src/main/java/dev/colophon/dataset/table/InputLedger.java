package dev.colophon.dataset.table;

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
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which inputs a batch was made of, and what they were when they were read: a file of JSON lines, sorted by
 * {@code source_uri}. It is a part like others, so that what was read and what became of it are committed together.
 */
public final class InputLedger {
    /** Name of the ledger where a {@link Part} names its table. */
    public static final String TABLE = "inputs";

    private InputLedger() {}

    /** {@code _colophon/inputs/batch=2026-11-22/part-00000.jsonl}. */
    public static String path(String batch) {
        return "_colophon/" + PartPaths.folder(TABLE, batch) + PartPaths.fileName(0) + ".jsonl";
    }

    /** The inputs of a batch by {@code source_uri}, sorted. */
    public static SortedMap<String, InputFingerprint> read(Storage storage, String path) throws IOException {
        SortedMap<String, InputFingerprint> inputs = new TreeMap<>();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(storage.open(path), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                InputFingerprint input = Json.read(line, Json.Input.class).fingerprint();
                inputs.put(input.sourceUri(), input);
            }
        }
        return inputs;
    }

    /** The live ledger without what is replaced, and what the shards have read. */
    static Part write(Storage storage, String staging, BatchConsolidation.Batch batch) throws IOException {
        SortedMap<String, InputFingerprint> inputs = kept(storage, batch);
        for (InputFingerprint input : read(batch).values()) {
            if (inputs.put(input.sourceUri(), input) != null) {
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

    private static SortedMap<String, InputFingerprint> kept(Storage storage, BatchConsolidation.Batch batch)
            throws IOException {
        SortedMap<String, InputFingerprint> inputs = new TreeMap<>();
        for (String path : LiveRows.paths(batch.live(), TABLE)) {
            inputs.putAll(read(storage, path));
        }
        Set<String> replaced = batch.replaced();
        inputs.keySet().removeIf(replaced::contains);
        return inputs;
    }

    private static Part write(Storage storage, String staging, String batch, Map<String, InputFingerprint> inputs)
            throws IOException {
        String path = path(batch);
        MessageDigest digest = Hashes.sha256();
        long bytes = 0;
        try (OutputStream out = storage.create(PartPaths.staged(staging, path))) {
            for (InputFingerprint input : inputs.values()) {
                byte[] line = (Json.write(Json.Input.of(input)) + "\n").getBytes(StandardCharsets.UTF_8);
                out.write(line);
                digest.update(line);
                bytes += line.length;
            }
        }
        return new Part(TABLE, batch, path, inputs.size(), bytes, HexFormat.of().formatHex(digest.digest()));
    }
}
