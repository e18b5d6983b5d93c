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

    /**
     * The documents that {@link #contents} tells of, in words: empty where they are the run's own,
     * {@code of all 15 documents of its batches} where it added to batches that were there.
     */
    String contentsScope() {
        return contents.documents() == run.accounting().documents()
                ? ""
                : "of all " + Words.count(contents.documents(), "document") + " of its batches";
    }

    /** The duplicates by method, and of how many documents where those are not the run's own. */
    String duplicates() {
        String scope = contentsScope();
        String methods = contents.duplicateMethods();
        return methods + (methods.isEmpty() || scope.isEmpty() ? "" : ", ") + scope;
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
