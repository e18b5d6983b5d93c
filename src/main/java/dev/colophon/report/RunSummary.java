package dev.colophon.report;

import dev.colophon.dataset.run.RunRecord;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that the reports of a run are made of.
 *
 * @param run its record
 * @param dataset the dataset's root, for people
 * @param contents what its documents are like
 * @param examples some of its rejects, in the order they are to be shown in
 */
public record RunSummary(RunRecord run, String dataset, Contents contents, List<RejectExample> examples) {
    public RunSummary {
        examples = List.copyOf(examples);
    }

    /** Documents in a second of the whole run; null where it has not ended or took no time. */
    @Nullable
    Double documentsPerSecond() {
        Duration elapsed = run.elapsed();
        return elapsed == null || elapsed.toMillis() <= 0
                ? null
                : run.accounting().documents() * 1000.0 / elapsed.toMillis();
    }
}
