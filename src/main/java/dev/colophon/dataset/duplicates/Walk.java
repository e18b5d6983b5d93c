package dev.colophon.dataset.duplicates;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds all members of clusters of the archive as it was, by the keys that they share from one to the next. What it costs
 * depends on the clusters, not on the archive; their members are held in memory.
 */
final class Walk {
    private final Workshop workshop;
    private final LongIndex clusters;
    private final LongIndex seen = new LongIndex();
    private final LongIndex texts = new LongIndex();
    private final List<Member> members = new ArrayList<>();

    /** @param clusters whose members are wanted */
    Walk(Workshop workshop, LongIndex clusters) {
        this.workshop = workshop;
        this.clusters = clusters;
    }

    /**
     * A document that is still there.
     *
     * @param cluster that it was in
     */
    record Member(Entry entry, long cluster) {}

    /**
     * The members that are there, but for those to start from and those whose clusters are being found anew.
     *
     * @param starts places of members, sorted
     * @param rows what the places are of
     */
    List<Member> from(RecordCursor starts, DocumentRows rows) throws IOException {
        List<Entry> found = step(starts, rows);
        while (!found.isEmpty()) {
            try (RecordSorter frontier = workshop.sorter("frontier", DocumentRows.PLACE)) {
                for (Entry entry : found) {
                    if (!texts.contains(entry.text())) {
                        frontier.add(DocumentRows.place(entry));
                    }
                }
                try (RecordCursor places = frontier.open()) {
                    found = step(places, workshop.rows());
                }
            }
        }
        return members;
    }

    /** What shares a key with documents: members, and documents that are new, through whose texts members may be reached. */
    private List<Entry> step(RecordCursor places, DocumentRows rows) throws IOException {
        try (RecordSorter keys = workshop.sorter("walk-keys", Posting.KEY_BYTES);
                RecordSorter refs = workshop.sorter("walk-refs", Workshop.REF);
                RecordSorter there = workshop.sorter("walk-places", DocumentRows.PLACE)) {
            long[] counts = new long[2];
            rows.read(DocumentKeys.COLUMNS, places, (ref, document) -> {
                seen.add(ref);
                Entry entry = DocumentKeys.entry(document, 0, 0);
                if (entry != null && !texts.contains(entry.text())) {
                    texts.add(entry.text());
                    for (byte[] key : Posting.textKeys(entry.text(), DocumentKeys.signature(document))) {
                        keys.add(key);
                        counts[0]++;
                    }
                }
            });
            workshop.index().postings(keys, counts[0], posting -> {
                refs.add(Records.of(Posting.ref(posting)));
                counts[1]++;
            });
            List<Entry> next = new ArrayList<>();
            List<Entry> known = new ArrayList<>();
            workshop.index().entries(refs, counts[1], entry -> {
                boolean open = workshop.nodes().isOpen(entry.ref());
                if (open ? !texts.contains(entry.text()) : !seen.contains(entry.ref())) {
                    seen.add(entry.ref());
                    (open ? next : known).add(entry);
                    there.add(DocumentRows.place(entry));
                }
            });
            next.addAll(members(known, there));
            return next;
        }
    }

    private List<Entry> members(List<Entry> entries, RecordSorter places) throws IOException {
        LongIndex refs = new LongIndex();
        long[] found = new long[Math.max(1, entries.size())];
        entries.forEach(entry -> refs.add(entry.ref()));
        try (RecordCursor sorted = places.open()) {
            workshop.clusters().find(sorted, (ref, cluster) -> {
                if (refs.contains(ref)) {
                    found[refs.find(ref)] = cluster;
                }
            });
        }
        List<Entry> next = new ArrayList<>();
        for (Entry entry : entries) {
            long cluster = found[refs.find(entry.ref())];
            if (clusters.contains(cluster)) {
                members.add(new Member(entry, cluster));
                next.add(entry);
            }
        }
        return next;
    }
}
