package dev.colophon.storage;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.jspecify.annotations.Nullable;

/** Opens the storage that a location names: a path of this machine, {@code file:}, {@code hdfs:} or {@code s3a:}. */
public final class Storages {
    private static final Set<String> OBJECT_STORES = Set.of("s3a");

    private Storages() {}

    /**
     * Opens a folder.
     *
     * @param location {@code data/archive}, {@code hdfs://namenode/archive}, {@code s3a://bucket/archive}; relative paths start
     *     from the working folder
     * @throws IllegalArgumentException where no file system has the location's scheme
     * @throws IOException where its service cannot be reached
     */
    public static Storage open(String location) throws IOException {
        URI uri = remote(location);
        return uri == null ? new LocalStorage(localPath(location)) : open(uri, new Configuration());
    }

    static Storage open(URI uri, Configuration configuration) throws IOException {
        Path root = new Path(uri);
        // The newer stream of S3A does not ask again where a reply breaks off in the middle.
        configuration.setIfUnset("fs.s3a.input.stream.type", "classic");
        FileSystem files = fileSystem(root, configuration);
        return OBJECT_STORES.contains(uri.getScheme().toLowerCase(Locale.ROOT))
                ? new ObjectStorage(files, root)
                : new RenamingStorage(files, root);
    }

    /** Whether a location lies on this machine. */
    public static boolean isLocal(String location) {
        return remote(location) == null;
    }

    /** The path of a location on this machine, with or without {@code file:}. */
    public static java.nio.file.Path localPath(String location) {
        String path = location.startsWith("file:") ? URI.create(location).getPath() : location;
        return java.nio.file.Path.of(path).toAbsolutePath().normalize();
    }

    private static FileSystem fileSystem(Path root, Configuration configuration) throws IOException {
        try {
            return root.getFileSystem(configuration);
        } catch (org.apache.hadoop.fs.UnsupportedFileSystemException unknown) {
            throw new IllegalArgumentException(
                    "no file system has the scheme of " + root + ": expected a path, file:, hdfs: or s3a:", unknown);
        } catch (IOException fault) {
            throw HadoopStorage.named("open", root.toString(), fault);
        }
    }

    /** The location as an address; null where it is a path or {@code file:}. A single letter is a drive. */
    private static @Nullable URI remote(String location) {
        int colon = location.indexOf(':');
        if (colon < 2 || !location.startsWith("/", colon + 1) || location.startsWith("file:")) {
            return null;
        }
        try {
            return new URI(location);
        } catch (URISyntaxException broken) {
            throw new IllegalArgumentException(
                    "expected an address like s3a://bucket/folder, found " + location, broken);
        }
    }
}
