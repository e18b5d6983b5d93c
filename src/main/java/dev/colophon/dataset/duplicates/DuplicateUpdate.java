package dev.colophon.dataset.duplicates;

import dev.colophon.dataset.Manifest;
import dev.colophon.dataset.Part;
import dev.colophon.dataset.table.DuplicatesTable;
import dev.colophon.dataset.table.TaskRunner;
import dev.colophon.storage.Storage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Brings the table {@code duplicates} and its index up to what a run adds, replaces and takes away. The table depends
 * on the documents of the archive alone, not on the runs that they came in: two documents belong together where their
 * texts have one hash, or share a band of their MinHash signatures and have a Jaccard similarity of at least 0.8; a
 * cluster is what is connected by such pairs (as in Lee et al.: Deduplicating Training Data Makes Language Models
 * Better, 2022); its earliest capture stands for it. Similarity is stated to that one, so that whoever mistrusts long
 * chains can cut them.
 *
 * <p>What it costs depends on what the run brings and on the clusters that it touches: their keys are looked up in the
 * index, and texts are read only of candidates. {@link KeysTask}s, {@link HitsTask}s and {@link ComparisonTask}s do
 * both, each on any machine; the index is written, and a {@link Crowd} read, by the calling thread. Where the archive
 * has no index of its present documents, all are compared anew.
 *
 * <p>Heap: up to 150 MB for each million documents that come or are candidates, none for the rest of the archive;
 * buffers of 8 MB for at most a dozen sorts, and the members of clusters whose canonical document changes. A task takes
 * the texts of 8,000 documents in a compact form: 32 MB where they are articles, never more than 128 MB. Disk: 432 MB
 * of index for each million documents. Not thread-safe.
 */
public final class DuplicateUpdate {
    private final Storage storage;
    private final String staging;
    private final String run;
    private final TaskRunner runner;
    private final TaskSize taskSize;
    private final boolean anew;

    /**
     * @param staging folder of the run in the dataset
     * @param run its id
     * @param runner of the tasks that look up keys and compare texts
     */
    public DuplicateUpdate(Storage storage, String staging, String run, TaskRunner runner) {
        this(storage, staging, run, runner, TaskSize.USUAL, false);
    }

    DuplicateUpdate(Storage storage, String staging, String run, TaskRunner runner, TaskSize taskSize, boolean anew) {
        this.storage = storage;
        this.staging = staging;
        this.run = run;
        this.runner = runner;
        this.taskSize = taskSize;
        this.anew = anew;
    }

    /** The same that compares all documents anew and reads none that goes: for where those cannot be read. */
    public DuplicateUpdate anew() {
        return new DuplicateUpdate(storage, staging, run, runner, taskSize, true);
    }

    /**
     * What is to be committed with the run's other parts.
     *
     * @param added staged parts
     * @param removed paths of live parts that go, none of them of the batches that the run rebuilds
     */
    public record Change(List<Part> added, List<String> removed) {
        /** Nothing. */
        public static final Change NONE = new Change(List.of(), List.of());

        public Change {
            added = List.copyOf(added);
            removed = List.copyOf(removed);
        }
    }

    /**
     * Stages what changes. A run that was killed begins again.
     *
     * @param before what is live
     * @param rebuilt the batches that the run makes anew
     * @param staged their parts; those of other tables than {@code documents} are passed over
     * @throws Exception what the runner fails with
     */
    public Change update(Manifest before, Collection<String> rebuilt, List<Part> staged) throws Exception {
        String folder = staging + "/merge/duplicates";
        storage.delete(folder);
        Holdings was = Holdings.of(before);
        Holdings now = was.after(run, rebuilt, staged);
        DocumentRows oldRows = new DocumentRows(storage, staging, was);
        DocumentRows rows = new DocumentRows(storage, staging, now);
        IndexWriter writer = new IndexWriter(storage, staging, before);
        boolean known = !anew && writer.isComplete(was, oldRows);
        Nodes nodes = new Nodes();
        Workshop workshop = new Workshop(
                storage,
                staging,
                folder,
                now,
                rows,
                writer.write(now, rows),
                new KnownClusters(storage, before, now),
                nodes,
                runner,
                taskSize);
        Set<String> changing = known ? new HashSet<>(rebuilt) : now.numbers().keySet();
        Delta.Side old = new Delta.Side(known ? was : Holdings.NONE, oldRows);
        List<Part> parts = new ArrayList<>(writer.staged());
        try (Delta delta = Delta.of(old, new Delta.Side(now, rows), changing, workshop);
                Repeats repeats = new Repeats(workshop)) {
            LongIndex removed = repeats(workshop, delta, oldRows, was, repeats);
            Predicate<String> stays =
                    known ? id -> !repeats.isChanged(Entry.ref(id)) && !removed.contains(Entry.ref(id)) : id -> false;
            parts.addAll(tables(workshop, before, changing, repeats, stays));
        }
        storage.delete(folder);
        return new Change(parts, removed(before, writer, rebuilt, parts));
    }

    /** Gathers the new rows; gives the documents that go. */
    private static LongIndex repeats(
            Workshop workshop, Delta delta, DocumentRows oldRows, Holdings was, Repeats repeats) throws Exception {
        LongIndex added = refs(delta.added());
        LongIndex removed = refs(delta.removed());
        try (RecordSorter open = workshop.sorter("open-entries", Entry.WIDTH)) {
            open(workshop, delta.added(), open);
            for (Entry member : new Breaking(workshop, oldRows, was).remaining(delta.removed())) {
                open(workshop, member, open);
            }
            new Linking(workshop).link();
            new Settling(workshop, repeats).settle();
            new Revisions(workshop, repeats, added).find(open, delta.removed());
        }
        repeats.compare();
        return removed;
    }

    private static void open(Workshop workshop, RecordSorter entries, RecordSorter open) throws IOException {
        try (RecordCursor records = entries.open()) {
            for (byte[] record = records.next(); record != null; record = records.next()) {
                open(workshop, Entry.of(record), open);
            }
        }
    }

    private static void open(Workshop workshop, Entry entry, RecordSorter open) throws IOException {
        workshop.nodes().open(workshop.nodes().add(entry));
        open.add(entry.bytes());
    }

    private static LongIndex refs(RecordSorter entries) throws IOException {
        LongIndex refs = new LongIndex();
        try (RecordCursor records = entries.open()) {
            for (byte[] record = records.next(); record != null; record = records.next()) {
                refs.add(Entry.of(record).ref());
            }
        }
        return refs;
    }

    private List<Part> tables(
            Workshop workshop, Manifest before, Collection<String> changing, Repeats repeats, Predicate<String> stays)
            throws IOException {
        BitSet batches = (BitSet) repeats.batches().clone();
        changing.forEach(name -> {
            Integer number = workshop.now().numbers().get(name);
            if (number != null) {
                batches.set(number);
            }
        });
        DuplicatesTable table = new DuplicatesTable(storage, staging);
        List<Part> parts = new ArrayList<>();
        for (int batch = batches.nextSetBit(0); batch >= 0; batch = batches.nextSetBit(batch + 1)) {
            String name = workshop.now().name(batch);
            parts.addAll(table.write(name, repeats.rowsOf(batch), before.parts("duplicates", name), stays));
        }
        return parts;
    }

    /** Files of the index that have no use any more, and parts of other batches that no part takes the place of. */
    private static List<String> removed(
            Manifest before, IndexWriter writer, Collection<String> rebuilt, List<Part> parts) {
        Set<String> paths = new HashSet<>();
        Set<String> touched = new HashSet<>();
        for (Part part : parts) {
            paths.add(part.path());
            touched.add(Objects.requireNonNullElse(part.batch(), ""));
        }
        touched.removeAll(rebuilt);
        List<String> removed = new ArrayList<>(writer.removed());
        before.parts("duplicates").stream()
                .filter(part -> part.batch() != null && touched.contains(part.batch()))
                .map(Part::path)
                .filter(path -> !paths.contains(path))
                .forEach(removed::add);
        return removed;
    }
}
