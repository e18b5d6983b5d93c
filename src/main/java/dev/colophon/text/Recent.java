package dev.colophon.text;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Remembers what was made of strings lately: pages repeat their class names and lines, and so do the pages of a site. A
 * table of fixed size, in which a new entry drives out the one in its place; long strings are not kept. What is
 * remembered changes how long an answer takes, never the answer. Thread-safe: entries are immutable, and a thread that
 * does not see another's entry makes its own.
 *
 * @param <V> what is made of a string, immutable
 */
public final class Recent<V> {
    private static final int LONGEST = 200;

    private final Function<String, V> maker;
    private final @Nullable Entry<V>[] entries;

    /** With the hash, so that most strings that are not the key are told from it without a look at their letters. */
    private record Entry<V>(int hash, String key, V value) {}

    /**
     * An empty memory.
     *
     * @param size entries that it keeps at most, a power of two
     * @param maker makes the same of the same string, always
     */
    @SuppressWarnings({"unchecked", "rawtypes"})
    public Recent(int size, Function<String, V> maker) {
        if (Integer.bitCount(size) != 1) {
            throw new IllegalArgumentException("expected a power of two as the size, found " + size);
        }
        this.maker = maker;
        this.entries = new Entry[size];
    }

    /** What is made of the string. */
    public V of(String key) {
        int hash = key.hashCode();
        int place = (hash ^ hash >>> 15) & (entries.length - 1);
        Entry<V> entry = entries[place];
        if (entry != null && entry.hash() == hash && entry.key().equals(key)) {
            return entry.value();
        }
        V value = maker.apply(key);
        if (key.length() <= LONGEST) {
            entries[place] = new Entry<>(hash, key, value);
        }
        return value;
    }
}
