package dev.colophon.cli;

import dev.colophon.text.Hashes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The files of a dataset that depend on its inputs alone: all but run records, job state and leases. */
final class DatasetBytes {
    private DatasetBytes() {}

    /** SHA-256 of every such file, by path. */
    static Map<String, String> of(Path dataset) throws IOException {
        Map<String, String> hashes = new TreeMap<>();
        try (Stream<Path> files = Files.walk(dataset)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String path = dataset.relativize(file).toString();
                if (!path.startsWith("_colophon/runs/")
                        && !path.startsWith("_colophon/state/")
                        && !path.startsWith("_colophon/lease")) {
                    hashes.put(path, Hashes.sha256Hex(Files.readAllBytes(file)));
                }
            }
        }
        return hashes;
    }
}
