package dev.colophon.source.records;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Names of fields, made comparable. */
final class FieldNames {
    private FieldNames() {}

    /** {@code datePublished}, {@code date_published}, {@code Date Published} → {@code datepublished}; dots stay. */
    static String fold(String name) {
        StringBuilder folded = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            char unit = name.charAt(i);
            if (unit != '_' && unit != '-' && unit != ' ' && unit != '\ufeff') {
                folded.append(unit);
            }
        }
        return folded.toString().toLowerCase(Locale.ROOT);
    }

    static List<String> foldAll(String names) {
        List<String> folded = new ArrayList<>();
        for (String name : names.split(" ", -1)) {
            if (!name.isEmpty()) {
                folded.add(fold(name));
            }
        }
        return List.copyOf(folded);
    }
}
