package dev.colophon.dataset.run;

import dev.colophon.dataset.Layout;
import dev.colophon.dataset.json.Json;
import dev.colophon.storage.Storage;
import dev.colophon.storage.StoragePaths;
import dev.colophon.storage.StoredFile;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The run records of a dataset. */
public final class Runs {
    private final Storage storage;

    /** @param storage the dataset's */
    public Runs(Storage storage) {
        this.storage = storage;
    }

    /** Where a run's record, page or metrics lie: {@code path("7", ".html")} is {@code _colophon/runs/7.html}. */
    public static String path(String id, String suffix) {
        return StoragePaths.requireFile(Layout.RUNS + "/" + id + suffix);
    }

    /** Writes a record in place of the run's earlier one. */
    public void write(RunRecord run) throws IOException {
        storage.write(path(run.id(), ".json"), out -> out.write(Json.bytes(run)));
    }

    /** The record of a run; null where there is none. */
    public @Nullable RunRecord read(String id) throws IOException {
        String path = path(id, ".json");
        if (!storage.exists(path)) {
            return null;
        }
        try (InputStream in = storage.open(path)) {
            return Json.read(in.readAllBytes(), RunRecord.class, path);
        }
    }

    /** All records, the latest start first. */
    public List<RunRecord> all() throws IOException {
        List<RunRecord> runs = new ArrayList<>();
        for (StoredFile file : storage.list(Layout.RUNS)) {
            String name = file.path().substring(Layout.RUNS.length() + 1);
            RunRecord run = name.endsWith(".json") ? read(name.substring(0, name.length() - ".json".length())) : null;
            if (run != null) {
                runs.add(run);
            }
        }
        runs.sort(Comparator.comparing(RunRecord::started).reversed().thenComparing(RunRecord::id));
        return runs;
    }
}
