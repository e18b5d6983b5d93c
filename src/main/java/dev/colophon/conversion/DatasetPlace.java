package dev.colophon.conversion;

import dev.colophon.storage.Storage;
import dev.colophon.storage.Storages;
import dev.colophon.text.Hashes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
        String name =
                Hashes.sha256Hex(location.getBytes(StandardCharsets.UTF_8)).substring(0, NAME_DIGITS);
        return new DatasetPlace(location, work.resolve(name));
    }

    /** Opens it; on this machine its folder is made. */
    Storage make() throws IOException {
        if (Storages.isLocal(location)) {
            Files.createDirectories(Path.of(location));
        }
        return Storages.open(location);
    }

    /** The location. */
    @Override
    public String toString() {
        return location;
    }
}
