package dev.colophon.dataset.parquet;

import java.util.Arrays;
import org.apache.parquet.io.api.Binary;
import org.jspecify.annotations.Nullable;

/**
 * The values of one row in the order of its table's columns, encoded as {@link ColumnType#encode} says. A list of
 * structures is a list of rows. Made by its {@link Table}. Not thread-safe.
 */
public final class Row {
    private final @Nullable Object[] values;

    Row(int columns) {
        this.values = new @Nullable Object[columns];
    }

    /** The encoded value of the column with this number in its table. */
    public @Nullable Object value(int column) {
        return values[column];
    }

    /** Replaces an encoded value. */
    public void set(int column, @Nullable Object value) {
        values[column] = value;
    }

    /** A string's UTF-8; null where the column is null. */
    public @Nullable Binary binary(int column) {
        return (Binary) values[column];
    }

    /** A string; null where the column is null. */
    public @Nullable String string(int column) {
        Binary value = binary(column);
        return value == null ? null : value.toStringUsingUTF8();
    }

    /** Whether another row has the same values, whatever its table. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Row row && Arrays.equals(values, row.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    int size() {
        return values.length;
    }

    /** Roughly the heap that the values take. */
    public long weight() {
        long weight = 32L + 8L * values.length;
        for (Object value : values) {
            weight += weight(value);
        }
        return weight;
    }

    private static long weight(@Nullable Object value) {
        if (value instanceof Binary binary) {
            return 40L + binary.length();
        }
        if (value instanceof Row row) {
            return row.weight();
        }
        if (value instanceof Iterable<?> list) {
            long weight = 32;
            for (Object each : list) {
                weight += weight(each);
            }
            return weight;
        }
        return 16;
    }
}
