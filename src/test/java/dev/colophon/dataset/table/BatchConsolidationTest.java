package dev.colophon.dataset.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.colophon.dataset.Part;
import dev.colophon.dataset.parquet.Row;
import dev.colophon.dataset.parquet.RowCursor;
import dev.colophon.dataset.parquet.RowReader;
import dev.colophon.dataset.parquet.RowWriter;
import dev.colophon.model.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BatchConsolidationTest {
    @TempDir
    Path folder;

    private Archive archive(String name) {
        return new Archive(folder.resolve(name));
    }

    private List<Part> oneGo(List<Samples.Input> inputs) throws Exception {
        Archive archive = archive("one-go");
        archive.stage("all", inputs);
        archive.commit("b", Set.of());
        return archive.live();
    }

    @Test
    void theSameRowsGiveTheSameBytesHoweverTheyWereSplitAndShuffled() throws Exception {
        List<Samples.Input> inputs = Samples.inputs(0, 60);
        List<Part> expected = oneGo(inputs);
        List<Samples.Input> shuffled = new ArrayList<>(inputs);
        Collections.shuffle(shuffled, new Random(4));
        Archive other = archive("other").buffering(40);
        List<Thread> threads = IntStream.range(0, 6)
                .mapToObj(i -> new Thread(() -> stage(other, "s" + i, shuffled.subList(i * 10, i * 10 + 10))))
                .toList();
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        other.commit("b", Set.of());
        assertThat(other.live()).isEqualTo(expected);
    }

    private static void stage(Archive archive, String shard, List<Samples.Input> inputs) {
        try {
            archive.stage(shard, inputs);
        } catch (IOException fault) {
            throw new java.io.UncheckedIOException(fault);
        }
    }

    @Test
    void moreRunsThanAreMergedAtOnceGiveTheSameBytes() throws Exception {
        List<Samples.Input> inputs = Samples.inputs(0, 17);
        Archive many = archive("many").buffering(1);
        StagedShard shard = many.stage("all", inputs);
        assertThat(shard.runsOf("documents")).hasSizeGreaterThan(64);
        many.commit("b", Set.of());
        assertThat(many.live()).isEqualTo(oneGo(inputs));
    }

    @Test
    void convertingStepByStepGivesTheSameBytes() throws Exception {
        Archive steps = archive("steps");
        for (int i = 0; i < 3; i++) {
            steps.stage("s" + i, Samples.inputs(i * 10, i * 10 + 10));
            steps.commit("b", Set.of());
        }
        assertThat(steps.live()).isEqualTo(oneGo(Samples.inputs(0, 30)));
    }

    @Test
    void inputsThatAreReplacedLeaveNothingBehind() throws Exception {
        Archive archive = archive("replaced");
        List<Samples.Input> inputs = Samples.inputs(0, 20);
        List<Samples.Input> changed = Samples.inputs(0, 10).stream()
                .map(input -> new Samples.Input(
                        input.sourceUri(),
                        Samples.inputs(500, 501).get(0).outcomes().subList(4, 5)))
                .toList();
        List<Samples.Input> first = new ArrayList<>(changed);
        first.addAll(inputs.subList(10, 20));
        archive.stage("old", relocated(first));
        archive.commit("b", Set.of());
        archive.stage("new", inputs.subList(0, 10));
        archive.commit(
                "b", Set.copyOf(changed.stream().map(Samples.Input::sourceUri).toList()));
        assertThat(archive.live()).isEqualTo(oneGo(inputs));
    }

    /** Rejects carry their own source; give them that of the input they stand in. */
    private static List<Samples.Input> relocated(List<Samples.Input> inputs) {
        return inputs.stream()
                .map(input -> new Samples.Input(
                        input.sourceUri(),
                        input.outcomes().size() > 1
                                ? input.outcomes()
                                : List.of(new Outcome.Rejected(Samples.reject(
                                        new dev.colophon.model.Origin(input.sourceUri(), null, 0, 1, null), 3)))))
                .toList();
    }

    @Test
    void localesMakeNoDifference() throws Exception {
        List<Samples.Input> inputs = Samples.inputs(0, 10);
        List<Part> expected = oneGo(inputs);
        Locale before = Locale.getDefault();
        try {
            for (String tag : List.of("tr-TR", "bn-BD-u-nu-beng", "ar-EG", "th-TH-u-ca-buddhist")) {
                Locale.setDefault(Locale.forLanguageTag(tag));
                Archive archive = archive(tag).buffering(60);
                archive.stage("all", inputs);
                archive.commit("b", Set.of());
                assertThat(archive.live()).isEqualTo(expected);
            }
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void aDocumentThatComesTwiceIsRefused() throws Exception {
        Archive archive = archive("twice");
        archive.stage("a", Samples.inputs(0, 2));
        archive.stage("b", Samples.inputs(1, 3));
        assertThatThrownBy(() -> archive.commit("b", Set.of()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("comes twice")
                .hasMessageContaining("পাতা-1");
    }

    @Test
    void aBatchOfNothingStillHasEveryTable() throws Exception {
        Archive archive = archive("nothing");
        archive.commit("b", Set.of());
        assertThat(archive.live()).extracting(Part::rows).containsOnly(0L);
        assertThat(archive.live())
                .extracting(Part::table)
                .containsExactlyInAnyOrder(
                        "documents",
                        "evidence",
                        "rejects",
                        "duplicates",
                        "duplicate-index",
                        "duplicate-index",
                        "inputs",
                        "contributors");
        for (Part part : archive.live()) {
            if (part.path().endsWith(".parquet")) {
                assertThat(PartInspection.of(archive.storage, part.path(), part.table())
                                .problems())
                        .isEmpty();
            }
        }
    }

    /** Whatever is new, live, replaced or a copy: as one part and as many, written in any order, twice, the rows are the same. */
    @Test
    void manyPartsHoldTheRowsOfOne() throws Exception {
        Archive archive = archive("large").buffering(40);
        archive.stage("first", Samples.inputs(0, 300));
        archive.commit("b", Set.of());
        List<Part> one = consolidated(archive, archive.live());
        assertThat(one.stream().filter(part -> part.table().equals("documents")))
                .hasSize(1);
        List<Part> many = parted(archive, archive.live());
        assertThat(many.stream().filter(part -> part.table().equals("documents")))
                .hasSizeGreaterThan(20);
        assertThat(many.stream().filter(part -> part.table().equals("evidence")))
                .hasSizeGreaterThan(3);
        for (Part part : many) {
            archive.storage.move(PartPaths.staged(Archive.STAGING, part.path()), part.path());
        }
        assertThat(parted(archive, many)).isEqualTo(many);
        assertThat(consolidated(archive, many)).isEqualTo(one);
    }

    /** Inputs that are read again, and new ones. */
    private static BatchConsolidation.Batch batch(Archive archive, List<Part> live) throws Exception {
        List<Samples.Input> inputs = new ArrayList<>(Samples.inputs(20, 60));
        inputs.addAll(Samples.inputs(300, 400));
        Set<String> replaced =
                inputs.stream().map(input -> input.fingerprint().sourceUri()).collect(Collectors.toSet());
        List<StagedShard> shards = new ArrayList<>();
        for (int i = 0; i < inputs.size(); i += 20) {
            shards.add(archive.stage("s" + i, inputs.subList(i, i + 20)));
        }
        return new BatchConsolidation.Batch("b", shards, live, replaced);
    }

    private static List<Part> parted(Archive archive, List<Part> live) throws Exception {
        BatchConsolidation.Batch batch = batch(archive, live);
        BatchConsolidation.Sizes small = new BatchConsolidation.Sizes(50_000, 300, 6);
        List<Integer> passes = new ArrayList<>();
        TaskRunner twice = Runners.twice(archive.storage, Archive.STAGING, 8);
        List<Part> parts = new BatchConsolidation(archive.storage, Archive.STAGING, small)
                .consolidate(List.of(batch), (what, tasks, taken) -> {
                    passes.add(tasks.size());
                    twice.run(what, tasks, taken);
                });
        assertThat(passes).hasSizeGreaterThan(2);
        assertThat(archive.storage.list(Archive.STAGING + "/merge"))
                .as("only what attempts left that lost")
                .allMatch(file -> file.path().startsWith(Archive.STAGING + "/merge/attempts/"));
        return parts;
    }

    private static List<Part> consolidated(Archive archive, List<Part> live) throws Exception {
        List<Part> parts = Consolidated.of(archive.storage, Archive.STAGING, batch(archive, live));
        archive.storage.delete(Archive.STAGING);
        return parts;
    }

    @Test
    void aPartThatIsNotSortedIsSeen() throws Exception {
        Archive archive = archive("unsorted");
        archive.stage("all", Samples.inputs(0, 12));
        archive.commit("b", Set.of());
        Part documents = archive.live().stream()
                .filter(part -> part.table().equals("documents"))
                .findFirst()
                .orElseThrow();
        List<Row> rows = new ArrayList<>();
        try (RowCursor sorted = RowReader.open(archive.storage, documents.path(), Tables.DOCUMENTS)) {
            for (Row row = sorted.next(); row != null; row = sorted.next()) {
                rows.add(row);
            }
        }
        Collections.swap(rows, 3, 4);
        RowWriter.Profile profile = RowWriter.Profile.lasting(rows.size());
        try (RowWriter writer = new RowWriter(archive.storage, documents.path(), Tables.DOCUMENTS, profile)) {
            for (Row row : rows) {
                writer.write(row);
            }
            writer.finish();
        }
        archive.stage("more", Samples.inputs(12, 14));
        assertThatThrownBy(() -> archive.commit("b", Set.of()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("is not sorted; verify the dataset");
    }

    @Test
    void theLedgerHoldsEveryInput() throws Exception {
        Archive archive = archive("ledger");
        List<Samples.Input> inputs = Samples.inputs(0, 12);
        archive.stage("all", inputs);
        archive.commit("b", Set.of());
        assertThat(InputLedger.read(archive.storage, InputLedger.path("b"), "b").values())
                .extracting(InputLedger.Entry::input)
                .containsExactlyInAnyOrderElementsOf(
                        inputs.stream().map(Samples.Input::fingerprint).toList());
    }
}
