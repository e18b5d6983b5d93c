package dev.colophon.dataset.table;

import dev.colophon.dataset.parquet.Row;
import dev.colophon.dataset.parquet.RowCursor;
import java.io.Closeable;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One summary for all mentions of each contributor, in the order of ids. */
final class Summaries implements Closeable {
    private final RowCursor mentions;
    private @Nullable Row head;

    /** @param mentions sorted by contributor; closed with this */
    Summaries(RowCursor mentions) throws IOException {
        this.mentions = mentions;
        this.head = mentions.next();
    }

    /** The next; null behind the last. */
    @Nullable
    Summary next() throws IOException {
        Row first = head;
        if (first == null) {
            return null;
        }
        Summary summary = new Summary(Objects.requireNonNull(first.string(Mentions.ID)));
        while (head != null && Objects.equals(head.value(Mentions.ID), first.value(Mentions.ID))) {
            summary.add(head);
            head = mentions.next();
        }
        return summary;
    }

    @Override
    public void close() throws IOException {
        mentions.close();
    }
}
