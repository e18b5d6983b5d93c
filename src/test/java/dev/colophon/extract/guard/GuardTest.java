package dev.colophon.extract.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.colophon.model.RejectReason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GuardTest {
    private static final Guard GUARD = new Guard(200);

    private static @Nullable RejectReason reason(byte[] body, String mediaType) {
        Guard.Refusal refusal = GUARD.refusal(body, mediaType);
        return refusal == null ? null : refusal.reason();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] zip(int entries, int bytesOfEach) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (int i = 0; i < entries; i++) {
                zip.putNextEntry(new ZipEntry("part" + i + ".xml"));
                zip.write(new byte[bytesOfEach]);
            }
        }
        return out.toByteArray();
    }

    private static byte[] pdf(int bytesOfStream) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(ascii("%PDF-1.4\n1 0 obj<</Filter/FlateDecode>>stream\r\n"));
        DeflaterOutputStream deflate = new DeflaterOutputStream(out);
        deflate.write(new byte[bytesOfStream]);
        deflate.finish();
        out.write(ascii("\nendstream endobj\n%%EOF"));
        return out.toByteArray();
    }

    @Test
    void refusesAZipThatExpandsBeyondTheRatio() throws IOException {
        assertThat(reason(zip(2, 4 << 20), "application/zip")).isEqualTo(RejectReason.LIMIT_RATIO);
        assertThat(reason(zip(2, 1 << 10), "application/zip")).isNull();
    }

    @Test
    void refusesAZipOfTooManyParts() throws IOException {
        assertThat(reason(zip(20_001, 0), "application/zip")).isEqualTo(RejectReason.LIMIT_ENTRIES);
    }

    @Test
    void refusesAPdfThatExpandsBeyondTheRatio() throws IOException {
        assertThat(reason(pdf(8 << 20), "application/pdf")).isEqualTo(RejectReason.LIMIT_RATIO);
        assertThat(reason(pdf(1 << 10), "application/pdf")).isNull();
    }

    @Test
    void refusesXmlThatIsNestedTooDeeply() {
        assertThat(reason(ascii("<a>".repeat(1_001)), "application/xml")).isEqualTo(RejectReason.LIMIT_DEPTH);
        assertThat(reason(ascii("<r>" + "<a><b/></a>".repeat(5_000) + "</r>"), "image/svg+xml"))
                .isNull();
    }

    @Test
    void countsNoMarkupInCommentsAndCharacterData() {
        String feed = "<rss><!-- " + "<br>".repeat(2_000) + " --><![CDATA[" + "<br>".repeat(2_000) + "]]></rss>";
        assertThat(reason(ascii(feed), "application/rss+xml")).isNull();
        assertThat(reason(ascii("<rss><![CDATA[" + "<br>".repeat(2_000)), "application/xml"))
                .isNull();
    }

    @Test
    void leavesBrokenDocumentsToTheParser() throws IOException {
        for (byte[] whole : new byte[][] {zip(1, 3_000), pdf(3_000), ascii("<a><b/></a>")}) {
            for (int length = 0; length < whole.length; length++) {
                byte[] cut = Arrays.copyOf(whole, length);
                assertThat(reason(cut, "application/pdf"))
                        .as("cut at %s", length)
                        .isNull();
                assertThat(reason(cut, "application/xml"))
                        .as("cut at %s", length)
                        .isNull();
            }
        }
    }
}
