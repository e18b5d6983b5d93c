package dev.colophon.source;

import dev.colophon.fuzz.Check;
import dev.colophon.fuzz.Work;
import dev.colophon.model.Capture;
import dev.colophon.model.Origin;
import dev.colophon.model.Reject;
import dev.colophon.model.SourceItem;
import dev.colophon.source.format.Slice;
import dev.colophon.source.format.SourceLimits;
import dev.colophon.source.format.SourceSettings;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Any bytes as an input file: WARC, archives, compressed streams and dumps of records, told apart by their content. */
public final class ContainerTarget {
    private static final int DOCUMENT = 1 << 16;
    private static final int RATIO = 50;
    private static final SourceSettings SETTINGS = SourceSettings.of(new SourceLimits(DOCUMENT, RATIO));
    /** What one file may expand to whatever its size. */
    private static final long SLACK = 64L << 20;

    private static final Work WORK = new Work(1L << 30, 50_000);

    private ContainerTarget() {}

    /** Reads one input. */
    public static void fuzzerTestOneInput(byte[] input) throws IOException {
        List<SourceItem> items = WORK.of(
                input.length, () -> Dump.of(input, SETTINGS, Slice.WHOLE).items());
        List<String> shown = items.stream().map(ContainerTarget::show).toList();
        Check.same(
                shown,
                Dump.of(input, SETTINGS, Slice.WHOLE).items().stream()
                        .map(ContainerTarget::show)
                        .toList());
        places(items, shown);
        long bytes = items.stream().mapToLong(ContainerTarget::check).sum();
        Check.that(bytes <= SLACK + (long) RATIO * input.length, bytes + " bytes out of " + input.length);
    }

    /** No two items share a place, numbered as a shard's reader does it. */
    private static void places(List<SourceItem> items, List<String> shown) {
        Set<List<Object>> places = new HashSet<>();
        long before = -1;
        int ordinal = 0;
        for (SourceItem item : items) {
            Origin origin = item.origin();
            ordinal = origin.offset() == before ? ordinal + 1 : 0;
            before = origin.offset();
            String path = String.valueOf(origin.containerPath());
            Check.that(
                    places.add(List.of(before, ordinal, path, origin.within())),
                    "two items at " + origin + " " + shown);
            Check.printable("an entry's name", path);
        }
    }

    private static int check(SourceItem item) {
        if (!(item instanceof Capture capture)) {
            return 0;
        }
        Check.that(capture.body().length <= DOCUMENT, "a document of " + capture.body().length + " bytes");
        return capture.body().length;
    }

    private static String show(SourceItem item) {
        String what = item instanceof Reject reject
                ? reject.reason() + " " + reject.message()
                : ((Capture) item).url() + " " + java.util.Arrays.hashCode(((Capture) item).body());
        return item.origin() + " " + what;
    }
}
