package dev.colophon.source.format;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a browser wrote into a page that it saved: a comment in front of the page's head, {@code <!-- saved from
 * url=(0025)https://kurier.example/a -->}, or SingleFile's with address and time. Comments further down are the page's own.
 *
 * @param url the address that the page was saved from; null where none is stated
 * @param savedAt when it was saved; null where that is not stated
 */
record SavedPage(@Nullable String url, @Nullable Instant savedAt) {
    private static final SavedPage NOTHING = new SavedPage(null, null);
    private static final int LOOKED_AT = 8 << 10;
    private static final String SAVED_FROM = "saved from url=(";
    private static final String SINGLE_FILE = "Page saved with SingleFile";

    /** What stands in front of the head of a page. */
    static SavedPage of(byte[] body) {
        String head = new String(body, 0, Math.min(body.length, LOOKED_AT), StandardCharsets.UTF_8);
        int at = head.startsWith("\ufeff") ? 1 : 0;
        while (at >= 0 && at < head.length()) {
            if (head.charAt(at) <= ' ') {
                at++;
            } else if (head.startsWith("<!--", at)) {
                int end = head.indexOf("-->", at);
                SavedPage found = end < 0 ? NOTHING : ofComment(head.substring(at + 4, end));
                if (end < 0 || found.url() != null) {
                    return found;
                }
                at = end + 3;
            } else {
                at = behindTag(head, at);
            }
        }
        return NOTHING;
    }

    /** Where a declaration or the root's tag ends; -1 where another tag or text begins. */
    private static int behindTag(String head, int at) {
        boolean prologue =
                head.startsWith("<!", at) || head.startsWith("<?", at) || head.regionMatches(true, at, "<html", 0, 5);
        int end = head.indexOf('>', at);
        return prologue && end >= 0 ? end + 1 : -1;
    }

    private static SavedPage ofComment(String comment) {
        int from = comment.indexOf(SAVED_FROM);
        if (from >= 0) {
            int close = comment.indexOf(')', from);
            return close < 0 ? NOTHING : new SavedPage(webAddress(firstWord(comment.substring(close + 1))), null);
        }
        if (!comment.contains(SINGLE_FILE)) {
            return NOTHING;
        }
        String date = value(comment, "saved date:");
        String url = value(comment, "url:");
        return new SavedPage(
                url == null ? null : webAddress(firstWord(url)), date == null ? null : CaptureTimes.read(date));
    }

    /** What follows a name on its line; null where no line begins with it. */
    private static @Nullable String value(String comment, String name) {
        return comment.lines()
                .map(String::strip)
                .filter(line -> line.startsWith(name))
                .map(line -> line.substring(name.length()).strip())
                .findFirst()
                .orElse(null);
    }

    private static String firstWord(String text) {
        String stripped = text.strip();
        int end = 0;
        while (end < stripped.length() && stripped.charAt(end) > ' ') {
            end++;
        }
        return stripped.substring(0, end);
    }

    private static @Nullable String webAddress(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return lower.startsWith("http://") || lower.startsWith("https://") ? text : null;
    }
}
