package dev.colophon.source.format;

import dev.colophon.model.RejectReason;
import dev.colophon.model.SourceItem;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The items of one entry of an archive: at least one, and a reject of the entry as the last where its bytes break off, do not
 * agree with their checksum or are not to be opened. It costs its neighbours nothing.
 */
public final class EntryItems implements ItemReader {
    /** In a stream nothing can be asked for that lies elsewhere. */
    private static final CrawlFiles.Folder NOTHING_BESIDE = path -> false;

    private final Place place;
    private final ByteWindow content;
    private @Nullable ItemReader reader;
    private boolean given;
    private @Nullable BadInput damage;
    private boolean done;

    /**
     * An entry.
     *
     * @param place where it lies
     * @param content its bytes, which check themselves when they are read to the end
     */
    public EntryItems(Place place, ByteWindow content) {
        this.place = place;
        this.content = content;
    }

    @Override
    public @Nullable SourceItem next() throws IOException {
        if (done) {
            return null;
        }
        try {
            SourceItem item = ReaderFaults.guarded(content::position, this::fromReader);
            done = item == null;
            if (item == null) {
                readToTheEnd();
                return given ? null : reject(new BadInput(RejectReason.EMPTY, "it holds no page, document or record"));
            }
            given = true;
            return item;
        } catch (BadInput broken) {
            done = true;
            damage = broken;
            return reject(broken);
        }
    }

    private @Nullable SourceItem fromReader() throws IOException {
        ItemReader open = reader;
        if (open == null) {
            String about =
                    CrawlFiles.whatIs(String.valueOf(place.containerPath()).replace('!', '/'), NOTHING_BESIDE);
            if (about != null) {
                throw new BadInput(RejectReason.UNSUPPORTED, about);
            }
            open = place.open(content);
            reader = open;
        }
        return open.next();
    }

    private void readToTheEnd() throws IOException {
        while (content.ensure(1) > 0) {
            content.consume(content.visible());
        }
    }

    private SourceItem reject(BadInput reason) {
        return Rejects.of(place.whole(), reason);
    }

    /** Whether it stands for the entry, and for nothing that lies in it. */
    public boolean isItself(SourceItem item) {
        return item.origin().equals(place.whole());
    }

    /** Why not all of the entry could be read; null where it was. The archive need not tell the same once more. */
    public @Nullable BadInput damage() {
        return damage;
    }

    @Override
    public void close() throws IOException {
        if (reader != null) {
            reader.close();
        }
    }
}
