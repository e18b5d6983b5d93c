package dev.colophon.dataset.duplicates;

import dev.colophon.dataset.table.FileTask;
import dev.colophon.storage.Storage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Files of keys that become one, since whoever looks up a range of the keys opens all of them at once.
 *
 * @param files of keys, each in order
 * @param path of the merged file, in which each key is once
 */
record KeysMergeTask(List<String> files, String path) implements FileTask {
    /** Files that are open at once, at most. */
    static final int FAN_IN = RecordSorter.FAN_IN;

    KeysMergeTask {
        files = List.copyOf(files);
    }

    /** Tasks that make many files fewer, and no fewer than may be open at once, so that all machines have some. */
    static List<KeysMergeTask> plan(List<String> files, String folder) {
        int together = Math.min(FAN_IN, (files.size() + FAN_IN - 1) / FAN_IN);
        List<KeysMergeTask> tasks = new ArrayList<>();
        for (int from = 0; from < files.size(); from += together) {
            String path = String.format(Locale.ROOT, "%s/keys-%05d.bin", folder, tasks.size());
            tasks.add(new KeysMergeTask(files.subList(from, Math.min(files.size(), from + together)), path));
        }
        return tasks;
    }

    @Override
    public void write(Storage dataset, String staging, String work, String written) throws IOException {
        List<RecordMerge.Source> sources = files.stream()
                .<RecordMerge.Source>map(file -> () -> new RecordReader(dataset, file, Posting.KEY_BYTES))
                .toList();
        try (RecordCursor merged = RecordMerge.distinct(sources)) {
            RecordWriter.write(dataset, written, merged);
        }
    }
}
