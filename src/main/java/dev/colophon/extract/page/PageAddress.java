package dev.colophon.extract.page;

import dev.colophon.text.Urls;
import org.jspecify.annotations.Nullable;

/**
 * The shape of a page's address, which tells articles from front pages and lists in any language.
 *
 * @param depth parts of the path; -1 where the address is unknown
 * @param hyphens hyphens and underscores in the last part
 * @param digits digits in the path
 * @param query whether there is a query
 */
record PageAddress(int depth, int hyphens, int digits, boolean query) {
    private static final PageAddress UNKNOWN = new PageAddress(-1, -1, -1, false);

    static PageAddress of(@Nullable String url) {
        int scheme = url == null ? -1 : url.indexOf("://");
        if (url == null || scheme < 0) {
            return UNKNOWN;
        }
        int start = url.indexOf('/', scheme + 3);
        int end = start < 0 ? -1 : Urls.endOfPath(url, start);
        if (end < 0) {
            return new PageAddress(0, 0, 0, false);
        }
        int depth = 0;
        int hyphens = 0;
        int digits = 0;
        for (int i = start; i < end; i++) {
            char unit = url.charAt(i);
            if (unit == '/') {
                boolean begins = i + 1 < end && url.charAt(i + 1) != '/';
                depth += begins ? 1 : 0;
                hyphens = begins ? 0 : hyphens;
            } else if (unit == '-' || unit == '_') {
                hyphens++;
            } else if (unit >= '0' && unit <= '9') {
                digits++;
            }
        }
        return new PageAddress(depth, hyphens, digits, end < url.length() && url.charAt(end) == '?');
    }
}
