package dev.colophon.dataset.table;

import dev.colophon.dataset.parquet.Row;
import dev.colophon.dataset.parquet.RowWriter;
import dev.colophon.model.Versions;
import dev.colophon.storage.Storage;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Stages the surveyed pages of one shard as sorted runs beside what the shard is converted to, and at last a marker: a
 * survey without one starts over. Holds 16 MB of sketches at most. Not thread-safe.
 */
public final class StagedSurveyWriter implements Closeable {
    private static final long BUFFER_BYTES = 16L << 20;

    private final Storage dataset;
    private final String folder;
    private final String shardId;
    private final String attempt;
    private final String shardFolder;
    private final Versions versions;
    private final List<StagedShard.Run> runs = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();
    private long weight;
    private int pages;

    /** Opens the survey of a shard that nobody else is at work on. */
    public StagedSurveyWriter(Storage dataset, String staging, String shardId, Versions versions) throws IOException {
        this(dataset, staging, shardId, "", versions);
    }

    /**
     * Opens an attempt at the survey of a shard and removes what an earlier one of its name left.
     *
     * @param staging folder of the run in the dataset
     * @param attempt its name; empty where nobody else may be at work on the shard
     */
    public StagedSurveyWriter(Storage dataset, String staging, String shardId, String attempt, Versions versions)
            throws IOException {
        this.dataset = dataset;
        this.folder = folder(staging);
        this.shardId = shardId;
        this.attempt = attempt;
        this.shardFolder = StagedShard.folder(folder, shardId, attempt);
        this.versions = versions;
        dataset.delete(shardFolder);
    }

    /** The marker of a survey; null where it was not finished or is damaged. */
    public static @Nullable StagedShard read(Storage dataset, String staging, String shardId) throws IOException {
        return read(dataset, staging, shardId, "");
    }

    /** The marker of an attempt at a survey; null where it was not finished or is damaged. */
    public static @Nullable StagedShard read(Storage dataset, String staging, String shardId, String attempt)
            throws IOException {
        return StagedShard.read(dataset, folder(staging), shardId, attempt);
    }

    /** The attempts that left a marker, by shard, sorted. */
    public static Map<String, List<String>> attempts(Storage dataset, String staging) throws IOException {
        return StagedShard.attempts(dataset, folder(staging));
    }

    private static String folder(String staging) {
        return staging + "/surveys";
    }

    /**
     * Adds a page behind the others of the shard.
     *
     * @param sketch as {@code PageSketch.bytes()} gives it
     */
    public void add(String site, String sourceUri, byte[] sketch) throws IOException {
        Row row = Tables.SURVEYED.row(new SiteColumns.Surveyed(site, sourceUri, pages++, sketch));
        rows.add(row);
        weight += row.weight();
        if (weight >= BUFFER_BYTES) {
            spill();
        }
    }

    private void spill() throws IOException {
        if (rows.isEmpty()) {
            return;
        }
        rows.sort(Tables.SURVEYED_ORDER);
        String path = String.format(Locale.ROOT, "%s/surveyed-%05d.parquet", shardFolder, runs.size());
        try (RowWriter writer = new RowWriter(dataset, path, Tables.SURVEYED, RowWriter.Profile.RUN)) {
            for (Row row : rows) {
                writer.write(row);
            }
            runs.add(StagedShard.Run.of(Tables.SURVEYED.name(), writer.finish()));
        }
        rows.clear();
        weight = 0;
    }

    /** Writes the rest and the marker. */
    public StagedShard finish() throws IOException {
        spill();
        StagedShard survey = new StagedShard(shardId, versions, "", 0, 0, Map.of(), runs, List.of());
        survey.write(dataset, folder, attempt);
        return survey;
    }

    @Override
    public void close() {
        rows.clear();
    }
}
