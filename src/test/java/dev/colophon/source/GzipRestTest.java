package dev.colophon.source;

import static dev.colophon.source.Archives.bytes;
import static dev.colophon.source.Archives.gzip;
import static dev.colophon.source.Archives.join;
import static org.assertj.core.api.Assertions.assertThat;

import dev.colophon.model.RejectReason;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands behind the last member of a gzip file that can be read. */
class GzipRestTest {
    private static final byte[] A = gzip(bytes("{\"url\":\"https://kurier.example/a\",\"html\":\"<p>a</p>\"}\n"));
    private static final byte[] B = gzip(bytes("{\"url\":\"https://kurier.example/b\",\"html\":\"<p>b</p>\"}\n"));

    @TempDir
    Path folder;

    @Test
    void aMemberThatIsNoneAnyMoreIsTold() throws IOException {
        assertThat(ReadFolder.read(folder, "input", join(A, B)).shown()).containsExactly("a", "b");
        byte[] damaged = B.clone();
        damaged[0] ^= 1;
        byte[] joined = join(A, damaged);
        ReadFolder.Read read = ReadFolder.read(folder, "input", joined);
        assertThat(read.shown()).containsExactly("a", "!malformed");
        assertThat(read.reject(1).message()).contains("byte " + A.length);
        assertThat(read.reject(1).payloadBytes()).isEqualTo(joined.length);
        assertThat(read.fingerprints()).singleElement().matches(print -> print.items() == 2);
    }

    @Test
    void aPageIsReadWhateverStandsBehindIt() throws IOException {
        byte[] page = gzip(bytes("<p>page</p>"));
        ReadFolder.Read read = ReadFolder.read(folder, "input", join(page, new byte[100], bytes("garbage")));
        assertThat(read.shown()).containsExactly("input", "!malformed");
        assertThat(read.body(0)).isEqualTo("<p>page</p>");
        assertThat(read.reject(1).message()).contains("byte " + (page.length + 100));
    }

    @Test
    void aMemberThatEndsInItsFirstByteIsCut() throws IOException {
        ReadFolder.Read read = ReadFolder.read(folder, "input", join(A, new byte[] {0x1f}));
        assertThat(read.shown()).containsExactly("a", "!truncated");
    }

    @Test
    void zerosArePadding() throws IOException {
        byte[] padding = new byte[10_240];
        assertThat(ReadFolder.read(folder, "input", join(A, padding)).shown()).containsExactly("a");
        assertThat(ReadFolder.read(folder, "input", join(A, padding, B, padding))
                        .shown())
                .containsExactly("a", "b");
    }

    @Test
    void anEntryTellsOfItsOwnRest() throws IOException {
        byte[] tar = Containers.tar(Containers.entries("a.jsonl.gz", join(A, bytes("rest")), "b.jsonl.gz", B));
        ReadFolder.Read read = ReadFolder.read(folder, "input", tar);
        assertThat(read.shown()).containsExactly("a", "!malformed", "b");
        assertThat(read.reject(1).reason()).isEqualTo(RejectReason.MALFORMED);
        assertThat(read.reject(1).origin().containerPath()).isEqualTo("a.jsonl.gz");
    }
}
