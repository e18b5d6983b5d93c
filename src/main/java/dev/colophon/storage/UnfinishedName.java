package dev.colophon.storage;

/** The hidden names of files that are being written: {@code .part-00000.parquet.colophon-4711-3}. */
final class UnfinishedName {
    private static final String MARK = ".colophon-";

    private UnfinishedName() {}

    /** The name of an attempt at a file; {@code writer} and {@code number} tell it from all others. */
    static String of(String name, long writer, long number) {
        return "." + name + MARK + writer + "-" + number;
    }

    /** Whether a file's name is such a one. */
    static boolean is(String name) {
        int mark = name.lastIndexOf(MARK);
        return name.startsWith(".")
                && mark > 0
                && mark + MARK.length() < name.length()
                && name.chars().skip(mark + MARK.length()).allMatch(c -> c == '-' || (c >= '0' && c <= '9'));
    }
}
