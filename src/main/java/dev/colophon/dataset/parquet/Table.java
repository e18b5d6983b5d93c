package dev.colophon.dataset.parquet;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import org.jspecify.annotations.Nullable;

/**
 * A table: the one list of columns that schema, writer, reader and data dictionary come from. Immutable.
 *
 * @param <T> what a row is made of
 */
public final class Table<T> {
    private final String name;
    private final String description;
    private final List<Column<T>> columns;
    private final Map<String, Integer> positions = new LinkedHashMap<>();
    private final List<String> bloomFilters;
    private final List<String> plain;
    private final MessageType schema;

    private Table(String name, String description, List<Column<T>> columns, Encodings encodings) {
        this.name = name;
        this.description = description;
        this.columns = List.copyOf(columns);
        this.bloomFilters = encodings.bloomFilters();
        this.plain = encodings.plain();
        List<Type> fields = new ArrayList<>();
        for (Column<T> column : columns) {
            if (positions.put(column.name(), fields.size()) != null) {
                throw new IllegalArgumentException("table " + name + " has two columns " + column.name());
            }
            fields.add(column.field());
        }
        this.schema = FieldIds.in(new MessageType(name, fields));
        bloomFilters.forEach(this::position);
        plain.forEach(this::position);
    }

    private record Encodings(List<String> bloomFilters, List<String> plain) {
        static final Encodings DEFAULT = new Encodings(List.of(), List.of());

        Encodings {
            bloomFilters = List.copyOf(bloomFilters);
            plain = List.copyOf(plain);
        }
    }

    /** A table of columns in order. */
    public static <T> Table<T> of(String name, String description, List<Column<T>> columns) {
        return new Table<>(name, description, columns, Encodings.DEFAULT);
    }

    /** The same table whose lasting files carry Bloom filters on these string columns. */
    public Table<T> withBloomFilters(String... on) {
        return new Table<>(name, description, columns, new Encodings(List.of(on), plain));
    }

    /** The same table without dictionaries on these columns, whose values hardly ever recur. */
    public Table<T> withoutDictionary(String... on) {
        return new Table<>(name, description, columns, new Encodings(bloomFilters, List.of(on)));
    }

    /** A table of some of these columns, in this table's order; its rows are made value by value. */
    public Table<Void> project(String alias, String... names) {
        Set<String> wanted = Set.of(names);
        wanted.forEach(this::position);
        List<Column<Void>> some = new ArrayList<>();
        for (Column<T> column : columns) {
            if (wanted.contains(column.name())) {
                some.add(new Column<>(
                        column.name(), column.type(), column.nullable(), "", "", nothing -> null, column.fields()));
            }
        }
        return Table.of(alias, "", some);
    }

    /** Its name, which is also its folder in a dataset. */
    public String name() {
        return name;
    }

    /** What a row of it stands for. */
    public String description() {
        return description;
    }

    /** Its columns in order. */
    public List<Column<T>> columns() {
        return columns;
    }

    /** The number of a column, from 0. */
    public int position(String column) {
        Integer position = positions.get(column);
        if (position == null) {
            throw new IllegalArgumentException("table " + name + " has no column " + column);
        }
        return position;
    }

    /** Columns that its lasting files carry Bloom filters on. */
    public List<String> bloomFilters() {
        return bloomFilters;
    }

    /** Columns that are never dictionary-encoded, beside those with Bloom filters. */
    List<String> plain() {
        return plain;
    }

    /** The row made of {@code source}. */
    public Row row(T source) {
        Row row = new Row(columns.size());
        for (int i = 0; i < columns.size(); i++) {
            row.set(i, columns.get(i).encode(source));
        }
        return row;
    }

    /** A row of nulls, to be set value by value. */
    public Row emptyRow() {
        return new Row(columns.size());
    }

    /** A row of encoded values in the order of the columns. */
    public Row rowOf(@Nullable Object... values) {
        if (values.length != columns.size()) {
            throw new IllegalArgumentException(
                    "table " + name + " has " + columns.size() + " columns, found " + values.length + " values");
        }
        Row row = new Row(values.length);
        for (int i = 0; i < values.length; i++) {
            row.set(i, values[i]);
        }
        return row;
    }

    /**
     * Column names to values that JSON can show: strings, numbers, booleans, lists and maps; times in ISO 8601, bytes in
     * hex, null where the column is null.
     */
    public Map<String, @Nullable Object> readable(Row row) {
        return readable(columns, row);
    }

    private static Map<String, @Nullable Object> readable(List<? extends Column<?>> columns, Row row) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            values.put(columns.get(i).name(), readable(columns.get(i), row.value(i)));
        }
        return values;
    }

    private static @Nullable Object readable(Column<?> column, @Nullable Object value) {
        if (value == null) {
            return null;
        }
        return switch (column.type()) {
            case STRUCTURES ->
                ((List<?>) value)
                        .stream()
                                .map(each -> readable(column.fields(), (Row) each))
                                .toList();
            case TIMESTAMP_UTC, TIMESTAMP_LOCAL, DATE ->
                column.type().decode(value).toString();
            default -> column.type().decode(value);
        };
    }

    MessageType schema() {
        return schema;
    }

    /** The Parquet schema as text, with the columns' numbers, as {@link ParquetFile#schema} gives a file's. */
    public String schemaText() {
        return schema.toString();
    }
}
