package dev.colophon.source.warc;

import dev.colophon.model.Origin;
import dev.colophon.model.RejectReason;
import dev.colophon.model.SourceItem;
import dev.colophon.source.format.BadInput;
import dev.colophon.source.format.ByteWindow;
import dev.colophon.source.format.ItemReader;
import dev.colophon.source.format.Place;
import dev.colophon.source.format.Rejects;
import dev.colophon.source.format.StreamBytes;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The records of a WARC or ARC whose records are compressed one by one. Each has the offset of its gzip member or zstd
 * frame, and its length where the member holds nothing else; records that share a member have length 0, because a part of a
 * compressed stream has no place of its own.
 *
 * <p>A record is given when its member's checksum was seen to agree, unless more records follow in the member. After a
 * damaged member reading goes on at the next place where a member begins whose content begins a record.
 */
final class MemberItems implements ItemReader {
    /** Stored bytes from which a member that begins a record can be told; a zstd block must be whole. */
    private static final int TRIAL_BYTES = 512;

    private static final int MOST_TRIAL_BYTES = 1 << 18;

    /** What a member that lacks its end is taken for. */
    private static final Set<RejectReason> CUT = Set.of(RejectReason.TRUNCATED, RejectReason.INTEGRITY);

    private final Place place;
    private final ByteWindow input;
    private final Members members;
    private final Dialect dialect;
    private Members.@Nullable Member member;
    private Dialect.@Nullable Framer framer;
    private long memberStart;
    private boolean shared;

    MemberItems(Place place, ByteWindow input, Members members, Dialect dialect) {
        this.place = place;
        this.input = input;
        this.members = members;
        this.dialect = dialect;
    }

    @Override
    public @Nullable SourceItem next() throws IOException {
        while (member != null || openMember()) {
            try {
                Piece piece = framer == null ? null : framer.next();
                if (piece == null) {
                    closeMember();
                    continue;
                }
                SourceItem item = dialect.item(piece, memberPlace());
                if (item != null) {
                    return item;
                }
            } catch (BadInput damage) {
                return passOver(damage);
            }
        }
        return null;
    }

    private boolean openMember() throws IOException {
        members.passBetween(input);
        if (input.ensure(1) == 0 || input.position() >= place.slice().to()) {
            return false;
        }
        memberStart = input.position();
        input.mark();
        Members.Member opened = members.open(input);
        member = opened;
        framer = dialect.framer(opened.content(), -1);
        shared = false;
        return true;
    }

    private void closeMember() {
        if (member != null) {
            member.close();
        }
        member = null;
        framer = null;
    }

    private Origin memberPlace() {
        boolean whole =
                !shared && member != null && member.ended() && member.content().visible() == 0;
        shared = true;
        return place.origin(memberStart, whole ? input.position() - memberStart : 0);
    }

    private SourceItem passOver(BadInput damage) throws IOException {
        closeMember();
        boolean endIsSound =
                damage.reason() == RejectReason.INTEGRITY && (input.ensure(1) == 0 || members.beginsAt(input, 0));
        long readTo = input.position();
        boolean hashed = input.rewind();
        input.unmark();
        Span span = new Span(input);
        if (hashed || !endIsSound) {
            toNextRecord(span, endIsSound ? readTo : Long.MAX_VALUE);
        }
        // A member that lacks its end takes the next one's bytes for its own, up to what may look like its checksum.
        boolean another = CUT.contains(damage.reason()) && input.position() < readTo;
        RejectReason reason =
                another && damage.reason() == RejectReason.INTEGRITY ? RejectReason.TRUNCATED : damage.reason();
        String text = another
                ? "the member at byte " + memberStart + " has no end: another begins at byte " + input.position()
                : damage.text();
        long length = input.position() - memberStart;
        return Rejects.of(place.origin(memberStart, length), reason, text, hashed ? span.sha256() : null, length);
    }

    /** @param end position that is passed in no case */
    private void toNextRecord(Span span, long end) throws IOException {
        span.pass(Math.min(1, input.ensure(1)));
        while (input.ensure(1) > 0 && input.position() < end && !beginsRecord()) {
            span.pass((int) Math.min(nextCandidate(), end - input.position()));
        }
    }

    /** Bytes up to the next one that might begin a member. */
    private int nextCandidate() {
        int visible = input.visible();
        for (int i = 1; i < visible; i++) {
            if (input.at(i) == members.firstByte()) {
                return i;
            }
        }
        return visible;
    }

    private boolean beginsRecord() throws IOException {
        if (!members.beginsAt(input, 0)) {
            return false;
        }
        for (int bytes = TRIAL_BYTES; ; bytes *= 8) {
            int there = input.ensure(bytes);
            if (beginsRecord(input.slice(0, there))) {
                return true;
            }
            if (there < bytes || bytes >= MOST_TRIAL_BYTES) {
                return false;
            }
        }
    }

    private boolean beginsRecord(ByteWindow.ByteSlice trial) throws IOException {
        try (Members.Member beginning = members.open(StreamBytes.of(trial))) {
            return dialect.beginsRecord(beginning.content(), 0);
        } catch (BadInput noMember) {
            return false;
        }
    }

    @Override
    public void close() {
        closeMember();
    }
}
