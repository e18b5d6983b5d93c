package dev.colophon.report;

import java.util.List;

/**
 * A column for the data dictionary.
 *
 * @param name its name in the files
 * @param type its type for people: {@code string}, {@code int64}, {@code list<string>}, {@code timestamp (UTC, microseconds)}
 * @param nullable whether it may be null
 * @param description what it means
 * @param example a value; empty where none helps
 * @param fields fields of each element where it is a list of structures; else empty
 */
public record ColumnDescription(
        String name,
        String type,
        boolean nullable,
        String description,
        String example,
        List<ColumnDescription> fields) {
    public ColumnDescription {
        fields = List.copyOf(fields);
    }

    boolean isList() {
        return type.startsWith("list<");
    }

    /** The field type of Frictionless Table Schema. */
    String frictionlessType() {
        return switch (base()) {
            case "timestamp" -> "datetime";
            case "date" -> "date";
            case "int32", "int64" -> "integer";
            case "double" -> "number";
            case "boolean" -> "boolean";
            case "list" -> "array";
            default -> "string";
        };
    }

    /** The data type of Croissant, of the elements where it is a list. */
    String croissantType() {
        String name = isList() && fields.isEmpty() ? type.substring(5, type.length() - 1) : base();
        return switch (name) {
            case "timestamp" -> "sc:DateTime";
            case "date" -> "sc:Date";
            case "int32", "int64" -> "sc:Integer";
            case "double" -> "sc:Float";
            case "boolean" -> "sc:Boolean";
            default -> "sc:Text";
        };
    }

    /** The type's first word. */
    private String base() {
        int end = 0;
        while (end < type.length() && Character.isLetterOrDigit(type.charAt(end))) {
            end++;
        }
        return type.substring(0, end);
    }
}
