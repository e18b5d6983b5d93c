package dev.colophon.dataset.duplicates;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The postings that have a key of an open document, where more than one document has it. Tasks find them: some read the keys of
 * some thousand documents each, where those are many others merge what these have found, and then some look up the keys of one
 * range each, whoever has them.
 */
final class Hits implements Closeable {
    private final Workshop workshop;
    private final String folder;
    private final List<HitsTask> tasks = new ArrayList<>();

    Hits(Workshop workshop) {
        this.workshop = workshop;
        this.folder = workshop.folder() + "/hits";
    }

    /** Finds them; to be called once. */
    void find() throws Exception {
        List<KeysTask> readers = readers();
        workshop.runner().complete("read keys", readers, workshop.storage(), workshop.staging());
        List<String> keys = few(readers.stream().map(KeysTask::path).toList());
        List<HitsTask.Postings> postings = workshop.index().postings();
        int ranges = Math.min(KeyRange.MOST, readers.size());
        for (int range = 0; range < ranges; range++) {
            String path = String.format(Locale.ROOT, "%s/hits-%05d.bin", folder, range);
            tasks.add(new HitsTask(path, range, ranges, keys, postings));
        }
        workshop.runner().complete("look up keys", tasks, workshop.storage(), workshop.staging());
    }

    /** Merges files of keys until they are few. */
    private List<String> few(List<String> files) throws Exception {
        List<String> few = files;
        for (int pass = 0; few.size() > KeysMergeTask.FAN_IN; pass++) {
            List<KeysMergeTask> merges = KeysMergeTask.plan(few, folder + "/pass-" + pass);
            workshop.runner().complete("merge keys", merges, workshop.storage(), workshop.staging());
            few = merges.stream().map(KeysMergeTask::path).toList();
        }
        return few;
    }

    /** Tasks that read the keys of all that the run looks at. */
    private List<KeysTask> readers() throws IOException {
        List<KeysTask> readers = new ArrayList<>();
        Nodes nodes = workshop.nodes();
        try (RecordSorter places = workshop.sorter("open", DocumentRows.PLACE)) {
            for (int node = 0; node < nodes.size(); node++) {
                places.add(nodes.place(node));
            }
            try (RecordCursor sorted = places.open()) {
                for (int left = nodes.size();
                        left > 0;
                        left -= workshop.taskSize().documents()) {
                    String path = String.format(Locale.ROOT, "%s/places-%05d.bin", folder, readers.size());
                    RecordWriter.write(workshop.storage(), path, first(sorted));
                    readers.add(new KeysTask(workshop.holdings(), path));
                }
            }
        }
        return readers;
    }

    private RecordCursor first(RecordCursor places) {
        int[] left = {workshop.taskSize().documents()};
        return () -> left[0]-- > 0 ? places.next() : null;
    }

    /** All of them, in order. */
    RecordCursor open() {
        return new InOrder();
    }

    /** The ranges, one behind the other. */
    private final class InOrder implements RecordCursor {
        private int opened;
        private RecordCursor range = RecordCursor.of(List.of());

        @Override
        public byte @Nullable [] next() throws IOException {
            byte[] record = range.next();
            while (record == null && opened < tasks.size()) {
                range.close();
                range = new RecordReader(workshop.storage(), tasks.get(opened++).path(), Posting.WIDTH);
                record = range.next();
            }
            return record;
        }

        @Override
        public void close() throws IOException {
            range.close();
        }
    }

    @Override
    public void close() throws IOException {
        workshop.storage().delete(folder);
    }
}
