package dev.colophon.source.records;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
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
    private static final Charset FALLBACK = Charset.forName("windows-1252");

    CsvHeader {
        names = List.copyOf(names);
    }

    /** The header that a row is; null where its fields are no names of columns: empty, long or one twice. */
    static @Nullable CsvHeader of(List<byte[]> row) {
        List<String> names = row.stream().map(CsvHeader::text).map(String::strip).toList();
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

    /** A field as text: UTF-8, else windows-1252, which spreadsheets write. */
    static String text(byte[] field) {
        Charset charset = Utf8.isValid(field, 0, field.length) ? StandardCharsets.UTF_8 : FALLBACK;
        return new String(field, charset);
    }

    /** A row's values by its columns. */
    FieldValues values(List<byte[]> row) {
        FieldValues values = new FieldValues();
        for (int i = 0; i < names.size(); i++) {
            values.know(names.get(i));
            if (i < row.size()) {
                values.add(names.get(i), text(row.get(i)));
            }
        }
        return values;
    }
}
