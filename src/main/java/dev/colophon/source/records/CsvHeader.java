package dev.colophon.source.records;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The names of a table's columns.
 *
 * @param names as the first row has them
 */
record CsvHeader(List<String> names) {
    private static final int LONGEST = 80;

    CsvHeader {
        names = List.copyOf(names);
    }

    /** The header that a row is; null where its fields are no names of columns: empty, long or one twice. */
    static @Nullable CsvHeader of(List<byte[]> row) {
        List<String> names = row.stream().map(Utf8::text).map(String::strip).toList();
        Set<String> distinct = new HashSet<>();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            // pandas leaves the name of its first column, the row's number, empty.
            boolean named = (!name.isEmpty() || i == 0) && name.length() <= LONGEST && name.indexOf('\n') < 0;
            if (!named || !distinct.add(name)) {
                return null;
            }
        }
        return new CsvHeader(names);
    }

    /** A row's values by its columns. */
    FieldValues values(List<byte[]> row) {
        FieldValues values = new FieldValues();
        for (int i = 0; i < names.size(); i++) {
            values.know(names.get(i));
            if (i < row.size()) {
                values.add(names.get(i), Utf8.text(row.get(i)));
            }
        }
        return values;
    }
}
