package dev.colophon.dataset.table;

import dev.colophon.dataset.Part;
import dev.colophon.storage.Storage;
import java.io.IOException;
import java.util.List;

/** A task that gives one file, which is worked on further. */
public interface FileTask extends ConsolidationTask {
    /** Path of the file, once an attempt is taken. */
    String path();

    @Override
    default String name() {
        return path();
    }

    /**
     * Writes the file.
     *
     * @param staging folder of the run in the dataset
     * @param work folder of the attempt, for what it needs meanwhile
     * @param written path of the file until it is taken
     */
    void write(Storage dataset, String staging, String work, String written) throws IOException;

    @Override
    default List<Part> write(Storage dataset, String staging, String attempt) throws IOException {
        write(dataset, staging, ConsolidationTask.place(staging, attempt), written(staging, attempt));
        return List.of();
    }

    @Override
    default void take(Storage dataset, String staging, String attempt, List<Part> parts) throws IOException {
        dataset.move(written(staging, attempt), path());
    }

    private String written(String staging, String attempt) {
        return ConsolidationTask.place(staging, attempt) + "/given/" + path().substring(path().lastIndexOf('/') + 1);
    }
}
