package dev.colophon.source.compress;

import dev.colophon.source.format.Budget;
import dev.colophon.source.format.ByteWindow;
import dev.colophon.source.format.Place;
import dev.colophon.source.format.Rejects;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The content of all members of a gzip file, one behind the other. Zeros between members are passed over; bytes behind the
 * last member that are no member are left out with a warning, as gzip does.
 */
final class GzipStream extends ByteWindow implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(GzipStream.class);

    private final Place place;
    private final ByteWindow input;
    private final Budget budget;
    private GzipMember member;

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
            LOG.warn(
                    "{}: the bytes from {} on are no gzip member and are left out",
                    Rejects.printable(place.whole().toString()),
                    input.position());
        }
        return more;
    }

    @Override
    public void close() {
        member.close();
    }
}
