package dev.colophon.batch;

import dev.colophon.dataset.Commit;
import dev.colophon.dataset.Manifest;
import dev.colophon.dataset.Part;
import dev.colophon.dataset.run.Accounting;
import dev.colophon.dataset.run.RunOutcome;
import dev.colophon.dataset.run.RunRecord;
import dev.colophon.dataset.run.Runs;
import dev.colophon.dataset.run.ShardAccount;
import dev.colophon.dataset.table.ContributorsTable;
import dev.colophon.dataset.table.SiteLedger;
import dev.colophon.dataset.table.StagedShard;
import dev.colophon.dataset.table.TableInspector;
import dev.colophon.source.InputFingerprint;
import dev.colophon.storage.Storage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/**
 * Makes the new parts live: rebuilds the contributors over all batches, writes the run's record, commits. A run that an
 * earlier attempt committed is only rolled forward.
 */
final class PublishTasklet implements Tasklet {
    private final ConversionRun run;

    PublishTasklet(ConversionRun run) {
        this.run = run;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext context) throws IOException {
        run.progress().entering("publish");
        Runs runs = new Runs(run.storage());
        if (run.committed()) {
            run.dataset().rollForward(run.lease());
            RunRecord draft = runs.read(run.id());
            if (draft == null) {
                throw new IllegalStateException("run " + run.id() + " is committed but has no record in "
                        + run.storage().root());
            }
            run.record(draft);
            return RepeatStatus.FINISHED;
        }
        RunRecord record = record();
        runs.write(record);
        run.dataset().commit(commit(), run.lease(), new TableInspector());
        run.record(record);
        return RepeatStatus.FINISHED;
    }

    private Commit commit() throws IOException {
        List<String> batches = run.plan().batches();
        Manifest before = run.dataset().current();
        List<Part> added = new ArrayList<>(run.parts());
        added.addAll(run.sites().learned());
        added.addAll(contributors(before, Set.copyOf(batches)));
        Set<String> paths = added.stream().map(Part::path).collect(Collectors.toSet());
        // What a batch knows of its sites stays: its rows were read with it.
        List<String> removed = new ArrayList<>(run.removed());
        before.partsOf(batches).stream()
                .filter(part -> !part.table().equals(SiteLedger.TABLE))
                .map(Part::path)
                .filter(path -> !paths.contains(path))
                .forEach(removed::add);
        return new Commit(run.id(), run.settings().job(), run.pipelineSettings().versions(), batches, added, removed);
    }

    private List<Part> contributors(Manifest before, Set<String> rebuilt) throws IOException {
        List<Part> staying = before.parts("documents").stream()
                .filter(part -> part.batch() == null || !rebuilt.contains(part.batch()))
                .toList();
        return new ContributorsTable(run.storage(), run.staging()).rebuild(staying, run.parts());
    }

    private RunRecord record() throws IOException {
        Storage storage = run.storage();
        List<ShardAccount> shards = new ArrayList<>();
        Accounting total = Accounting.NONE;
        for (StagedShard staged : run.stagedShards(null)) {
            Accounting accounting = new Accounting(
                            staged.items(),
                            staged.documents(),
                            new TreeMap<>(staged.rejectsByReason()),
                            staged.inputs().stream()
                                    .mapToLong(InputFingerprint::size)
                                    .sum())
                    .requireBalanced("shard " + staged.id());
            shards.add(new ShardAccount(staged.id(), run.shard(staged.id()).batch(), accounting));
            total = total.plus(accounting);
        }
        return new RunRecord(
                RunRecord.FORMAT,
                run.id(),
                run.settings().job(),
                RunOutcome.RUNNING,
                run.started(),
                null,
                "local, " + run.settings().parallelism() + " threads",
                Software.versions(),
                run.pipelineSettings().versions(),
                SettingsText.of(run.settings()),
                run.plan().inputs().roots().stream().map(Storage::root).toList(),
                run.plan().batches(),
                total.requireBalanced("run " + run.id() + " in " + storage.root()),
                shards,
                null,
                warnings());
    }

    private List<String> warnings() {
        ConversionPlan plan = run.plan();
        List<String> warnings = new ArrayList<>();
        if (plan.changed() > 0) {
            warnings.add(plan.changed() + " inputs have changed since they were converted; their rows were replaced");
        }
        if (plan.vanished() > 0) {
            warnings.add(plan.vanished() + " inputs of these batches are no longer there; their rows stay");
        }
        if (!plan.inputs().waiting().isEmpty()) {
            warnings.add(plan.inputs().waiting().size() + " files are still being written and wait for the next run: "
                    + plan.inputs().waiting().stream().limit(5).collect(Collectors.joining(", ")));
        }
        return warnings;
    }
}
