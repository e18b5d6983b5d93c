package dev.colophon.cli;

import dev.colophon.source.records.RecordField;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The setting {@code input.fields}: what the fields of records mean. */
final class FieldSetting {
    private FieldSetting() {}

    /** The meaning where it is a known one; a {@link UsageException} names the nearest where it is not. */
    static String require(String meaning, String where) {
        if (RecordField.labels().contains(meaning)) {
            return meaning;
        }
        throw new UsageException(where + ": unknown meaning '" + meaning + "' in input.fields; did you mean '"
                + Setting.nearest(meaning, RecordField.labels()) + "'?");
    }

    /** The names by their meaning: {@code html=body} → html, body. */
    static Map<String, String> read(SettingValues.@Nullable Value value) {
        Map<String, String> fields = new TreeMap<>();
        if (value == null) {
            return fields;
        }
        for (String item : value.items()) {
            int equals = item.indexOf('=');
            if (equals < 1 || equals == item.length() - 1) {
                throw new UsageException(
                        value.origin() + ": input.fields: expected MEANING=NAME, found '" + item + "'");
            }
            String meaning = require(item.substring(0, equals).strip(), value.origin());
            fields.put(meaning, item.substring(equals + 1).strip());
        }
        return fields;
    }
}
