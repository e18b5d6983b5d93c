package dev.colophon.extract.metadata;

import com.google.common.base.Ascii;
import com.ibm.icu.util.ULocale;
import dev.colophon.text.Urls;
import java.util.Set;
import org.jsoup.internal.StringUtil;
import org.jsoup.nodes.Element;

/** Addresses made absolute as jsoup does it, without its work for those that are absolute and plain already. */
final class Addresses {
    private static final int REGION = 5;
    /** ISO 639-1. */
    private static final Set<String> LANGUAGES = Set.of(ULocale.getISOLanguages());

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

    /**
     * Whether an absolute address, or one from the root, is that of a site's front page or of one of its languages'
     * ({@code /pt-br/}).
     */
    static boolean isFrontPage(String address) {
        int scheme = address.indexOf("//");
        int path = address.indexOf('/', scheme < 0 ? 0 : scheme + 2);
        String rest = path < 0 ? "" : address.substring(path + 1);
        String alone = rest.endsWith("/") ? rest.substring(0, rest.length() - 1) : rest;
        boolean index = alone.startsWith("index.") && alone.indexOf('/') < 0 && alone.indexOf('?') < 0;
        return alone.isEmpty() || alone.startsWith("#") || alone.startsWith("?") || index || isLanguage(alone);
    }

    /** {@code pt}, {@code pt-br}, {@code en_GB}. */
    private static boolean isLanguage(String path) {
        boolean region = path.length() == REGION && (path.charAt(2) == '-' || path.charAt(2) == '_');
        return (path.length() == 2 || region) && LANGUAGES.contains(Ascii.toLowerCase(path.substring(0, 2)));
    }

    /** The same address without scheme, {@code www.}, fragment and a slash at the end. */
    static String bare(String address) {
        int scheme = address.indexOf("//");
        int fragment = address.indexOf('#');
        String whole = address.substring(scheme < 0 ? 0 : scheme + 2, fragment < 0 ? address.length() : fragment);
        String site = Urls.withoutWww(whole);
        return site.endsWith("/") ? site.substring(0, site.length() - 1) : site;
    }

    /** The host of an absolute address without {@code www.}. */
    static String site(String address) {
        String bare = bare(address);
        int path = bare.indexOf('/');
        return path < 0 ? bare : bare.substring(0, path);
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
