package dev.colophon.extract.title;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.util.ULocale;
import dev.colophon.extract.page.Area;
import dev.colophon.extract.page.PageBlock;
import dev.colophon.extract.page.PageOutline;
import dev.colophon.extract.page.TextMatch;
import dev.colophon.text.Urls;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Finds the headings that show a site's name and lead to its front page, as logos do. */
public final class Logos {
    private static final double IS_LINK = 0.9;
    private static final int LOWEST_LEVEL = 2;
    private static final int MOST = 10;
    /** Blocks that are looked at, from the page's top. */
    private static final int MOST_LINKS = 60;

    private static final int LONGEST = 60;
    /** Attributes that say what an element shows. */
    private static final List<String> LABELS = List.of("alt", "aria-label", "title");
    /** Elements of one link that are looked at. */
    private static final int MOST_INSIDE = 16;

    private Logos() {}

    /** Such headings of the two highest levels, in the page's order. */
    public static List<PageBlock> in(PageOutline page) {
        return page.blocks().stream()
                .filter(block -> block.headingLevel() > 0 && block.headingLevel() <= LOWEST_LEVEL)
                .limit(MOST)
                .filter(block -> block.linkDensity() > IS_LINK && leadsToFrontPage(block))
                .toList();
    }

    /** What links to the front page say that the window's title says too, or a part of it: the site's name. */
    public static List<String> named(PageOutline page, StatedTitles titles) {
        Set<String> parts = new HashSet<>(Set.of(TextMatch.fold(titles.window())));
        TitleParts.of(titles.window()).parts().forEach(part -> parts.add(TextMatch.fold(part.text())));
        return page.blocks().stream()
                .limit(MOST_LINKS)
                .filter(block -> block.linkDensity() > IS_LINK && block.text().length() <= LONGEST)
                .filter(block -> parts.contains(TextMatch.fold(block.text())) && leadsToFrontPage(block.area()))
                .map(PageBlock::text)
                .toList();
    }

    /**
     * What the first links to the front page of the page's own host are called: their words, and what they, their pictures
     * and their drawings are labelled with.
     *
     * @param address of the page; null where unknown
     */
    static Set<String> labels(Document page, @Nullable String address) {
        String host = host(address);
        Set<String> labels = new LinkedHashSet<>();
        if (!host.isEmpty()) {
            page.stream()
                    .filter(element ->
                            element.nameIs("a") && isHome(element.attr("href").strip(), host))
                    .limit(MOST)
                    .forEach(link -> addLabels(link, labels));
        }
        return labels;
    }

    private static boolean isHome(String href, String host) {
        int scheme = href.lastIndexOf("//");
        return isFrontPage(href)
                && (scheme < 0 || host("https:" + href.substring(scheme)).equals(host));
    }

    /** The host of an address in small letters, without {@code www.}; empty where there is none. */
    static String host(@Nullable String address) {
        return Urls.withoutWww(UCharacter.toLowerCase(ULocale.ROOT, SiteNames.host(address)));
    }

    private static void addLabels(Element link, Set<String> labels) {
        StringJoiner words = new StringJoiner(" ");
        link.stream().limit(MOST_INSIDE).forEach(inner -> {
            words.add(inner.ownText());
            LABELS.forEach(label -> labels.add(inner.attr(label)));
        });
        labels.add(words.toString());
    }

    private static boolean leadsToFrontPage(PageBlock heading) {
        return leadsToFrontPage(heading.headingArea());
    }

    private static boolean leadsToFrontPage(@Nullable Area area) {
        Element link = area == null ? null : area.element().selectFirst("a[href]");
        Element around = area == null || link != null ? null : area.element().closest("a[href]");
        Element found = link == null ? around : link;
        return found != null && isFrontPage(found.attr("href").strip());
    }

    /** Whether nothing but a host, or the root, is named; archives put their own address before it. */
    public static boolean isFrontPage(String address) {
        int scheme = address.lastIndexOf("//");
        int path = address.indexOf('/', scheme < 0 ? 0 : scheme + 2);
        return scheme < 0 ? address.equals("/") : path < 0 || path + 1 == address.length();
    }
}
