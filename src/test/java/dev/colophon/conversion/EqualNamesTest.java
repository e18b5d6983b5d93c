package dev.colophon.conversion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.colophon.batch.SpringBatchEngine;
import dev.colophon.pipeline.SiteSettings;
import dev.colophon.report.RunSummary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Inputs that would get the name of others, or another name than they had. */
class EqualNamesTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    @TempDir
    Path folder;

    private Path page(String path) throws IOException {
        Path page = folder.resolve(path);
        Files.createDirectories(page.getParent());
        Files.writeString(
                page,
                "<html lang=en><head><title>" + path + "</title></head><body><article><h1>" + path
                        + "</h1><p>The water stands high at " + path + " this morning, and the ferry leaves a quarter"
                        + " of an hour earlier than it did last week, because the channel has silted up once more."
                        + "</p></article></body></html>");
        return Files.setLastModifiedTime(page, FileTime.from(NOW.minusSeconds(3600 + path.length())));
    }

    private @Nullable RunSummary convert(String... paths) throws Exception {
        List<String> inputs =
                Stream.of(paths).map(path -> folder.resolve(path).toString()).toList();
        JobSettings job = Jobs.plain(inputs, folder.resolve("archive"), 1, SiteSettings.DEFAULT);
        return new Converter(job, new SpringBatchEngine(), Progress.SILENT, () -> NOW).convert();
    }

    @Test
    void anotherDumpWithTheSameNamesReplacesNothingWhileTheFirstIsThere() throws Exception {
        Path first = page("crawl1/warc/00000.html");
        Path second = page("crawl-two/warc/00000.html");
        assertThat(convert("crawl1/warc")).isNotNull();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> convert("crawl-two/warc"))
                .withMessageContaining(first.toString())
                .withMessageContaining(second.toString())
                .withMessageContaining("--batch");
        Path link = Files.createSymbolicLink(folder.resolve("warc"), first.getParent());
        Files.writeString(first.resolveSibling("00000.html.meta.json"), "{}");
        Files.setLastModifiedTime(first.resolveSibling("00000.html.meta.json"), FileTime.from(NOW.minusSeconds(60)));
        assertThat(convert(link.getFileName().toString()))
                .as("the same folder by another name")
                .isNotNull();
        Files.delete(first);
        RunSummary moved = Objects.requireNonNull(convert("crawl-two/warc"));
        assertThat(moved.contents().documents())
                .as("an input that has moved and changed takes its own place")
                .isOne();
    }

    @Test
    void pathsThatRenameWhatTheArchiveHoldsAreRefused() throws Exception {
        page("inbox/day/a.html");
        page("inbox/day/b.html");
        page("extra/c.html");
        assertThat(convert("inbox/*")).isNotNull();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> convert("inbox/*", "extra"))
                .withMessageStartingWith("2 of the inputs")
                .withMessageContaining("day/a.html")
                .withMessageContaining("a job of their own");
        assertThat(convert("extra")).as("a job of its own").isNotNull();
        assertThat(convert("inbox/*")).as("the old paths").isNull();
    }

    @Test
    void pathsThatTakeTheLeadFromNamesAreRefusedToo() throws Exception {
        page("inbox/day/a.html");
        page("extra/c.html");
        assertThat(convert("inbox/*", "extra")).isNotNull();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> convert("inbox/*"))
                .withMessageStartingWith("1 of the inputs")
                .withMessageContaining("inbox/day/a.html");
    }

    @Test
    void aCopyInAFolderOfTheRootsOwnNameIsNoOtherNameOfAFile() throws Exception {
        page("dump/dump/a.html");
        assertThat(convert("dump")).isNotNull();
        Path copy = folder.resolve("dump/a.html");
        Files.copy(folder.resolve("dump/dump/a.html"), copy, StandardCopyOption.COPY_ATTRIBUTES);
        RunSummary run = Objects.requireNonNull(convert("dump"));
        assertThat(run.run().accounting().captures()).isOne();
    }
}
