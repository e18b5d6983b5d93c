package dev.colophon.dataset.table;

import dev.colophon.dataset.Part;
import dev.colophon.dataset.json.Json;
import dev.colophon.dataset.parquet.RowCursor;
import dev.colophon.dataset.parquet.RowWriter;
import dev.colophon.storage.Storage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Reads whom some files of documents name.
 *
 * @param path what its files begin with
 * @param number among the tasks of a run
 * @param documents the files
 */
record MentionsTask(String path, int number, List<String> documents) implements ConsolidationTask {
    /** A second or two of reading. */
    static final long DOCUMENTS = 500_000;

    MentionsTask {
        documents = List.copyOf(documents);
    }

    /**
     * A file of documents.
     *
     * @param rows of it
     */
    record Source(String path, long rows) {}

    /**
     * Tasks that read all of some files.
     *
     * @param folder where their files are to stand
     * @param most documents of one task, unless one file has more
     */
    static List<MentionsTask> of(List<Source> sources, String folder, long most) {
        List<MentionsTask> tasks = new ArrayList<>();
        List<String> some = new ArrayList<>();
        long documents = 0;
        for (Source source : sources) {
            if (!some.isEmpty() && documents + source.rows() > most) {
                tasks.add(numbered(folder, tasks.size(), some));
                some.clear();
                documents = 0;
            }
            some.add(source.path());
            documents += source.rows();
        }
        if (!some.isEmpty()) {
            tasks.add(numbered(folder, tasks.size(), some));
        }
        return tasks;
    }

    private static MentionsTask numbered(String folder, int number, List<String> documents) {
        return new MentionsTask(String.format(Locale.ROOT, "%s/mentions-%05d", folder, number), number, documents);
    }

    @Override
    public String name() {
        return path;
    }

    /** Where the mentions stand once an attempt is taken: rows of {@link Mentions#TABLE} in their order. */
    String mentions() {
        return path + ".parquet";
    }

    /** Where {@link SeenTogether} stands then. */
    String seen() {
        return path + ".json";
    }

    private static String written(String staging, String attempt, String file) {
        return ConsolidationTask.place(staging, attempt) + "/" + file;
    }

    @Override
    public List<Part> write(Storage dataset, String staging, String attempt) throws IOException {
        String work = written(staging, attempt, "runs");
        try (MentionReader reader = new MentionReader(dataset, work, (long) number << Integer.SIZE)) {
            for (String file : documents) {
                reader.read(file);
            }
            try (RowCursor rows = reader.mentions();
                    RowWriter writer = new RowWriter(
                            dataset,
                            written(staging, attempt, "mentions.parquet"),
                            Mentions.TABLE,
                            RowWriter.Profile.RUN)) {
                writer.finishWith(rows);
            }
            byte[] seen = Json.bytes(reader.seen());
            dataset.write(written(staging, attempt, "seen.json"), out -> out.write(seen));
        }
        return List.of();
    }

    @Override
    public void take(Storage dataset, String staging, String attempt, List<Part> parts) throws IOException {
        dataset.move(written(staging, attempt, "mentions.parquet"), mentions());
        dataset.move(written(staging, attempt, "seen.json"), seen());
    }
}
