package dev.colophon.dataset;

import static dev.colophon.dataset.Fixture.bytes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.colophon.dataset.lease.Lease;
import dev.colophon.dataset.lease.LeaseLostException;
import dev.colophon.dataset.lease.LeaseTerms;
import dev.colophon.dataset.lease.Owner;
import dev.colophon.storage.LocalStorage;
import dev.colophon.storage.MemoryStorage;
import dev.colophon.storage.Storage;
import dev.colophon.text.Hashes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetTest {
    private static final PartInspector LINES = Fixture.LINES;

    @Test
    void aCommitBringsAllTablesInAndLeavesNoStaging() throws IOException {
        MemoryStorage storage = new MemoryStorage();
        Manifest manifest = Fixture.first(storage);
        assertThat(manifest.number()).isOne();
        assertThat(manifest.previousSha256()).isNull();
        String copy = "_colophon/manifest-copies/0000000001-" + Hashes.sha256Hex(manifest.bytes()) + ".json";
        assertThat(storage.files().keySet())
                .containsExactly(
                        copy,
                        "_colophon/manifests/0000000001.json",
                        "contributors/part-0.txt",
                        "documents/batch=a/part-0.txt",
                        "documents/batch=a/part-1.txt",
                        "documents/batch=b/part-0.txt");
        assertThat(manifest.rows("documents")).isEqualTo(4);
        assertThat(manifest.batch("a")).isEqualTo(new BatchState("a", "run-1", Fixture.VERSIONS));
        assertThat(Dataset.open(storage).history()).containsExactly(manifest);
    }

    @Test
    void aSecondCommitReplacesRemovesAddsAndKeepsWhatItRetired() throws IOException {
        MemoryStorage storage = new MemoryStorage();
        Fixture.first(storage);
        Manifest manifest = Fixture.second(storage);
        assertThat(text(storage)).containsEntry("documents/batch=a/part-0.txt", "a new\nrow\n");
        assertThat(text(storage)).doesNotContainKey("documents/batch=a/part-1.txt");
        assertThat(text(storage))
                .containsEntry("_colophon/retired/0000000002/documents/batch=a/part-0.txt", "a0\n")
                .containsEntry("_colophon/retired/0000000002/documents/batch=a/part-1.txt", "a1\n")
                .containsEntry("_colophon/retired/0000000002/contributors/part-0.txt", "one\n");
        assertThat(manifest.batch("b")).isEqualTo(new BatchState("b", "run-1", Fixture.VERSIONS));
        assertThat(manifest.batch("c")).isEqualTo(new BatchState("c", "run-2", Fixture.VERSIONS));
        assertThat(Verification.verify(Dataset.open(storage), LINES)).isEmpty();
    }

    @Test
    void onlyTheWantedGenerationsStay() throws IOException {
        MemoryStorage storage = new MemoryStorage();
        Fixture.first(storage);
        Fixture.second(storage);
        Fixture.third(storage);
        assertThat(text(storage).keySet()).anyMatch(path -> path.startsWith("_colophon/retired/0000000003/"));
        assertThat(text(storage).keySet()).noneMatch(path -> path.startsWith("_colophon/retired/0000000002/"));
    }

    @Test
    void aPartWithTheBytesOfTheLiveOneIsNoNewPart() throws IOException {
        MemoryStorage storage = new MemoryStorage();
        Fixture.first(storage);
        Part same = Fixture.stage(storage, "run-2", "documents", "b", "documents/batch=b/part-0.txt", "b0\nb1\n");
        Manifest manifest = Fixture.commit(storage, "run-2", List.of("b"), List.of(same), List.of());
        assertThat(manifest.added()).isEmpty();
        assertThat(manifest.retired()).isEmpty();
        assertThat(text(storage)).containsEntry("documents/batch=b/part-0.txt", "b0\nb1\n");
        assertThat(storage.list(Layout.STAGING)).isEmpty();
    }

    @Test
    void deathAtAnyOperationLeavesTheOldStateOrTheNew() throws IOException {
        MemoryStorage undisturbed = new MemoryStorage();
        Fixture.first(undisturbed);
        SortedMap<String, String> old = tables(undisturbed);
        Fixture.second(undisturbed);
        SortedMap<String, String> expected = text(undisturbed);
        for (boolean afterEffect : new boolean[] {false, true}) {
            int operation = 1;
            while (diesAndRecovers(operation, afterEffect, old, expected)) {
                operation++;
            }
            assertThat(operation).isGreaterThan(50);
        }
    }

    /** False where the commit ended before the operation came. */
    private static boolean diesAndRecovers(
            int operation, boolean afterEffect, Map<String, String> old, Map<String, String> expected)
            throws IOException {
        MemoryStorage storage = new MemoryStorage();
        Fixture.first(storage);
        Commit commit = Fixture.stageSecond(storage);
        boolean died = dies(storage, commit, operation, afterEffect);
        storage.revive();
        boolean committed = Dataset.open(storage).current().number() == 2;
        try (Lease lease = Fixture.lease(storage, "2026-01-02T00:00:00Z")) {
            Dataset.open(storage, 1).rollForward(lease);
        }
        String where = "operation " + operation + (afterEffect ? " after" : " before") + " its effect";
        assertThat(tables(storage)).as(where).isEqualTo(committed ? onlyTables(expected) : old);
        assertThat(Verification.verify(Dataset.open(storage), LINES)).as(where).isEmpty();
        try (Lease lease = Fixture.lease(storage, "2026-01-02T00:00:00Z")) {
            Dataset.open(storage, 1).commit(commit, lease, LINES);
        }
        assertThat(text(storage)).as(where).isEqualTo(expected);
        return died;
    }

    private static boolean dies(MemoryStorage storage, Commit commit, int operation, boolean afterEffect) {
        storage.dieAt(operation, afterEffect);
        try (Lease lease = Fixture.lease(storage, "2026-01-01T00:00:00Z")) {
            Dataset.open(storage, 1).commit(commit, lease, LINES);
            return false;
        } catch (IOException fault) {
            assertThat(fault).isInstanceOf(MemoryStorage.InjectedFault.class);
            return true;
        }
    }

    @Test
    void aFileIsTheOldOneOrTheNewAtEveryOperation() throws IOException {
        for (int operation = 1; operation < 80; operation++) {
            MemoryStorage storage = new MemoryStorage();
            Fixture.first(storage);
            boolean died = dies(storage, Fixture.stageSecond(storage), operation, true);
            storage.revive();
            assertThat(text(storage).get("documents/batch=a/part-0.txt")).isIn("a0\n", "a new\nrow\n");
            assertThat(text(storage).get("contributors/part-0.txt")).isIn("one\n", "one\ntwo\n");
            assertThat(text(storage).get("documents/batch=b/part-0.txt")).isEqualTo("b0\nb1\n");
            if (!died) {
                return;
            }
        }
    }

    @Test
    void ofTwoCommittersWhoSawTheSameStateOneWins() throws IOException {
        MemoryStorage storage = new MemoryStorage();
        Fixture.first(storage);
        Commit mine = Fixture.stageSecond(storage);
        Part theirs = Fixture.stage(storage, "run-x", "documents", "x", "documents/batch=x/part-0.txt", "x\n");
        PartInspector rivalCommitsMeanwhile = (inspected, part, path) -> {
            Manifests manifests = new Manifests(storage);
            Manifest seen = manifests.latest();
            if (seen.number() == 1) {
                Commit rival = new Commit("run-x", "job", Fixture.VERSIONS, List.of("x"), List.of(theirs), List.of());
                assertThat(manifests.create(seen.next(rival, manifests.sha256(seen))))
                        .isTrue();
            }
            return null;
        };
        try (Lease lease = Fixture.lease(storage, "2026-01-01T00:00:00Z")) {
            assertThatThrownBy(() -> Dataset.open(storage).commit(mine, lease, rivalCommitsMeanwhile))
                    .isInstanceOf(CommitConflictException.class)
                    .hasMessageContaining("manifest 2")
                    .hasMessageContaining("run-2");
            assertThat(Dataset.open(storage, 1).rollForward(lease).run()).isEqualTo("run-x");
        }
        assertThat(text(storage))
                .containsEntry("documents/batch=a/part-0.txt", "a0\n")
                .containsEntry("documents/batch=x/part-0.txt", "x\n");
    }

    @Test
    void anOwnerWhoSleptWhileAnotherHadTheLeaseCannotCommit() throws IOException {
        MemoryStorage storage = new MemoryStorage();
        Fixture.first(storage);
        Commit commit = Fixture.stageSecond(storage);
        assertThatThrownBy(() -> commitAfterSleep(
                        storage,
                        commit,
                        terms -> Lease.take(storage, Owner.ofThisProcess("other"), terms)
                                .close()))
                .isInstanceOf(LeaseLostException.class)
                .hasMessageContaining("nothing was committed");
        assertThat(Dataset.open(storage).current().number()).isOne();
    }

    @Test
    void anOwnerWhoSleptBeyondHisLeaseCommitsWhereNobodyTookIt() throws IOException {
        MemoryStorage storage = new MemoryStorage();
        Fixture.first(storage);
        commitAfterSleep(storage, Fixture.stageSecond(storage), terms -> {});
        assertThat(Dataset.open(storage).current().number()).isEqualTo(2);
    }

    private interface Meanwhile {
        void happen(LeaseTerms terms) throws IOException;
    }

    /** Commits, but sleeps until the lease has expired while the parts are inspected. */
    private static void commitAfterSleep(MemoryStorage storage, Commit commit, Meanwhile meanwhile) throws IOException {
        Instant[] now = {Instant.parse("2026-01-01T00:00:00Z")};
        LeaseTerms terms = new LeaseTerms(Duration.ofHours(1), () -> now[0]);
        try (Lease lease = Lease.take(storage, Owner.ofThisProcess("sleeper"), terms)) {
            PartInspector sleeps = (inspected, part, path) -> {
                if (now[0].equals(Instant.parse("2026-01-01T00:00:00Z"))) {
                    now[0] = Instant.parse("2026-01-01T01:00:00Z");
                    meanwhile.happen(terms);
                }
                return null;
            };
            Dataset.open(storage, 1).commit(commit, lease, sleeps);
        }
    }

    @Test
    void aStagedPartThatIsNotAsTheRunSaysIsRefused() throws IOException {
        MemoryStorage storage = new MemoryStorage();
        Part part = Fixture.stage(storage, "run-1", "documents", "a", "documents/batch=a/part-0.txt", "a\n");
        Part shorter = new Part("documents", "a", part.path(), 1, 3, part.sha256());
        Part other = new Part("documents", "a", part.path(), 1, 2, "0".repeat(64));
        Part moreRows = new Part("documents", "a", part.path(), 2, 2, part.sha256());
        Part absent = new Part("documents", "a", "documents/batch=a/part-9.txt", 1, 2, part.sha256());
        for (Part wrong : List.of(shorter, other, moreRows, absent)) {
            assertThatThrownBy(() -> Fixture.commit(storage, "run-1", List.of("a"), List.of(wrong), List.of()))
                    .isInstanceOf(DamagedDatasetException.class)
                    .hasMessageContaining("_colophon/staging/run-1/parts/" + wrong.path());
        }
        assertThat(Dataset.open(storage).current()).isEqualTo(Manifest.EMPTY);
    }

    @Test
    void verificationNamesWhatIsWrongAndRepairsWhatItCan() throws IOException {
        MemoryStorage storage = new MemoryStorage();
        Fixture.first(storage);
        Fixture.second(storage);
        storage.delete("documents/batch=b/part-0.txt");
        storage.write("documents/batch=a/part-0.txt", out -> out.write(bytes("a new\nraw\n")));
        storage.write("documents/batch=a/stray.txt", out -> out.write(bytes("stray\n")));
        storage.write("notes.txt", out -> out.write(bytes("not ours\n")));
        storage.write("_colophon/manifests/0000000001.json", out -> {
            out.write(Fixture.manifestWithOtherJob(storage));
        });
        assertThat(Verification.verify(Dataset.open(storage), LINES))
                .extracting(Finding::kind, Finding::path)
                .containsExactly(
                        tuple(Finding.Kind.CHAIN, "_colophon/manifests/0000000002.json"),
                        tuple(Finding.Kind.CHANGED, "documents/batch=a/part-0.txt"),
                        tuple(Finding.Kind.MISSING, "documents/batch=b/part-0.txt"),
                        tuple(Finding.Kind.FOREIGN, "documents/batch=a/stray.txt"),
                        tuple(Finding.Kind.LOST, "_colophon/manifests/0000000001.json"));
        try (Lease lease = Fixture.lease(storage, "2026-01-01T00:00:00Z")) {
            Verification.Repair repair = Verification.repair(Dataset.open(storage), LINES, lease);
            assertThat(repair.left()).hasSize(3);
            assertThat(repair.removed()).isEmpty();
        }
        assertThat(text(storage)).containsKeys("documents/batch=a/stray.txt", "notes.txt");
    }

    @Test
    void whatARunCommitsDuringAVerificationIsNoFault() throws IOException {
        MemoryStorage storage = new MemoryStorage();
        Fixture.first(storage);
        List<Finding> findings = verifyWhile(storage, () -> Fixture.second(storage));
        assertThat(findings)
                .extracting(Finding::kind, Finding::path)
                .containsExactly(tuple(Finding.Kind.COMMITTED, "_colophon/manifests/0000000002.json"));
        assertThat(findings).noneMatch(finding -> finding.kind().isFault());
    }

    @Test
    void aFaultIsFoundThoughARunCommitsDuringTheVerification() throws IOException {
        MemoryStorage storage = new MemoryStorage();
        Fixture.first(storage);
        List<Finding> findings = verifyWhile(storage, () -> {
            Fixture.second(storage);
            storage.delete("documents/batch=b/part-0.txt");
            storage.write("documents/batch=c/part-0.txt", out -> out.write(bytes("other\n")));
        });
        assertThat(findings)
                .extracting(Finding::kind, Finding::path)
                .containsExactly(
                        tuple(Finding.Kind.MISSING, "documents/batch=b/part-0.txt"),
                        tuple(Finding.Kind.CHANGED, "documents/batch=c/part-0.txt"),
                        tuple(Finding.Kind.COMMITTED, "_colophon/manifests/0000000002.json"));
    }

    private interface Step {
        void happen() throws IOException;
    }

    private static List<Finding> verifyWhile(Storage storage, Step step) throws IOException {
        AtomicBoolean happened = new AtomicBoolean();
        return Verification.verify(Dataset.open(storage), (in, part, path) -> {
            if (happened.compareAndSet(false, true)) {
                step.happen();
            }
            return LINES.inspect(in, part, path);
        });
    }

    @Test
    void aDamagedCopyOfALostManifestKeepsRunsAndRepairsFromWhatItNamed() throws IOException {
        MemoryStorage storage = new MemoryStorage();
        Fixture.first(storage);
        Manifest second = Fixture.second(storage);
        String manifest = "_colophon/manifests/0000000002.json";
        String copy = "_colophon/manifest-copies/0000000002-" + Hashes.sha256Hex(second.bytes()) + ".json";
        storage.delete(manifest);
        storage.write(copy, out -> out.write(bytes("{")));
        SortedMap<String, String> before = text(storage);
        try (Lease lease = Fixture.lease(storage, "2026-01-01T00:00:00Z")) {
            Verification.Repair repair = Verification.repair(Dataset.open(storage), LINES, lease);
            assertThat(repair.removed()).isEmpty();
            assertThat(repair.left())
                    .extracting(Finding::kind, Finding::path)
                    .contains(tuple(Finding.Kind.LATEST, manifest));
        }
        assertThat(text(storage)).isEqualTo(before);
        assertThatThrownBy(() -> Fixture.third(storage))
                .isInstanceOf(DamagedDatasetException.class)
                .hasMessageContaining(manifest + " is lost")
                .hasMessageContaining("restore the manifest from a backup");

        storage.write(manifest, out -> out.write(second.bytes()));
        try (Lease lease = Fixture.lease(storage, "2026-01-01T00:00:00Z")) {
            Verification.Repair repair = Verification.repair(Dataset.open(storage), LINES, lease);
            assertThat(repair.left()).isEmpty();
        }
        assertThat(storage.files().get(copy)).isEqualTo(second.bytes());
        assertThat(Fixture.third(storage).number()).isEqualTo(3);
    }

    @Test
    void aLocalDatasetHasTheBytesOfOneInMemoryUnderAnyLocale(@TempDir Path folder) throws IOException {
        MemoryStorage memory = new MemoryStorage();
        Fixture.first(memory);
        Fixture.second(memory);
        Locale before = Locale.getDefault();
        try {
            for (String tag :
                    List.of("en", "tr-TR", "bn-BD-u-nu-beng", "ar-EG-u-nu-arab", "fa-IR", "th-TH-u-ca-buddhist")) {
                Locale.setDefault(Locale.forLanguageTag(tag));
                Storage local = new LocalStorage(folder.resolve(tag));
                Fixture.first(local);
                Fixture.second(local);
                assertThat(text(local)).as(tag).isEqualTo(text(memory));
                assertThat(Files.list(folder.resolve(tag + "/_colophon"))
                                .map(Path::getFileName)
                                .map(Path::toString))
                        .containsExactlyInAnyOrder("manifests", "manifest-copies", "retired");
            }
        } finally {
            Locale.setDefault(before);
        }
    }

    private static SortedMap<String, String> text(Storage storage) throws IOException {
        return Fixture.text(storage);
    }

    private static SortedMap<String, String> tables(Storage storage) throws IOException {
        return onlyTables(Fixture.text(storage));
    }

    private static SortedMap<String, String> onlyTables(Map<String, String> files) {
        SortedMap<String, String> tables = new TreeMap<>(files);
        tables.keySet().removeIf(path -> path.startsWith(Layout.HOME + "/"));
        return tables;
    }
}
