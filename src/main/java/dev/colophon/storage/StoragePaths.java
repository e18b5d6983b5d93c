package dev.colophon.storage;

/** The paths that a {@link Storage} takes. */
public final class StoragePaths {
    private StoragePaths() {}

    /**
     * Gives {@code path} back where it is relative and stays below its root: names joined by {@code /}, none of them empty,
     * {@code .} or {@code ..}, and no NUL.
     *
     * @throws IllegalArgumentException otherwise
     */
    public static String requireFile(String path) {
        if (path.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("a path holds a NUL: " + path.replace('\0', '?'));
        }
        for (String name : path.split("/", -1)) {
            if (name.isEmpty() || name.equals(".") || name.equals("..")) {
                throw new IllegalArgumentException(
                        "expected a relative path without empty names, '.' and '..', found '" + path + "'");
            }
        }
        return path;
    }

    /** Like {@link #requireFile}, but takes the empty path, which is the root. */
    public static String requireFolder(String path) {
        return path.isEmpty() ? path : requireFile(path);
    }
}
