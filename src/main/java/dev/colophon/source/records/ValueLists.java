package dev.colophon.source.records;

import java.util.ArrayList;
import java.util.List;

/** Lists that tools write into one text: {@code ['A', 'B']} as Python shows them, {@code ["A","B"]} as JSON does. */
final class ValueLists {
    private ValueLists() {}

    /** The items of such a text; a text that is none alone. */
    static List<String> items(String text) {
        String whole = text.strip();
        if (whole.length() < 2 || whole.charAt(0) != '[' || whole.charAt(whole.length() - 1) != ']') {
            return List.of(text);
        }
        List<String> items = new ArrayList<>();
        int at = 1;
        while (at < whole.length() - 1) {
            char quote = whole.charAt(at);
            if (quote == '\'' || quote == '"') {
                int end = closing(whole, at);
                items.add(whole.substring(at + 1, end).replace("\\" + quote, String.valueOf(quote)));
                at = end + 1;
            } else if (quote == ',' || quote == ' ') {
                at++;
            } else {
                return List.of(text);
            }
        }
        return items;
    }

    private static int closing(String text, int open) {
        for (int i = open + 1; i < text.length() - 1; i++) {
            if (text.charAt(i) == '\\') {
                i++;
            } else if (text.charAt(i) == text.charAt(open)) {
                return i;
            }
        }
        return text.length() - 1;
    }

    /** The parts of a text with commas or semicolons between them. */
    static List<String> parts(String text) {
        List<String> parts = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || text.charAt(i) == ',' || text.charAt(i) == ';') {
                String part = text.substring(start, i).strip();
                if (!part.isEmpty()) {
                    parts.add(part);
                }
                start = i + 1;
            }
        }
        return parts;
    }
}
