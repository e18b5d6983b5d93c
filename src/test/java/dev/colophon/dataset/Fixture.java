package dev.colophon.dataset;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.colophon.dataset.PartInspector.Inspection;
import dev.colophon.dataset.lease.Lease;
import dev.colophon.dataset.lease.LeaseTerms;
import dev.colophon.dataset.lease.Owner;
import dev.colophon.model.Versions;
import dev.colophon.storage.Storage;
import dev.colophon.storage.StoredFile;
import dev.colophon.text.Hashes;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Small datasets whose parts are lines of text. */
final class Fixture {
    static final Versions VERSIONS = new Versions(1, 2, 3, 4, "ab".repeat(32));

    /** Counts lines. */
    static final PartInspector LINES =
            (storage, part, path) -> new Inspection(read(storage, path).lines().count(), "line: string", null);

    private Fixture() {}

    /** Two batches, the first in two parts, and a table without batches. */
    static Manifest first(Storage storage) throws IOException {
        List<Part> parts = List.of(
                stage(storage, "run-1", "documents", "a", "documents/batch=a/part-0.txt", "a0\n"),
                stage(storage, "run-1", "documents", "a", "documents/batch=a/part-1.txt", "a1\n"),
                stage(storage, "run-1", "documents", "b", "documents/batch=b/part-0.txt", "b0\nb1\n"),
                stage(storage, "run-1", "contributors", null, "contributors/part-0.txt", "one\n"));
        return commit(storage, "run-1", List.of("a", "b"), parts, List.of());
    }

    /** Batch a shrinks to one part, batch c is new, the table without batches is replaced. */
    static Commit stageSecond(Storage storage) throws IOException {
        List<Part> parts = List.of(
                stage(storage, "run-2", "documents", "a", "documents/batch=a/part-0.txt", "a new\nrow\n"),
                stage(storage, "run-2", "documents", "c", "documents/batch=c/part-0.txt", "c0\n"),
                stage(storage, "run-2", "contributors", null, "contributors/part-0.txt", "one\ntwo\n"));
        storage.write("_colophon/staging/run-2/shards/1.txt", out -> out.write(bytes("a shard's rows\n")));
        return new Commit("run-2", "job", VERSIONS, List.of("a", "c"), parts, List.of("documents/batch=a/part-1.txt"));
    }

    static Manifest second(Storage storage) throws IOException {
        Commit commit = stageSecond(storage);
        try (Lease lease = lease(storage, "2026-01-01T00:00:00Z")) {
            return Dataset.open(storage, 1).commit(commit, lease, LINES);
        }
    }

    /** Replaces one part. */
    static Manifest third(Storage storage) throws IOException {
        Part part = stage(storage, "run-3", "contributors", null, "contributors/part-0.txt", "three\n");
        return commit(storage, "run-3", List.of(), List.of(part), List.of());
    }

    static Manifest commit(Storage storage, String run, List<String> batches, List<Part> added, List<String> removed)
            throws IOException {
        try (Lease lease = lease(storage, "2026-01-01T00:00:00Z")) {
            return Dataset.open(storage, 1)
                    .commit(new Commit(run, "job", VERSIONS, batches, added, removed), lease, LINES);
        }
    }

    static Lease lease(Storage storage, String now) throws IOException {
        LeaseTerms terms = LeaseTerms.of(InstantSource.fixed(Instant.parse(now)));
        return Lease.take(storage, Owner.ofThisProcess("test"), terms);
    }

    static Part stage(Storage storage, String run, String table, @Nullable String batch, String path, String content)
            throws IOException {
        storage.write(Layout.staged(run, path), out -> out.write(bytes(content)));
        byte[] bytes = bytes(content);
        return new Part(table, batch, path, content.lines().count(), bytes.length, Hashes.sha256Hex(bytes));
    }

    static byte[] manifestWithOtherJob(Storage storage) throws IOException {
        return bytes(
                read(storage, "_colophon/manifests/0000000001.json").replace("\"job\" : \"job\"", "\"job\" : \"x\""));
    }

    static SortedMap<String, String> text(Storage storage) throws IOException {
        SortedMap<String, String> text = new TreeMap<>();
        for (StoredFile file : storage.list("")) {
            text.put(file.path(), read(storage, file.path()));
        }
        return text;
    }

    static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    private static String read(Storage storage, String path) throws IOException {
        try (var in = storage.open(path)) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }
}
