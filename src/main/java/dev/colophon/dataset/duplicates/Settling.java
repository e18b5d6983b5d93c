package dev.colophon.dataset.duplicates;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Says of every set of linked documents which one stands for it: the earliest capture, the smallest doc_id on a tie. */
final class Settling {
    private static final int HEADER = Integer.BYTES + Long.BYTES;

    private final Workshop workshop;
    private final Nodes nodes;
    private final Repeats repeats;
    private final Map<Long, Entry> displaced = new HashMap<>();

    Settling(Workshop workshop, Repeats repeats) {
        this.workshop = workshop;
        this.nodes = workshop.nodes();
        this.repeats = repeats;
    }

    void settle() throws IOException {
        try (RecordSorter refs = workshop.sorter("settle", Workshop.REF);
                RecordSorter bySet = workshop.sorter("sets", HEADER + Entry.WIDTH)) {
            long count = wanted(refs);
            workshop.index().entries(refs, count, entry -> {
                nodes.add(entry);
                bySet.add(record(entry));
            });
            try (RecordCursor records = bySet.open()) {
                settle(records);
            }
        }
        moveMembers();
    }

    /** Open documents, and those that stand for a cluster which one of them joins. */
    private long wanted(RecordSorter refs) throws IOException {
        BitSet sets = new BitSet();
        for (int node = 0; node < nodes.size(); node++) {
            if (nodes.isOpen(node)) {
                sets.set(nodes.set(node));
            }
        }
        long count = 0;
        for (int node = 0; node < nodes.size(); node++) {
            if (nodes.isOpen(node) || (nodes.isStanding(node) && sets.get(nodes.set(node)))) {
                refs.add(Records.of(nodes.ref(node)));
                count++;
            }
        }
        return count;
    }

    private byte[] record(Entry entry) {
        return ByteBuffer.allocate(HEADER + Entry.WIDTH)
                .putInt(nodes.set(nodes.find(entry.ref())))
                .putLong(entry.captured() ^ Long.MIN_VALUE)
                .put(entry.bytes())
                .array();
    }

    private void settle(RecordCursor records) throws IOException {
        int set = -1;
        Entry canonical = null;
        for (byte[] record = records.next(); record != null; record = records.next()) {
            ByteBuffer in = ByteBuffer.wrap(record);
            int next = in.getInt();
            Entry entry = entry(record);
            if (next != set) {
                set = next;
                canonical = entry;
                first(entry);
            } else {
                repeats.copy(entry, Objects.requireNonNull(canonical));
                displace(entry, canonical);
            }
        }
    }

    private void first(Entry entry) {
        if (nodes.isOpen(entry.ref())) {
            repeats.changed(entry);
        }
    }

    private void displace(Entry entry, @Nullable Entry canonical) {
        if (!nodes.isOpen(entry.ref())) {
            displaced.put(entry.ref(), Objects.requireNonNull(canonical));
        }
    }

    private static Entry entry(byte[] record) {
        byte[] entry = new byte[Entry.WIDTH];
        ByteBuffer.wrap(record).position(HEADER).get(entry);
        return Entry.of(entry);
    }

    /** The members of clusters that have a new canonical document follow it. */
    private void moveMembers() throws IOException {
        if (displaced.isEmpty()) {
            return;
        }
        LongIndex clusters = new LongIndex();
        displaced.keySet().stream().sorted().forEach(clusters::add);
        try (RecordSorter starts = workshop.sorter("displaced", DocumentRows.PLACE)) {
            for (int i = 0; i < clusters.size(); i++) {
                starts.add(nodes.place(nodes.find(clusters.value(i))));
            }
            try (RecordCursor places = starts.open()) {
                for (Walk.Member member : new Walk(workshop, clusters).from(places, workshop.rows())) {
                    repeats.copy(member.entry(), Objects.requireNonNull(displaced.get(member.cluster())));
                }
            }
        }
    }
}
