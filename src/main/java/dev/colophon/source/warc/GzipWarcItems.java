package dev.colophon.source.warc;

import dev.colophon.model.Origin;
import dev.colophon.model.RejectReason;
import dev.colophon.model.SourceItem;
import dev.colophon.source.compress.GzipMember;
import dev.colophon.source.format.BadInput;
import dev.colophon.source.format.ByteWindow;
import dev.colophon.source.format.ItemReader;
import dev.colophon.source.format.Place;
import dev.colophon.source.format.Rejects;
import dev.colophon.source.format.SourceLimits;
import dev.colophon.source.format.StreamBytes;
import dev.colophon.text.Hashes;
import java.io.IOException;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The records of a gzipped WARC. Each record has the offset of its gzip member, and the member's length where the member
 * holds nothing else; records that share a member have length 0, because a part of a deflate stream has no place of its
 * own.
 *
 * <p>A record is given when its member's checksum was seen to agree, unless more records follow in the member. After a
 * damaged member reading goes on at the next place where a gzip member begins whose content begins a WARC record.
 */
final class GzipWarcItems implements ItemReader {
    /** Stored bytes from which a member that begins a record can be told. */
    private static final int TRIAL_BYTES = 512;

    private final Place place;
    private final ByteWindow input;
    private final SourceLimits limits;
    private final WarcRecords records;
    private @Nullable GzipMember member;
    private @Nullable RecordFramer framer;
    private long memberStart;
    private boolean shared;

    GzipWarcItems(Place place, ByteWindow input) {
        this.place = place;
        this.input = input;
        this.limits = place.limits();
        this.records = new WarcRecords(limits);
    }

    @Override
    public @Nullable SourceItem next() throws IOException {
        while (member != null || openMember()) {
            try {
                RecordFramer.Piece piece = framer == null ? null : framer.next();
                if (piece == null) {
                    closeMember();
                    continue;
                }
                SourceItem item = WarcItems.item(piece, memberPlace(), records);
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
        while (input.ensure(1) > 0 && input.at(0) == 0) {
            input.consume(1);
        }
        if (input.ensure(1) == 0 || input.position() >= place.slice().to()) {
            return false;
        }
        memberStart = input.position();
        input.mark();
        member = new GzipMember(input, limits.expansionRatio());
        framer = new RecordFramer(member, limits, -1);
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
        boolean whole = !shared && member != null && member.ended() && member.visible() == 0;
        shared = true;
        return place.origin(memberStart, whole ? input.position() - memberStart : 0);
    }

    private SourceItem passOver(BadInput damage) throws IOException {
        closeMember();
        boolean endIsSound =
                damage.reason() == RejectReason.INTEGRITY && (input.ensure(1) == 0 || GzipMember.beginsAt(input, 0));
        long readTo = input.position();
        MessageDigest digest = Hashes.sha256();
        boolean hashed = input.rewind();
        input.unmark();
        if (endIsSound && hashed) {
            pass(digest, readTo - input.position());
        } else if (!endIsSound) {
            pass(digest, Math.min(1, input.ensure(1)));
            while (input.ensure(1) > 0 && !beginsRecord()) {
                pass(digest, nextCandidate());
            }
        }
        boolean atEnd = input.ensure(1) == 0;
        RejectReason reason =
                damage.reason() == RejectReason.TRUNCATED && !atEnd ? RejectReason.MALFORMED : damage.reason();
        long length = input.position() - memberStart;
        return Rejects.of(
                place.origin(memberStart, length),
                reason,
                damage.text(),
                hashed ? HexFormat.of().formatHex(digest.digest()) : null,
                length);
    }

    private void pass(MessageDigest digest, long count) throws IOException {
        for (long left = count; left > 0 && input.ensure(1) > 0; ) {
            int step = (int) Math.min(left, input.visible());
            ByteWindow.ByteSlice slice = input.slice(0, step);
            digest.update(slice.array(), slice.offset(), slice.length());
            input.consume(step);
            left -= step;
        }
    }

    /** Bytes up to the next one that might begin a member. */
    private int nextCandidate() {
        int visible = input.visible();
        for (int i = 1; i < visible; i++) {
            if (input.at(i) == 0x1f) {
                return i;
            }
        }
        return visible;
    }

    private boolean beginsRecord() throws IOException {
        if (!GzipMember.beginsAt(input, 0)) {
            return false;
        }
        ByteWindow.ByteSlice trial = input.slice(0, input.ensure(TRIAL_BYTES));
        try (GzipMember beginning = new GzipMember(StreamBytes.of(trial), limits.expansionRatio())) {
            return beginning.startsWith(0, "WARC/");
        } catch (BadInput noMember) {
            return false;
        }
    }

    @Override
    public void close() {
        closeMember();
    }
}
