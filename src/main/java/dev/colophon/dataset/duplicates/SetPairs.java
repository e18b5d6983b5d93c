package dev.colophon.dataset.duplicates;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Documents that share a key, by the sets of those that are connected. Names only pairs across sets: where m documents
 * are in one set but for k of them, about k · m pairs and not m².
 */
final class SetPairs {
    private final Nodes nodes;
    private final List<Integer> bucket;
    private final List<Members> sets = new ArrayList<>();

    /**
     * Members of one set.
     *
     * @param all their places in the bucket, ascending
     * @param open those of them whose cluster is to be found anew
     */
    private record Members(List<Integer> all, List<Integer> open) {}

    /** Sets of nodes as they are now. */
    SetPairs(Nodes nodes, List<Integer> bucket) {
        this.nodes = nodes;
        this.bucket = bucket;
        Map<Integer, List<Integer>> bySet = new LinkedHashMap<>();
        for (int place = 0; place < bucket.size(); place++) {
            bySet.computeIfAbsent(nodes.set(bucket.get(place)), set -> new ArrayList<>())
                    .add(place);
        }
        bySet.values().forEach(all -> sets.add(new Members(all, open(all))));
    }

    private List<Integer> open(List<Integer> places) {
        return places.stream().filter(this::isOpen).toList();
    }

    private boolean isOpen(int place) {
        return nodes.isOpen(bucket.get(place));
    }

    /** How many sets there are. */
    int sets() {
        return sets.size();
    }

    /** Takes two nodes, the one that comes first in the bucket first. */
    interface Sink {
        void pair(int one, int other) throws IOException;
    }

    /** Hands over the pairs of which one document at least is open, each once. */
    void forEach(Sink sink) throws IOException {
        for (int first = 0; first < sets.size(); first++) {
            for (int second = first + 1; second < sets.size(); second++) {
                across(sets.get(first), sets.get(second), sink);
            }
        }
    }

    private void across(Members first, Members second, Sink sink) throws IOException {
        for (int one : first.all()) {
            for (int other : isOpen(one) ? second.all() : second.open()) {
                sink.pair(bucket.get(Math.min(one, other)), bucket.get(Math.max(one, other)));
            }
        }
    }
}
