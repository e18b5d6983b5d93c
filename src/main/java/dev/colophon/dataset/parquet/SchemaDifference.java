package dev.colophon.dataset.parquet;

import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import org.jspecify.annotations.Nullable;

/**
 * How the columns of a file differ from those of its table.
 *
 * @param text for people: {@code it lacks [cluster_id]}
 * @param readable whether the file is read nevertheless, as files of earlier versions are: what it lacks is null, or an empty list
 */
public record SchemaDifference(String text, boolean readable) {
    /** Null where they do not differ. */
    static @Nullable SchemaDifference between(MessageType found, MessageType expected) {
        if (found.toString().equals(expected.toString())) {
            return null;
        }
        List<String> lacking = new ArrayList<>();
        List<String> other = new ArrayList<>();
        boolean readable = true;
        for (Type wanted : expected.getFields()) {
            Type field = found.containsField(wanted.getName()) ? found.getType(wanted.getName()) : null;
            if (field == null) {
                lacking.add(wanted.getName());
            } else if (!field.equals(wanted)) {
                other.add(wanted.getName());
            }
            readable &= RowReader.isReadable(wanted, field);
        }
        List<String> unknown = found.getFields().stream()
                .map(Type::getName)
                .filter(name -> !expected.containsField(name))
                .toList();
        List<String> texts = new ArrayList<>();
        add(texts, "it lacks ", lacking);
        add(texts, "it has in another form ", other);
        add(texts, "it has besides ", unknown);
        String text =
                texts.isEmpty() ? "it has them in another order, or its schema another name" : String.join("; ", texts);
        return new SchemaDifference(text, readable && unknown.isEmpty());
    }

    private static void add(List<String> texts, String verb, List<String> columns) {
        if (!columns.isEmpty()) {
            texts.add(verb + columns);
        }
    }
}
