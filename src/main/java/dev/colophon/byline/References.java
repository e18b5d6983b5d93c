package dev.colophon.byline;

import dev.colophon.model.DocumentContext;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Normal forms of the pages and e-mail addresses that documents give for people, so that equal ones have equal characters:
 * {@code HTTPS://www.Example.org/author/ann-lee/?utm=x#top} is {@code https://www.example.org/author/ann-lee}.
 */
final class References {
    private static final int LONGEST = 300;
    private static final String MAIL = "mailto:";

    /** Endings of paths to programs, which a query tells whose page to make. */
    private static final Set<String> SCRIPTS = Set.of(
            "php", "php3", "php5", "phtml", "asp", "aspx", "ashx", "jsp", "jspx", "jsf", "do", "action", "cgi", "pl",
            "py", "cfm", "dll", "exe");

    private References() {}

    /** The normal form; null where the text is no address of somebody: a site's first page, a script, a number. */
    static @Nullable String normal(@Nullable String raw, DocumentContext context) {
        String text = raw == null ? "" : raw.strip();
        if (text.isEmpty() || text.length() > LONGEST || text.chars().anyMatch(unit -> unit <= ' ')) {
            return null;
        }
        if (text.regionMatches(true, 0, MAIL, 0, MAIL.length())) {
            return mail(text.substring(MAIL.length()));
        }
        if (text.indexOf('@') > 0 && text.indexOf('/') < 0) {
            return mail(text);
        }
        if (text.startsWith("/") && context.host() != null) {
            return page("https:" + (text.startsWith("//") ? "" : "//" + context.host()) + text);
        }
        return page(text);
    }

    private static @Nullable String mail(String text) {
        String address = upTo(text, '?').toLowerCase(Locale.ROOT);
        int at = address.indexOf('@');
        return at > 0 && at == address.lastIndexOf('@') && address.indexOf('.', at) > at + 1 ? address : null;
    }

    private static @Nullable String page(String text) {
        int start = text.indexOf("://");
        String scheme = start < 0 ? "" : text.substring(0, start).toLowerCase(Locale.ROOT);
        if (!scheme.equals("https") && !scheme.equals("http")) {
            return null;
        }
        String whole = upTo(text.substring(start + 3), '#');
        String bare = upTo(whole, '?');
        int slash = bare.indexOf('/');
        String host = (slash < 0 ? bare : bare.substring(0, slash)).toLowerCase(Locale.ROOT);
        String path = slash < 0 ? "" : withoutSlash(bare.substring(slash));
        String query = needsQuery(path) ? whole.substring(bare.length()) : "";
        return host.isEmpty() || (path.isEmpty() && query.length() < 2) ? null : scheme + "://" + host + path + query;
    }

    /** A path to a script, or none, says nothing without its query: {@code /?author=3}. {@code /author/j.doe} is none. */
    private static boolean needsQuery(String path) {
        int dot = path.lastIndexOf('.');
        return path.isEmpty()
                || (dot > path.lastIndexOf('/')
                        && SCRIPTS.contains(path.substring(dot + 1).toLowerCase(Locale.ROOT)));
    }

    private static String withoutSlash(String path) {
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    private static String upTo(String text, char end) {
        int at = text.indexOf(end);
        return at < 0 ? text : text.substring(0, at);
    }
}
