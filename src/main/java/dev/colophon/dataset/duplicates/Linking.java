package dev.colophon.dataset.duplicates;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Connects open documents with what is like them. Documents with one text are connected at once; those that share a
 * band of their signatures are candidates, and connected where the Jaccard similarity of their texts is high enough.
 * Which documents end up in one set depends on the documents alone.
 *
 * <p>A band that many texts share first has all of them compared with one, and only those that this leaves apart with
 * each other: so m copies cost m comparisons, not m². Where more than {@value #MOST_PAIRED} are left apart, as pages of
 * one template are, {@link Crowd} says which of them are worth it.
 */
final class Linking {
    /** Texts of one band that are compared each with each. */
    static final int MOST_PAIRED = 64;

    private final Workshop workshop;
    private final Nodes nodes;
    private final PairCheck check;

    Linking(Workshop workshop) {
        this.workshop = workshop;
        this.nodes = workshop.nodes();
        this.check = new PairCheck(workshop);
    }

    /** Links all open nodes. */
    void link() throws Exception {
        try (Hits hits = new Hits(workshop)) {
            hits.find();
            resolve(hits);
            forBuckets(hits, Posting.Kind.TEXT, this::joinEqual);
            candidates(hits, this::withFirst);
            try (Crowd crowd = new Crowd(workshop)) {
                candidates(hits, (bucket, pairs) -> withEachOther(bucket, pairs, crowd));
                link(crowd);
            }
        }
    }

    private void link(Crowd crowd) throws Exception {
        crowd.read();
        try (RecordSorter pairs = workshop.sorter("crowd-pairs", 2 * Workshop.REF)) {
            crowd.withFirst((one, other) -> pair(nodes.find(one), nodes.find(other), pairs));
            check.checkInBands(pairs);
        }
        try (RecordSorter pairs = workshop.sorter("crowd-pairs", 2 * Workshop.REF)) {
            crowd.withEachOther((one, other) -> pair(nodes.find(one), nodes.find(other), pairs));
            check.checkInBands(pairs);
        }
    }

    /** Takes what has a key in common. */
    private interface Bucket {
        void of(List<Long> refs) throws IOException;
    }

    private static void forBuckets(Hits hits, Posting.Kind kind, Bucket bucket) throws IOException {
        try (RecordCursor records = hits.open()) {
            byte @Nullable [] key = null;
            List<Long> refs = new ArrayList<>();
            for (byte[] record = records.next(); record != null; record = records.next()) {
                if (key != null && !Posting.haveSameKey(key, record)) {
                    bucket.of(refs);
                    refs = new ArrayList<>();
                }
                key = record;
                if (Posting.kind(record) == kind) {
                    refs.add(Posting.ref(record));
                }
            }
            bucket.of(refs);
        }
    }

    /** Learns of the documents that are not open where they are and which cluster they are in. */
    private void resolve(Hits hits) throws IOException {
        try (RecordSorter refs = workshop.sorter("known", Workshop.REF);
                RecordSorter places = workshop.sorter("known-places", DocumentRows.PLACE)) {
            long[] count = new long[1];
            // All that have one text are in one cluster: the first tells which.
            forBuckets(hits, Posting.Kind.TEXT, bucket -> count[0] += addKnown(bucket, 1, refs));
            forBuckets(hits, Posting.Kind.BAND, bucket -> count[0] += addKnown(bucket, Integer.MAX_VALUE, refs));
            workshop.index().entries(refs, count[0], entry -> {
                nodes.add(entry);
                places.add(DocumentRows.place(entry));
            });
            try (RecordCursor sorted = places.open()) {
                workshop.clusters().find(sorted, (ref, cluster) -> {
                    int canonical = nodes.add(cluster);
                    nodes.stands(canonical);
                    nodes.join(nodes.find(ref), canonical);
                });
            }
        }
    }

    private int addKnown(List<Long> bucket, int most, RecordSorter refs) throws IOException {
        int added = 0;
        for (long ref : bucket) {
            if (added < most && !nodes.isOpen(ref)) {
                refs.add(Records.of(ref));
                added++;
            }
        }
        return added;
    }

    private void joinEqual(List<Long> bucket) {
        Map<Long, Integer> firsts = new HashMap<>();
        for (long ref : bucket) {
            int node = nodes.find(ref);
            if (node >= 0) {
                Integer first = firsts.putIfAbsent(nodes.text(node), node);
                if (first != null) {
                    nodes.join(first, node);
                }
            }
        }
    }

    /** Takes the documents of a bucket, one of each text, and names pairs that are worth comparing. */
    private interface Pairing {
        void pairs(List<Integer> bucket, RecordSorter pairs) throws IOException;
    }

    private void candidates(Hits hits, Pairing pairing) throws Exception {
        try (RecordSorter pairs = workshop.sorter("pairs", 2 * Workshop.REF)) {
            forBuckets(hits, Posting.Kind.BAND, bucket -> {
                if (bucket.size() > 1) {
                    pairing.pairs(oneOfEachText(bucket), pairs);
                }
            });
            check.check(pairs);
        }
    }

    /** One that is not open where there is one: two that are not open are known to be alike or not. */
    private List<Integer> oneOfEachText(List<Long> bucket) {
        Map<Long, Integer> byText = new HashMap<>();
        List<Long> order = new ArrayList<>();
        for (long ref : bucket) {
            int node = nodes.find(ref);
            Integer other = byText.get(nodes.text(node));
            if (other == null) {
                order.add(nodes.text(node));
            }
            if (other == null || nodes.isOpen(other)) {
                byText.put(nodes.text(node), node);
            }
        }
        List<Integer> distinct = new ArrayList<>();
        order.forEach(text -> distinct.add(byText.get(text)));
        return distinct;
    }

    private void withFirst(List<Integer> bucket, RecordSorter pairs) throws IOException {
        for (int i = 1; i < bucket.size(); i++) {
            pair(bucket.get(0), bucket.get(i), pairs);
        }
    }

    private void withEachOther(List<Integer> bucket, RecordSorter pairs, Crowd crowd) throws IOException {
        SetPairs apart = new SetPairs(nodes, bucket);
        if (apart.sets() > MOST_PAIRED) {
            for (int node : bucket) {
                crowd.add(node);
            }
            return;
        }
        // The first has been compared with all of them already.
        int first = bucket.get(0);
        apart.forEach((one, other) -> {
            if (one != first) {
                pair(one, other, pairs);
            }
        });
    }

    private void pair(int one, int other, RecordSorter pairs) throws IOException {
        if ((nodes.isOpen(one) || nodes.isOpen(other)) && !nodes.connected(one, other)) {
            pairs.add(Records.of(nodes.ref(one), nodes.ref(other)));
        }
    }
}
