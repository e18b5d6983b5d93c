package dev.colophon.conversion;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Dumps repeat records, id, payload and all; each is a document of its own, and a duplicate. */
class RepeatedRecordsTest {
    private static final String PAGE = "<h1>The ferry</h1><p>The ferry left the harbour at dawn with forty passengers,"
            + " three dogs and a piano, and came back in the evening without the piano.</p>";

    @TempDir
    Path folder;

    private void convert(String name, byte[] dump) throws Exception {
        JobFolder job = new JobFolder(folder);
        Path file = job.input("2026-11-01", "a").resolveSibling(name);
        Files.createDirectories(file.getParent());
        Files.write(file, dump);
        job.run();
        assertThat(job.query("select count(distinct doc_id) from $documents")).containsExactly("3");
        assertThat(job.problems()).isEmpty();
    }

    @Test
    void linesOfOneId() throws Exception {
        String line = "{\"id\": \"x\", \"url\": \"https://coast.example/a\", \"html\": \"" + PAGE + "\"}\n";
        convert("pages.jsonl", line.repeat(3).getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void recordsOfOneIdInOneGzipMember() throws Exception {
        String http = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + PAGE;
        String record = "WARC/1.1\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:1>\r\n"
                + "WARC-Date: 2025-06-05T18:15:00Z\r\nWARC-Target-URI: https://coast.example/a\r\n"
                + "Content-Type: application/http; msgtype=response\r\nContent-Length: "
                + http.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + http + "\r\n\r\n";
        convert("pages.warc.gz", zipped(record.repeat(3)));
    }

    private static byte[] zipped(String text) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return out.toByteArray();
    }
}
