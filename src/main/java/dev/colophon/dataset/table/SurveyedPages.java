package dev.colophon.dataset.table;

import dev.colophon.dataset.parquet.Row;
import dev.colophon.dataset.parquet.RowCursor;
import dev.colophon.dataset.parquet.RunFile;
import dev.colophon.dataset.parquet.SortedRuns;
import dev.colophon.storage.Storage;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The surveyed pages of many shards: site by site, those of a site in the order of their inputs. Not thread-safe. */
public final class SurveyedPages implements Closeable {
    private static final int SITE = Tables.SURVEYED.position("site");
    private static final int SKETCH = Tables.SURVEYED.position("sketch");

    private final SortedRuns runs;
    private final RowCursor rows;

    /**
     * Opens them.
     *
     * @param staging folder of the run in the dataset
     * @param surveys of all shards of one batch, in any order
     */
    public SurveyedPages(Storage dataset, String staging, List<StagedShard> surveys) throws IOException {
        runs = new SortedRuns(dataset, staging + "/surveys/merge", Tables.SURVEYED, Tables.SURVEYED_ORDER);
        surveys.stream()
                .flatMap(survey -> survey.runsOf(Tables.SURVEYED.name()).stream())
                .map(RunFile::whole)
                .forEach(runs::addRun);
        rows = runs.open();
    }

    /**
     * A page.
     *
     * @param sketch as it was staged
     */
    @SuppressWarnings("ArrayRecordComponent") // compared nowhere
    public record Page(String site, byte[] sketch) {}

    /** The next page; null at the end. */
    public @Nullable Page next() throws IOException {
        Row row = rows.next();
        return row == null
                ? null
                : new Page(
                        Objects.requireNonNull(row.string(SITE)),
                        Objects.requireNonNull(row.binary(SKETCH)).getBytes());
    }

    @Override
    public void close() throws IOException {
        rows.close();
        runs.close();
    }
}
