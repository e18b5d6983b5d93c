package dev.colophon.dataset.table;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.colophon.dataset.parquet.RowWriter.Written;
import dev.colophon.model.Versions;
import dev.colophon.source.InputFingerprint;
import dev.colophon.storage.Storage;
import dev.colophon.storage.StoredFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A shard that was read whole: its counts and the sorted runs that it left. Its marker {@code shard.json} is written last,
 * so that a shard without one starts over.
 *
 * @param id the shard's id
 * @param versions what read it
 * @param sites SHA-256 of the profiles of sites that it was read with; empty where there were none
 * @param documents captures that became documents
 * @param rejects captures that became none
 * @param rejectsByReason the rejects by {@link dev.colophon.model.RejectReason#label}, sorted
 * @param runs the files it left
 * @param inputs its inputs as they were read
 */
public record StagedShard(
        String id,
        Versions versions,
        String sites,
        long documents,
        long rejects,
        Map<String, Long> rejectsByReason,
        List<Run> runs,
        List<InputFingerprint> inputs) {

    private static final String MARKER = "/shard.json";

    /** A file of sorted rows of one table. */
    public record Run(String table, String path, long rows, long bytes, String sha256) {
        static Run of(String table, Written written) {
            return new Run(table, written.path(), written.rows(), written.bytes(), written.sha256());
        }
    }

    public StagedShard {
        rejectsByReason = Collections.unmodifiableMap(new TreeMap<>(rejectsByReason));
        runs = List.copyOf(runs);
        inputs = List.copyOf(inputs);
        long items = inputs.stream().mapToLong(InputFingerprint::items).sum();
        if (items != documents + rejects) {
            throw new IllegalStateException("shard " + id + ": " + items + " captures were read, but there are "
                    + documents + " documents + " + rejects + " rejects");
        }
    }

    /** Captures that were read; as many as documents and rejects together. */
    public long items() {
        return documents + rejects;
    }

    /** Paths of the runs of a table. */
    List<String> runsOf(String table) {
        return runs.stream()
                .filter(run -> run.table().equals(table))
                .map(Run::path)
                .toList();
    }

    /**
     * A shard's marker.
     *
     * @return null where the shard was not finished, or where its marker or its runs are damaged: it starts over
     */
    public static @Nullable StagedShard read(Storage storage, String staging, String shardId) throws IOException {
        return read(storage, staging, shardId, "");
    }

    /**
     * The marker of an attempt at a shard.
     *
     * @param attempt its name, or empty
     * @return null where the attempt was not finished, or where its marker or its runs are damaged
     */
    public static @Nullable StagedShard read(Storage storage, String staging, String shardId, String attempt)
            throws IOException {
        String path = markerPath(staging, shardId, attempt);
        StagedShard shard;
        try (InputStream in = storage.open(path)) {
            shard = LedgerJson.read(new String(in.readAllBytes(), StandardCharsets.UTF_8), Marker.class)
                    .shard();
        } catch (NoSuchFileException | JsonProcessingException | RuntimeException unfinished) {
            return null;
        }
        return shard.id().equals(shardId) && shard.isWhole(storage) ? shard : null;
    }

    private boolean isWhole(Storage storage) throws IOException {
        for (Run run : runs) {
            if (size(storage, run.path()) != run.bytes()) {
                return false;
            }
        }
        return true;
    }

    /** Length of a file in bytes; -1 where there is none. */
    private static long size(Storage storage, String path) throws IOException {
        try {
            return storage.size(path);
        } catch (NoSuchFileException gone) {
            return -1;
        }
    }

    void write(Storage storage, String staging, String attempt) throws IOException {
        byte[] json = (LedgerJson.write(Marker.of(this)) + "\n").getBytes(StandardCharsets.UTF_8);
        try (OutputStream out = storage.create(markerPath(staging, id, attempt))) {
            out.write(json);
        }
    }

    /** The folder of an attempt at a shard: {@code staging/shard-0123}, or {@code staging/shard-0123.7} where it has a name. */
    static String folder(String staging, String shardId, String attempt) {
        return staging + "/" + shardId + (attempt.isEmpty() ? "" : "." + attempt);
    }

    private static String markerPath(String staging, String shardId, String attempt) {
        return folder(staging, shardId, attempt) + MARKER;
    }

    /**
     * The attempts that left a marker, by shard, sorted.
     *
     * @param staging folder of the run in the dataset
     */
    public static Map<String, List<String>> attempts(Storage storage, String staging) throws IOException {
        Map<String, List<String>> attempts = new TreeMap<>();
        for (StoredFile file : storage.list(staging)) {
            String path = file.path().substring(staging.length() + 1);
            int end = path.indexOf('/');
            if (end > 0 && path.substring(end).equals(MARKER)) {
                int name = path.lastIndexOf('.', end);
                String shard = path.substring(0, name < 0 ? end : name);
                attempts.computeIfAbsent(shard, id -> new ArrayList<>())
                        .add(name < 0 ? "" : path.substring(name + 1, end));
            }
        }
        return attempts;
    }

    private record Marker(
            String id,
            Versions versions,
            String sites,
            long documents,
            long rejects,
            Map<String, Long> rejectsByReason,
            List<Run> runs,
            List<LedgerJson.Input> inputs) {
        static Marker of(StagedShard shard) {
            return new Marker(
                    shard.id,
                    shard.versions,
                    shard.sites,
                    shard.documents,
                    shard.rejects,
                    shard.rejectsByReason,
                    shard.runs,
                    shard.inputs.stream().map(LedgerJson.Input::of).toList());
        }

        StagedShard shard() {
            return new StagedShard(
                    id,
                    versions,
                    sites,
                    documents,
                    rejects,
                    rejectsByReason,
                    runs,
                    inputs.stream().map(LedgerJson.Input::fingerprint).toList());
        }
    }
}
