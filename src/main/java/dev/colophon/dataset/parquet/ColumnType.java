package dev.colophon.dataset.parquet;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.jspecify.annotations.Nullable;

/** What a column holds: its Parquet type, and the way of a Java value into it and back. */
public enum ColumnType {
    /** UTF-8; from a {@link String}. */
    STRING("string", PrimitiveTypeName.BINARY, LogicalTypeAnnotation.stringType()),
    /** An instant in microseconds; from an {@link Instant}. */
    TIMESTAMP_UTC(
            "timestamp (UTC, microseconds)",
            PrimitiveTypeName.INT64,
            LogicalTypeAnnotation.timestampType(true, TimeUnit.MICROS)),
    /** A date and time without zone in microseconds; from a {@link LocalDateTime}. */
    TIMESTAMP_LOCAL(
            "timestamp (local, microseconds)",
            PrimitiveTypeName.INT64,
            LogicalTypeAnnotation.timestampType(false, TimeUnit.MICROS)),
    /** A day; from a {@link LocalDate}. */
    DATE("date", PrimitiveTypeName.INT32, LogicalTypeAnnotation.dateType()),
    /** From an {@link Integer}. */
    INT32("int32", PrimitiveTypeName.INT32, null),
    /** From a {@link Long}. */
    INT64("int64", PrimitiveTypeName.INT64, null),
    /** From a {@link Double}. */
    DOUBLE("double", PrimitiveTypeName.DOUBLE, null),
    /** From a {@link Boolean}. */
    BOOLEAN("boolean", PrimitiveTypeName.BOOLEAN, null),
    /** 512 bytes; from a {@code byte[]}. */
    FIXED_512("fixed binary (512 bytes)", PrimitiveTypeName.FIXED_LEN_BYTE_ARRAY, null),
    /** Bytes of any number; from a {@code byte[]}. */
    BYTES("binary", PrimitiveTypeName.BINARY, null),
    /** A list of strings, none of them null; from a {@link List}. */
    STRINGS("list<string>", PrimitiveTypeName.BINARY, LogicalTypeAnnotation.stringType()),
    /** A list of structures; see {@link Column#structures}. */
    STRUCTURES("list<struct>", PrimitiveTypeName.BINARY, null);

    /** Length of {@link #FIXED_512}. */
    static final int FIXED_LENGTH = 512;

    private final String label;
    private final PrimitiveTypeName primitive;

    @SuppressWarnings("ImmutableEnumChecker") // Parquet's annotations of types are immutable, though not marked so
    private final @Nullable LogicalTypeAnnotation logical;

    ColumnType(String label, PrimitiveTypeName primitive, @Nullable LogicalTypeAnnotation logical) {
        this.label = label;
        this.primitive = primitive;
        this.logical = logical;
    }

    /** Its name for people: {@code list<string>}. */
    public String label() {
        return label;
    }

    /** The Parquet type of the value, of the element where it is a list. */
    PrimitiveTypeName primitive() {
        return primitive;
    }

    @Nullable
    LogicalTypeAnnotation logical() {
        return logical;
    }

    /**
     * The value as a {@link Row} holds it: {@link Binary}, {@link Integer}, {@link Long}, {@link Double}, {@link Boolean}
     * or a {@link List} of {@link Binary}.
     *
     * @throws ArithmeticException where a time is too far from 1970 for microseconds
     */
    public Object encode(Object value) {
        return switch (this) {
            case STRING -> Utf8.binary((String) value);
            case TIMESTAMP_UTC -> micros((Instant) value);
            case TIMESTAMP_LOCAL -> micros(((LocalDateTime) value).toInstant(ZoneOffset.UTC));
            case DATE -> Math.toIntExact(((LocalDate) value).toEpochDay());
            case FIXED_512 -> fixed((byte[]) value);
            case BYTES -> Binary.fromConstantByteArray((byte[]) value);
            case STRINGS ->
                ((List<?>) value)
                        .stream().map(each -> Utf8.binary((String) each)).toList();
            case INT32, INT64, DOUBLE, BOOLEAN, STRUCTURES -> value;
        };
    }

    /** Not by ChronoUnit, which counts in nanoseconds and overflows in the year 2262. */
    private static long micros(Instant instant) {
        return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), 1_000_000L), instant.getNano() / 1_000);
    }

    /** The inverse of {@link #encode}, but bytes come as lower-case hex. */
    Object decode(Object value) {
        return switch (this) {
            case STRING -> ((Binary) value).toStringUsingUTF8();
            case TIMESTAMP_UTC -> Instant.EPOCH.plus((Long) value, ChronoUnit.MICROS);
            case TIMESTAMP_LOCAL ->
                LocalDateTime.ofInstant(Instant.EPOCH.plus((Long) value, ChronoUnit.MICROS), ZoneOffset.UTC);
            case DATE -> LocalDate.ofEpochDay((Integer) value);
            case FIXED_512, BYTES -> HexFormat.of().formatHex(((Binary) value).getBytes());
            case STRINGS ->
                ((List<?>) value)
                        .stream()
                                .map(each -> ((Binary) each).toStringUsingUTF8())
                                .toList();
            case INT32, INT64, DOUBLE, BOOLEAN, STRUCTURES -> value;
        };
    }

    private static Binary fixed(byte[] bytes) {
        if (bytes.length != FIXED_LENGTH) {
            throw new IllegalArgumentException("expected " + FIXED_LENGTH + " bytes, found " + bytes.length);
        }
        return Binary.fromConstantByteArray(bytes);
    }
}
