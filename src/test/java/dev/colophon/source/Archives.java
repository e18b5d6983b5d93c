package dev.colophon.source;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;

/** WARC and gzip bytes for tests. */
final class Archives {
    private Archives() {}

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] join(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    static byte[] gzip(byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
            zip.write(content);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    /** A record whose id is made of {@code name}. */
    static byte[] record(String type, String name, String contentType, byte[] block, String... fields) {
        StringBuilder header = new StringBuilder("WARC/1.0\r\n");
        header.append("WARC-Type: ").append(type).append("\r\n");
        header.append("WARC-Record-ID: <urn:test:").append(name).append(">\r\n");
        header.append("WARC-Date: 2026-11-22T04:05:06Z\r\n");
        header.append("WARC-Target-URI: https://kurier.example/").append(name).append("\r\n");
        for (String field : fields) {
            header.append(field).append("\r\n");
        }
        header.append("Content-Type: ").append(contentType).append("\r\n");
        header.append("Content-Length: ").append(block.length).append("\r\n\r\n");
        return join(bytes(header.toString()), block, bytes("\r\n\r\n"));
    }

    static byte[] response(String name, String httpHeader, byte[] body, String... fields) {
        return record("response", name, "application/http; msgtype=response", join(bytes(httpHeader), body), fields);
    }

    /** An answer with status 200 and a short page. */
    static byte[] page(String name) {
        return response(
                name,
                "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nLast-Modified: Sat, 21 Nov 2026 20:00:00 GMT\r\n\r\n",
                bytes("<p>" + name + "</p>"));
    }

    static byte[] info() {
        return record("warcinfo", "info", "application/warc-fields", bytes("software: a test\r\n"));
    }
}
