package dev.colophon.storage;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.util.Locale;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.UnsupportedFileSystemException;

/**
 * Opens the storage that a location names: a path of this machine, {@code file:}, {@code hdfs:} or {@code s3a:}. What an
 * address needs beside its name – endpoints, credentials, retries – is Hadoop's and AWS's own configuration.
 */
public final class Storages {
    private static final Set<String> OBJECT_STORES = Set.of("s3a");

    private Storages() {}

    /** What lies at a location. */
    public enum Kind {
        FILE,
        FOLDER,
        NOTHING
    }

    /**
     * Opens a folder.
     *
     * @param location {@code data/archive}, {@code hdfs://namenode/archive}, {@code s3a://bucket/archive}; relative paths start
     *     from the working folder
     * @throws IllegalArgumentException where no file system has the location's scheme
     * @throws IOException where its service cannot be reached
     */
    public static Storage open(String location) throws IOException {
        return isLocal(location)
                ? new LocalStorage(localPath(location))
                : open(remote(location), ClientDefaults.configuration());
    }

    static Storage open(URI uri, Configuration configuration) throws IOException {
        return open(new Path(uri), ClientDefaults.in(configuration));
    }

    private static Storage open(Path root, Configuration configuration) throws IOException {
        FileSystem files = fileSystem(root, configuration);
        return OBJECT_STORES.contains(root.toUri().getScheme().toLowerCase(Locale.ROOT))
                ? new ObjectStorage(files, root)
                : new RenamingStorage(files, root);
    }

    /** What lies at a location; links are followed. */
    public static Kind kind(String location) throws IOException {
        if (isLocal(location)) {
            java.nio.file.Path path = localPath(location);
            return Files.isDirectory(path) ? Kind.FOLDER : Files.exists(path) ? Kind.FILE : Kind.NOTHING;
        }
        Path path = remote(location);
        FileSystem files = fileSystem(path, ClientDefaults.configuration());
        Path whole = path.toUri().getPath().isEmpty() ? new Path(path, "/") : path;
        return HadoopStorage.ask("look for", path, () -> kind(files, whole));
    }

    private static Kind kind(FileSystem files, Path path) throws IOException {
        try {
            return files.getFileStatus(path).isDirectory() ? Kind.FOLDER : Kind.FILE;
        } catch (FileNotFoundException none) {
            return Kind.NOTHING;
        }
    }

    /** Whether a location lies on this machine: a path or {@code file:}. A single letter before a colon is a drive. */
    public static boolean isLocal(String location) {
        int colon = location.indexOf(':');
        return colon < 2 || !location.startsWith("/", colon + 1) || location.startsWith("file:");
    }

    /**
     * Whether a location is a folder or lies in it. On this machine links are followed.
     *
     * @param location as {@link #resolve} gives it
     * @param folder in the same form
     */
    public static boolean isIn(String location, String folder) throws IOException {
        if (isLocal(location) && isLocal(folder)) {
            return real(localPath(location)).startsWith(real(localPath(folder)));
        }
        return location.equals(folder) || location.startsWith(below(folder, ""));
    }

    private static java.nio.file.Path real(java.nio.file.Path path) throws IOException {
        return Files.exists(path) ? path.toRealPath() : path;
    }

    /** The path of a location on this machine, with or without {@code file:}. */
    public static java.nio.file.Path localPath(String location) {
        return path(location).toAbsolutePath().normalize();
    }

    private static java.nio.file.Path path(String location) {
        if (!location.startsWith("file:/")) {
            return java.nio.file.Path.of(location);
        }
        String path = location.substring("file:".length());
        if (path.startsWith("//") && !path.startsWith("///")) {
            throw new IllegalArgumentException(
                    location + ": expected file:/ and a path of this machine, found the name of another");
        }
        return java.nio.file.Path.of(path);
    }

    /**
     * The whole form of a location as it is written: an absolute path, or an address without {@code .}, {@code ..} and a
     * slash at its end. Signs stand for themselves, {@code %} too, as on Hadoop's command line.
     *
     * @param base folder that a relative path starts from
     * @throws IllegalArgumentException where it is no address, or holds a password
     */
    public static String resolve(java.nio.file.Path base, String written) {
        return isLocal(written)
                ? base.resolve(path(written)).toAbsolutePath().normalize().toString()
                : remote(written).toString();
    }

    /** The same location as an address: {@code file:/srv/archive} for a path of this machine. */
    public static String address(String location) {
        return isLocal(location) ? "file:" + localPath(location) : location;
    }

    /** How Hadoop's client is set up: the user's configuration with what it leaves open. */
    public static Configuration configuration() {
        return ClientDefaults.configuration();
    }

    /** The location of what lies under a path of a folder; of the empty path the folder's own with a slash behind it. */
    public static String below(String location, String path) {
        return location.endsWith("/") ? location + path : location + "/" + path;
    }

    /** What an address begins with before its path: {@code s3a://bucket}. */
    public static String origin(String location) {
        int path = location.indexOf(':') + 1;
        if (location.startsWith("//", path)) {
            path = location.indexOf('/', path + 2);
        }
        return path < 0 ? location : location.substring(0, path);
    }

    private static FileSystem fileSystem(Path root, Configuration configuration) throws IOException {
        try {
            return root.getFileSystem(configuration);
        } catch (UnsupportedFileSystemException unknown) {
            throw new IllegalArgumentException(
                    "no file system has the scheme of " + root + ": expected a path, file:, hdfs: or s3a:", unknown);
        } catch (IOException fault) {
            throw HadoopStorage.named("open", root.toString(), fault);
        } catch (IllegalArgumentException fault) {
            if (fault.getCause() instanceof UnknownHostException host) {
                throw HadoopStorage.named("open", root.toString(), host);
            }
            throw fault;
        }
    }

    /** A path in Hadoop's sense. Its parts may be any signs, so that it is no address in the strict sense. */
    private static Path remote(String location) {
        String origin = origin(location);
        int scheme = origin.indexOf(':');
        int user = origin.indexOf('@');
        if (origin.substring(scheme + 1, Math.max(user, scheme + 1)).indexOf(':') >= 0) {
            throw new IllegalArgumentException("an address of " + origin.substring(0, scheme)
                    + ": holds a password: take it out and give it by core-site.xml, the environment or a profile");
        }
        try {
            return new Path(location);
        } catch (IllegalArgumentException broken) {
            throw new IllegalArgumentException(
                    "expected an address like s3a://bucket/folder, found " + location, broken);
        }
    }
}
