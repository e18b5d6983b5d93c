package dev.colophon.dataset.parquet;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.apache.parquet.io.api.RecordMaterializer;

/** Builds rows of a table from what Parquet reads. Every row is a new object. */
final class RowMaterializer extends RecordMaterializer<Row> {
    private final Structure root;

    RowMaterializer(Table<?> table) {
        this.root = new Structure(table.columns());
    }

    @Override
    public Row getCurrentRecord() {
        return root.row;
    }

    @Override
    public GroupConverter getRootConverter() {
        return root;
    }

    private static class Structure extends GroupConverter {
        private final List<Converter> fields = new ArrayList<>();
        private final List<? extends Column<?>> columns;
        /** Lists are never null, even where a file has none. */
        private final List<Integer> lists = new ArrayList<>();

        Row row;

        Structure(List<? extends Column<?>> columns) {
            this.columns = columns;
            this.row = new Row(columns.size());
            for (int i = 0; i < columns.size(); i++) {
                int position = i;
                if (columns.get(i).type() == ColumnType.STRINGS
                        || columns.get(i).type() == ColumnType.STRUCTURES) {
                    lists.add(i);
                }
                fields.add(converter(columns.get(i), value -> row.set(position, value)));
            }
        }

        @Override
        public Converter getConverter(int field) {
            return fields.get(field);
        }

        @Override
        public void start() {
            row = new Row(columns.size());
            for (int list : lists) {
                row.set(list, List.of());
            }
        }

        @Override
        public void end() {}
    }

    private static Converter converter(Column<?> column, Consumer<Object> target) {
        return switch (column.type()) {
            case STRINGS, STRUCTURES -> new Elements(column, target);
            default -> new Primitive(target);
        };
    }

    /** The list level; its one field is the repeated group, whose one field is the element. */
    private static final class Elements extends GroupConverter {
        private final Consumer<Object> target;
        private final GroupConverter repeated;
        private List<Object> elements = new ArrayList<>();

        Elements(Column<?> column, Consumer<Object> target) {
            this.target = target;
            this.repeated = new Repeated(
                    column.type() == ColumnType.STRUCTURES
                            ? new Element(column.fields(), value -> elements.add(value))
                            : new Primitive(value -> elements.add(value)));
        }

        @Override
        public Converter getConverter(int field) {
            return repeated;
        }

        @Override
        public void start() {
            elements = new ArrayList<>();
        }

        @Override
        public void end() {
            target.accept(elements);
        }
    }

    private static final class Repeated extends GroupConverter {
        private final Converter element;

        Repeated(Converter element) {
            this.element = element;
        }

        @Override
        public Converter getConverter(int field) {
            return element;
        }

        @Override
        public void start() {}

        @Override
        public void end() {}
    }

    private static final class Element extends Structure {
        private final Consumer<Object> target;

        Element(List<? extends Column<?>> columns, Consumer<Object> target) {
            super(columns);
            this.target = target;
        }

        @Override
        public void end() {
            target.accept(row);
        }
    }

    private static final class Primitive extends PrimitiveConverter {
        private final Consumer<Object> target;

        Primitive(Consumer<Object> target) {
            this.target = target;
        }

        @Override
        public void addBinary(Binary value) {
            target.accept(value);
        }

        @Override
        public void addBoolean(boolean value) {
            target.accept(value);
        }

        @Override
        public void addDouble(double value) {
            target.accept(value);
        }

        @Override
        public void addInt(int value) {
            target.accept(value);
        }

        @Override
        public void addLong(long value) {
            target.accept(value);
        }
    }
}
