package dev.colophon.dataset.run;

import dev.colophon.model.Versions;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What one run was asked, what it did and how it ended. The only place of a dataset that names absolute paths and times of
 * processing.
 *
 * @param format version of this record's own form, 1
 * @param id the run's id, a file name
 * @param job its job
 * @param outcome how it ended
 * @param started when it began
 * @param finished when it ended; null while it runs or where it was killed
 * @param engine what ran it, in words: {@code local, 2 threads}
 * @param software versions of this program, of Java and of the system, by name
 * @param versions the rules that were applied
 * @param settings the settings of the job that bear on its rows, by their keys
 * @param inputRoots the absolute input roots, in the job's order
 * @param batches the batches that it made, sorted
 * @param accounting totals
 * @param shards the same for each shard, by batch and id
 * @param manifest number of the manifest that it committed; null where it committed none
 * @param warnings what its user should know
 */
public record RunRecord(
        int format,
        String id,
        String job,
        RunOutcome outcome,
        Instant started,
        @Nullable Instant finished,
        String engine,
        SortedMap<String, String> software,
        Versions versions,
        SortedMap<String, String> settings,
        List<String> inputRoots,
        List<String> batches,
        Accounting accounting,
        List<ShardAccount> shards,
        @Nullable Long manifest,
        List<String> warnings) {
    /** The form that this version writes. */
    public static final int FORMAT = 1;

    public RunRecord {
        software = Collections.unmodifiableSortedMap(new TreeMap<>(software));
        settings = Collections.unmodifiableSortedMap(new TreeMap<>(settings));
        inputRoots = List.copyOf(inputRoots);
        batches = List.copyOf(batches);
        shards = List.copyOf(shards);
        warnings = List.copyOf(warnings);
    }

    /**
     * The same run at its end.
     *
     * @param committed number of the manifest that it committed; null where it committed none
     */
    public RunRecord ended(RunOutcome how, Instant at, @Nullable Long committed) {
        return new RunRecord(
                format,
                id,
                job,
                how,
                started,
                at,
                engine,
                software,
                versions,
                settings,
                inputRoots,
                batches,
                accounting,
                shards,
                committed,
                warnings);
    }

    /** From start to end; null where it has not ended. */
    public @Nullable Duration elapsed() {
        return finished == null ? null : Duration.between(started, finished);
    }
}
