package dev.colophon.source;

import static dev.colophon.source.Archives.bytes;
import static dev.colophon.source.Containers.entries;
import static dev.colophon.source.Containers.zip;
import static org.assertj.core.api.Assertions.assertThat;

import dev.colophon.model.Capture;
import dev.colophon.model.SourceItem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.apache.commons.compress.archivers.sevenz.SevenZArchiveEntry;
import org.apache.commons.compress.archivers.sevenz.SevenZOutputFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Items that an id must tell apart have places that differ, and no others have another place than they would have alone. */
class OrdinalsTest {
    @TempDir
    Path folder;

    private static String attached(String name, byte[] content) {
        return "--B\r\nContent-Type: application/octet-stream\r\nContent-Transfer-Encoding: base64\r\n"
                + "Content-Disposition: attachment; filename=" + name + "\r\n\r\n"
                + Base64.getMimeEncoder().encodeToString(content) + "\r\n";
    }

    private static byte[] mail(String... parts) {
        return bytes("From: Ada <ada@kurier.example>\r\nTo: all@kurier.example\r\nSubject: Ferry\r\n"
                + "MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=\"B\"\r\n\r\n"
                + "--B\r\nContent-Type: text/plain\r\n\r\nThe ferry leaves.\r\n" + String.join("", parts)
                + "--B--\r\n");
    }

    private static byte[] sevenZip(String... namesAndContents) throws IOException {
        SeekableInMemoryByteChannel channel = new SeekableInMemoryByteChannel();
        try (SevenZOutputFile archive = new SevenZOutputFile(channel)) {
            for (int i = 0; i < namesAndContents.length; i += 2) {
                SevenZArchiveEntry entry = new SevenZArchiveEntry();
                entry.setName(namesAndContents[i]);
                archive.putArchiveEntry(entry);
                archive.write(bytes(namesAndContents[i + 1]));
                archive.closeArchiveEntry();
            }
        }
        return Arrays.copyOf(channel.array(), (int) channel.size());
    }

    /** What an id is made of. */
    private static String identity(SourceItem item) {
        return item.origin() + " " + item.origin().within() + "+"
                + item.origin().ordinal() + " " + item.origin().recordId() + " "
                + new String(((Capture) item).body(), StandardCharsets.ISO_8859_1);
    }

    private List<String> places(byte[] input) throws IOException {
        List<SourceItem> items = ReadFolder.read(folder, "input", input).items();
        assertThat(items).extracting(OrdinalsTest::identity).doesNotHaveDuplicates();
        return items.stream()
                .map(item -> item.origin().containerPath() + "+" + item.origin().ordinal())
                .toList();
    }

    @Test
    void anAttachmentThatComesAgainBehindAnArchiveIsAnother() throws IOException {
        byte[] zip = zip(entries("x.html", "<p>x</p>", "y.html", "<p>y</p>"));
        String note = attached("note.txt", bytes("Six o'clock."));
        String other = attached("note.txt", bytes("Seven o'clock."));
        assertThat(places(mail(attached("a.zip", zip), note, attached("b.zip", zip), note)))
                .containsExactly(
                        "null+0",
                        "a.zip!x.html+1",
                        "a.zip!y.html+0",
                        "note.txt+0",
                        "b.zip!x.html+1",
                        "b.zip!y.html+0",
                        "note.txt+1");
        assertThat(places(mail(attached("a.zip", zip), note, attached("b.zip", zip), other)))
                .as("another text has a place of its own already")
                .endsWith("note.txt+0");
        assertThat(places(mail(attached("a.zip", zip), note, note, attached("b.zip", zip), note, note)))
                .endsWith("note.txt+0", "note.txt+1", "b.zip!x.html+2", "b.zip!y.html+0", "note.txt+2", "note.txt+3");
    }

    @Test
    void entriesOfOneNameAroundADumpAreTwo() throws IOException {
        String dump = "{\"id\":1,\"html\":\"<p>1</p>\"}\n{\"id\":2,\"html\":\"<p>2</p>\"}\n";
        assertThat(places(sevenZip("x.html", "<p>x</p>", "pages.jsonl", dump, "x.html", "<p>x</p>")))
                .containsExactly("x.html+0", "pages.jsonl+1", "pages.jsonl+0", "x.html+1");
        assertThat(places(sevenZip("x.html", "<p>x</p>", "pages.jsonl", dump, "x.html", "<p>y</p>")))
                .endsWith("x.html+0");
        assertThat(places(sevenZip("x.html", "<p>x</p>", "x.html", "<p>x</p>", "x.html", "<p>x</p>")))
                .containsExactly("x.html+0", "x.html+1", "x.html+2");
    }
}
