package dev.colophon.cli;

import dev.colophon.model.Origin;
import dev.colophon.storage.Storages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A place inside an input, as people name it: {@code dump.warc.gz@1234}, {@code a.zip!b.html}.
 *
 * @param file the file
 * @param entry the entry of a container; null where none is named
 * @param offset the offset of a record; null where none is named
 */
record InputPlace(
        String file, @Nullable String entry, @Nullable Long offset) {
    /** Its sign and the digits that a file's length may have. */
    private static final int LONGEST_OFFSET = 19;

    /**
     * The place that a text names; a {@link UsageException} where there is no such file. A file of that very name goes
     * first.
     */
    static InputPlace parse(String text) throws IOException {
        if (isThere(text)) {
            return new InputPlace(text, null, null);
        }
        int at = text.lastIndexOf('@');
        Long offset = at > 0
                        && at + 1 < text.length()
                        && text.length() - at <= LONGEST_OFFSET
                        && text.substring(at + 1).chars().allMatch(c -> c >= '0' && c <= '9')
                ? Long.valueOf(text.substring(at + 1))
                : null;
        String rest = offset == null ? text : text.substring(0, at);
        int mark = rest.indexOf('!');
        String file = mark < 0 ? rest : rest.substring(0, mark);
        if (!isThere(file)) {
            throw new UsageException("there is no file "
                    + (Storages.isLocal(file) ? Path.of(file).toAbsolutePath() : file));
        }
        return new InputPlace(file, mark < 0 ? null : rest.substring(mark + 1), offset);
    }

    private static boolean isThere(String file) throws IOException {
        return Storages.isLocal(file) ? Files.exists(Path.of(file)) : Storages.kind(file) != Storages.Kind.NOTHING;
    }

    /** Whether one item is named, so that none behind it matters. */
    boolean isExact() {
        return offset != null || entry != null;
    }

    /** Whether an item lies there. */
    boolean holds(Origin origin) {
        return (offset == null || origin.offset() == offset) && (entry == null || entry.equals(origin.containerPath()));
    }
}
