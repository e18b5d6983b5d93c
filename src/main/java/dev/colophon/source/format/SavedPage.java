package dev.colophon.source.format;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the program that saved a page wrote into it: a browser's comment in front of the page's head,
 * {@code <!-- saved from url=(0025)https://kurier.example/a -->}, SingleFile's with address and time, HTTrack's, which
 * may stand at the end of the page too, or WebScrapBook's attributes of the root. Other comments further down are the
 * page's own.
 *
 * @param url the address that the page was saved from; null where none is stated
 * @param savedAt when it was saved; null where that is not stated
 */
record SavedPage(@Nullable String url, @Nullable Instant savedAt) {
    private static final SavedPage NOTHING = new SavedPage(null, null);
    private static final int LOOKED_AT = 8 << 10;

    /** Digits of a time to the second. */
    private static final int SECONDS = 14;

    private static final String SAVED_FROM = "saved from url=(";
    private static final String SINGLE_FILE = "Page saved with SingleFile";
    private static final String MIRRORED = "<!-- Mirrored from ";
    private static final String BY_HTTRACK = " by HTTrack Website Copier/";
    private static final int LOOKED_AT_END = 2 << 10;

    /** An address that names no page: it only makes Internet Explorer open a file as one of the web. */
    private static final String NO_ADDRESS = "http://internet.e-mail";

    /** What stands in front of the head of a page, or at its end. */
    static SavedPage of(byte[] body) {
        String head = new String(body, 0, Math.min(body.length, LOOKED_AT), StandardCharsets.UTF_8);
        int at = head.startsWith("\ufeff") ? 1 : 0;
        while (at >= 0 && at < head.length()) {
            if (head.charAt(at) <= ' ') {
                at++;
            } else if (head.startsWith("<!--", at)) {
                int end = head.indexOf("-->", at);
                SavedPage found = end < 0 ? NOTHING : ofComment(head.substring(at, end), head);
                if (end < 0 || found.url() != null) {
                    return found;
                }
                at = end + 3;
            } else {
                int end = behindTag(head, at);
                SavedPage found = end < 0 ? NOTHING : ofRoot(head.substring(at, end));
                if (found.url() != null) {
                    return found;
                }
                at = end;
            }
        }
        return atTheEnd(body);
    }

    private static SavedPage atTheEnd(byte[] body) {
        int start = Math.max(0, body.length - LOOKED_AT_END);
        String tail = new String(body, start, body.length - start, StandardCharsets.UTF_8);
        int at = tail.lastIndexOf(MIRRORED);
        int end = at < 0 ? -1 : tail.indexOf("-->", at);
        return end < 0 ? NOTHING : ofMirror(tail.substring(at, end), tail);
    }

    /** {@code <html data-scrapbook-source="https://kurier.example/a" data-scrapbook-create="20250605181500123">}, in UTC. */
    private static SavedPage ofRoot(String tag) {
        String source = attribute(tag, "data-scrapbook-source");
        String created = attribute(tag, "data-scrapbook-create");
        String seconds = created == null || created.length() < SECONDS ? "" : created.substring(0, SECONDS);
        return source == null ? NOTHING : new SavedPage(webAddress(source), CaptureTimes.read(seconds));
    }

    private static @Nullable String attribute(String tag, String name) {
        int at = tag.indexOf(" " + name + "=\"");
        int from = at + name.length() + 3;
        int to = at < 0 ? -1 : tag.indexOf('"', from);
        return to < 0 ? null : tag.substring(from, to).replace("&amp;", "&");
    }

    /** HTTrack leaves out the scheme, which the page's own links may show. */
    private static SavedPage ofMirror(String comment, String around) {
        int by = comment.indexOf(BY_HTTRACK);
        if (by < 0 || !comment.startsWith(MIRRORED)) {
            return NOTHING;
        }
        String address = firstWord(comment.substring(MIRRORED.length(), by));
        String time = comment.substring(comment.indexOf(']', by) + 1).strip();
        String host = address.substring(0, address.indexOf('/') < 0 ? address.length() : address.indexOf('/'));
        String scheme = around.contains("https://" + host) ? "https://" : "http://";
        String whole = address.contains("://") ? address : scheme + address;
        return new SavedPage(
                address.indexOf('.') < 0 ? null : webAddress(whole),
                time.startsWith(",") ? CaptureTimes.read(time.substring(1)) : null);
    }

    /** Where a declaration or the root's tag ends; -1 where another tag or text begins. */
    private static int behindTag(String head, int at) {
        boolean prologue =
                head.startsWith("<!", at) || head.startsWith("<?", at) || head.regionMatches(true, at, "<html", 0, 5);
        int end = head.indexOf('>', at);
        return prologue && end >= 0 ? end + 1 : -1;
    }

    private static SavedPage ofComment(String comment, String head) {
        SavedPage mirrored = ofMirror(comment, head);
        if (mirrored.url() != null) {
            return mirrored;
        }
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
        boolean web = lower.startsWith("http://") || lower.startsWith("https://");
        return web && !lower.equals(NO_ADDRESS) ? text : null;
    }
}
