package dev.colophon.source;

import static dev.colophon.source.Archives.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import com.dd.plist.BinaryPropertyListWriter;
import com.dd.plist.NSArray;
import com.dd.plist.NSData;
import com.dd.plist.NSDictionary;
import dev.colophon.model.Reject;
import dev.colophon.model.RejectReason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class WebArchiveTest {
    private static final String PAGE =
            "<html><head><title>T</title></head><body>" + "The ferry leaves. ".repeat(40) + "</body></html>";

    private static NSDictionary resource(String url, String type, byte[] data) {
        NSDictionary resource = new NSDictionary();
        resource.put("WebResourceURL", url);
        resource.put("WebResourceMIMEType", type);
        resource.put("WebResourceTextEncodingName", "UTF-8");
        resource.put("WebResourceData", new NSData(data));
        resource.put("WebResourceFrameName", "Fähre");
        return resource;
    }

    private static byte[] archive(NSDictionary main) throws IOException {
        NSDictionary root = new NSDictionary();
        root.put("WebSubresources", new NSArray(resource("https://a.example/b.png", "image/png", new byte[300])));
        root.put("WebMainResource", main);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        BinaryPropertyListWriter.write(root, out);
        return out.toByteArray();
    }

    @Test
    void aWebArchivesPageIsOneDocument() throws IOException {
        byte[] archive = archive(resource("https://kurier.example/ferry", "text/html", bytes(PAGE)));
        Dump dump = Dump.of(archive);
        assertThat(dump.items()).hasSize(1);
        assertThat(dump.body(0)).isEqualTo(PAGE);
        assertThat(dump.capture(0).url()).isEqualTo("https://kurier.example/ferry");
        assertThat(dump.capture(0).declaredType()).isEqualTo("text/html; charset=UTF-8");
        assertThat(dump.capture(0).origin().length()).isEqualTo(archive.length);
    }

    @Test
    void whatHasNoPageIsRefused() throws IOException {
        NSDictionary none = new NSDictionary();
        none.put("WebResourceURL", "https://kurier.example/ferry");
        assertThat(Dump.of(archive(none)).reject(0).reason()).isEqualTo(RejectReason.MALFORMED);
        assertThat(Dump.of(archive(resource("x", "text/html", new byte[0])))
                        .reject(0)
                        .reason())
                .isEqualTo(RejectReason.EMPTY);
    }

    /** A list whose dictionary refers to one long text for all keys and values, 1,000,000 times each. */
    private static byte[] manyKeysOfOneText() {
        byte[] references = new byte[2_000_000];
        Arrays.fill(references, (byte) 1);
        byte[] text = new byte[1_000_000];
        Arrays.fill(text, (byte) 'W');
        System.arraycopy(bytes("WebMainResource"), 0, text, 0, 15);
        ByteBuffer list = ByteBuffer.allocate(3_000_060);
        list.put(bytes("bplist00")).put((byte) 0x5f).put((byte) 0x12).putInt(text.length);
        list.put(text).put((byte) 0xdf).put((byte) 0x12).putInt(1_000_000).put(references);
        list.putInt(1_000_014).putInt(8);
        list.position(list.position() + 6);
        list.put((byte) 4).put((byte) 1).putLong(2).putLong(0).putLong(3_000_020);
        return list.array();
    }

    @Test
    @Timeout(60)
    void keysOfAnotherLengthAreNotCopied() throws IOException {
        assertThat(Dump.of(manyKeysOfOneText()).reject(0).reason()).isEqualTo(RejectReason.MALFORMED);
    }

    @Test
    @Timeout(60)
    void damageGivesARejectOrAPage() throws IOException {
        byte[] archive = archive(resource("https://kurier.example/ferry", "text/html", bytes(PAGE)));
        for (int length = 100; length < archive.length; length += 3) {
            Dump dump = Dump.of(Arrays.copyOf(archive, length));
            assertThat(dump.items()).hasSize(1).first().isInstanceOf(Reject.class);
        }
        Random random = new Random(7);
        for (int i = 0; i < 3_000; i++) {
            byte[] damaged = archive.clone();
            for (int n = 0; n < 4; n++) {
                int at = 8 + random.nextInt(damaged.length - 8);
                damaged[random.nextBoolean() ? at : damaged.length - 1 - random.nextInt(120)] = (byte) random.nextInt();
            }
            assertThat(Dump.of(damaged).items()).hasSize(1);
        }
    }
}
