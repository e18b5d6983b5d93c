package dev.colophon.source.archive;

import dev.colophon.model.RejectReason;
import dev.colophon.model.SourceItem;
import dev.colophon.source.format.BadInput;
import dev.colophon.source.format.Budget;
import dev.colophon.source.format.ByteWindow;
import dev.colophon.source.format.EntryItems;
import dev.colophon.source.format.ItemReader;
import dev.colophon.source.format.Place;
import dev.colophon.source.format.Rejects;
import dev.colophon.source.format.WatchedChannel;
import java.io.IOException;
import java.util.Iterator;
import org.apache.commons.compress.archivers.sevenz.SevenZArchiveEntry;
import org.apache.commons.compress.archivers.sevenz.SevenZFile;
import org.jspecify.annotations.Nullable;

/**
 * The entries of a 7z archive, in order. Entries share compressed blocks, so that they have no place of their own in the
 * file: offset and length are 0, and damage in a block costs the entries behind it in that block.
 */
final class SevenZipItems implements ItemReader {
    private static final int LINK = 0xa000;
    private static final int FILE_TYPE = 0xf000;
    private static final int UNIX_ATTRIBUTES = 0x8000;

    private final Place place;
    private final WatchedChannel channel;
    private final SevenZFile archive;
    private final Iterator<SevenZArchiveEntry> headers;
    private @Nullable EntryItems entry;
    private int index;

    SevenZipItems(Place place, WatchedChannel channel, SevenZFile archive) {
        this.place = place;
        this.channel = channel;
        this.archive = archive;
        this.headers = archive.getEntries().iterator();
    }

    @Override
    public @Nullable SourceItem next() throws IOException {
        while (true) {
            if (entry != null) {
                SourceItem item = entry.next();
                if (item != null) {
                    return item;
                }
                entry.close();
                entry = null;
            }
            place.reading().budget().requireRoom();
            if (!headers.hasNext()) {
                return null;
            }
            SourceItem refused = open(headers.next());
            if (refused != null) {
                return refused;
            }
        }
    }

    private @Nullable SourceItem open(SevenZArchiveEntry header) throws IOException {
        BadInput broken = advance();
        if (header.isDirectory() || header.isAntiItem()) {
            return null;
        }
        place.reading().budget().entry();
        String stored = header.getName();
        EntryName name = EntryName.of(stored == null ? "entry-" + index : stored);
        Place here = place.entry(name.path(), index);
        if (!here.isWanted()) {
            return null;
        }
        try {
            name.require();
            if (broken != null) {
                throw broken;
            }
            if (isLink(header)) {
                throw new BadInput(RejectReason.SPECIAL_FILE, "a link");
            }
        } catch (BadInput refused) {
            return Rejects.of(here.whole(), refused);
        }
        entry = new EntryItems(
                here, new Content(archive, channel, place.reading().budget()));
        return null;
    }

    /** Moves the archive to its next entry; why it cannot be read, or null. */
    private @Nullable BadInput advance() throws IOException {
        index++;
        try {
            archive.getNextEntry();
            return null;
        } catch (IOException | RuntimeException broken) {
            return SevenZipFormat.explained(broken, channel);
        }
    }

    private static boolean isLink(SevenZArchiveEntry header) {
        int attributes = header.getHasWindowsAttributes() ? header.getWindowsAttributes() : 0;
        return (attributes & UNIX_ATTRIBUTES) != 0 && (attributes >>> 16 & FILE_TYPE) == LINK;
    }

    @Override
    public void close() throws IOException {
        try (WatchedChannel file = channel;
                SevenZFile closing = archive) {
            if (entry != null) {
                entry.close();
            }
        }
    }

    /** The content of the entry that the archive is at. */
    private static final class Content extends ByteWindow {
        private final SevenZFile archive;
        private final WatchedChannel channel;
        private final Budget budget;

        Content(SevenZFile archive, WatchedChannel channel, Budget budget) {
            this.archive = archive;
            this.channel = channel;
            this.budget = budget;
        }

        @Override
        protected int fill(byte[] into, int offset, int length) throws IOException {
            int count;
            try {
                count = archive.read(into, offset, length);
            } catch (IOException | RuntimeException broken) {
                throw SevenZipFormat.explained(broken, channel);
            }
            budget.produced(Math.max(0, count));
            return count;
        }
    }
}
