package dev.colophon.extract.metadata;

import org.jsoup.internal.StringUtil;
import org.jsoup.nodes.Element;

/** Addresses made absolute as jsoup does it, without its work for those that are absolute and plain already. */
final class Addresses {
    private static final int REGION = 5;

    private Addresses() {}

    /** The address in an attribute; empty where there is none or it cannot be made absolute. */
    static String of(Element element, String attribute) {
        String stated = element.attr(attribute);
        return isPlain(stated) ? stated : element.absUrl(attribute);
    }

    /** An address against a base; empty where it cannot be made absolute. */
    static String resolve(String base, String stated) {
        return isPlain(stated) ? stated : StringUtil.resolve(base, stated);
    }

    /** Whether it leads to a site's front page, or to that of one of its languages: no path, or a language's code alone. */
    static boolean isFrontPage(String address) {
        int scheme = address.indexOf("//");
        int path = address.indexOf('/', scheme < 0 ? 0 : scheme + 2);
        String rest = path < 0 ? "" : address.substring(path + 1);
        String alone = rest.endsWith("/") ? rest.substring(0, rest.length() - 1) : rest;
        return alone.length() <= 2 || isRegion(alone) || alone.startsWith("index.") || alone.startsWith("#");
    }

    /** {@code pt-br}, {@code en_GB}. */
    private static boolean isRegion(String path) {
        return path.length() == REGION && (path.charAt(2) == '-' || path.charAt(2) == '_');
    }

    /** Whether it is a host's name and a path in which nothing is relative, so that resolving would change nothing. */
    private static boolean isPlain(String address) {
        int host = address.startsWith("https://") ? 8 : address.startsWith("http://") ? 7 : address.length();
        int path = host;
        while (path < address.length() && isHost(address.charAt(path))) {
            path++;
        }
        if (path == host
                || path == address.length()
                || address.charAt(path) != '/'
                || address.indexOf("/.", path) >= 0) {
            return false;
        }
        for (int i = path; i < address.length(); i++) {
            if (address.charAt(i) <= ' ' || address.charAt(i) == '\\') {
                return false;
            }
        }
        return true;
    }

    private static boolean isHost(char unit) {
        return (unit >= 'a' && unit <= 'z') || (unit >= '0' && unit <= '9') || unit == '.' || unit == '-';
    }
}
