package dev.colophon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.colophon.text.Controls;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Inputs and archives in places where they cannot be, or where a slip of the hand puts them. */
class PlacesTest {
    @TempDir
    Path folder;

    private Path page(String path) throws IOException {
        Path page = folder.resolve(path);
        Files.createDirectories(page.getParent());
        return Files.writeString(
                page,
                "<html><head><title>The quay of " + path
                        + "</title></head><body><article><h1>The quay</h1><p>The quay of "
                        + path + " opens again, say the people of the village, who have waited for it longer than they"
                        + " care to remember.</p></article></body></html>");
    }

    private Said convert(String input, String to, String... options) {
        List<String> arguments = new ArrayList<>(List.of(
                "convert",
                folder.resolve(input).toString(),
                "--to",
                folder.resolve(to).toString()));
        arguments.addAll(List.of("--set", "input.settle=0s"));
        arguments.addAll(List.of(options));
        return Said.by(arguments.toArray(String[]::new));
    }

    private void isRefused(Said said, String... words) {
        assertThat(said.code()).as(said.text()).isEqualTo(ExitCode.USAGE);
        assertThat(said.text()).contains(words);
    }

    private void isComplete(Said said) {
        assertThat(said.code()).as(said.text()).isZero();
    }

    @Test
    void aNameDoesNotCommandTheTerminalThatAMessageIsPrintedOn() throws Exception {
        String name = "a\u001b[31m\u009b2J\u202eb";
        Files.writeString(folder.resolve("file"), "in the way of a folder");
        String text = convert("in" + name, "file/" + name).text()
                + Said.by("run", name).text()
                + Said.by("status", folder.resolve(name).toString()).text()
                + Said.by("convert", "--" + name).text();
        assertThat(text).contains("\\u001B[31m\\u009B2J\\u202Eb");
        assertThat(text.codePoints()
                        .filter(point -> point != '\n' && Controls.isObeyed(point))
                        .mapToObj(Integer::toHexString))
                .isEmpty();
    }

    @Test
    void anInputInTheArchiveThatIsToBeWrittenIsRefused() throws Exception {
        page("in/sub/a.html");
        isRefused(
                convert("in", "in"), "lies in the archive", folder.resolve("in").toString());
        isRefused(convert("in/sub", "in"), "lies in the archive");
        isRefused(convert("in/sub/a.html", "in"), "lies in the archive");
        isRefused(convert("in/*/a.html", "in"), "lies in the archive");
        Files.createSymbolicLink(folder.resolve("link"), folder.resolve("in"));
        isRefused(convert("in/sub", "link"), "lies in the archive");
        assertThat(folder.resolve("in/_colophon")).doesNotExist();
    }

    @Test
    void anArchiveAmongTheInputsIsNoInput() throws Exception {
        page("in/a.html");
        isComplete(convert("in", "in/archive"));
        page("in/b.html");
        Said own = convert("in", "in/archive");
        isComplete(own);
        assertThat(own.text()).contains("plan: 1 input ").doesNotContain("passed over");
        Said other = convert("in", "other");
        isComplete(other);
        assertThat(other.text())
                .contains("plan: 2 inputs ")
                .containsOnlyOnce(folder.resolve("in/archive") + " is an archive of Colophon's");
        Said again = convert("in", "other");
        isComplete(again);
        assertThat(again.text()).contains("nothing new").contains("is an archive of Colophon's");
        isRefused(convert("in/archive", "third"), "nothing lies under", "is no input");
    }

    @Test
    void aPathWithoutInputsFailsUntilOneWasFoundThere() throws Exception {
        Files.createDirectories(folder.resolve("inbox"));
        isRefused(convert("inbox/*", "archive"), "nothing lies under", "inbox/*");
        page("inbox/2026-11-01/a.html");
        isRefused(convert("inbx*", "archive"), "nothing lies under", "inbx*");
        isComplete(convert("inbox/*", "archive"));
        isRefused(convert("inbx*", "archive"), "nothing lies under", "inbx*");
        Files.delete(folder.resolve("inbox/2026-11-01/a.html"));
        Said empty = convert("inbox/*", "archive");
        isComplete(empty);
        assertThat(empty.text())
                .contains("no longer there")
                .contains("no input lies under")
                .contains("inbox/*");
    }

    @Test
    void oneOfSeveralPathsWithoutInputsIsToldInTheReportToo() throws Exception {
        page("in/a.html");
        Said said = convert("in", "archive", folder.resolve("zzz*").toString());
        isComplete(said);
        assertThat(said.text()).contains("warning     no input lies under").contains("zzz*");
        assertThat(Files.readString(folder.resolve("archive/_colophon/runs/000001-convert.html")))
                .contains("no input lies under");
    }

    @Test
    void aFileCannotBeAnArchive() throws Exception {
        page("in/a.html");
        Files.writeString(folder.resolve("file"), "mine");
        isRefused(convert("in", "file"), "found a file", folder.resolve("file").toString());
        isRefused(convert("in", "file/archive"), "is in the way");
    }

    @Test
    void filesOfOthersAreNeitherTakenForRowsNorDeleted() throws Exception {
        page("in/a.html");
        Path mine = page("archive/documents/mine.txt");
        isRefused(convert("in", "archive"), "documents/mine.txt");
        Files.delete(mine);
        Path beside = page("archive/notes.txt");
        isComplete(convert("in", "archive"));
        page("archive/documents/mine.txt");
        Path part = folder.resolve("archive/documents/batch=in/part-00000.parquet");
        Path leftover = Files.copy(part, part.resolveSibling("part-00001.parquet"));
        Path namedAlike = Files.writeString(part.resolveSibling("part-00002.parquet"), "mine");
        Said said = Said.by("verify", folder.resolve("archive").toString(), "--repair");
        assertThat(said.code()).isEqualTo(ExitCode.FAILED);
        assertThat(said.text())
                .contains("removed documents/batch=in/part-00001.parquet")
                .contains("documents/mine.txt: no manifest ever named it (move it away");
        assertThat(leftover).doesNotExist();
        assertThat(List.of(mine, beside, namedAlike))
                .allSatisfy(file -> assertThat(file).exists());
    }

    @Test
    void anAddressOfThisMachineIsAPathAsItIsWritten() throws Exception {
        Files.writeString(
                folder.resolve("ferry.html"), "<title>Ferry</title><p>" + "The ferry goes again. ".repeat(20));
        isComplete(convert("ferry.html", "plain"));
        String odd = "my archive#1 %41";
        isComplete(Said.by(
                "convert",
                "file://" + folder.resolve("ferry.html"),
                "--to",
                "file:" + folder.resolve(odd),
                "--set",
                "input.settle=0s"));
        assertThat(folder.resolve(odd).resolve("_colophon")).isDirectory();
        isRefused(
                Said.by("convert", folder.resolve("ferry.html").toString(), "--to", "file://host/archive"),
                "the name of another");
    }

    @Test
    void whatCannotBeExplainedIsSaid() throws Exception {
        Files.writeString(
                folder.resolve("ferry.html"), "<title>Ferry</title><p>" + "The ferry goes again. ".repeat(20));
        isComplete(convert("ferry.html", "archive"));
        isRefused(Said.by("explain", folder.resolve("archive").toString()), "is an archive", "doc_id");
        Files.createDirectories(folder.resolve("empty"));
        isRefused(Said.by("explain", folder.resolve("empty").toString()), "holds nothing that is read");
        isRefused(Said.by("explain", folder.resolve("ferry.html") + "@99999999999999999999"), "there is no file");
    }

    @Test
    void aSettingThatTheCommandLineNamesByItselfIsRefused() {
        isRefused(convert("in", "archive", "--set", "input.paths=elsewhere"), "--set input.paths", "drop one of them");
        isRefused(convert("in", "archive", "--set", "output.dataset=elsewhere"), "--set output.dataset");
    }

    @Test
    void aJobFileNamesItsArchive() throws Exception {
        Files.writeString(
                folder.resolve("ferry.html"), "<title>Ferry</title><p>" + "The ferry goes again. ".repeat(20));
        isComplete(convert("ferry.html", "archive"));
        Path job = folder.resolve("ferries.yaml");
        Files.writeString(
                job,
                "job: ferries\ninput:\n  paths: [" + folder.resolve("ferry.html") + "]\noutput:\n  dataset: "
                        + folder.resolve("archive") + "\n");
        isComplete(Said.by("status", job.toString()));
    }
}
