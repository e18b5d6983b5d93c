package dev.colophon.source.records.parquet;

import dev.colophon.source.records.FieldValues;
import dev.colophon.source.records.Utf8;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.apache.parquet.io.api.RecordMaterializer;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.LogicalTypeAnnotation.DateLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;

/** Makes a record of each row. Times are written in ISO 8601. */
final class RowValues extends RecordMaterializer<FieldValues> {
    private static final long JULIAN_EPOCH = 2_440_588;
    private static final long NANOS_PER_SECOND = 1_000_000_000;

    private FieldValues values = new FieldValues();
    private final Group root;

    RowValues(MessageType schema) {
        this.root = new Group(schema, "");
    }

    @Override
    public FieldValues getCurrentRecord() {
        return values;
    }

    @Override
    public GroupConverter getRootConverter() {
        return root;
    }

    private final class Group extends GroupConverter {
        private final List<Converter> fields = new ArrayList<>();
        private final boolean row;

        Group(GroupType type, String prefix) {
            this.row = prefix.isEmpty();
            for (Type field : type.getFields()) {
                String name = PageColumns.name(prefix, field.getName());
                fields.add(
                        field.isPrimitive()
                                ? new Leaf(field.asPrimitiveType(), name)
                                : new Group(field.asGroupType(), name));
            }
        }

        @Override
        public Converter getConverter(int index) {
            return fields.get(index);
        }

        @Override
        public void start() {
            if (row) {
                values = new FieldValues();
            }
        }

        @Override
        public void end() {}
    }

    private final class Leaf extends PrimitiveConverter {
        private final PrimitiveType type;
        private final String name;

        Leaf(PrimitiveType type, String name) {
            this.type = type;
            this.name = name;
        }

        @Override
        public void addBinary(Binary value) {
            byte[] bytes = value.getBytes();
            values.add(name, type.getPrimitiveTypeName() == PrimitiveTypeName.INT96 ? int96(bytes) : Utf8.text(bytes));
        }

        @Override
        public void addInt(int value) {
            boolean day = type.getLogicalTypeAnnotation() instanceof DateLogicalTypeAnnotation;
            values.add(name, day ? LocalDate.ofEpochDay(value).toString() : Integer.toString(value));
        }

        @Override
        public void addLong(long value) {
            values.add(
                    name,
                    type.getLogicalTypeAnnotation() instanceof TimestampLogicalTypeAnnotation timestamp
                            ? instant(value, timestamp)
                            : Long.toString(value));
        }

        @Override
        public void addDouble(double value) {
            values.add(name, Double.toString(value));
        }

        @Override
        public void addFloat(float value) {
            values.add(name, Float.toString(value));
        }

        @Override
        public void addBoolean(boolean value) {
            values.know(name);
        }
    }

    /** A timestamp; one that stands for local time has no zone. */
    private static String instant(long value, TimestampLogicalTypeAnnotation type) {
        long perSecond = type.getUnit() == TimeUnit.MILLIS
                ? 1_000
                : type.getUnit() == TimeUnit.MICROS ? 1_000_000 : NANOS_PER_SECOND;
        long nanos = Math.floorMod(value, perSecond) * (NANOS_PER_SECOND / perSecond);
        String text = text(Math.floorDiv(value, perSecond), nanos);
        return type.isAdjustedToUTC() || text.isEmpty() ? text : text.substring(0, text.length() - 1);
    }

    private static String text(long seconds, long nanos) {
        try {
            return Instant.ofEpochSecond(seconds, nanos).toString();
        } catch (DateTimeException beyondTime) {
            return "";
        }
    }

    /** A timestamp as Hive and old Sparks write it: nanoseconds of the day, and the day. */
    private static String int96(byte[] bytes) {
        ByteBuffer parts = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        long nanos = parts.getLong();
        long day = parts.getInt() - JULIAN_EPOCH;
        return text(day * 86_400 + Math.floorDiv(nanos, NANOS_PER_SECOND), Math.floorMod(nanos, NANOS_PER_SECOND));
    }
}
