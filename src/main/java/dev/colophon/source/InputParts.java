package dev.colophon.source;

import dev.colophon.source.format.Budget;
import dev.colophon.source.format.Format;
import dev.colophon.source.format.Place;
import dev.colophon.source.format.Rejects;
import dev.colophon.source.format.Sidecar;
import dev.colophon.source.format.Slice;
import dev.colophon.source.format.SourceSettings;
import dev.colophon.source.format.Splittable;
import dev.colophon.source.format.StoredBytes;
import dev.colophon.storage.Storage;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Cuts large inputs between their items where their format allows it, so that their parts are read in parallel. */
public final class InputParts {
    private static final Logger LOG = LoggerFactory.getLogger(InputParts.class);

    private InputParts() {}

    /** The inputs, those beyond the size of a shard cut into parts of about that size. */
    public static List<InputFile> of(List<InputFile> files, List<Storage> roots, SourceSettings settings) {
        return of(files, roots, settings, ShardPlanner.MOST_BYTES);
    }

    static List<InputFile> of(List<InputFile> files, List<Storage> roots, SourceSettings settings, long every) {
        List<InputFile> parts = new ArrayList<>();
        for (InputFile file : files) {
            long[] cuts = file.size() > every ? cuts(file, roots.get(file.root()), settings, every) : new long[0];
            long from = 0;
            for (long cut : cuts) {
                parts.add(file.part(new Slice(from, cut)));
                from = cut;
            }
            parts.add(file.part(new Slice(from, Long.MAX_VALUE)));
        }
        return List.copyOf(parts);
    }

    /**
     * The part of a file whose items begin at an offset, so that one is found without reading what lies before; the file
     * itself where its format has to be read in order.
     */
    public static InputFile at(InputFile file, long offset, List<Storage> roots, SourceSettings settings)
            throws IOException {
        Splittable format = splittable(file, roots.get(file.root()), settings);
        return format == null || offset >= file.size() ? file : file.part(new Slice(offset, offset + 1));
    }

    private static long[] cuts(InputFile file, Storage root, SourceSettings settings, long every) {
        try {
            Splittable format = splittable(file, root, settings);
            if (format == null) {
                return new long[0];
            }
            try (SeekableByteChannel bytes = root.openChannel(file.path())) {
                return format.cuts(place(file, settings), bytes, every);
            }
        } catch (IOException | RuntimeException | StackOverflowError unreadable) {
            LOG.warn("{} is read in one part: {}", Rejects.printable(file.sourceUri()), why(unreadable));
            return new long[0];
        }
    }

    private static String why(Throwable fault) {
        String message = fault.getMessage();
        return Rejects.printable(message == null ? fault.getClass().getSimpleName() : message);
    }

    private static @Nullable Splittable splittable(InputFile file, Storage root, SourceSettings settings)
            throws IOException {
        if (!SpecialFiles.isRegular(root, file.path())) {
            return null;
        }
        try (StoredBytes beginning = StoredBytes.open(root, file.path(), file.sourceUri(), file.size())) {
            Format format = Formats.of(place(file, settings), beginning);
            return format instanceof Splittable cuttable ? cuttable : null;
        }
    }

    private static Place place(InputFile file, SourceSettings settings) {
        Budget budget = new Budget(file.size(), settings.limits());
        Place.Reading reading = new Place.Reading(settings, Formats::open, budget, null);
        return Place.ofFile(file.sourceUri(), file.size(), Slice.WHOLE, Sidecar.NONE, reading);
    }
}
