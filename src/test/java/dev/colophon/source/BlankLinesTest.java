package dev.colophon.source;

import static dev.colophon.source.Archives.bytes;
import static dev.colophon.source.Archives.gzip;
import static dev.colophon.source.Archives.join;
import static dev.colophon.source.Archives.page;
import static org.assertj.core.api.Assertions.assertThat;

import dev.colophon.model.SourceItem;
import dev.colophon.source.format.Budget;
import dev.colophon.source.format.ByteWindow;
import dev.colophon.source.format.ItemReader;
import dev.colophon.source.format.Place;
import dev.colophon.source.format.Sidecar;
import dev.colophon.source.format.Slice;
import dev.colophon.source.format.SourceSettings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Records with millions of blank lines between them. */
class BlankLinesTest {
    private static final int MANY = 40 << 20;
    private static final int LARGEST_WINDOW = 4 << 20;

    @TempDir
    Path folder;

    /** A stream that is read through a window, which tells how large that has become. */
    private static final class Window extends ByteWindow {
        private final InputStream stream;

        Window(InputStream stream) {
            this.stream = stream;
        }

        @Override
        protected int fill(byte[] into, int offset, int length) throws IOException {
            assertThat(into.length).as("bytes in memory").isLessThanOrEqualTo(LARGEST_WINDOW);
            return stream.read(into, offset, length);
        }
    }

    private static List<SourceItem> read(byte[]... parts) throws IOException {
        List<InputStream> streams = new ArrayList<>();
        long length = 0;
        for (byte[] part : parts) {
            streams.add(new ByteArrayInputStream(part));
            length += part.length;
        }
        Place.Reading reading = new Place.Reading(
                SourceSettings.DEFAULT, Formats::open, new Budget(length, SourceSettings.DEFAULT.limits()), null);
        Place place = Place.ofFile("dump", length, Slice.WHOLE, Sidecar.NONE, reading);
        List<SourceItem> items = new ArrayList<>();
        try (ItemReader reader = place.open(new Window(new SequenceInputStream(Collections.enumeration(streams))))) {
            for (SourceItem item = reader.next(); item != null; item = reader.next()) {
                items.add(item);
            }
        }
        return items;
    }

    private static byte[] blanks(int count) {
        byte[] blanks = new byte[count];
        Arrays.fill(blanks, (byte) '\n');
        return blanks;
    }

    @Test
    void blankLinesArePassedOverStepByStep() throws IOException {
        byte[] many = blanks(MANY);
        assertThat(read(page("a"), many, page("b"), many)).hasSize(2);
        assertThat(read(ArcTest.arc(1), many, ArcTest.record(1, "c"), many)).hasSize(3);
        byte[] member = gzip(join(page("a"), blanks(100_000)));
        assertThat(read(member, gzip(join(page("b"), blanks(100_000), page("c")))))
                .hasSize(3);
    }

    @Test
    void aRecordBehindManyBlankLinesBelongsToOnePart() throws IOException {
        byte[] first = join(page("a"), blanks(100_000));
        Files.write(folder.resolve("input.warc"), join(first, page("b"), blanks(100_000), page("c")));
        Inputs inputs = new InputLister(folder, Set.of(), "b").list(List.of(folder.toString()));
        InputFile whole = inputs.files().get(0);
        List<String> urls = new ArrayList<>();
        for (Slice slice : List.of(new Slice(0, first.length), new Slice(first.length, Long.MAX_VALUE))) {
            for (Shard shard : ShardPlanner.plan(List.of(whole.part(slice)), "settings")) {
                try (ShardReader reader = ShardReaders.open(shard, inputs.roots(), SourceSettings.DEFAULT)) {
                    for (SourceItem item = reader.next(); item != null; item = reader.next()) {
                        urls.add(slice.from() + " " + item.origin().offset());
                    }
                }
            }
        }
        int third = first.length + page("b").length + 100_000;
        assertThat(urls).containsExactly("0 0", first.length + " " + first.length, first.length + " " + third);
    }

    @Test
    void aFewBlankLinesStillBelongToTheRecordBeforeThem() throws IOException {
        byte[] few = blanks(1000);
        List<SourceItem> items = read(page("a"), few, bytes("\r\n"), page("b"));
        assertThat(items.get(0).origin().length()).isEqualTo(page("a").length + few.length + 2);
        assertThat(items.get(1).origin().offset())
                .isEqualTo(items.get(0).origin().length());
    }
}
