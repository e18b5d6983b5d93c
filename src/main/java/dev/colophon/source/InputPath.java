package dev.colophon.source;

import java.nio.file.FileSystems;
import dev.colophon.source.format.Rejects;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;

/**
 * One input path of a job: a folder, a file or a pattern.
 *
 * @param root the folder itself, the file's parent, or the part of a pattern before its first wildcard
 * @param pattern what follows the root, a matcher for each level; empty for a folder. {@code **} stands for any number of
 *     levels, none included.
 * @param glob whether it was written with wildcards
 */
record InputPath(Path root, List<Level> pattern, boolean glob) {
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
     * Reads a path as it stands in a job file.
     *
     * @param base folder that a relative path starts from
     * @throws IllegalArgumentException where there is nothing under the path, or under the fixed part of the pattern
     */
    static InputPath of(Path base, String written) {
        Path whole = base.resolve(written).toAbsolutePath().normalize();
        if (Files.isDirectory(whole)) {
            return new InputPath(whole, List.of(), false);
        }
        Path parent = whole.getParent();
        Path name = whole.getFileName();
        if (parent != null && name != null && Files.exists(whole, LinkOption.NOFOLLOW_LINKS)) {
            return new InputPath(parent, List.of(Level.of(name.toString(), true)), false);
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
            throw new IllegalArgumentException("the input " + Rejects.printable(written) + " is not there: expected a"
                    + " folder, a file or a pattern at " + Rejects.printable(root.toString()));
        }
        return new InputPath(root, List.copyOf(levels), true);
    }

    private static boolean hasWildcard(String name) {
        return name.chars().anyMatch(unit -> "*?[{".indexOf(unit) >= 0);
    }

    /** Whether the pattern matches a file's path below the root, or one of its folders. */
    boolean matches(String path) {
        return pattern.isEmpty() || matches(0, Path.of(path), 0);
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

    /** A folder's name; {@code root} for the root of the file system. */
    static String nameOf(Path folder) {
        Path name = folder.getFileName();
        return name == null ? "root" : name.toString();
    }
}
