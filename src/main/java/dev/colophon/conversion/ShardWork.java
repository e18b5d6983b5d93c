package dev.colophon.conversion;

import com.google.common.base.Ascii;
import dev.colophon.dataset.Part;
import dev.colophon.dataset.table.ConsolidationTask;
import dev.colophon.dataset.table.SiteLedger;
import dev.colophon.dataset.table.StagedShard;
import dev.colophon.dataset.table.StagedShardWriter;
import dev.colophon.dataset.table.StagedSurveyWriter;
import dev.colophon.extract.page.PageSketch;
import dev.colophon.extract.page.SiteKnowledge;
import dev.colophon.model.Capture;
import dev.colophon.model.Outcome;
import dev.colophon.model.Reject;
import dev.colophon.model.SourceItem;
import dev.colophon.pipeline.DocumentPipeline;
import dev.colophon.pipeline.PipelineSettings;
import dev.colophon.source.ShardReader;
import dev.colophon.source.ShardReaders;
import dev.colophon.source.format.SourceSettings;
import dev.colophon.storage.Storage;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Does what a run leaves to any process: surveys and converts its shards, and carries out the tasks that consolidate
 * what that gave. Writes nothing but what it stages, so that it may be done again, or twice at once under different
 * attempts. Holds one pipeline with its forked parsers, and what is known of the sites of one batch. Thread-safe.
 */
public final class ShardWork implements AutoCloseable {
    /** Captures that tell whether it is worth while to count all. */
    private static final int FIRST = 150;
    /** Captures of a site, on average, from which on it is not. */
    private static final int MANY = 10;

    private final Storage dataset;
    private final String staging;
    private final List<Storage> roots;
    private final SourceSettings sources;
    private final PipelineSettings settings;
    private final DocumentPipeline pipeline;
    private final DocumentThreads threads;
    private final Semaphore consolidations = new Semaphore(ConsolidationTask.atOnce());
    /** What the pages of a batch are read with, by the path of its ledger. */
    private final LatestRead<SiteKnowledge> sites;
    /** Names of the sites that a batch knows. */
    private final LatestRead<Set<String>> known;

    private volatile boolean closed;

    /**
     * Work for one run.
     *
     * @param dataset the archive
     * @param staging the run's folder in it
     * @param roots where the inputs lie, as {@link dev.colophon.source.Inputs#roots} has them
     */
    public ShardWork(
            Storage dataset, String staging, List<Storage> roots, SourceSettings sources, PipelineSettings settings) {
        this.dataset = dataset;
        this.staging = staging;
        this.roots = List.copyOf(roots);
        this.sources = sources;
        this.settings = settings;
        this.pipeline = new DocumentPipeline(settings);
        this.sites = new LatestRead<>(SiteKnowledge.NONE, path -> BatchSites.read(dataset, path));
        this.known = new LatestRead<>(Set.of(), path -> SiteLedger.sites(dataset, path));
        this.threads = DocumentThreads.ofRun(
                settings.limits().parseTime(), settings.limits().workers(), pipeline::standingStill);
    }

    /**
     * Counts the captures of each site in a shard, unparsed. Where the first captures are of few sites, so that nearly all
     * would have enough, the rest is left uncounted.
     */
    public SiteCounts.OfShard count(ShardTask task) throws IOException {
        SiteCounts.Counting counting = new SiteCounts.Counting(task.shard().batch());
        Set<String> seen = new HashSet<>();
        try (ShardReader reader = ShardReaders.openUnhashed(task.shard(), roots, sources)) {
            for (SourceItem item = reader.next(); item != null; item = reader.next()) {
                String site =
                        item instanceof Capture capture && mayBePage(capture) ? DocumentPipeline.site(capture) : null;
                if (site == null) {
                    continue;
                }
                if (counting.captures() < FIRST) {
                    seen.add(site);
                } else if (seen.size() * MANY < FIRST) {
                    return counting.result(false);
                }
                counting.add(site);
            }
        }
        return counting.result(true);
    }

    /**
     * Surveys a shard: pages of each site that its batch does not know yet, the first of those that are drawn. Pages of other
     * sites, of sites of which the shard has given enough or the batch has too few, those that are not drawn, and captures
     * without an address are passed over unparsed.
     *
     * @param attempt name that tells this attempt from all others at the shard; empty where there are no others
     */
    public StagedShard survey(ShardTask task, String attempt, SiteCounts counts) throws IOException {
        String batch = task.shard().batch();
        Set<String> knownSites = known.of(task.sites());
        int pages = settings.sites().pages();
        ShardSurveys surveys = new ShardSurveys(pages);
        try (ShardReader reader = ShardReaders.openUnhashed(task.shard(), roots, sources);
                StagedSurveyWriter writer =
                        new StagedSurveyWriter(dataset, staging, task.shard().id(), attempt, settings.versions())) {
            for (SourceItem item = reader.next(); item != null; item = reader.next()) {
                String site =
                        item instanceof Capture capture && mayBePage(capture) ? DocumentPipeline.site(capture) : null;
                if (site == null || knownSites.contains(site) || !counts.draws(batch, site, item.origin(), pages)) {
                    continue;
                }
                PageSketch sketch = surveys.wants(site) ? sketch((Capture) item) : null;
                byte[] taken = sketch == null ? null : surveys.take(site, sketch);
                if (taken != null) {
                    writer.add(site, item.origin().sourceUri(), taken);
                }
            }
            requireOpen(task);
            return writer.finish();
        }
    }

    /** Whether the dump does not say that a capture is something else than a page: pictures and scripts show nothing of a site. */
    private static boolean mayBePage(Capture capture) {
        String type = capture.declaredType();
        return type == null || type.isBlank() || Ascii.toLowerCase(type).contains("html");
    }

    /** Null where it cannot be read in the time that a document has: that it is converted tells why. */
    private @Nullable PageSketch sketch(Capture capture) throws IOException {
        return threads.read(() -> pipeline.survey(capture));
    }

    /** Converts a shard as {@link #convert(ShardTask, String, Progress, Runnable)} does. */
    public StagedShard convert(ShardTask task, String attempt, Progress progress) throws IOException {
        return convert(task, attempt, progress, () -> {});
    }

    /**
     * Converts a shard: read, process, write.
     *
     * @param attempt name that tells this attempt from all others at the shard; empty where there are no others
     * @param progress hears of each capture
     * @param waiting is run once only late documents are still waited for
     */
    StagedShard convert(ShardTask task, String attempt, Progress progress, Runnable waiting) throws IOException {
        SiteKnowledge knowledge = sites.of(task.sites());
        try (ShardReader reader = ShardReaders.open(task.shard(), roots, sources);
                StagedShardWriter writer = new StagedShardWriter(
                                dataset, staging, task.shard().id(), attempt, settings.versions())
                        .readWith(task.sitesSha256())) {
            ShardDocuments documents = new ShardDocuments(
                    threads,
                    capture -> pipeline.process(capture, knowledge),
                    pipeline::givenUp,
                    (outcome, bytes) -> write(writer, outcome, bytes, progress));
            for (SourceItem item = reader.next(); item != null; item = reader.next()) {
                // The item is one of the two that the sealed interface permits.
                if (item instanceof Capture capture) {
                    documents.read(capture);
                } else {
                    write(
                            writer,
                            new Outcome.Rejected((Reject) item),
                            item.origin().length(),
                            progress);
                }
            }
            if (documents.awaitPunctual()) {
                writer.spill();
                waiting.run();
            }
            documents.finish();
            requireOpen(task);
            return writer.finish(reader.fingerprints());
        }
    }

    private static void write(StagedShardWriter writer, Outcome outcome, long bytes, Progress progress)
            throws IOException {
        writer.accept(outcome);
        progress.converted(1, outcome instanceof Outcome.Rejected ? 1 : 0, bytes);
    }

    /**
     * Carries out a consolidation task, once the heap has room for one more.
     *
     * @param attempt name that tells this attempt from all others
     */
    public List<Part> consolidate(ConsolidationTask task, String attempt) throws IOException {
        try {
            consolidations.acquire();
        } catch (InterruptedException stop) {
            throw new InterruptedIOException("given up while it waited: " + task.name());
        }
        try {
            return task.write(dataset, staging, attempt);
        } finally {
            consolidations.release();
        }
    }

    /** Documents whose parser was ended with the work look like such as broke it, and pages unread like such as tell nothing. */
    private void requireOpen(ShardTask task) throws IOException {
        if (closed) {
            throw new IOException(
                    "given up: this process ends, and the shard " + task.shard().id() + " is to be read again");
        }
    }

    /** Ends the forked parsers. Shards that are still read are given up: none is staged from now on. */
    @Override
    public void close() {
        closed = true;
        threads.close();
        pipeline.close();
    }
}
