package dev.colophon.date;

import java.util.BitSet;

/**
 * What longer names begin with. It may take a text for a beginning that is none, never the other way round: a hash of
 * every beginning is kept, not the beginning.
 */
final class NameBeginnings {
    private static final int SIZE = 1 << 20;

    private final BitSet hashes = new BitSet(SIZE);

    void add(String name) {
        int hash = 0;
        for (int i = 0; i < name.length() - 1; i++) {
            hash = 31 * hash + name.charAt(i); // as String.hashCode goes on
            hashes.set(hash & (SIZE - 1));
        }
    }

    /** False where no name goes on from the text. */
    boolean mayGoOn(String text) {
        return hashes.get(text.hashCode() & (SIZE - 1));
    }
}
