package dev.colophon.source.warc;

import dev.colophon.source.compress.GzipMember;
import dev.colophon.source.compress.ZstdMember;
import dev.colophon.source.format.ByteWindow;
import dev.colophon.source.format.Place;
import java.io.IOException;

/** How records are compressed, each by itself: the members of gzip or the frames of zstd. */
interface Members {
    /** A member while it is read. */
    interface Member extends AutoCloseable {
        /** Its content; leaves the input exactly behind the member when it is read to its end. */
        ByteWindow content();

        /** Whether it was read to its end, and its checksum agreed. */
        boolean ended();

        @Override
        void close();
    }

    /** The first byte of every member, for finding one behind damage. */
    byte firstByte();

    /** Whether a member begins at an index. */
    boolean beginsAt(ByteWindow bytes, int index) throws IOException;

    /** Passes over what may stand between members and is none. */
    void passBetween(ByteWindow bytes) throws IOException;

    /** Opens the member at the window's position. */
    Member open(ByteWindow bytes);

    /** The members of gzip. Zeros between them are padding. */
    record Gzip(Place place) implements Members {
        @Override
        public byte firstByte() {
            return 0x1f;
        }

        @Override
        public boolean beginsAt(ByteWindow bytes, int index) throws IOException {
            return GzipMember.beginsAt(bytes, index);
        }

        @Override
        public void passBetween(ByteWindow bytes) throws IOException {
            while (bytes.ensure(1) > 0 && bytes.at(0) == 0) {
                bytes.consume(1);
            }
        }

        @Override
        public Member open(ByteWindow bytes) {
            GzipMember member = new GzipMember(bytes, place.limits().expansionRatio());
            return new Member() {
                @Override
                public ByteWindow content() {
                    return member;
                }

                @Override
                public boolean ended() {
                    return member.ended();
                }

                @Override
                public void close() {
                    member.close();
                }
            };
        }
    }

    /**
     * The frames of zstd.
     *
     * @param dictionary what they are compressed with; empty for none
     */
    @SuppressWarnings("ArrayRecordComponent") // compared nowhere
    record Zstd(Place place, byte[] dictionary) implements Members {
        @Override
        public byte firstByte() {
            return 0x28;
        }

        @Override
        public boolean beginsAt(ByteWindow bytes, int index) throws IOException {
            return ZstdMember.beginsAt(bytes, index);
        }

        @Override
        public void passBetween(ByteWindow bytes) throws IOException {
            ZstdMember.skipFrames(bytes);
        }

        @Override
        public Member open(ByteWindow bytes) {
            ZstdMember member = new ZstdMember(place, bytes, dictionary);
            return new Member() {
                @Override
                public ByteWindow content() {
                    return member.content();
                }

                @Override
                public boolean ended() {
                    return member.ended();
                }

                @Override
                public void close() {
                    member.close();
                }
            };
        }
    }
}
