package dev.colophon.dataset.duplicates;

import java.io.IOException;
import java.util.List;

/** What documents that go leave behind: their clusters may fall apart, and those who remain are to be linked anew. */
final class Breaking {
    private final Workshop workshop;
    private final DocumentRows oldRows;
    private final KnownClusters oldClusters;

    /**
     * @param oldRows the documents of the archive as it was
     * @param was what numbers them
     */
    Breaking(Workshop workshop, DocumentRows oldRows, Holdings was) {
        this.workshop = workshop;
        this.oldRows = oldRows;
        this.oldClusters = workshop.clusters().of(was);
    }

    /** The members that remain of the clusters of those who go. */
    List<Entry> remaining(RecordSorter removed) throws IOException {
        LongIndex clusters = new LongIndex();
        try (RecordSorter places = workshop.sorter("removed-places", DocumentRows.PLACE)) {
            try (RecordCursor records = removed.open()) {
                for (byte[] record = records.next(); record != null; record = records.next()) {
                    places.add(DocumentRows.place(Entry.of(record)));
                }
            }
            try (RecordCursor sorted = places.open()) {
                oldClusters.find(sorted, (ref, cluster) -> clusters.add(cluster));
            }
            try (RecordCursor sorted = places.open()) {
                return new Walk(workshop, clusters)
                        .from(sorted, oldRows).stream().map(Walk.Member::entry).toList();
            }
        }
    }
}
