package dev.colophon.dataset;

import dev.colophon.dataset.PartInspector.Inspection;
import dev.colophon.storage.Storage;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reopens what a run has staged and compares it with what the run says of it. */
final class StagedParts {
    private final Storage storage;
    private final PartInspector inspector;

    StagedParts(Storage storage, PartInspector inspector) {
        this.storage = storage;
        this.inspector = inspector;
    }

    /** @throws DamagedDatasetException at the first part that is not as the run says */
    void verify(String run, List<Part> added) throws IOException {
        Map<String, String> schemas = new TreeMap<>();
        for (Part part : added) {
            String path = Layout.staged(run, part.path());
            PartBytes.verify(storage, part, path);
            Inspection found = inspector.inspect(storage, part, path);
            if (found != null) {
                compare(part, path, found);
                String schema = schemas.putIfAbsent(part.table(), found.schema());
                if (schema != null && !schema.equals(found.schema())) {
                    throw new DamagedDatasetException("expected one schema for all parts of " + part.table()
                            + ", found " + found.schema() + " in " + path + " and before it " + schema);
                }
            }
        }
    }

    private static void compare(Part part, String path, Inspection found) throws IOException {
        if (found.rows() != part.rows()) {
            throw new DamagedDatasetException(
                    "expected " + part.rows() + " rows in " + path + ", found " + found.rows());
        }
    }
}
