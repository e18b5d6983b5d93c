package dev.colophon.source.records.parquet;

import dev.colophon.source.records.FieldMapping;
import dev.colophon.source.records.FieldValues;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import org.jspecify.annotations.Nullable;

/** The columns of a file that say something about pages; the others are not read. */
final class PageColumns {
    /** The groups that writers put around the items of a list. */
    private static final Set<String> LIST_GROUPS =
            Set.of("list", "bag", "array", "element", "item", "array_element", "elements");

    private static final int DEEPEST = 20;

    private final FieldMapping mapping;

    PageColumns(FieldMapping mapping) {
        this.mapping = mapping;
    }

    /** The part of a schema that is read; null where its rows are no pages. */
    @Nullable
    MessageType of(MessageType schema) {
        FieldValues names = new FieldValues();
        List<Type> kept = kept(schema, "", names, 0);
        return kept.isEmpty() || !mapping.isPage(names, true) ? null : new MessageType(schema.getName(), kept);
    }

    private List<Type> kept(GroupType group, String prefix, FieldValues names, int depth) {
        List<Type> kept = new ArrayList<>();
        for (Type field : group.getFields()) {
            String name = name(prefix, field.getName());
            if (field.isPrimitive()) {
                if (mapping.isKnown(name)) {
                    names.know(name);
                    kept.add(field);
                }
            } else if (depth < DEEPEST
                    && !(field.getLogicalTypeAnnotation() instanceof LogicalTypeAnnotation.MapLogicalTypeAnnotation)) {
                List<Type> inside = kept(field.asGroupType(), name, names, depth + 1);
                if (!inside.isEmpty()) {
                    kept.add(field.asGroupType().withNewFields(inside));
                }
            }
        }
        return kept;
    }

    /** The path of a field: {@code authors.list.element.name} is {@code authors.name}. */
    static String name(String prefix, String field) {
        return prefix.isEmpty() ? field : LIST_GROUPS.contains(field) ? prefix : prefix + '.' + field;
    }
}
