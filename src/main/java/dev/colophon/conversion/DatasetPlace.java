package dev.colophon.conversion;

import dev.colophon.storage.Storage;
import dev.colophon.storage.Storages;
import dev.colophon.text.Hashes;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where an archive lies, and where the runs that write it keep what is theirs alone.
 *
 * @param location its root folder: an absolute path of this machine, {@code hdfs://namenode/archive} or
 *     {@code s3a://bucket/archive}
 * @param state folder of this machine for the job repository and for temporary files
 */
public record DatasetPlace(String location, Path state) {
    private static final String STATE = "_colophon/state";
    private static final int NAME_DIGITS = 16;

    /** An archive on this machine, which holds the folder for its runs. */
    public static DatasetPlace of(Path folder) {
        return new DatasetPlace(folder.toString(), folder.resolve(STATE));
    }

    /**
     * An archive anywhere.
     *
     * @param location as {@link Storages#resolve} gives it
     * @param work folder of this machine that gets a folder for each archive that does not lie here
     */
    public static DatasetPlace of(String location, Path work) {
        if (Storages.isLocal(location)) {
            return of(Path.of(location));
        }
        String name = Hashes.sha256Hex(location).substring(0, NAME_DIGITS);
        return new DatasetPlace(location, work.resolve(name));
    }

    /**
     * Opens it; on this machine its folder is made.
     *
     * @throws IllegalArgumentException where a file lies there, or on the way to it
     */
    Storage make() throws IOException {
        if (Storages.kind(location) == Storages.Kind.FILE) {
            throw new IllegalArgumentException(
                    "expected the archive's root folder, or nothing yet, at " + location + ", found a file");
        }
        if (Storages.isLocal(location)) {
            makeFolder(Path.of(location));
        }
        return Storages.open(location);
    }

    private static void makeFolder(Path folder) throws IOException {
        try {
            Files.createDirectories(folder);
        } catch (AccessDeniedException denied) {
            throw new IOException("cannot make the archive's folder " + folder + ": permission denied", denied);
        } catch (FileSystemException fault) {
            throw new IllegalArgumentException(
                    "cannot make the archive's folder " + folder + ": " + fault.getMessage() + " is in the way", fault);
        }
    }

    /** The location. */
    @Override
    public String toString() {
        return location;
    }
}
