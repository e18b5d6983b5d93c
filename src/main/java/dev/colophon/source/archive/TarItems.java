package dev.colophon.source.archive;

import dev.colophon.model.Origin;
import dev.colophon.model.RejectReason;
import dev.colophon.model.SourceItem;
import dev.colophon.source.format.BadInput;
import dev.colophon.source.format.ByteWindow;
import dev.colophon.source.format.EntryItems;
import dev.colophon.source.format.ItemReader;
import dev.colophon.source.format.PartBytes;
import dev.colophon.source.format.Place;
import dev.colophon.source.format.Rejects;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The entries of a tar, in order. An origin's offset is that of the entry's first header, its length reaches to the next one.
 * Behind a damaged header reading goes on at the next block that is one; archives joined end to end are read as one.
 */
final class TarItems implements ItemReader {
    private static final int MOST_EXTENSION_BYTES = 1 << 20;

    /** Where old GNU sparse files say that blocks with more of their map follow the header. */
    private static final int SPARSE_MAP_GOES_ON = 482;

    private static final int MORE_SPARSE_MAP = 504;

    private final Place place;
    private final ByteWindow bytes;
    private final Map<String, String> global = new HashMap<>();
    private Map<String, String> extended = new HashMap<>();
    private @Nullable String longName;
    private @Nullable String longLink;
    private @Nullable EntryItems entry;
    private @Nullable PartBytes content;
    private long entryStart = -1;
    private boolean done;

    TarItems(Place place, ByteWindow bytes) {
        this.place = place;
        this.bytes = bytes;
    }

    @Override
    public @Nullable SourceItem next() throws IOException {
        while (!done) {
            SourceItem item = entry == null ? nextHeader() : fromEntry(entry);
            if (item != null) {
                return item;
            }
        }
        return null;
    }

    private @Nullable SourceItem fromEntry(EntryItems open) throws IOException {
        SourceItem item = open.next();
        if (item == null) {
            open.close();
            entry = null;
            return passBehindEntry(open.damage());
        }
        return item;
    }

    /** Passes over what is left of an entry; a reject where the archive breaks there and the entry has not said so. */
    private @Nullable SourceItem passBehindEntry(@Nullable BadInput told) throws IOException {
        PartBytes part = content;
        try {
            if (part != null && !part.skipRest()) {
                done = true; // and whoever reads the entry may have said so
                return told != null && told.reason() == RejectReason.TRUNCATED ? null : cutOff();
            }
            skip(part == null ? 0 : padding(part.length()));
            return null;
        } catch (BadInput broken) {
            done = true;
            return broken == told ? null : Rejects.of(place.origin(bytes.position(), 0), broken);
        }
    }

    private SourceItem cutOff() {
        return Rejects.of(
                place.origin(bytes.position(), 0),
                new BadInput(RejectReason.TRUNCATED, "the archive ends within an entry"));
    }

    private @Nullable SourceItem nextHeader() throws IOException {
        place.reading().budget().requireRoom();
        long start = bytes.position();
        try {
            int there = bytes.ensure(TarHeader.BLOCK);
            if (there < TarHeader.BLOCK) {
                done = true;
                return end(start, there);
            }
            if (TarHeader.isEmpty(bytes)) {
                bytes.consume(TarHeader.BLOCK);
                return passEmptyBlocks();
            }
            if (!TarHeader.isSound(bytes, 0)) {
                return damagedHeader(start);
            }
        } catch (BadInput broken) {
            done = true;
            return Rejects.of(place.origin(start, 0), broken);
        }
        return header(start);
    }

    /** The bytes end without the end mark that an archive has. */
    private SourceItem end(long start, int there) {
        long from = entryStart >= 0 ? entryStart : start;
        bytes.consume(there);
        boolean rest = there > 0 || entryStart >= 0;
        String message = rest ? "the archive ends within a header" : "the archive has no end mark: it may be cut";
        return Rejects.of(place.origin(from, bytes.position() - from), new BadInput(RejectReason.TRUNCATED, message));
    }

    /** Behind the end mark, two empty blocks at least, there may be another archive, or anything. */
    private @Nullable SourceItem passEmptyBlocks() throws IOException {
        int empty = 1;
        while (bytes.ensure(TarHeader.BLOCK) == TarHeader.BLOCK && TarHeader.isEmpty(bytes)) {
            bytes.consume(TarHeader.BLOCK);
            empty++;
        }
        boolean atEnd = bytes.visible() < TarHeader.BLOCK;
        done = atEnd || (empty > 1 && !TarHeader.isSound(bytes, 0));
        return null;
    }

    private SourceItem damagedHeader(long start) throws IOException {
        long from = entryStart >= 0 ? entryStart : start;
        forget();
        boolean empty;
        do {
            empty = TarHeader.isEmpty(bytes);
            bytes.consume(TarHeader.BLOCK);
        } while (bytes.ensure(TarHeader.BLOCK) == TarHeader.BLOCK && !TarHeader.isSound(bytes, 0));
        if (bytes.visible() < TarHeader.BLOCK) {
            bytes.consume(bytes.visible());
            done = empty;
        }
        return Rejects.of(
                place.origin(from, bytes.position() - from),
                new BadInput(RejectReason.MALFORMED, "expected a header whose checksum agrees"));
    }

    private @Nullable SourceItem header(long start) throws IOException {
        TarHeader header = TarHeader.read(bytes);
        boolean map = header.type() == 'S' && bytes.at(SPARSE_MAP_GOES_ON) != 0;
        bytes.consume(TarHeader.BLOCK);
        while (map && bytes.ensure(TarHeader.BLOCK) == TarHeader.BLOCK) {
            map = bytes.at(MORE_SPARSE_MAP) != 0;
            bytes.consume(TarHeader.BLOCK);
        }
        entryStart = entryStart >= 0 ? entryStart : start;
        return switch (header.type()) {
            case 'x', 'X', 'g', 'L', 'K' -> extension(header);
            default -> entry(header);
        };
    }

    private @Nullable SourceItem extension(TarHeader header) throws IOException {
        if (header.size() < 0 || header.size() > MOST_EXTENSION_BYTES) {
            return rejected("(extension)", RejectReason.MALFORMED, "an extended header of " + header.size() + " bytes");
        }
        PartBytes part = new PartBytes(bytes, header.size());
        byte[] text;
        try {
            text = part.slice(0, part.ensure((int) header.size())).copy();
            part.consume(text.length);
            skip(padding(header.size()));
        } catch (BadInput broken) {
            done = true;
            return rejected("(extension)", broken.reason(), broken.text());
        }
        switch (header.type()) {
            case 'L' -> longName = withoutZeros(text);
            case 'g' -> global.putAll(PaxFields.parse(text));
            case 'K' -> longLink = withoutZeros(text);
            default -> extended.putAll(PaxFields.parse(text));
        }
        return null;
    }

    private static String withoutZeros(byte[] text) {
        int end = text.length;
        while (end > 0 && text[end - 1] == 0) {
            end--;
        }
        return new String(text, 0, end, StandardCharsets.UTF_8);
    }

    private @Nullable SourceItem entry(TarHeader header) throws IOException {
        String stored = name(header);
        long size = size(header);
        if (size < 0) {
            return rejected(stored, RejectReason.MALFORMED, "its header states no usable size");
        }
        boolean folder = header.type() == '5'
                || header.type() == 'D'
                || header.type() == 'V'
                || (isPlain(header.type()) && stored.endsWith("/"));
        boolean hasContent = isPlain(header.type()) || "SMDN".indexOf(header.type()) >= 0;
        content = new PartBytes(bytes, hasContent ? size : 0);
        if (folder) {
            forget();
            return passBehindEntry(null);
        }
        place.reading().budget().entry();
        EntryName name = EntryName.of(stored);
        long stride = bytes.position() - entryStart + content.length() + padding(content.length());
        Place here = place.entry(name.path(), entryStart, stride);
        if (!here.isWanted()) {
            forget();
            return passBehindEntry(null);
        }
        try {
            name.require();
            requirePlain(header, stored);
        } catch (BadInput refused) {
            forget();
            SourceItem lost = passBehindEntry(null);
            return lost == null ? Rejects.of(here.whole(), refused) : lost;
        }
        forget();
        entry = new EntryItems(here, content);
        return null;
    }

    private void requirePlain(TarHeader header, String stored) throws BadInput {
        if (header.type() == 'S' || extended.containsKey(PaxFields.SPARSE)) {
            throw new BadInput(RejectReason.UNSUPPORTED, "a sparse file: its holes are not filled");
        }
        if (header.type() == 'M') {
            throw new BadInput(RejectReason.SEGMENTED, "the rest of an entry that begins in another volume");
        }
        if (leadsOut(header, stored)) {
            throw new BadInput(RejectReason.UNSAFE_NAME, "a link that leads out of the archive");
        }
        if (header.type() >= '1' && header.type() <= '6') {
            throw new BadInput(RejectReason.SPECIAL_FILE, "a link, device or pipe");
        }
        if (!isPlain(header.type())) {
            throw new BadInput(RejectReason.UNSUPPORTED, "an entry of the unknown type " + (int) header.type());
        }
    }

    /** A hard link names an entry of the archive, a symbolic one is relative to its folder. */
    private boolean leadsOut(TarHeader header, String stored) {
        String path = extended.getOrDefault(PaxFields.LINK_PATH, global.get(PaxFields.LINK_PATH));
        String target = path != null ? path : longLink != null ? longLink : header.link();
        String folder = stored.substring(0, stored.lastIndexOf('/') + 1);
        return (header.type() == '1' && EntryName.leadsOut("", target))
                || (header.type() == '2' && EntryName.leadsOut(folder, target));
    }

    private static boolean isPlain(char type) {
        return type == '0' || type == 0 || type == '7';
    }

    private String name(TarHeader header) {
        String path = extended.getOrDefault(PaxFields.PATH, global.get(PaxFields.PATH));
        return path != null ? path : longName != null ? longName : header.name();
    }

    private long size(TarHeader header) {
        String size = extended.get(PaxFields.SIZE);
        if (size == null) {
            return header.size();
        }
        boolean number = !size.isEmpty() && size.length() < 19 && size.chars().allMatch(c -> c >= '0' && c <= '9');
        return number ? Long.parseLong(size) : -1;
    }

    private SourceItem rejected(String name, RejectReason reason, String message) {
        Origin origin = place.entry(EntryName.of(name).path(), entryStart, bytes.position() - entryStart)
                .whole();
        forget();
        return Rejects.of(origin, new BadInput(reason, message));
    }

    private void forget() {
        entryStart = -1;
        longName = null;
        longLink = null;
        extended = new HashMap<>();
    }

    private static int padding(long size) {
        return (int) ((TarHeader.BLOCK - size % TarHeader.BLOCK) % TarHeader.BLOCK);
    }

    private void skip(int count) throws IOException {
        bytes.consume(bytes.ensure(count));
    }

    @Override
    public void close() throws IOException {
        if (entry != null) {
            entry.close();
        }
    }
}
