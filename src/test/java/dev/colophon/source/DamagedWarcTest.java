package dev.colophon.source;

import static dev.colophon.source.Archives.bytes;
import static dev.colophon.source.Archives.gzip;
import static dev.colophon.source.Archives.info;
import static dev.colophon.source.Archives.join;
import static dev.colophon.source.Archives.page;
import static dev.colophon.source.Archives.response;
import static org.assertj.core.api.Assertions.assertThat;

import dev.colophon.model.Capture;
import dev.colophon.model.Reject;
import dev.colophon.model.SourceItem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A thousand records of which every tenth is damaged, in ten ways in turn. */
class DamagedWarcTest {
    private static final int RECORDS = 1000;
    private static final String CHUNKED = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";

    @TempDir
    Path folder;

    /** Damage that a record takes before it is compressed, or without compression. */
    private static final List<UnaryOperator<byte[]>> TO_RECORDS = List.of(
            record -> replaced(record, "Content-Length: ", "Content-Length: 9"),
            record -> replaced(record, "Content-Length: 1", "Content-Length: "),
            record -> replaced(record, "Content-Length: ", "Content-Length: x"),
            record -> replaced(record, "Content-Length: ", "Content-Length: -"),
            record -> replaced(record, "Content-Length: ", "Content-Length: 99999999999999999"),
            record -> replaced(record, "Content-Length: ", "Content-Lost: "),
            // Sent as text by somebody: every line ends shorter than the lengths say.
            record -> bytes(text(record).replace("\r\n", "\n")),
            record -> replaced(record, "WARC/1.0", "CRAW/1.0"),
            record -> Arrays.copyOf(record, record.length / 2),
            record -> response("chunks", CHUNKED, bytes("4\r\ntext\r\nzz\r\nmore of it\r\n0\r\n\r\n")));

    /** Damage to a record's gzip member. */
    private static final List<UnaryOperator<byte[]>> TO_MEMBERS = List.of(
            record -> changed(gzip(record), -6),
            record -> changed(gzip(record), -1),
            record -> changed(gzip(record), 60),
            record -> Arrays.copyOf(gzip(record), gzip(record).length / 2),
            record -> Arrays.copyOf(gzip(record), gzip(record).length - 5),
            record -> Arrays.copyOf(gzip(record), 9),
            record -> changed(gzip(record), 2),
            record -> gzip(TO_RECORDS.get(0).apply(record)),
            record -> gzip(TO_RECORDS.get(6).apply(record)),
            record -> gzip(TO_RECORDS.get(9).apply(record)));

    @Test
    void inAPlainWarcNineHundredDocumentsAreLeft() throws IOException {
        check("crawl.warc", UnaryOperator.identity(), TO_RECORDS);
    }

    @Test
    void inAGzippedWarcNineHundredDocumentsAreLeft() throws IOException {
        check("crawl.warc.gz", Archives::gzip, TO_MEMBERS);
    }

    private void check(String name, UnaryOperator<byte[]> sound, List<UnaryOperator<byte[]>> damages)
            throws IOException {
        ByteArrayOutputStream warc = new ByteArrayOutputStream();
        warc.writeBytes(sound.apply(info()));
        List<String> pages = new ArrayList<>();
        List<Long> damaged = new ArrayList<>();
        List<Long> ends = new ArrayList<>();
        for (int i = 0; i < RECORDS; i++) {
            String page = "page-" + i;
            if (i % 10 == 5) {
                damaged.add((long) warc.size());
                warc.writeBytes(damages.get(i / 10 % damages.size()).apply(page(page)));
                ends.add((long) warc.size());
            } else {
                pages.add(page);
                warc.writeBytes(sound.apply(page(page)));
            }
        }
        ReadFolder.Read read = ReadFolder.read(folder, name, warc.toByteArray());
        List<String> found = new ArrayList<>();
        List<Long> lost = new ArrayList<>();
        List<Long> lostEnds = new ArrayList<>();
        for (SourceItem item : read.items()) {
            if (item instanceof Reject) {
                lost.add(item.origin().offset());
                lostEnds.add(item.origin().offset() + item.origin().length());
            } else {
                found.add(((Capture) item).url().substring("https://kurier.example/".length()));
            }
        }
        assertThat(found).hasSize(RECORDS * 9 / 10).isEqualTo(pages);
        assertThat(lost).isEqualTo(damaged);
        assertThat(lostEnds).isEqualTo(ends);
    }

    private static String text(byte[] record) {
        return new String(record, StandardCharsets.UTF_8);
    }

    private static byte[] replaced(byte[] record, String from, String to) {
        return bytes(text(record).replace(from, to));
    }

    /** The bytes with one changed; a negative index counts from the end. */
    private static byte[] changed(byte[] member, int index) {
        byte[] copy = member.clone();
        copy[index < 0 ? copy.length + index : index] ^= 0x55;
        return copy;
    }

    @Test
    void damageAtTheBeginningCostsNoNeighbour() throws IOException {
        byte[] first = gzip(page("first"));
        first[0] = 1;
        ReadFolder.Read read = ReadFolder.read(folder, "x.warc.gz", join(first, gzip(page("second"))));
        assertThat(read.shown()).containsExactly("!malformed", "second");
        assertThat(read.reject(0).origin().length()).isEqualTo(first.length);
    }

    @ParameterizedTest
    @Timeout(60)
    @ValueSource(strings = {"WARC/1.0\r\n", "WARC/1.0\r\nWARC-Type: response\r\n", "xWARC/1.0\nWARC-Type: response\n"})
    void beginningsWithoutEndsArePassedOverOnce(String beginning) throws IOException {
        int times = 100_000;
        byte[] page = page("behind");
        byte[] beginnings = bytes("WARC/1.0\r\n" + beginning.repeat(times) + "\r\n");
        ReadFolder.Read read = ReadFolder.read(folder, "x.warc", join(beginnings, page));
        List<SourceItem> items = read.items();
        assertThat(items).hasSize(times + 2);
        assertThat(items.subList(0, times + 1)).allMatch(Reject.class::isInstance);
        assertThat(items.get(times + 1).origin().offset()).isEqualTo(beginnings.length);
        long lost = items.stream().mapToLong(item -> item.origin().length()).sum();
        assertThat(lost).isEqualTo(beginnings.length + (long) page.length);
    }
}
