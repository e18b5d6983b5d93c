package dev.colophon.text;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.StringTokenizer;
import org.jspecify.annotations.Nullable;

/**
 * Finds the address that a page states of itself without parsing it: its canonical link, else {@code og:url}. Takes time
 * linear in the part that is looked at.
 */
public final class StatedAddress {
    private static final int LOOKED_AT = 1 << 19;
    private static final int LONGEST_TAG = 2_000;
    private static final int MOST_PLACES = 50;

    private StatedAddress() {}

    /**
     * The address as written.
     *
     * @param body of a page in an encoding that has ASCII's letters at ASCII's places
     * @return null where none is stated
     */
    public static @Nullable String find(byte[] body) {
        String page = new String(body, 0, Math.min(body.length, LOOKED_AT), StandardCharsets.ISO_8859_1);
        String link = find(page, "canonical", "<link", List.of("rel"), "href");
        return link == null ? find(page, "og:url", "<meta", List.of("property", "name"), "content") : link;
    }

    /**
     * The value of an attribute.
     *
     * @param word one of the words of another attribute
     * @param naming that other attribute
     */
    private static @Nullable String find(String page, String word, String tag, List<String> naming, String attribute) {
        int at = page.indexOf(word);
        for (int places = 0; at >= 0 && places < MOST_PLACES; places++) {
            String inside = tagAround(page, at);
            if (inside.regionMatches(true, 0, tag, 0, tag.length())
                    && naming.stream().anyMatch(other -> isAmong(word, value(inside, other)))) {
                return value(inside, attribute);
            }
            at = page.indexOf(word, at + word.length());
        }
        return null;
    }

    private static boolean isAmong(String word, @Nullable String words) {
        StringTokenizer each = new StringTokenizer(words == null ? "" : words, " \t\n\f\r");
        while (each.hasMoreTokens()) {
            if (each.nextToken().equals(word)) {
                return true;
            }
        }
        return false;
    }

    /** The tag that a place lies in, from its {@code <} to before its {@code >}; empty where it is none. */
    private static String tagAround(String page, int place) {
        int start = place;
        while (start > 0 && place - start < LONGEST_TAG && page.charAt(start) != '<' && page.charAt(start) != '>') {
            start--;
        }
        int end = place;
        while (end < page.length() && end - place < LONGEST_TAG && page.charAt(end) != '>') {
            end++;
        }
        return page.charAt(start) == '<' ? page.substring(start, end) : "";
    }

    private static @Nullable String value(String tag, String attribute) {
        for (int at = tag.indexOf('='); at >= 0; at = tag.indexOf('=', at + 1)) {
            String before = tag.substring(0, at).stripTrailing();
            int name = before.length() - attribute.length();
            boolean named = name > 0
                    && before.regionMatches(true, name, attribute, 0, attribute.length())
                    && before.charAt(name - 1) <= ' ';
            if (named) {
                return unquoted(tag.substring(at + 1).strip());
            }
        }
        return null;
    }

    private static @Nullable String unquoted(String rest) {
        int end;
        boolean quoted = rest.startsWith("\"") || rest.startsWith("'");
        if (quoted) {
            end = rest.indexOf(rest.charAt(0), 1);
        } else {
            end = 0;
            while (end < rest.length() && rest.charAt(end) > ' ') {
                end++;
            }
        }
        String value =
                rest.substring(quoted ? 1 : 0, end < 0 ? rest.length() : end).strip();
        return value.isEmpty() ? null : value;
    }
}
