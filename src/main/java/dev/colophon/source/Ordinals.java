package dev.colophon.source;

import dev.colophon.model.Capture;
import dev.colophon.model.Origin;
import dev.colophon.model.SourceItem;
import dev.colophon.text.Hashes;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * Tells items apart that have one offset, since they may be equal in all else: an item's ordinal is the number of those right
 * before it that have its offset. Where that makes it equal to an earlier one, as a mail's attachments may be with an archive
 * between them, it is the next number that does not. Not thread-safe.
 */
final class Ordinals {
    /** Items that are remembered: what comes again does so in one mail or archive. */
    private static final int MOST = 1 << 16;

    /** The ordinal that is free for what is equal to an item, by a hash of that. */
    private final Map<Long, Integer> free = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Integer> eldest) {
            return size() > MOST;
        }
    };

    private @Nullable Origin last;

    /** The item with its ordinal. */
    SourceItem numbered(SourceItem item) {
        Origin origin = item.origin();
        Origin before = last;
        boolean sameFile = before != null && before.sourceUri().equals(origin.sourceUri());
        int place = before == null || !sameFile || before.offset() != origin.offset() ? 0 : before.ordinal() + 1;
        last = origin.at(place);
        if (!sameFile) {
            free.clear();
        }
        if (!(item instanceof Capture capture)) {
            return item;
        }
        int number = isTold(before, origin) ? place : unlike(capture, place);
        return number > 0 ? capture.at(number) : item;
    }

    /** Whether its offset tells it apart: of a file itself, or behind another of one container. */
    private static boolean isTold(@Nullable Origin before, Origin origin) {
        String path = origin.containerPath();
        return path == null
                || (before != null
                        && path.equals(before.containerPath())
                        && before.within() == origin.within()
                        && before.offset() < origin.offset());
    }

    private int unlike(Capture capture, int place) {
        long equal = hash(capture);
        int number = Math.max(place, free.getOrDefault(equal, 0));
        free.put(equal, number + 1);
        return number;
    }

    /** Of all that a document's id is made of, but its ordinal. */
    private static long hash(Capture capture) {
        Origin origin = capture.origin();
        CRC32C content = new CRC32C();
        content.update(capture.body());
        String all = String.join(
                "\0",
                String.valueOf(origin.containerPath()),
                origin.offset() + "~" + origin.within(),
                String.valueOf(origin.recordId()),
                capture.body().length + " " + content.getValue());
        return ByteBuffer.wrap(Hashes.sha256().digest(all.getBytes(StandardCharsets.UTF_8)))
                .getLong();
    }
}
