package dev.colophon.source;

import dev.colophon.source.format.Rejects;
import dev.colophon.storage.Storages;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One input path of a job: a folder, a file or a pattern.
 *
 * @param root location of the folder itself, the file's parent, or the part of a pattern before its first wildcard
 * @param pattern what follows the root, a matcher for each level; empty for a folder. {@code **} stands for any number of
 *     levels, none included.
 * @param glob whether it was written with wildcards
 */
record InputPath(String root, List<Level> pattern, boolean glob) {
    /** One level of a pattern. */
    record Level(String text, PathMatcher matcher) {
        static Level of(String text, boolean literal) {
            PathMatcher matcher = literal
                    ? name -> name.toString().equals(text)
                    : FileSystems.getDefault().getPathMatcher("glob:" + text);
            return new Level(text, matcher);
        }

        boolean anyDepth() {
            return text.equals("**");
        }
    }

    /**
     * Reads a path as it stands in a job file. A link that it names is followed.
     *
     * @param base folder that a relative path starts from
     * @throws IllegalArgumentException where there is nothing under the path, or under the fixed part of the pattern
     */
    static InputPath of(Path base, String written) throws IOException {
        return Storages.isLocal(written) ? local(base, written) : remote(Storages.resolve(base, written), written);
    }

    private static InputPath remote(String whole, String written) throws IOException {
        String origin = Storages.origin(whole);
        List<String> names = Arrays.stream(whole.substring(origin.length()).split("/", -1))
                .filter(name -> !name.isEmpty())
                .toList();
        Storages.Kind kind = Storages.kind(whole);
        if (kind == Storages.Kind.FOLDER) {
            return new InputPath(whole, List.of(), false);
        }
        int last = names.size() - 1;
        if (kind == Storages.Kind.FILE) {
            String parent = folder(origin, names.subList(0, last));
            return new InputPath(parent, List.of(Level.of(names.get(last), true)), false);
        }
        int fixed = (int) names.stream().takeWhile(name -> !hasWildcard(name)).count();
        String root = folder(origin, names.subList(0, fixed));
        if (fixed > last || Storages.kind(root) != Storages.Kind.FOLDER) {
            throw missing(written, root);
        }
        return new InputPath(
                root,
                names.stream().skip(fixed).map(name -> Level.of(name, false)).toList(),
                true);
    }

    private static String folder(String origin, List<String> names) {
        return Storages.below(origin, String.join("/", names));
    }

    private static IllegalArgumentException missing(String written, String root) {
        return new IllegalArgumentException("the input " + Rejects.printable(written) + " is not there: expected a"
                + " folder, a file or a pattern at " + Rejects.printable(root));
    }

    private static InputPath local(Path base, String written) throws IOException {
        Path named = Path.of(Storages.resolve(base, written));
        Path whole = Files.isSymbolicLink(named) && Files.isRegularFile(named) ? named.toRealPath() : named;
        if (Files.isDirectory(whole)) {
            return new InputPath(whole.toString(), List.of(), false);
        }
        Path parent = whole.getParent();
        Path name = whole.getFileName();
        if (parent != null && name != null && Files.exists(whole, LinkOption.NOFOLLOW_LINKS)) {
            return new InputPath(parent.toString(), List.of(Level.of(name.toString(), true)), false);
        }
        return pattern(written, whole);
    }

    private static InputPath pattern(String written, Path whole) {
        Path root = whole.getRoot();
        List<Level> levels = new ArrayList<>();
        for (Path name : whole) {
            if (levels.isEmpty() && !hasWildcard(name.toString())) {
                root = root.resolve(name);
            } else {
                levels.add(Level.of(name.toString(), false));
            }
        }
        if (levels.isEmpty() || !Files.isDirectory(root)) {
            throw missing(written, root.toString());
        }
        return new InputPath(root.toString(), List.copyOf(levels), true);
    }

    private static boolean hasWildcard(String name) {
        return name.chars().anyMatch(unit -> "*?[{".indexOf(unit) >= 0);
    }

    /** Whether it is a file that was named, not found. */
    boolean isFile() {
        return !glob && !pattern.isEmpty();
    }

    /** Whether the pattern matches a file's path below the root, or one of its folders. */
    boolean matches(String path) {
        return pattern.isEmpty() || matches(0, Path.of(path), 0);
    }

    /** Whether the pattern may match files below a folder. */
    boolean reachesInto(String folder) {
        Path path = Path.of(folder);
        for (int i = 0; i < Math.min(pattern.size(), path.getNameCount()); i++) {
            if (pattern.get(i).anyDepth()) {
                return true;
            }
            if (!pattern.get(i).matcher().matches(path.getName(i))) {
                return false;
            }
        }
        return true;
    }

    private boolean matches(int level, Path path, int name) {
        if (level == pattern.size()) {
            return true;
        }
        Level next = pattern.get(level);
        if (next.anyDepth()) {
            for (int i = name; i < path.getNameCount(); i++) {
                if (matches(level + 1, path, i)) {
                    return true;
                }
            }
            return false;
        }
        return name < path.getNameCount()
                && next.matcher().matches(path.getName(name))
                && matches(level + 1, path, name + 1);
    }

    /** The folder that names a file's batch: the one that the pattern matched below the root, else the root. */
    String batchFolder(String path) {
        int slash = path.indexOf('/');
        if (glob && slash > 0) {
            return path.substring(0, slash);
        }
        return nameOf(root);
    }

    /** A folder's name: the bucket's for a whole bucket, {@code root} for the root of the file system. */
    static String nameOf(String folder) {
        String end = folder.endsWith("/") ? folder.substring(0, folder.length() - 1) : folder;
        String name = end.substring(end.lastIndexOf('/') + 1);
        return name.isEmpty() ? "root" : name;
    }
}
