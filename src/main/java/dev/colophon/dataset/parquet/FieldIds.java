package dev.colophon.dataset.parquet;

import dev.colophon.text.Hashes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.LogicalTypeAnnotation.ListLogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;

/**
 * The numbers that columns go by in files, for readers that know columns by number (Iceberg) where others know them by name. A
 * number is made of the names that lead to a column, {@code contributors.element.name}, so that it stays the same whatever
 * columns come before it, in every table and every version. Numbers are large, so that those that a catalog deals out by
 * itself from 1 never name another column.
 */
public final class FieldIds {
    private static final int BITS = 30;
    private static final int DIGITS = 8;
    private static final String ELEMENT = "element";

    private FieldIds() {}

    /** The number of a column: from 1 to 2^30. */
    public static int of(String path) {
        long hash = Long.parseLong(Hashes.sha256Hex(path).substring(0, DIGITS), 16);
        return (int) (hash >>> (Integer.SIZE - BITS)) + 1;
    }

    /**
     * A schema in which all columns, fields and elements of lists have their numbers, whether they had some or, as in files of
     * earlier versions, none.
     *
     * @throws IllegalArgumentException where two have one number: one of them needs another name
     */
    static MessageType in(MessageType schema) {
        Map<Integer, String> taken = new HashMap<>();
        return new MessageType(schema.getName(), numbered(schema, "", taken));
    }

    private static List<Type> numbered(GroupType group, String path, Map<Integer, String> taken) {
        return group.getFields().stream()
                .map(field -> numbered(field, path + field.getName(), taken))
                .toList();
    }

    private static Type numbered(Type field, String path, Map<Integer, String> taken) {
        int id = of(path);
        String other = taken.putIfAbsent(id, path);
        if (other != null) {
            throw new IllegalArgumentException("the columns " + other + " and " + path + " have one number, " + id);
        }
        return inside(field, path, taken).withId(id);
    }

    private static Type inside(Type field, String path, Map<Integer, String> taken) {
        if (field.isPrimitive()) {
            return field;
        }
        GroupType group = field.asGroupType();
        if (!(group.getLogicalTypeAnnotation() instanceof ListLogicalTypeAnnotation)) {
            return group.withNewFields(numbered(group, path + ".", taken));
        }
        // The repeated group in the middle of a list is nobody's column.
        GroupType repeated = group.getType(0).asGroupType();
        Type element = numbered(repeated.getType(0), path + "." + ELEMENT, taken);
        return group.withNewFields(repeated.withNewFields(element));
    }
}
