package dev.colophon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What may befall the files of an archive: it is named, with what to do; what can be mended is; then all is as it was. */
class DamageTest {
    @TempDir
    Path folder;

    private Path archive;
    private Path job;
    private Map<String, String> sound;

    @BeforeEach
    void convertTwoDays() throws Exception {
        writeDays(2);
        archive = folder.resolve("archive");
        job = folder.resolve("job.yaml");
        Files.writeString(
                job,
                "input: { paths: ['" + folder.resolve("inbox") + "/*'] }\noutput: { dataset: '" + archive + "' }\n");
        convert();
        sound = tables();
    }

    /** Pages without a reject among them. */
    private void writeDays(int days) throws IOException {
        Path inbox = folder.resolve("inbox");
        Dumps.write(inbox, days, 4);
        for (int day = 1; day <= days; day++) {
            Files.delete(inbox.resolve("2026-11-0" + day + "/empty.html"));
        }
    }

    private Path file(String path) {
        return archive.resolve(path);
    }

    /** A file of an index, whose name tells what it is of. */
    private Path indexed() throws IOException {
        try (Stream<Path> files = Files.list(file("_colophon/duplicates"))) {
            return files.sorted().findFirst().orElseThrow();
        }
    }

    private Path copyOf(int manifest) throws IOException {
        try (Stream<Path> files = Files.list(file("_colophon/manifest-copies"))) {
            return files.sorted().toList().get(manifest - 1);
        }
    }

    private static void flipAByte(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
    }

    private static void cut(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length / 3));
    }

    private Said verify(String... options) {
        List<String> words = new ArrayList<>(List.of("verify", archive.toString()));
        words.addAll(List.of(options));
        return Said.by(words.toArray(String[]::new));
    }

    private void isNamed(Path damaged, String remedy) {
        Said said = verify();
        assertThat(said.code()).isEqualTo(1);
        assertThat(said.text())
                .contains(archive.relativize(damaged).toString())
                .contains(remedy)
                .contains("1 finding");
        assertThat(said.text()).doesNotContain("\tat ");
    }

    /** The tables and ledgers: other files tell how the archive came to hold them. */
    private Map<String, String> tables() throws IOException {
        Map<String, String> hashes = DatasetBytes.of(archive);
        hashes.keySet()
                .removeIf(path -> path.startsWith("_colophon/")
                        && !path.startsWith("_colophon/inputs/")
                        && !path.startsWith("_colophon/sites/"));
        hashes.remove("croissant.json");
        hashes.remove("datapackage.json");
        return hashes;
    }

    private void allIsWellAsBefore() throws IOException {
        Said said = verify();
        assertThat(said.text()).contains("all is well");
        assertThat(said.code()).isZero();
        assertThat(tables()).isEqualTo(sound);
    }

    private interface Harm {
        void befall(Path file) throws IOException;
    }

    @Test
    void aDamagedOrLostPartIsMadeAgainFromTheInputsOfItsBatch() throws Exception {
        for (Harm harm : List.<Harm>of(DamageTest::flipAByte, DamageTest::cut, Files::delete)) {
            for (String table : List.of("documents", "evidence")) {
                Path part = file(table + "/batch=2026-11-02/part-00000.parquet");
                harm.befall(part);
                isNamed(part, "or reprocess its batch");
                assertThat(verify("--repair").code())
                        .as("what repair cannot mend")
                        .isEqualTo(1);
                Said again = Said.by("reprocess", job.toString(), "--batch", "2026-11-02");
                assertThat(again.code()).as(again.text()).isZero();
                allIsWellAsBefore();
            }
        }
    }

    @Test
    void aDamagedOrLostIndexIsMadeAgain() throws Exception {
        for (Harm harm : List.<Harm>of(DamageTest::flipAByte, DamageTest::cut, Files::delete)) {
            Path index = indexed();
            harm.befall(index);
            isNamed(index, "make it again");
            assertThat(verify("--repair").text()).contains("make it again");
            Said again = Said.by("reprocess", job.toString(), "--batch", "2026-11-01");
            assertThat(again.code()).as(again.text()).isZero();
            allIsWellAsBefore();
        }
    }

    @Test
    void aDamagedLedgerIsNamedByWhateverNeedsIt() throws Exception {
        String path = "_colophon/inputs/batch=2026-11-02/part-00000.jsonl";
        byte[] whole = Files.readAllBytes(file(path));
        Files.writeString(file(path), "{ no json", StandardCharsets.UTF_8);
        for (Said said : List.of(verify(), Said.by("run", job.toString()))) {
            assertThat(said.code()).isEqualTo(1);
            assertThat(said.text()).contains(path).contains("restore the file from a backup");
        }
        Files.write(file(path), whole);
        allIsWellAsBefore();
    }

    @Test
    void aDamagedOrLostManifestStopsWhateverNeedsItAndComesBackFromItsCopy() throws Exception {
        writeDays(3);
        convert();
        sound = tables();
        for (String number : List.of("0000000001", "0000000002")) {
            Path manifest = file("_colophon/manifests/" + number + ".json");
            byte[] whole = Files.readAllBytes(manifest);
            for (Harm harm : List.<Harm>of(DamageTest::flipAByte, DamageTest::cut, Files::delete)) {
                harm.befall(manifest);
                assertThat(verify().code()).isEqualTo(1);
                assertThat(verify().text()).contains(number + ".json").containsPattern("repair brings .*back");
                boolean latest = number.endsWith("2");
                if (latest && (!Files.exists(manifest) || Files.size(manifest) < whole.length)) {
                    Said run = Said.by("run", job.toString());
                    assertThat(run.code()).isEqualTo(1);
                    assertThat(run.text()).contains(number + ".json").contains("verify --repair");
                }
                Said repaired = verify("--repair");
                assertThat(repaired.code()).as(repaired.text()).isZero();
                assertThat(manifest).hasBinaryContent(whole);
                allIsWellAsBefore();
            }
        }
        convert();
        allIsWellAsBefore();
    }

    @Test
    void aDamagedCopyOfAManifestIsMadeAgain() throws Exception {
        Path copy = copyOf(1);
        byte[] whole = Files.readAllBytes(copy);
        flipAByte(copy);
        isNamed(copy, "repair makes it again");
        assertThat(verify("--repair").code()).isZero();
        assertThat(copy).hasBinaryContent(whole);
    }

    @Test
    void ofALostManifestWithoutACopyARunTellsAndWhatItNamedStays() throws Exception {
        writeDays(3);
        convert();
        Map<String, String> third = tables();
        Files.delete(file("_colophon/manifests/0000000002.json"));
        Files.delete(copyOf(2));
        Said said = verify("--repair");
        assertThat(said.code()).isEqualTo(1);
        assertThat(said.text()).contains("0000000002.json").contains("restore it from a backup");
        assertThat(tables()).isEqualTo(third);
    }

    @Test
    void aDamagedRunRecordIsNamed() throws Exception {
        Path record = file("_colophon/runs/000001-job.json");
        Files.writeString(record, "{ no json");
        isNamed(record, "no table depends on it");
    }

    @Test
    void tablesWithoutAnyManifestAreNoEmptyArchive() throws Exception {
        Path manifest = file("_colophon/manifests/0000000001.json");
        Files.delete(manifest);
        Files.delete(copyOf(1));
        isNamed(file("documents"), "restore the manifests from a backup");
        convert();
        allIsWellAsBefore();
    }

    @Test
    void orphansAreRemovedAndLostStateCostsNothing() throws Exception {
        Path orphan = Files.copy(
                file("documents/batch=2026-11-02/part-00000.parquet"),
                file("documents/batch=2026-11-02/part-00001.parquet"));
        isNamed(orphan, "repair deletes it");
        Files.delete(file("_colophon/state/jobs.mv.db"));
        assertThat(verify("--repair").text()).contains("all is well");
        assertThat(orphan).doesNotExist();
        convert();
        allIsWellAsBefore();
    }

    private void convert() {
        Said said = Said.by("run", job.toString());
        assertThat(said.code()).as(said.text()).isZero();
    }
}
