package dev.colophon.source;

import static dev.colophon.source.Containers.entries;
import static dev.colophon.source.Containers.zip;
import static org.assertj.core.api.Assertions.assertThat;

import dev.colophon.model.Reject;
import dev.colophon.text.Hashes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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

    @Test
    void anEntryThatNoPositionHoldsIsAReject() throws IOException {
        byte[] zip = zip(entries("a.html", "<p>a</p>", "b.html", "<p>b</p>"), Containers.ZipKind.LARGE);
        String text = new String(zip, StandardCharsets.ISO_8859_1);
        int extra = text.indexOf("\u0001\u0000", text.lastIndexOf("b.html"));
        int position = extra + 4 + 16;
        for (int highest : new int[] {0x80, 0xff, 0x7f}) {
            Arrays.fill(zip, position, position + 7, (byte) 0xff);
            zip[position + 7] = (byte) highest;
            assertThat(ReadFolder.read(folder, "input", zip).shown())
                    .as("%x", highest)
                    .containsExactlyInAnyOrder("input", "!malformed");
        }
    }
}
