package dev.colophon.dataset.duplicates;

import dev.colophon.dataset.DamagedDatasetException;
import dev.colophon.dataset.Layout;
import dev.colophon.dataset.Manifest;
import dev.colophon.dataset.Part;
import dev.colophon.storage.Storage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Brings the index up to what the archive will hold: runs that stay are left alone, others are merged or made of documents. */
final class IndexWriter {
    private final Storage storage;
    private final String staging;
    private final Map<String, Part> live;
    private final Map<String, IndexRun> runOfBatch = new HashMap<>();
    private final Set<String> needed = new HashSet<>();
    private final List<Part> staged = new ArrayList<>();

    IndexWriter(Storage storage, String staging, Manifest before) {
        this.storage = storage;
        this.staging = staging;
        this.live = before.parts(IndexRun.TABLE).stream().collect(Collectors.toMap(Part::path, part -> part));
    }

    /**
     * Whether there is an index of all that the archive held; files of it that were lost are made again.
     *
     * @param documents of the archive as it was
     */
    boolean isComplete(Holdings before, DocumentRows documents) throws IOException {
        List<IndexRun> runs = IndexRun.of(before);
        for (IndexRun run : runs) {
            if (!live.containsKey(run.documentsPath()) || !live.containsKey(run.postingsPath())) {
                return false;
            }
        }
        for (IndexRun run : runs) {
            if (!isLive(run.documentsPath()) || !isLive(run.postingsPath())) {
                restore(run, documents);
            }
        }
        runs.forEach(run -> run.batches().forEach(batch -> runOfBatch.put(batch.batch(), run)));
        return true;
    }

    /** What is made again has the bytes that the manifest knows, and needs no commit. */
    private void restore(IndexRun run, DocumentRows documents) throws IOException {
        for (Part part : write(run, documents)) {
            if (!part.equals(live.get(part.path()))) {
                throw new DamagedDatasetException(
                        part.path() + " was lost, and made again of the documents it is another: " + "expected "
                                + live.get(part.path()) + ", found " + part + "; verify the dataset");
            }
            storage.move(Layout.stagedUnder(staging, part.path()), part.path());
        }
    }

    private boolean isLive(String path) throws IOException {
        Part part = live.get(path);
        return part != null && storage.exists(path) && storage.size(path) == part.bytes();
    }

    /** Files that the index had and needs no more. */
    List<String> removed() {
        return live.keySet().stream()
                .filter(path -> !needed.contains(path))
                .sorted()
                .toList();
    }

    /** The files that were made. */
    List<Part> staged() {
        return List.copyOf(staged);
    }

    /** The index of what the archive will hold. */
    DuplicateIndex write(Holdings now, DocumentRows documents) throws IOException {
        List<DuplicateIndex.OpenRun> open = new ArrayList<>();
        for (IndexRun run : IndexRun.of(now)) {
            boolean stays = isLive(run.documentsPath()) && isLive(run.postingsPath());
            List<Part> files = stays
                    ? List.of(live.get(run.documentsPath()), live.get(run.postingsPath()))
                    : write(run, documents);
            files.forEach(file -> needed.add(file.path()));
            staged.addAll(stays ? List.of() : files);
            UnaryOperator<String> place = path -> stays ? path : Layout.stagedUnder(staging, path);
            open.add(new DuplicateIndex.OpenRun(
                    run,
                    place.apply(run.documentsPath()),
                    files.get(0).rows(),
                    place.apply(run.postingsPath()),
                    files.get(1).rows()));
        }
        return new DuplicateIndex(storage, now, open);
    }

    private List<Part> write(IndexRun run, DocumentRows documents) throws IOException {
        String work = staging + "/merge/duplicate-index";
        storage.delete(work);
        try (RecordSorter entries = new RecordSorter(storage, work + "/documents", Entry.WIDTH);
                RecordSorter postings = new RecordSorter(storage, work + "/postings", Posting.WIDTH)) {
            for (int number = 0; number < run.batches().size(); number++) {
                BatchDocuments batch = run.batches().get(number);
                if (source(batch) == null) {
                    read(batch, number, documents, entries, postings);
                }
            }
            List<RecordCursor> allEntries = new ArrayList<>(List.of(entries.open()));
            List<RecordCursor> allPostings = new ArrayList<>(List.of(postings.open()));
            for (IndexRun source : sources(run)) {
                int[] numbers = numbers(source, run);
                allEntries.add(new Renumbered(
                        new RecordReader(storage, source.documentsPath(), Entry.WIDTH), numbers, Entry.WIDTH - 4, 4));
                allPostings.add(new Renumbered(
                        new RecordReader(storage, source.postingsPath(), Posting.WIDTH),
                        numbers,
                        Posting.WIDTH - 2,
                        2));
            }
            return List.of(part(run.documentsPath(), allEntries), part(run.postingsPath(), allPostings));
        }
    }

    private Part part(String path, List<RecordCursor> sorted) throws IOException {
        try (RecordCursor records = new RecordMerge(sorted)) {
            RecordWriter.Written written = RecordWriter.write(storage, Layout.stagedUnder(staging, path), records);
            return new Part(IndexRun.TABLE, null, path, written.records(), written.bytes(), written.sha256());
        }
    }

    /** The run of the index as it was that holds the very documents of a batch; null where none does. */
    private @Nullable IndexRun source(BatchDocuments batch) {
        IndexRun run = runOfBatch.get(batch.batch());
        boolean same = run != null
                && run.batches().stream().anyMatch(old -> old.content().equals(batch.content()));
        return same ? run : null;
    }

    private List<IndexRun> sources(IndexRun run) {
        List<IndexRun> sources = new ArrayList<>();
        for (BatchDocuments batch : run.batches()) {
            IndexRun source = source(batch);
            if (source != null && !sources.contains(source)) {
                sources.add(source);
            }
        }
        return sources;
    }

    /** For each batch of the one run its number in the other; -1 where it is not there as it was. */
    private static int[] numbers(IndexRun from, IndexRun to) {
        Map<String, Integer> places = new HashMap<>();
        to.batches().forEach(batch -> places.put(batch.content(), places.size()));
        return from.batches().stream()
                .mapToInt(batch -> places.getOrDefault(batch.content(), -1))
                .toArray();
    }

    /** Of documents with one text, the first row stands for it in the bands: the others have the text's own key. */
    private static void read(
            BatchDocuments batch, int number, DocumentRows documents, RecordSorter entries, RecordSorter postings)
            throws IOException {
        LongIndex texts = new LongIndex();
        documents.all(batch, DocumentKeys.COLUMNS, (row, document) -> {
            Entry entry = DocumentKeys.entry(document, row, number);
            if (entry == null) {
                return;
            }
            entries.add(entry.bytes());
            List<byte[]> keys = new ArrayList<>(List.of(Posting.key(Posting.Kind.TEXT, entry.text())));
            if (entry.url() != 0) {
                keys.add(Posting.key(Posting.Kind.URL, entry.url()));
            }
            if (!texts.contains(entry.text())) {
                texts.add(entry.text());
                keys.addAll(Posting.bandKeys(DocumentKeys.signature(document)));
            }
            for (byte[] key : keys) {
                postings.add(Posting.record(key, entry.ref(), number));
            }
        });
    }

    /** Records of some batches under other numbers. The order of batches is the same in both, and so is that of records. */
    @SuppressWarnings("ArrayRecordComponent") // compared nowhere
    private record Renumbered(RecordCursor records, int[] numbers, int at, int bytes) implements RecordCursor {
        @Override
        public byte @Nullable [] next() throws IOException {
            for (byte[] record = records.next(); record != null; record = records.next()) {
                int number = numbers[number(record)];
                if (number >= 0) {
                    for (int i = 0; i < bytes; i++) {
                        record[at + i] = (byte) (number >>> (8 * (bytes - 1 - i)));
                    }
                    return record;
                }
            }
            return null;
        }

        private int number(byte[] record) {
            int number = 0;
            for (int i = 0; i < bytes; i++) {
                number = (number << 8) | (record[at + i] & 0xFF);
            }
            return number;
        }

        @Override
        public void close() throws IOException {
            records.close();
        }
    }
}
