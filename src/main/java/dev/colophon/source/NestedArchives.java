package dev.colophon.source;

import dev.colophon.storage.StoredFile;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The archives that lie among the files of an input root: folders that hold {@code _colophon/manifests}. What they hold is
 * converted already, and none of it is an input. Of a folder that holds {@code _colophon} without a manifest, which a run that
 * never committed leaves, that alone is no input.
 */
final class NestedArchives {
    private static final String HOME = "_colophon/";
    static final String MANIFESTS_OF_ROOT = HOME + "manifests";
    private static final String MANIFESTS = MANIFESTS_OF_ROOT + "/";

    private final Set<String> folders;

    private NestedArchives(Set<String> folders) {
        this.folders = folders;
    }

    static NestedArchives among(List<StoredFile> files) {
        return new NestedArchives(files.stream()
                .map(StoredFile::path)
                .filter(path -> isUnder(MANIFESTS, path))
                .map(path -> path.substring(0, path.indexOf(MANIFESTS)))
                .collect(Collectors.toCollection(TreeSet::new)));
    }

    private static boolean isUnder(String folder, String path) {
        return path.startsWith(folder) || path.contains("/" + folder);
    }

    /** The archive's folder that holds a file, with a slash behind it, empty for the root itself; null where none does. */
    @Nullable
    String holder(String path) {
        return folders.stream().filter(path::startsWith).findFirst().orElse(null);
    }

    /** Whether a file is what a run keeps for itself, in an archive or where there is none yet. */
    static boolean isOfARun(String path) {
        return isUnder(HOME, path);
    }
}
