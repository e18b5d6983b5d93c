package dev.colophon.source;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What was warned of in this process. A run reads its inputs several times, to count, to survey and to convert, and warns once.
 * Thread-safe.
 */
final class Warned {
    private final int most;
    private final Set<String> told = ConcurrentHashMap.newKeySet();

    /** @param most warnings, about, after which there are no more */
    Warned(int most) {
        this.most = most;
    }

    /** Whether it is the first time that this is to be warned of. */
    boolean isFirst(String what) {
        return told.size() < most && told.add(what);
    }
}
