package dev.colophon.conversion;

import dev.colophon.dataset.Dataset;
import dev.colophon.dataset.Layout;
import dev.colophon.dataset.Manifest;
import dev.colophon.dataset.Part;
import dev.colophon.dataset.lease.Lease;
import dev.colophon.dataset.run.RunRecord;
import dev.colophon.dataset.table.DecisionLedger;
import dev.colophon.dataset.table.StagedShard;
import dev.colophon.pipeline.PipelineSettings;
import dev.colophon.report.RunSummary;
import dev.colophon.source.Shard;
import dev.colophon.storage.Storage;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the stages of one run share. The stages run one after another; what works in several threads writes nothing here.
 */
final class ConversionRun {
    private final JobSettings settings;
    private final Work work;
    private final PipelineSettings pipelineSettings;
    private final Dataset dataset;
    private final Lease lease;
    private final Progress progress;
    private final InstantSource clock;
    private final Instant started;
    private final Engine engine;
    private String id = "";
    private @Nullable ConversionPlan plan;
    private final Map<String, String> attempts = new HashMap<>();
    private final RunSites sites = new RunSites(this);
    private List<Part> parts = List.of();
    private List<String> removed = List.of();
    private Consolidation.Contributors contributors = Consolidation.Contributors.NONE;
    private @Nullable RunRecord record;
    private @Nullable RunSummary summary;

    ConversionRun(
            JobSettings settings,
            Work work,
            PipelineSettings pipelineSettings,
            Dataset dataset,
            Lease lease,
            Engine engine,
            Progress progress,
            InstantSource clock) {
        this.settings = settings;
        this.work = work;
        this.pipelineSettings = pipelineSettings;
        this.dataset = dataset;
        this.lease = lease;
        this.engine = engine;
        this.progress = progress;
        this.clock = clock;
        this.started = clock.instant();
    }

    JobSettings settings() {
        return settings;
    }

    /** What the run is asked to do. */
    Work work() {
        return work;
    }

    PipelineSettings pipelineSettings() {
        return pipelineSettings;
    }

    Dataset dataset() {
        return dataset;
    }

    Storage storage() {
        return dataset.storage();
    }

    Lease lease() {
        return lease;
    }

    Progress progress() {
        return progress;
    }

    Engine engine() {
        return engine;
    }

    Instant now() {
        return clock.instant();
    }

    Instant started() {
        return started;
    }

    /** The run's name: the number of the manifest that it will commit, and the job. */
    String id() {
        return id;
    }

    void plan(String runId, ConversionPlan made) {
        id = runId;
        plan = made;
    }

    ConversionPlan plan() {
        if (plan == null) {
            throw new IllegalStateException("the stage 'plan' makes the plan, and it has not run");
        }
        return plan;
    }

    /** Whether an earlier attempt of this run committed: then only its report is missing. */
    boolean committed() throws IOException {
        return dataset.current().run().equals(id);
    }

    /** Whether what was decided about contributors is not what the archive's contributors were made with. */
    boolean decidesAnew() throws IOException {
        Manifest current = dataset.current();
        return !current.parts("contributors").isEmpty() && !DecisionLedger.isLive(current, settings.decisions());
    }

    /** The folder that this run stages in. */
    String staging() {
        return Layout.staging(id);
    }

    /** What is to be done with a shard to convert it. */
    ShardTask task(Shard shard) throws IOException {
        return new ShardTask(shard, sites.path(shard.batch()), sites.sha256(shard.batch()));
    }

    /** Whether shards are to be surveyed; tells the user so. */
    boolean enterSurvey() {
        boolean surveys = sites.areOn() && !plan().isEmpty();
        if (surveys) {
            progress.entering("survey");
        }
        return surveys;
    }

    /** Names the attempt at a shard that counts; the one without a name where none is told. */
    void attempt(Shard shard, String attempt) {
        attempts.put(shard.id(), attempt);
    }

    /** The staged shard; null where it is not staged, or was with other rules or other knowledge of sites. */
    @Nullable
    StagedShard stagedShard(Shard shard) throws IOException {
        StagedShard staged = read(shard);
        boolean same = staged != null
                && staged.versions().equals(pipelineSettings.versions())
                && staged.sites().equals(sites.sha256(shard.batch()));
        return same ? staged : null;
    }

    /** What the run knows of sites. */
    RunSites sites() {
        return sites;
    }

    /** The staged shards of a batch, or of all batches where it is null, in the plan's order. */
    List<StagedShard> stagedShards(@Nullable String batch) throws IOException {
        List<StagedShard> staged = new ArrayList<>();
        for (Shard shard : plan().shards()) {
            if (batch == null || shard.batch().equals(batch)) {
                StagedShard one = read(shard);
                if (one == null) {
                    throw new IllegalStateException("shard " + shard.id() + " is planned but not staged");
                }
                staged.add(one);
            }
        }
        return staged;
    }

    private @Nullable StagedShard read(Shard shard) throws IOException {
        return StagedShard.read(storage(), staging(), shard.id(), attempts.getOrDefault(shard.id(), ""));
    }

    void parts(List<Part> consolidated, List<String> outOfUse) {
        parts = List.copyOf(consolidated);
        removed = List.copyOf(outOfUse);
    }

    /** Paths of live parts of other batches, and of no batch, that go with what consolidation made. */
    List<String> removed() {
        return removed;
    }

    /** The parts that consolidation made. */
    List<Part> parts() {
        return parts;
    }

    void contributors(Consolidation.Contributors made) {
        contributors = made;
    }

    /** The contributors that consolidation made. */
    Consolidation.Contributors contributors() {
        return contributors;
    }

    void record(RunRecord made) {
        record = made;
    }

    /** The run's record; null before the stage {@code publish} and where there was nothing to do. */
    @Nullable
    RunRecord record() {
        return record;
    }

    void summary(RunSummary made) {
        summary = made;
    }

    /** What the run's reports tell; null before the stage {@code report} and where there was nothing to do. */
    @Nullable
    RunSummary summary() {
        return summary;
    }
}
