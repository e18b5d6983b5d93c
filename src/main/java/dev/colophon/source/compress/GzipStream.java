package dev.colophon.source.compress;

import dev.colophon.model.RejectReason;
import dev.colophon.source.format.BadInput;
import dev.colophon.source.format.Budget;
import dev.colophon.source.format.ByteWindow;
import dev.colophon.source.format.Place;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The content of all members of a gzip file, one behind the other. Zeros between and behind members are padding; what else
 * stands behind the last member is no content, but it is told of by {@link #requireNoRest}.
 */
final class GzipStream extends ByteWindow implements AutoCloseable {
    private final Place place;
    private final ByteWindow input;
    private final Budget budget;
    private GzipMember member;
    private @Nullable BadInput rest;

    GzipStream(Place place, ByteWindow input) {
        this.place = place;
        this.input = input;
        this.budget = place.reading().budget();
        this.member = new GzipMember(input, place.limits().expansionRatio());
    }

    @Override
    protected int fill(byte[] into, int offset, int length) throws IOException {
        while (member.ensure(1) == 0) {
            member.close();
            if (!anotherMember()) {
                return -1;
            }
            member = new GzipMember(input, place.limits().expansionRatio());
        }
        int count = Math.min(length, member.visible());
        ByteSlice slice = member.slice(0, count);
        System.arraycopy(slice.array(), slice.offset(), into, offset, count);
        member.consume(count);
        budget.produced(count);
        return count;
    }

    private boolean anotherMember() throws IOException {
        while (input.ensure(1) > 0 && input.at(0) == 0) {
            input.consume(1);
        }
        boolean more = GzipMember.magicAt(input, 0);
        if (!more && input.ensure(1) > 0) {
            boolean cut = input.ensure(2) == 1 && input.at(0) == 0x1f;
            rest = new BadInput(
                    cut ? RejectReason.TRUNCATED : RejectReason.MALFORMED,
                    "expected a gzip member or the end at byte " + input.position()
                            + ": what stands there is not read");
        }
        return more;
    }

    /**
     * Asks, when all content is read, whether that was all there is: the second member of two may be damaged.
     *
     * @throws BadInput where more stands behind the last member than zeros
     */
    void requireNoRest() throws BadInput {
        if (rest != null) {
            throw rest;
        }
    }

    @Override
    public void close() {
        member.close();
    }
}
