package dev.colophon.dataset.duplicates;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds later captures of one address with another text than the first. A document that is a copy of an earlier one is no
 * revision: it has its row already.
 */
final class Revisions {
    private static final byte THERE = 0;
    private static final byte ADDED = 1;
    private static final byte REMOVED = 2;
    private static final int HEADER = 2 * Long.BYTES;

    private final Workshop workshop;
    private final Repeats repeats;
    private final LongIndex added;
    private final List<Capture> untouched = new ArrayList<>();

    /** @param added refs of documents that come */
    Revisions(Workshop workshop, Repeats repeats, LongIndex added) {
        this.workshop = workshop;
        this.repeats = repeats;
        this.added = added;
    }

    /** A document and the first capture of its address. */
    private record Capture(Entry document, Entry first) {}

    private record State(Entry entry, byte state) {}

    /**
     * Compares the captures of all addresses of documents that come, go or are open.
     *
     * @param open entries of documents whose rows are made anew
     * @param removed entries of documents that go
     */
    void find(RecordSorter open, RecordSorter removed) throws IOException {
        try (RecordSorter keys = workshop.sorter("urls", Posting.KEY_BYTES);
                RecordSorter refs = workshop.sorter("url-refs", Workshop.REF);
                RecordSorter captures = workshop.sorter("captures", HEADER + Entry.WIDTH + 1)) {
            long count = keys(open, keys, null) + keys(removed, keys, captures);
            long[] found = new long[1];
            workshop.index().postings(keys, count, posting -> {
                refs.add(Records.of(Posting.ref(posting)));
                found[0]++;
            });
            workshop.index().entries(refs, found[0], entry -> captures.add(record(entry, state(entry))));
            try (RecordCursor records = captures.open()) {
                group(records);
            }
        }
        untouched();
    }

    private byte state(Entry entry) {
        return added.contains(entry.ref()) ? ADDED : THERE;
    }

    private static long keys(RecordSorter entries, RecordSorter keys, @Nullable RecordSorter captures)
            throws IOException {
        long count = 0;
        try (RecordCursor records = entries.open()) {
            for (byte[] record = records.next(); record != null; record = records.next()) {
                Entry entry = Entry.of(record);
                if (entry.url() != 0) {
                    keys.add(Posting.key(Posting.Kind.URL, entry.url()));
                    count++;
                    if (captures != null) {
                        captures.add(record(entry, REMOVED));
                    }
                }
            }
        }
        return count;
    }

    private static byte[] record(Entry entry, byte state) {
        return ByteBuffer.allocate(HEADER + Entry.WIDTH + 1)
                .putLong(entry.url())
                .putLong(entry.captured() ^ Long.MIN_VALUE)
                .put(entry.bytes())
                .put(state)
                .array();
    }

    private void group(RecordCursor records) throws IOException {
        List<State> captures = new ArrayList<>();
        for (byte[] record = records.next(); record != null; record = records.next()) {
            byte[] bytes = new byte[Entry.WIDTH];
            ByteBuffer.wrap(record).position(HEADER).get(bytes);
            State capture = new State(Entry.of(bytes), record[record.length - 1]);
            if (!captures.isEmpty() && captures.get(0).entry.url() != capture.entry.url()) {
                compare(captures);
                captures.clear();
            }
            captures.add(capture);
        }
        compare(captures);
    }

    private void compare(List<State> captures) throws IOException {
        Entry first = first(captures, REMOVED);
        Entry before = first(captures, ADDED);
        if (first == null) {
            return;
        }
        boolean moved = before == null || !before.id().equals(first.id()) || before.text() != first.text();
        for (State capture : captures) {
            Entry document = capture.entry;
            if (capture.state == REMOVED) {
                continue;
            }
            if (repeats.isChanged(document.ref())) {
                compare(document, first);
            } else if (moved) {
                untouched.add(new Capture(document, first));
            }
        }
    }

    private static @Nullable Entry first(List<State> captures, byte without) {
        return captures.stream()
                .filter(capture -> capture.state != without)
                .map(State::entry)
                .findFirst()
                .orElse(null);
    }

    private void compare(Entry document, Entry first) throws IOException {
        if (!repeats.isCopy(document.ref()) && document.text() != first.text()) {
            repeats.revision(document, first);
        }
    }

    /** Those that are in a cluster of the archive as it was keep their row there. */
    private void untouched() throws IOException {
        LongIndex standing = new LongIndex();
        try (RecordSorter places = workshop.sorter("untouched", DocumentRows.PLACE)) {
            for (Capture capture : untouched) {
                places.add(DocumentRows.place(capture.document));
            }
            try (RecordCursor sorted = places.open()) {
                workshop.clusters().find(sorted, (ref, cluster) -> {
                    if (ref == cluster) {
                        standing.add(ref);
                    }
                });
            }
        }
        for (Capture capture : untouched) {
            if (standing.contains(capture.document.ref())) {
                repeats.changed(capture.document);
                compare(capture.document, capture.first);
            }
        }
    }
}
