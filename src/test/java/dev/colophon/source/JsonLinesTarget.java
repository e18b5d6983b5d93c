package dev.colophon.source;

import dev.colophon.fuzz.Check;
import dev.colophon.model.SourceItem;
import dev.colophon.source.format.Slice;
import dev.colophon.source.format.SourceLimits;
import dev.colophon.source.format.SourceSettings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Any line between two sound ones of a dump of records: whatever it holds, its neighbours are read. */
public final class JsonLinesTarget {
    private static final SourceSettings SETTINGS = SourceSettings.of(new SourceLimits(1 << 16, 50));

    private JsonLinesTarget() {}

    /** Reads one input. */
    public static void fuzzerTestOneInput(byte[] input) throws IOException {
        ContainerTarget.fuzzerTestOneInput(input);
        ByteArrayOutputStream dump = new ByteArrayOutputStream();
        dump.writeBytes(line("first"));
        dump.writeBytes(line("second"));
        for (byte each : input) {
            dump.write(each == '\n' || each == '\r' ? ' ' : each);
        }
        dump.write('\n');
        dump.writeBytes(line("last"));
        Dump read = Dump.of(dump.toByteArray(), SETTINGS, Slice.WHOLE);
        List<SourceItem> items = read.items();
        Check.that(
                items.size() == 3 || items.size() == 4,
                "three lines and one more: " + items.size() + " items, " + read.shown());
        Check.that(
                read.shown().get(0).equals("first")
                        && read.shown().get(items.size() - 1).equals("last"),
                "its neighbours are read: " + read.shown());
    }

    private static byte[] line(String name) {
        return ("{\"url\":\"https://kurier.example/" + name + "\",\"text\":\"one\"}\n")
                .getBytes(StandardCharsets.UTF_8);
    }
}
