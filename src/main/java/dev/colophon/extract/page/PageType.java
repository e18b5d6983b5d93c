package dev.colophon.extract.page;

import dev.colophon.text.Spaces;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * What a page says that it is, in Open Graph and in JSON-LD; forums are known by microdata, address and system as well. The
 * types are schema.org's and ogp.me's.
 */
public enum PageType {
    ARTICLE,
    POSTING,
    FORUM,
    PRODUCT,
    LIST,
    DOCUMENTATION,
    SITE,
    OG_ARTICLE,
    OG_SITE,
    OG_OTHER;

    private static final int MAX_SCRIPTS = 30;
    private static final int LONGEST = 40;
    private static final int MOST_TYPES = 12;
    private static final String KEY = "\"@type\"";
    private static final Map<String, PageType> BY_NAME = Map.ofEntries(
            Map.entry("article", ARTICLE),
            Map.entry("newsarticle", ARTICLE),
            Map.entry("reportagenewsarticle", ARTICLE),
            Map.entry("analysisnewsarticle", ARTICLE),
            Map.entry("opinionnewsarticle", ARTICLE),
            Map.entry("backgroundnewsarticle", ARTICLE),
            Map.entry("reviewnewsarticle", ARTICLE),
            Map.entry("satiricalarticle", ARTICLE),
            Map.entry("newsstory", ARTICLE),
            Map.entry("liveblogposting", ARTICLE),
            Map.entry("report", ARTICLE),
            Map.entry("scholarlyarticle", ARTICLE),
            Map.entry("medicalscholarlyarticle", ARTICLE),
            Map.entry("recipe", ARTICLE),
            Map.entry("blogposting", POSTING),
            Map.entry("socialmediaposting", POSTING),
            Map.entry("discussionforumposting", FORUM),
            Map.entry("qapage", FORUM),
            Map.entry("product", PRODUCT),
            Map.entry("productgroup", PRODUCT),
            Map.entry("offer", PRODUCT),
            Map.entry("aggregateoffer", PRODUCT),
            Map.entry("softwareapplication", PRODUCT),
            Map.entry("service", PRODUCT),
            Map.entry("collectionpage", LIST),
            Map.entry("itemlist", LIST),
            Map.entry("searchresultspage", LIST),
            Map.entry("offercatalog", LIST),
            Map.entry("techarticle", DOCUMENTATION),
            Map.entry("howto", DOCUMENTATION),
            Map.entry("faqpage", DOCUMENTATION),
            Map.entry("apireference", DOCUMENTATION),
            Map.entry("organization", SITE),
            Map.entry("localbusiness", SITE),
            Map.entry("website", SITE));

    /** Whether a page of these types is one of a forum and has no article of its own, which is discussed beside it. */
    public static boolean isThread(Set<PageType> types) {
        return types.contains(FORUM)
                && !types.contains(ARTICLE)
                && !types.contains(POSTING)
                && !types.contains(OG_ARTICLE);
    }

    /** Whether a page of these types calls itself an article or a post, and is none of a forum. */
    static boolean isArticle(Set<PageType> types) {
        return !types.contains(FORUM)
                && (types.contains(ARTICLE) || types.contains(POSTING) || types.contains(OG_ARTICLE));
    }

    /**
     * What the page says; empty where it says nothing that is known here.
     *
     * @param address the page's; null where it is unknown
     */
    public static Set<PageType> of(PageHead head, @Nullable String address) {
        Set<PageType> types = EnumSet.noneOf(PageType.class);
        for (Element meta : head.headMetas()) {
            if (meta.attr("property").equals("og:type")) {
                types.add(openGraph(meta.attr("content").strip().toLowerCase(Locale.ROOT)));
            }
        }
        head.scripts().stream()
                .filter(script -> script.attr("type").contains("ld+json"))
                .limit(MAX_SCRIPTS)
                .forEach(script -> add(types, script.data()));
        boolean article = types.contains(ARTICLE) || types.contains(POSTING);
        if (ForumSigns.are(head, address, article) || head.items().stream().anyMatch(PageType::isForums)) {
            types.add(FORUM);
        }
        return types;
    }

    /** Whether microdata is of a forum's type. Other types also stand for the things that a page lists. */
    private static boolean isForums(String item) {
        String name = item.substring(item.lastIndexOf('/') + 1);
        return BY_NAME.get(name.toLowerCase(Locale.ROOT)) == FORUM;
    }

    private static PageType openGraph(String type) {
        return switch (type) {
            case "article", "news", "blog", "story" -> OG_ARTICLE;
            case "website" -> OG_SITE;
            default -> OG_OTHER;
        };
    }

    private static void add(Set<PageType> types, String json) {
        for (int at = json.indexOf(KEY); at >= 0; at = json.indexOf(KEY, at + 1)) {
            addNamed(types, json, at + KEY.length());
        }
    }

    /** Adds the type in the string behind that place, or those in the list of strings. */
    private static void addNamed(Set<PageType> types, String json, int from) {
        int at = behind(json, from, ':');
        int list = behind(json, at, '[');
        int most = list > at ? MOST_TYPES : 1;
        at = Math.max(at, list);
        for (int i = 0; i < most && at < json.length() && json.charAt(at) == '"'; i++) {
            int end = json.indexOf('"', at + 1);
            if (end < 0 || end - at > LONGEST) {
                return;
            }
            PageType type = BY_NAME.get(json.substring(at + 1, end).toLowerCase(Locale.ROOT));
            if (type != null) {
                types.add(type);
            }
            at = behind(json, end + 1, ',');
        }
    }

    /** The place behind white space, a mark where it stands there, and white space again. */
    private static int behind(String json, int from, char mark) {
        int at = behindSpace(json, from);
        return at < json.length() && json.charAt(at) == mark ? behindSpace(json, at + 1) : at;
    }

    private static int behindSpace(String json, int from) {
        int at = from;
        while (at < json.length() && at - from < LONGEST && Spaces.isSpace(json.charAt(at))) {
            at++;
        }
        return at;
    }
}
