package dev.colophon.conversion;

import dev.colophon.dataset.Commit;
import dev.colophon.dataset.Manifest;
import dev.colophon.dataset.Part;
import dev.colophon.dataset.run.Accounting;
import dev.colophon.dataset.run.RunOutcome;
import dev.colophon.dataset.run.RunRecord;
import dev.colophon.dataset.run.Runs;
import dev.colophon.dataset.run.ShardAccount;
import dev.colophon.dataset.table.DecisionLedger;
import dev.colophon.dataset.table.SiteLedger;
import dev.colophon.dataset.table.StagedShard;
import dev.colophon.dataset.table.TableInspector;
import dev.colophon.source.Shard;
import dev.colophon.storage.Storage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes the new parts live: writes the run's record, commits. A run that an
 * earlier attempt committed is only rolled forward.
 */
final class Publication {
    private static final int EXAMPLES = 5;

    private final ConversionRun run;

    Publication(ConversionRun run) {
        this.run = run;
    }

    void publish() throws IOException {
        run.progress().entering("publish");
        if (run.committed()) {
            run.dataset().rollForward(run.lease());
            RunRecord draft = new Runs(run.storage()).read(run.id());
            if (draft == null) {
                throw new IllegalStateException("run " + run.id() + " is committed but has no record in "
                        + run.storage().root());
            }
            run.record(draft);
            return;
        }
        Manifest before = run.dataset().current();
        Commit commit = commit(before);
        RunRecord record = record(warnings());
        RecordedCommit.make(
                run.dataset(), record, run::now, () -> run.dataset().commit(commit, run.lease(), new TableInspector()));
        run.record(record);
    }

    private Commit commit(Manifest before) throws IOException {
        List<String> batches = run.plan().batches();
        List<Part> added = new ArrayList<>(run.parts());
        added.addAll(run.sites().learned());
        added.addAll(run.contributors().parts());
        added.addAll(DecisionLedger.stage(
                run.storage(), run.staging(), run.settings().decisions()));
        Set<String> paths = added.stream().map(Part::path).collect(Collectors.toSet());
        // What a batch knows of its sites stays as long as rows that were read with it do.
        Stream<Part> replaced = before.partsOf(batches).stream()
                .filter(part -> !part.table().equals(SiteLedger.TABLE)
                        || run.plan().relearned().contains(String.valueOf(part.batch())));
        List<String> removed = new ArrayList<>(run.removed());
        Stream.concat(replaced, overBatches(before))
                .map(Part::path)
                .filter(path -> !paths.contains(path))
                .forEach(removed::add);
        return new Commit(run.id(), run.settings().job(), run.pipelineSettings().versions(), batches, added, removed);
    }

    /** Parts that every run makes anew. */
    private static Stream<Part> overBatches(Manifest before) {
        return Stream.concat(before.parts("contributors").stream(), before.parts(DecisionLedger.TABLE).stream());
    }

    private RunRecord record(List<String> warnings) throws IOException {
        Storage storage = run.storage();
        List<ShardAccount> shards = new ArrayList<>();
        Accounting total = Accounting.NONE;
        Map<String, Shard> shardsById =
                run.plan().shards().stream().collect(Collectors.toMap(Shard::id, shard -> shard));
        for (StagedShard staged : run.stagedShards(null)) {
            Shard shard = Objects.requireNonNull(shardsById.get(staged.id()));
            Accounting accounting = new Accounting(
                            staged.items(), staged.documents(), new TreeMap<>(staged.rejectsByReason()), shard.bytes())
                    .requireBalanced("shard " + staged.id());
            shards.add(new ShardAccount(staged.id(), shard.batch(), accounting));
            total = total.plus(accounting);
        }
        return new RunRecord(
                RunRecord.FORMAT,
                run.id(),
                run.settings().job(),
                RunOutcome.RUNNING,
                run.started(),
                null,
                run.engine().describe(run.settings()),
                Software.versions(),
                run.pipelineSettings().versions(),
                settings(),
                run.plan().inputs().roots().stream().map(Storage::root).toList(),
                run.plan().batches(),
                total.requireBalanced("run " + run.id() + " in " + storage.root()),
                shards,
                null,
                warnings);
    }

    /** The settings, and the command where it is not plain. */
    private SortedMap<String, String> settings() {
        SortedMap<String, String> settings = SettingsText.of(run.settings());
        if (!run.work().equals(new Work.News(false))) {
            settings.put("command", run.work().toString());
        }
        return settings;
    }

    private List<String> warnings() {
        ConversionPlan.Tally tally = run.plan().tally();
        List<String> warnings = new ArrayList<>();
        if (run.plan().isEmpty()) {
            warnings.add("no input is new; contributors were rebuilt, since the decisions about them have changed");
        }
        List<String> unknownIds = run.contributors().unknownIds();
        if (!unknownIds.isEmpty()) {
            warnings.add(count(unknownIds.size(), "id", "ids") + " of the editors file not in the archive: "
                    + unknownIds.stream().limit(EXAMPLES).collect(Collectors.joining(", ")));
        }
        if (tally.changed() > 0) {
            warnings.add(
                    tally.changed() == 1
                            ? "1 input has changed since it was converted; its rows were replaced"
                            : tally.changed()
                                    + " inputs have changed since they were converted; their rows were replaced");
        }
        if (!tally.vanished().isEmpty()) {
            warnings.add(count(tally.vanished().size(), "input is", "inputs are") + " no longer there, the rows stay: "
                    + examples(tally.vanished()));
        }
        if (!tally.waiting().isEmpty()) {
            warnings.add(count(tally.waiting().size(), "file is", "files are")
                    + " still being written, left for the next run: " + examples(tally.waiting()));
        }
        warnings.addAll(InputWarnings.of(run.plan().inputs()));
        return warnings;
    }

    private static String count(int number, String one, String several) {
        return number + " " + (number == 1 ? one : several);
    }

    private static String examples(List<String> names) {
        String first = names.stream().limit(EXAMPLES).collect(Collectors.joining(", "));
        return names.size() > EXAMPLES ? first + " …" : first;
    }
}
