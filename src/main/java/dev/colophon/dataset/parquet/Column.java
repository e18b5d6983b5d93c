package dev.colophon.dataset.parquet;

import java.util.List;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Type.Repetition;
import org.apache.parquet.schema.Types;
import org.jspecify.annotations.Nullable;

/**
 * A column of a table, or a field of a structure in it.
 *
 * @param <T> what a row is made of
 * @param name its name in the files
 * @param type what it holds
 * @param nullable whether it may be null; lists never are
 * @param description what it means, for the data dictionary
 * @param example a value as people write it; empty where none helps
 * @param accessor takes the value out of what a row is made of
 * @param fields fields of each element of {@link ColumnType#STRUCTURES}; else empty
 */
public record Column<T>(
        String name,
        ColumnType type,
        boolean nullable,
        String description,
        String example,
        Accessor<T> accessor,
        List<Column<?>> fields) {

    public Column {
        fields = List.copyOf(fields);
    }

    /** Takes a column's value out of what a row is made of. */
    @FunctionalInterface
    public interface Accessor<T> {
        /** The value, of the Java type that {@link ColumnType} names; null only where the column is nullable. */
        @Nullable
        Object of(T source);
    }

    /** A column that is never null. */
    public static <T> Column<T> required(String name, ColumnType type, Accessor<T> accessor) {
        return new Column<>(name, type, false, "", "", accessor, List.of());
    }

    /** A column that may be null. */
    public static <T> Column<T> optional(String name, ColumnType type, Accessor<T> accessor) {
        return new Column<>(name, type, true, "", "", accessor, List.of());
    }

    /** A column that holds a list of structures, made of the elements of the list that the accessor gives. */
    public static <T> Column<T> structures(String name, List<? extends Column<?>> fields, Accessor<T> accessor) {
        return new Column<>(name, ColumnType.STRUCTURES, false, "", "", accessor, List.copyOf(fields));
    }

    /** A nullable column of a table whose rows are made value by value. */
    public static Column<Void> bare(String name, ColumnType type) {
        return optional(name, type, nothing -> null);
    }

    /** The same column, explained. */
    public Column<T> means(String what, String shownAs) {
        return new Column<>(name, type, nullable, what, shownAs, accessor, fields);
    }

    /** Its type for people: {@code list<struct<name: string>>}. */
    public String typeLabel() {
        if (type != ColumnType.STRUCTURES) {
            return type.label();
        }
        List<String> parts = fields.stream()
                .map(field -> field.name() + ": " + field.typeLabel())
                .toList();
        return "list<struct<" + String.join(", ", parts) + ">>";
    }

    @Nullable
    Object encode(T source) {
        Object value = accessor.of(source);
        if (value == null) {
            if (!nullable) {
                throw new IllegalStateException("column " + name + " must not be null");
            }
            return null;
        }
        return type == ColumnType.STRUCTURES ? structures((List<?>) value) : type.encode(value);
    }

    private List<Row> structures(List<?> elements) {
        return elements.stream().map(this::structure).toList();
    }

    @SuppressWarnings("unchecked") // structures() pairs the accessor's elements with fields that read them
    private Row structure(Object element) {
        Row row = new Row(fields.size());
        for (int i = 0; i < fields.size(); i++) {
            row.set(i, ((Column<Object>) fields.get(i)).encode(element));
        }
        return row;
    }

    Type field() {
        Repetition repetition = nullable ? Repetition.OPTIONAL : Repetition.REQUIRED;
        return switch (type) {
            case STRINGS ->
                Types.list(repetition)
                        .element(primitive(Repetition.REQUIRED, "element"))
                        .named(name);
            case STRUCTURES -> Types.list(repetition).element(structure()).named(name);
            default -> primitive(repetition, name);
        };
    }

    private GroupType structure() {
        return new GroupType(
                Repetition.REQUIRED,
                "element",
                fields.stream().map(Column::field).toList());
    }

    private PrimitiveType primitive(Repetition repetition, String as) {
        var builder = Types.primitive(type.primitive(), repetition).as(type.logical());
        return type == ColumnType.FIXED_512
                ? builder.length(ColumnType.FIXED_LENGTH).named(as)
                : builder.named(as);
    }
}
