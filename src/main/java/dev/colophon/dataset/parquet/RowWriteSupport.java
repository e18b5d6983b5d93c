package dev.colophon.dataset.parquet;

import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.jspecify.annotations.Nullable;

/** Hands the values of rows to Parquet. */
final class RowWriteSupport extends WriteSupport<Row> {
    private final Table<?> table;
    private @Nullable RecordConsumer consumer;

    RowWriteSupport(Table<?> table) {
        this.table = table;
    }

    @Override
    public WriteContext init(Configuration configuration) {
        return context();
    }

    @Override
    public WriteContext init(ParquetConfiguration configuration) {
        return context();
    }

    private WriteContext context() {
        return new WriteContext(table.schema(), Map.of("colophon.table", table.name()));
    }

    @Override
    public void prepareForWrite(RecordConsumer recordConsumer) {
        this.consumer = recordConsumer;
    }

    @Override
    public void write(Row row) {
        RecordConsumer out = consumer;
        if (out == null) {
            throw new IllegalStateException("write before prepareForWrite");
        }
        out.startMessage();
        fields(out, table.columns(), row);
        out.endMessage();
    }

    private static void fields(RecordConsumer out, List<? extends Column<?>> columns, Row row) {
        for (int i = 0; i < columns.size(); i++) {
            Object value = row.value(i);
            if (value != null) {
                field(out, columns.get(i), i, value);
            } else if (!columns.get(i).nullable()) {
                throw new IllegalStateException("column " + columns.get(i).name() + " must not be null");
            }
        }
    }

    private static void field(RecordConsumer out, Column<?> column, int index, Object value) {
        out.startField(column.name(), index);
        switch (column.type()) {
            case STRING, FIXED_512, BYTES -> out.addBinary((Binary) value);
            case INT32, DATE -> out.addInteger((Integer) value);
            case INT64, TIMESTAMP_UTC, TIMESTAMP_LOCAL -> out.addLong((Long) value);
            case DOUBLE -> out.addDouble((Double) value);
            case BOOLEAN -> out.addBoolean((Boolean) value);
            case STRINGS, STRUCTURES -> list(out, column, (List<?>) value);
        }
        out.endField(column.name(), index);
    }

    /** The three levels of a Parquet list: the list, the repeated group, the element. */
    private static void list(RecordConsumer out, Column<?> column, List<?> elements) {
        out.startGroup();
        if (!elements.isEmpty()) {
            out.startField("list", 0);
            for (Object element : elements) {
                out.startGroup();
                out.startField("element", 0);
                element(out, column, element);
                out.endField("element", 0);
                out.endGroup();
            }
            out.endField("list", 0);
        }
        out.endGroup();
    }

    private static void element(RecordConsumer out, Column<?> column, Object element) {
        if (element instanceof Row structure) {
            out.startGroup();
            fields(out, column.fields(), structure);
            out.endGroup();
        } else {
            out.addBinary((Binary) element);
        }
    }
}
