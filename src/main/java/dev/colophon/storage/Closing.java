package dev.colophon.storage;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** Closes what belongs together. */
public final class Closing {
    private Closing() {}

    /** Closes each, also where another one fails; the first fault is thrown, with the others. */
    public static void all(List<? extends Closeable> all) throws IOException {
        IOException first = null;
        for (Closeable each : all) {
            try {
                each.close();
            } catch (IOException fault) {
                if (first == null) {
                    first = fault;
                } else {
                    first.addSuppressed(fault);
                }
            }
        }
        if (first != null) {
            throw first;
        }
    }
}
