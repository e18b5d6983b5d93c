package dev.colophon.source;

import static dev.colophon.source.Containers.entries;
import static dev.colophon.source.Containers.zip;
import static org.assertj.core.api.Assertions.assertThat;

import dev.colophon.model.Reject;
import dev.colophon.text.Hashes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveFaultsTest {
    @TempDir
    Path folder;

    private static String line(String name, String page) {
        return "{\"url\":\"https://kurier.example/" + name + "\",\"html\":\"" + page + "\"}\n";
    }

    /** A record's offset counts what the entry expands to, and may lie beyond the end of the zip. */
    @Test
    void aRejectedRecordOfAnEntryCostsNothingBehindIt() throws IOException {
        String pages =
                line("a", "<p>" + "The ferry leaves. ".repeat(2000) + "</p>") + line("b", "") + line("c", "<p>c</p>");
        for (Containers.ZipKind kind : Containers.ZipKind.values()) {
            byte[] zip = zip(entries("pages.jsonl", pages, "d.html", "<p>d</p>"), kind);
            ReadFolder.Read read = ReadFolder.read(folder, "input", zip);
            assertThat(read.shown()).as("%s", kind).containsExactly("a", "!empty", "c", "input");
            Reject empty = read.reject(1);
            assertThat(empty.url()).isEqualTo("https://kurier.example/b");
            assertThat(empty.origin().offset()).isEqualTo(pages.indexOf("{\"url\":\"https://kurier.example/b"));
            assertThat(empty.payloadSha256())
                    .as("what is no hash of the record")
                    .isNull();
        }
    }

    @Test
    void aRejectedEntryHasTheHashOfItsStoredBytes() throws IOException {
        byte[] zip = zip(entries("none.html", "", "d.html", "<p>d</p>"), Containers.ZipKind.STORED);
        Reject empty = ReadFolder.read(folder, "input", zip).reject(0);
        int end = (int) (empty.origin().offset() + empty.origin().length());
        assertThat(empty.payloadSha256())
                .isEqualTo(Hashes.sha256Hex(
                        Arrays.copyOfRange(zip, (int) empty.origin().offset(), end)));
        assertThat(empty.payloadBytes()).isEqualTo(empty.origin().length()).isPositive();
    }
}
