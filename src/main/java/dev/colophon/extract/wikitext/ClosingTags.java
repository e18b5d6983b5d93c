package dev.colophon.extract.wikitext;

import java.util.HashMap;
import java.util.Map;

/** Finds closing tags; a kind that was once found missing is not looked for again, which keeps the whole linear. */
final class ClosingTags {
    private static final int MISSING = -1;

    private final String text;
    private final Map<String, Integer> last = new HashMap<>();

    ClosingTags(String text) {
        this.text = text;
    }

    /** Where {@code </name} is from a place on; -1 where it is not. */
    int after(String name, int from) {
        Integer known = last.get(name);
        if (known != null && (known == MISSING || known >= from)) {
            return known;
        }
        int found = find(name, from);
        last.put(name, found);
        return found;
    }

    private int find(String name, int from) {
        int at = text.indexOf("</", from);
        while (at >= 0 && !text.regionMatches(true, at + 2, name, 0, name.length())) {
            at = text.indexOf("</", at + 2);
        }
        return at;
    }
}
