package dev.colophon.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.colophon.model.Reject;
import dev.colophon.model.RejectReason;
import dev.colophon.source.format.SourceLimits;
import dev.colophon.source.format.SourceSettings;
import dev.colophon.storage.LocalStorage;
import dev.colophon.storage.Storage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputListerTest {
    @TempDir
    Path base;

    private void file(String path) throws IOException {
        Path file = base.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, path);
    }

    private Inputs list(String... paths) throws IOException {
        return new InputLister(base, Set.of("data/archive"), "{input-folder}").list(List.of(paths));
    }

    private static List<String> shown(Inputs inputs) {
        return inputs.files().stream()
                .map(file -> file.batch() + ":" + file.sourceUri())
                .toList();
    }

    @Test
    void aFolderIsReadRecursivelyInCodeUnitOrder() throws IOException {
        file("in/b.html");
        file("in/a/x.html");
        file("in/a-b.html");
        file("in/B.html");
        assertThat(shown(list("in"))).containsExactly("in:B.html", "in:a-b.html", "in:a/x.html", "in:b.html");
    }

    @Test
    void aPatternNamesBatchesByTheFoldersItMatched() throws IOException {
        file("data/inbox/2026-11-21/a.html");
        file("data/inbox/2026-11-22/deep/b.html");
        file("data/inbox/c.html");
        assertThat(shown(list("data/inbox/*")))
                .containsExactly("2026-11-21:2026-11-21/a.html", "2026-11-22:2026-11-22/deep/b.html", "inbox:c.html");
        assertThat(shown(list("data/inbox/**/*.html"))).hasSize(3);
        assertThat(shown(list("data/inbox/*/*.html"))).containsExactly("2026-11-21:2026-11-21/a.html");
    }

    @Test
    void aFileIsItsFoldersOnlyInput() throws IOException {
        file("in/a.html");
        file("in/b.html");
        assertThat(shown(list("in/b.html"))).containsExactly("in:b.html");
    }

    @Test
    void aFileThatIsNamedListsNothingBelowItsFolder() throws IOException {
        file("in/a.html");
        file("in/a.html.meta.json");
        file("in/b.html");
        file("in/b.html.lock");
        Inputs inputs = listWithout("in/locked", "in/a.html", "in/b.html");
        assertThat(shown(inputs)).containsExactly("in:a.html");
        assertThat(inputs.files().get(0).described()).isNotNull();
        assertThat(inputs.waiting()).containsExactly("b.html");
        assertThat(inputs.denied()).isEmpty();
        file("old/_colophon/manifests/0000000001.json");
        file("old/c.html");
        assertThat(list("old/c.html").archives()).containsExactly(base.resolve("old") + "/");
    }

    @Test
    void readingAFolderThatMayNotBeLookedIntoGivesAReject() throws IOException {
        file("in/locked/a.html");
        InputFile folder = new InputFile(0, "locked", "locked", 0, Instant.EPOCH, "in");
        Shard shard = ShardPlanner.plan(List.of(folder), "s").get(0);
        List<Storage> roots = List.of(new LocalStorage(base.resolve("in")));
        try (ShardReader reader = ShardReaders.open(shard, roots, SourceSettings.of(SourceLimits.DEFAULT))) {
            assertThat(reader.next()).isInstanceOfSatisfying(Reject.class, reject -> {
                assertThat(reject.reason()).isEqualTo(RejectReason.IO);
                assertThat(reject.origin().sourceUri()).isEqualTo("locked");
            });
            assertThat(reader.next()).isNull();
        }
    }

    @Test
    void aFolderThatMayNotBeLookedIntoIsAnInputOrPassedOver() throws IOException {
        file("in/a.html");
        assertThat(shown(listWithout("locked", "in"))).containsExactly("in:a.html", "in:locked");
        assertThat(shown(listWithout("locked", "in/*"))).containsExactly("in:a.html", "in:locked");
        assertThat(shown(listWithout("locked", "in/*.html"))).containsExactly("in:a.html");
        assertThat(shown(listWithout("locked", "in/*/*.html"))).containsExactly("in:locked");
        for (String folder : List.of("lost+found", ".Trash-0", "x/lost+found")) {
            Inputs inputs = listWithout(folder, "in");
            assertThat(shown(inputs)).containsExactly("in:a.html");
            assertThat(inputs.denied())
                    .containsExactly(base.resolve("in").resolve(folder).toString());
        }
    }

    /** Lists where one folder of each root may not be looked into. */
    private Inputs listWithout(String folder, String... paths) throws IOException {
        InputLister.Opener opener = location -> new DeniedStorage(new LocalStorage(Path.of(location)), folder);
        return new InputLister(base, Set.of(), "{input-folder}", opener).list(List.of(paths));
    }

    @Test
    void severalRootsLeadTheNamesAndFilesCountOnce() throws IOException {
        file("x/one/a.html");
        file("y/two/b.html");
        assertThat(shown(list("x/one", "y/two", "x/one/a.html"))).containsExactly("one:one/a.html", "two:two/b.html");
        file("z/one/c.html");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> list("x/one", "z/one"))
                .withMessageContaining("same name");
    }

    @Test
    void hiddenExcludedUnfinishedFilesAndSidecarsAreNoInputs() throws IOException {
        file("data/a.html");
        file("data/a.html.meta.json");
        file("data/b.html.gz");
        file("data/b.html.meta.json");
        file("data/orphan.meta.json");
        file("data/.hidden");
        file("data/.git/x");
        file("data/archive/documents/part-0.parquet");
        file("data/c.html.part");
        file("data/D.TMP");
        file("data/..odd.html");
        Inputs inputs = list("data");
        assertThat(shown(inputs))
                .containsExactly("data:..odd.html", "data:a.html", "data:b.html.gz", "data:orphan.meta.json");
        assertThat(inputs.waiting()).containsExactly("D.TMP", "c.html.part");
    }

    @Test
    void aFileWaitsWhileALockLiesBesideIt() throws IOException {
        file("data/a.warc.gz");
        file("data/a.warc.gz.lock");
        file("data/b.zip.ARIA2");
        file("data/c.jsonl.lck");
        Inputs inputs = list("data");
        assertThat(shown(inputs)).containsExactly("data:b.zip.ARIA2", "data:c.jsonl.lck");
        assertThat(inputs.waiting()).containsExactly("a.warc.gz");
        Files.delete(base.resolve("data/a.warc.gz.lock"));
        assertThat(list("data").waiting()).isEmpty();
    }

    @Test
    void aLinkThatIsNamedIsFollowedAndOneThatIsFoundIsNot() throws IOException {
        file("dumps/2026-11.html");
        Files.createSymbolicLink(base.resolve("latest.html"), base.resolve("dumps/2026-11.html"));
        assertThat(shown(list("latest.html"))).containsExactly("dumps:2026-11.html");
        assertThat(shown(list("*.html"))).hasSize(1).allMatch(input -> input.endsWith(":latest.html"));
    }

    @Test
    void aHiddenFileThatIsNamedIsAnInput() throws IOException {
        file("in/.page.html");
        assertThat(shown(list("in/.page.html"))).containsExactly("in:.page.html");
        assertThat(list("in/*").unmatched()).containsExactly("in/*");
    }

    @Test
    void anArchiveIsPassedOverAndPathsWithoutInputsAreNamed() throws IOException {
        file("data/a.html");
        file("data/old/_colophon/manifests/0000000001.json");
        file("data/old/documents/batch=a/part-00000.parquet");
        file("data/begun/_colophon/state/jobs.mv.db");
        file("data/begun/c.html");
        Inputs inputs = list("data", "data/*.pdf", "data/old/documents");
        assertThat(shown(inputs))
                .contains("data:data/a.html", "data:data/begun/c.html")
                .hasSize(3);
        assertThat(inputs.archives()).containsExactly(base.resolve("data/old").toString());
        assertThat(inputs.unmatched()).containsExactly("data/*.pdf");
    }

    @Test
    void aMissingPathIsAnErrorAndAnEmptyFolderIsNot() throws IOException {
        Files.createDirectories(base.resolve("empty"));
        assertThat(list("empty", "empty/*.html").files()).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> list("nowhere")).withMessageContaining("nowhere");
        assertThatIllegalArgumentException().isThrownBy(() -> list("nowhere/*"));
    }

    @Test
    void batchNamesAreLegalFolderNames() {
        assertThat(BatchNames.legal("2026-11-22_a.b+c")).isEqualTo("2026-11-22_a.b+c");
        assertThat(BatchNames.legal("a b/c=d")).isEqualTo("a%20b%2Fc%3Dd");
        assertThat(BatchNames.legal("খবর")).isEqualTo("খবর");
        assertThat(BatchNames.legal("e\u0301")).isEqualTo("\u00e9");
        assertThatIllegalArgumentException().isThrownBy(() -> BatchNames.legal(" "));
        assertThat(BatchNames.legal("x".repeat(249))).isEqualTo("x".repeat(249));
        for (String letter : List.of("x", "খ", "=")) {
            String name = BatchNames.legal(letter.repeat(250));
            assertThat(name.getBytes(StandardCharsets.UTF_8)).hasSizeBetween(240, 249);
            assertThat(name).matches(".*[xখD]-[0-9a-f]{16}").isNotEqualTo(BatchNames.legal(letter.repeat(251)));
        }
    }

    @Test
    void shardsAreTheSameForAnyOrderOfInputs() {
        List<InputFile> files = new ArrayList<>(IntStream.range(0, 500)
                .mapToObj(i -> new InputFile(0, "f" + i, "f" + i, 10, Instant.EPOCH.plusSeconds(i), "b" + i % 2))
                .toList());
        List<Shard> shards = ShardPlanner.plan(files, "s");
        assertThat(shards).hasSize(4).allMatch(shard -> shard.id().matches("shard-[0-9a-f]{16}"));
        Collections.reverse(files);
        assertThat(ShardPlanner.plan(files, "s")).isEqualTo(shards);
        assertThat(ShardPlanner.plan(files, "t").get(0).id())
                .isNotEqualTo(shards.get(0).id());
        InputFile touched = new InputFile(0, "f0", "f0", 10, Instant.EPOCH.plusNanos(1), "b0");
        files.set(files.size() - 1, touched);
        assertThat(ShardPlanner.plan(files, "s").get(0).id())
                .isNotEqualTo(shards.get(0).id());
    }

    @Test
    void aShardIsFullAtItsBytes() {
        List<InputFile> files = IntStream.range(0, 5)
                .mapToObj(i -> new InputFile(0, "f" + i, "f" + i, i == 2 ? 50L << 20 : 7L << 20, Instant.EPOCH, "b"))
                .toList();
        assertThat(ShardPlanner.plan(files, "s").stream()
                        .map(shard -> shard.inputs().size()))
                .containsExactly(2, 1, 2);
        assertThat(ShardPlanner.plan(List.of(), "s")).isEmpty();
    }
}
