package dev.colophon.dataset;

import dev.colophon.dataset.json.Json;
import dev.colophon.storage.Storage;
import dev.colophon.storage.StoredFile;
import dev.colophon.text.Hashes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The manifest files of a dataset. */
final class Manifests {
    private final Storage storage;

    Manifests(Storage storage) {
        this.storage = storage;
    }

    /** The highest one; {@link Manifest#EMPTY} where there is none. */
    Manifest latest() throws IOException {
        List<String> paths = paths();
        return paths.isEmpty() ? Manifest.EMPTY : read(paths.get(paths.size() - 1));
    }

    /** The highest number that a manifest's file has, whatever is in it; 0 where there is none. */
    long last() throws IOException {
        List<String> paths = paths();
        if (paths.isEmpty()) {
            return 0;
        }
        String name = paths.get(paths.size() - 1).substring(Layout.MANIFESTS.length() + 1);
        return Long.parseLong(name.substring(0, name.indexOf('.')));
    }

    /** All from a number on, by number. */
    List<Manifest> from(long number) throws IOException {
        List<Manifest> manifests = new ArrayList<>();
        for (String path : paths()) {
            if (path.compareTo(Layout.manifest(number)) >= 0) {
                manifests.add(read(path));
            }
        }
        return manifests;
    }

    /** The one of a number; null where there is none. */
    @Nullable
    Manifest find(long number) throws IOException {
        try {
            return read(Layout.manifest(number));
        } catch (NoSuchFileException none) {
            return null;
        }
    }

    /** The hash of a manifest's file; null for the empty dataset. */
    @Nullable
    String sha256(Manifest manifest) throws IOException {
        return manifest.number() == 0 ? null : Hashes.sha256Hex(bytes(Layout.manifest(manifest.number())));
    }

    /** Creates the manifest's file, which is the commit; false where its number is taken. */
    boolean create(Manifest manifest) throws IOException {
        return storage.createExclusive(Layout.manifest(manifest.number()), manifest.bytes());
    }

    /** The bytes of a manifest's file. */
    byte[] file(long number) throws IOException {
        return bytes(Layout.manifest(number));
    }

    private List<String> paths() throws IOException {
        return storage.list(Layout.MANIFESTS).stream()
                .map(StoredFile::path)
                .filter(Manifests::isManifest)
                .toList();
    }

    private static boolean isManifest(String path) {
        String name = path.substring(Layout.MANIFESTS.length() + 1);
        return name.length() == "0000000001.json".length()
                && name.endsWith(".json")
                && name.chars().limit(10).allMatch(c -> c >= '0' && c <= '9');
    }

    private Manifest read(String path) throws IOException {
        Manifest manifest = parse(bytes(path), path);
        if (manifest.format() > Manifest.FORMAT) {
            throw new IOException("this version reads manifests up to format " + Manifest.FORMAT + ", but " + path
                    + " has format " + manifest.format() + "; use the version that wrote it, or a later one");
        }
        if (!Layout.manifest(manifest.number()).equals(path)) {
            throw new DamagedDatasetException("the manifest in " + path + " says it is number " + manifest.number());
        }
        return manifest;
    }

    private static Manifest parse(byte[] json, String path) throws DamagedDatasetException {
        try {
            return Json.read(json, Manifest.class, path);
        } catch (IOException damaged) {
            throw new DamagedDatasetException(damaged.getMessage()
                    + "; verify --repair brings the file back from its copy in " + Layout.COPIES
                    + "; where there is none, restore the file from a backup");
        }
    }

    private byte[] bytes(String path) throws IOException {
        return bytes(storage, path);
    }

    /** The bytes of a small file. */
    static byte[] bytes(Storage storage, String path) throws IOException {
        try (InputStream in = storage.open(path)) {
            return in.readAllBytes();
        }
    }
}
