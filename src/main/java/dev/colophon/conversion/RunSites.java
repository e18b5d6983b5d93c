package dev.colophon.conversion;

import dev.colophon.dataset.Manifest;
import dev.colophon.dataset.Part;
import dev.colophon.dataset.table.SiteLedger;
import dev.colophon.dataset.table.StagedShard;
import dev.colophon.dataset.table.StagedSurveyWriter;
import dev.colophon.source.Shard;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a run knows of the sites of its batches: what they have known before, and what it has learned. {@link #learned}
 * comes before the threads of {@code convert}, which only read.
 */
final class RunSites {
    private final ConversionRun run;
    private final Map<String, Part> learned = new TreeMap<>();
    private @Nullable Manifest found;
    private final Map<String, String> attempts = new HashMap<>();

    RunSites(ConversionRun run) {
        this.run = run;
    }

    /** Whether the run learns anything, and reads pages with what is known. */
    boolean areOn() {
        return run.settings().sites().areOn();
    }

    /** What is to be done with a shard to survey it. */
    ShardTask surveyTask(Shard shard) throws IOException {
        return new ShardTask(shard, livePath(shard.batch()), "");
    }

    /** Names the attempt at the survey of a shard that counts; the one without a name where none is told. */
    void attempt(Shard shard, String attempt) {
        attempts.put(shard.id(), attempt);
    }

    /** The survey of a shard; null where it is not staged, or was with other rules. */
    @Nullable
    StagedShard survey(Shard shard) throws IOException {
        String attempt = attempts.getOrDefault(shard.id(), "");
        StagedShard survey = StagedSurveyWriter.read(run.storage(), run.staging(), shard.id(), attempt);
        boolean same = survey != null
                && survey.versions().equals(run.pipelineSettings().versions());
        return same ? survey : null;
    }

    /** Whether any shard is not surveyed yet. */
    boolean isAnyUnsurveyed() throws IOException {
        for (Shard shard : run.plan().shards()) {
            if (survey(shard) == null) {
                return true;
            }
        }
        return false;
    }

    /** Counts of the sites of all batches, before anything is counted. */
    SiteCounts counts() {
        return new SiteCounts(
                run.plan().shards().stream().collect(Collectors.toMap(Shard::batch, shard -> 1, Integer::sum)));
    }

    /** The surveys of a batch's shards. */
    List<StagedShard> surveys(String batch) throws IOException {
        List<StagedShard> surveys = new ArrayList<>();
        for (Shard shard : run.plan().shards()) {
            if (shard.batch().equals(batch)) {
                StagedShard survey = survey(shard);
                if (survey == null) {
                    throw new IllegalStateException("shard " + shard.id() + " is planned but not surveyed");
                }
                surveys.add(survey);
            }
        }
        return surveys;
    }

    /** The live part that holds what a batch knows; null where it has none, and where that is learned anew. */
    private @Nullable Part live(String batch) throws IOException {
        if (run.plan().relearned().contains(batch)) {
            return null;
        }
        List<Part> parts = found().parts(SiteLedger.TABLE, batch);
        return parts.isEmpty() ? null : parts.get(0);
    }

    /** The manifest that the run found; nobody commits another meanwhile, since the run holds the lease. Read once. */
    private synchronized Manifest found() throws IOException {
        if (found == null) {
            found = run.dataset().current();
        }
        return found;
    }

    /** Path of the live part that holds what a batch knows; null where it has none. */
    @Nullable
    String livePath(String batch) throws IOException {
        Part live = live(batch);
        return live == null ? null : live.path();
    }

    /** The sites that the batch has known before this run. */
    Set<String> known(String batch) throws IOException {
        String live = livePath(batch);
        return live == null ? Set.of() : SiteLedger.sites(run.storage(), live);
    }

    /** Notes the staged part of a batch that has new sites. */
    void learned(Part part) {
        learned.put(String.valueOf(part.batch()), part);
    }

    /** The staged parts, by batch. */
    List<Part> learned() {
        return List.copyOf(learned.values());
    }

    /** Hash of what the pages of a batch are read with; empty where nothing is known. */
    String sha256(String batch) throws IOException {
        Part part = learned.get(batch);
        if (part == null && areOn()) {
            part = live(batch);
        }
        return part == null ? "" : part.sha256();
    }

    /** Path of the part that the pages of a batch are read with; null where nothing is known. */
    @Nullable
    String path(String batch) throws IOException {
        return learned.containsKey(batch) ? SiteLedger.staged(run.staging(), batch) : areOn() ? livePath(batch) : null;
    }
}
