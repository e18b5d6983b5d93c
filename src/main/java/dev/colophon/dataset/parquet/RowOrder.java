package dev.colophon.dataset.parquet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.PrimitiveComparator;

/**
 * An order of a table's rows: column by column, strings by the unsigned bytes of their UTF-8, which is the order of code
 * points. Immutable.
 */
public final class RowOrder implements Comparator<Row> {
    private record Key(int column, PrimitiveComparator<Object> values, boolean nullsLast) {
        int compare(Row left, Row right) {
            Object a = left.value(column);
            Object b = right.value(column);
            if (a == null || b == null) {
                int order = Boolean.compare(a == null, b == null);
                return nullsLast ? order : -order;
            }
            return a instanceof Binary || !(a instanceof Comparable) ? values.compare(a, b) : natural(a, b);
        }

        @SuppressWarnings({"unchecked", "rawtypes"}) // values of one column have one type
        private static int natural(Object a, Object b) {
            return ((Comparable) a).compareTo(b);
        }
    }

    private final Table<?> table;
    private final List<Key> keys;

    private RowOrder(Table<?> table, List<Key> keys) {
        this.table = table;
        this.keys = List.copyOf(keys);
    }

    /** The order of a table in which all rows are equal. */
    public static RowOrder of(Table<?> table) {
        return new RowOrder(table, List.of());
    }

    /** Then by these columns, ascending, null behind every value. */
    public RowOrder nullsLast(String... columns) {
        return then(true, columns);
    }

    /** Then by these columns, ascending, null before every value. */
    public RowOrder nullsFirst(String... columns) {
        return then(false, columns);
    }

    /** Then by all the table's columns that hold no lists, so that rows that differ there are never equal. */
    public RowOrder thenRest() {
        String[] rest = table.columns().stream()
                .filter(column -> column.type() != ColumnType.STRINGS && column.type() != ColumnType.STRUCTURES)
                .map(Column::name)
                .toArray(String[]::new);
        return nullsFirst(rest);
    }

    /** Names of the columns that decide. */
    public List<String> columns() {
        return keys.stream()
                .map(key -> table.columns().get(key.column()).name())
                .distinct()
                .toList();
    }

    /** The same order on a projection of the table. */
    public RowOrder on(Table<?> projection) {
        RowOrder order = of(projection);
        for (Key key : keys) {
            order = order.then(
                    key.nullsLast(), table.columns().get(key.column()).name());
        }
        return order;
    }

    private RowOrder then(boolean nullsLast, String... columns) {
        List<Key> more = new ArrayList<>(keys);
        for (String column : columns) {
            int position = table.position(column);
            PrimitiveComparator<Object> values =
                    table.schema().getType(position).asPrimitiveType().comparator();
            more.add(new Key(position, values, nullsLast));
        }
        return new RowOrder(table, more);
    }

    @Override
    public int compare(Row left, Row right) {
        for (Key key : keys) {
            int order = key.compare(left, right);
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    /** Two strings by the unsigned bytes of their UTF-8. */
    public static int bytes(Binary left, Binary right) {
        return Arrays.compareUnsigned(left.getBytesUnsafe(), right.getBytesUnsafe());
    }
}
