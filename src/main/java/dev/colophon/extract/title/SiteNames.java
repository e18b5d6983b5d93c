package dev.colophon.extract.title;

import dev.colophon.extract.page.PageHead;
import dev.colophon.extract.page.TextMatch;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;
import org.jspecify.annotations.Nullable;

/** What a page's site is called, by itself and by its address. */
public final class SiteNames {
    private static final Set<String> METAS = Set.of(
            "og:site_name",
            "application-name",
            "apple-mobile-web-app-title",
            "al:ios:app_name",
            "al:android:app_name",
            "twitter:site");
    private static final Evaluator SHARED = Selector.evaluatorOf("meta[property=og:title]");
    private static final double ALIKE = 0.8;
    private static final int SHORTEST = 3;
    private static final int MORE_WORDS = 2;

    private final Set<String> names = new LinkedHashSet<>();
    private final Set<String> flat = new LinkedHashSet<>();
    private final String host;

    private SiteNames(@Nullable String address) {
        this.host = flat(host(address));
    }

    /** The names that the head and the address give. */
    public static SiteNames of(PageHead head, @Nullable String address) {
        Document page = head.page();
        // Frameworks repeat the page's own title where the site's name belongs.
        Set<String> titles = new LinkedHashSet<>(List.of(page.title(), shared(head)));
        SiteNames names = new SiteNames(address == null ? canonical(page) : address);
        for (Element meta : head.headMetas()) {
            if (METAS.contains(PageHead.key(meta).toLowerCase(Locale.ROOT)) && !titles.contains(meta.attr("content"))) {
                names.add(meta.attr("content"));
            }
        }
        return names;
    }

    private static String shared(PageHead head) {
        for (Element meta : head.headMetas()) {
            if (meta.is(SHARED)) {
                return meta.attr("content");
            }
        }
        return "";
    }

    private static @Nullable String canonical(Document page) {
        for (Element link : page.head().getElementsByTag("link")) {
            if (link.attr("rel").equalsIgnoreCase("canonical")) {
                return link.absUrl("href");
            }
        }
        return null;
    }

    /** Adds a name; null adds none. */
    public void add(@Nullable String name) {
        String folded = name == null ? "" : TextMatch.fold(name);
        if (!folded.isEmpty() && folded.length() <= 60) {
            names.add(folded);
            flat.add(folded.replace(" ", ""));
        }
    }

    /** Whether the words are one of the names, its initials, or what the host is called. */
    boolean match(String part) {
        String folded = TextMatch.fold(part);
        String joined = folded.replace(" ", "");
        if (joined.isEmpty()) {
            return false;
        }
        return flat.contains(joined) || isHost(joined) || names.stream().anyMatch(name -> isName(folded, name));
    }

    private boolean isHost(String joined) {
        return joined.length() >= SHORTEST && host.contains(joined);
    }

    private static boolean isName(String folded, String name) {
        return TextMatch.similarity(folded, name) > ALIKE || extendsName(folded, name) || folded.equals(initials(name));
    }

    /** {@code the guardian} and {@code guardian us}: the name with a word or two more, or fewer. */
    private static boolean extendsName(String folded, String name) {
        String longer = folded.length() > name.length() ? folded : name;
        String shorter = longer == folded ? name : folded;
        boolean inside = shorter.length() >= SHORTEST && (" " + longer + " ").contains(" " + shorter + " ");
        return inside && words(longer) - words(shorter) <= MORE_WORDS && words(longer) <= 5;
    }

    private static int words(String folded) {
        return (int) folded.chars().filter(unit -> unit == ' ').count() + 1;
    }

    private static String initials(String name) {
        StringBuilder out = new StringBuilder();
        for (String word : name.split(" ", -1)) {
            out.append(word.isEmpty() ? "" : word.substring(0, word.offsetByCodePoints(0, 1)));
        }
        return out.length() >= SHORTEST ? out.toString() : "-";
    }

    private static String flat(String host) {
        return TextMatch.fold(host).replace(" ", "");
    }

    /** The host of an address as it is written; empty where it has none or is no address. */
    static String host(@Nullable String address) {
        int start = address == null ? -1 : address.indexOf("//");
        if (address == null || start < 0) {
            return "";
        }
        int end = start + 2;
        int from = end;
        while (end < address.length() && "/?#".indexOf(address.charAt(end)) < 0) {
            from = address.charAt(end) == '@' ? end + 1 : from;
            end++;
        }
        int port = address.indexOf(':', from);
        return address.substring(from, port < 0 || port > end ? end : port);
    }
}
