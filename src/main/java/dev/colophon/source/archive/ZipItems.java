package dev.colophon.source.archive;

import dev.colophon.model.Reject;
import dev.colophon.model.RejectReason;
import dev.colophon.model.SourceItem;
import dev.colophon.source.format.BadInput;
import dev.colophon.source.format.ByteWindow;
import dev.colophon.source.format.ChannelBytes;
import dev.colophon.source.format.EntryItems;
import dev.colophon.source.format.ItemReader;
import dev.colophon.source.format.Place;
import dev.colophon.source.format.Rejects;
import dev.colophon.text.Hashes;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The entries of a zip. An origin's offset is that of the local header, its length reaches to the end of the stored content.
 * Rejects carry the hash of these bytes.
 */
final class ZipItems implements ItemReader {
    private final Place place;
    private final SeekableByteChannel channel;
    private final ZipEntries entries;
    private final boolean webArchive;
    private @Nullable EntryItems entry;
    private @Nullable ZipContent content;
    private boolean done;

    ZipItems(Place place, SeekableByteChannel channel, ZipEntries entries, boolean webArchive) {
        this.place = place;
        this.channel = channel;
        this.entries = entries;
        this.webArchive = webArchive;
    }

    @Override
    public @Nullable SourceItem next() throws IOException {
        while (!done) {
            SourceItem item = entry == null ? nextEntry() : fromEntry(entry);
            if (item != null) {
                return item;
            }
        }
        return null;
    }

    private @Nullable SourceItem fromEntry(EntryItems open) throws IOException {
        SourceItem item = open.next();
        if (item == null) {
            closeEntry();
        }
        // The offset of what lies within an entry counts the bytes that it expands to.
        return item instanceof Reject reject && open.isItself(reject) ? hashed(reject) : item;
    }

    private @Nullable SourceItem nextEntry() throws IOException {
        place.reading().budget().requireRoom();
        ZipEntries.Entry next = entries.next();
        if (next == null) {
            done = true;
            BadInput fault = entries.fault();
            return fault == null ? null : Rejects.of(place.whole(), fault);
        }
        if (next.header().isFolder() && next.header().size() <= 0) {
            return null;
        }
        place.reading().budget().entry();
        EntryName name = EntryName.of(next.header().name());
        Place here = place.entry(name.path(), next.start(), next.to() - next.start());
        if (!here.isWanted()) {
            return null;
        }
        try {
            name.require();
            require(next);
            ChannelBytes stored = new ChannelBytes(channel, next.from(), next.to());
            content = new ZipContent(here, next.header(), stored);
            entry = new EntryItems(here, content);
            return null;
        } catch (BadInput refused) {
            return hashed(Rejects.of(here.whole(), refused));
        }
    }

    private void require(ZipEntries.Entry next) throws BadInput {
        if (next.fault() != null) {
            throw next.fault();
        }
        if (next.header().isLink()) {
            throw new BadInput(RejectReason.SPECIAL_FILE, "a link");
        }
        if (webArchive && !ZipDirectory.isCaptures(next.header().name())) {
            throw new BadInput(RejectReason.UNSUPPORTED, "describes the web archive, and is no capture");
        }
    }

    /** A reject of a whole entry with the hash of its stored bytes, where they are no more than a document may have. */
    private SourceItem hashed(Reject reject) throws IOException {
        long from = reject.origin().offset();
        long length = reject.origin().length();
        boolean there = length > 0 && from <= channel.size() - length;
        if (!there
                || place.containerPath() != null
                || reject.payloadSha256() != null
                || length > place.limits().documentBytes()) {
            return reject;
        }
        ChannelBytes bytes = new ChannelBytes(channel, from, from + length);
        MessageDigest digest = Hashes.sha256();
        while (bytes.ensure(1) > 0) {
            ByteWindow.ByteSlice part = bytes.slice(0, bytes.visible());
            digest.update(part.array(), part.offset(), part.length());
            bytes.consume(part.length());
        }
        return reject.hashed(HexFormat.of().formatHex(digest.digest()), length);
    }

    private void closeEntry() throws IOException {
        try (ZipContent closing = content) {
            if (entry != null) {
                entry.close();
            }
        }
        entry = null;
        content = null;
    }

    @Override
    public void close() throws IOException {
        try (SeekableByteChannel closing = channel) {
            closeEntry();
        }
    }
}
