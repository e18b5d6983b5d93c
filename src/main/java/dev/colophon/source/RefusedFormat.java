package dev.colophon.source;

import dev.colophon.model.RejectReason;
import dev.colophon.source.format.BadInput;
import dev.colophon.source.format.ByteWindow;
import dev.colophon.source.format.Format;
import dev.colophon.source.format.ItemReader;
import dev.colophon.source.format.Place;
import dev.colophon.source.format.Rejects;
import dev.colophon.text.WordLists;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Dumps that hold pages in a form that is not read, and lists of addresses that hold none: one clear reject instead of one
 * document of all of it. Told by how they begin.
 */
final class RefusedFormat implements Format {
    private static final Logger LOG = LoggerFactory.getLogger(RefusedFormat.class);
    private static final int LOOKED_AT = 2 << 10;

    private static final Warned WARNED = new Warned(100);
    private static final List<Refusal> REFUSALS = WordLists.lines(RefusedFormat.class, "refused.tsv").stream()
            .map(Refusal::of)
            .toList();

    /**
     * What is refused.
     *
     * @param start how it begins, white space left out
     * @param holds what its beginning holds too; empty where the start is enough
     * @param message what it is and what to do
     */
    private record Refusal(Pattern start, String holds, String message) {
        static Refusal of(String line) {
            String[] cells = line.split("\t", -1);
            return new Refusal(Pattern.compile(cells[0]), cells[1], cells[2]);
        }

        boolean isOf(String head) {
            return start.matcher(head).lookingAt() && head.contains(holds);
        }
    }

    @Override
    public boolean recognises(Place place, ByteWindow bytes) throws IOException {
        return refusal(bytes) != null;
    }

    private static @Nullable Refusal refusal(ByteWindow bytes) throws IOException {
        ByteWindow.ByteSlice slice = bytes.slice(0, Math.min(LOOKED_AT, bytes.ensure(LOOKED_AT)));
        String head = new String(slice.array(), slice.offset(), slice.length(), StandardCharsets.UTF_8);
        String text = head.replace("\ufeff", "").replace("\r", "").stripLeading();
        return REFUSALS.stream()
                .filter(refusal -> refusal.isOf(text))
                .findFirst()
                .orElse(null);
    }

    @Override
    public ItemReader open(Place place, ByteWindow bytes) throws IOException {
        Refusal refusal = Objects.requireNonNull(refusal(bytes), "recognised before");
        boolean file = place.containerPath() == null;
        if (file && WARNED.isFirst(place.sourceUri())) {
            LOG.warn("{}: {}", Rejects.printable(place.sourceUri()), refusal.message());
        }
        return ItemReader.of(() -> {
            throw new BadInput(RejectReason.UNSUPPORTED, refusal.message());
        });
    }
}
