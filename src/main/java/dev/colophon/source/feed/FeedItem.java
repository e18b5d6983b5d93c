package dev.colophon.source.feed;

import dev.colophon.model.Capture;
import dev.colophon.model.ClaimSource;
import dev.colophon.model.DateClaim;
import dev.colophon.model.Declared;
import dev.colophon.model.Headline;
import dev.colophon.model.NameClaim;
import dev.colophon.model.Origin;
import dev.colophon.model.Region;
import dev.colophon.model.Reject;
import dev.colophon.model.RejectReason;
import dev.colophon.model.Role;
import dev.colophon.model.SourceItem;
import dev.colophon.model.Stage;
import dev.colophon.source.format.Place;
import dev.colophon.source.format.Rejects;
import dev.colophon.source.format.xml.XmlElement;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One item of a feed as a capture: the fullest text that it holds, with what it says of that. */
final class FeedItem {
    private static final int MOST_CLAIMS = 50;
    private static final int LONGEST_ID = 500;

    /** Where the text stands, the fullest first. */
    private static final List<String> CONTENT = List.of(
            "content:encoded",
            "content",
            "xhtml:body",
            "body",
            "description",
            "summary",
            "media:group/media:description");

    private static final Set<String> POSTS = Set.of("post", "page");

    /** What WordPress keeps as posts for itself: https://developer.wordpress.org/themes/basics/post-types/ */
    private static final Set<String> NO_POSTS = Set.of(
            "attachment",
            "nav_menu_item",
            "revision",
            "custom_css",
            "customize_changeset",
            "oembed_cache",
            "user_request",
            "wp_block",
            "wp_template",
            "wp_template_part",
            "wp_global_styles",
            "wp_navigation",
            "wp_font_family",
            "wp_font_face");

    private static final List<String> DESCRIPTIONS = List.of("description", "summary");

    private final Map<String, List<XmlElement>> elements;
    private final FeedHead feed;
    private final List<DateClaim> dates = new ArrayList<>();
    private final List<NameClaim> names = new ArrayList<>();

    FeedItem(Map<String, List<XmlElement>> elements, FeedHead feed) {
        this.elements = elements;
        this.feed = feed;
    }

    /** The capture; a reject where the item has no text. */
    SourceItem item(Place place, Origin origin) {
        String id = first("guid") == null ? first("id") : first("guid");
        Origin known = origin.named(id == null || id.length() > LONGEST_ID ? null : id);
        String kind = machineryKind();
        if (kind != null) {
            String message = "expected a page or a post, found a part of the blog's export of the kind " + kind;
            return new Reject(
                    known,
                    url(),
                    null,
                    null,
                    null,
                    0,
                    Stage.OPEN,
                    RejectReason.UNSUPPORTED,
                    Rejects.printable(message),
                    null);
        }
        String path = content();
        if (path == null) {
            String message = "expected an item with a text or a description, found "
                    + (first("title") == null ? "none" : "its title alone");
            return new Reject(known, url(), null, null, null, 0, Stage.OPEN, RejectReason.EMPTY, message, null);
        }
        XmlElement content = elements.getOrDefault(path, List.of()).get(0);
        return new Capture(
                known,
                url(),
                place.about().capturedAt(),
                (isHtml(content) ? "text/html" : "text/plain") + "; charset=utf-8",
                null,
                null,
                place.about().publisher(),
                declared(path),
                content.text().getBytes(StandardCharsets.UTF_8));
    }

    /** What an export of WordPress or Blogger says that an item is where it is neither page nor post; else null. */
    private @Nullable String machineryKind() {
        String type = first("wp:post_type");
        if (type != null && NO_POSTS.contains(type)) {
            return type;
        }
        String blogger = first("blogger:type");
        if (blogger != null) {
            return POSTS.contains(blogger.toLowerCase(Locale.ROOT)) ? null : blogger;
        }
        for (XmlElement category : elements.getOrDefault("category", List.of())) {
            String term = category.attribute("term");
            if (category.attribute("scheme").endsWith("/g/2005#kind") && term.indexOf('#') > 0) {
                String kind = term.substring(term.indexOf('#') + 1);
                return POSTS.contains(kind) ? null : kind;
            }
        }
        return null;
    }

    private @Nullable String content() {
        for (String path : CONTENT) {
            List<XmlElement> found = elements.getOrDefault(path, List.of());
            if (!found.isEmpty() && !found.get(0).text().isBlank() && isText(found.get(0))) {
                return path;
            }
        }
        return null;
    }

    /** Whether it is text or markup: an entry's content may be anything, in Base64. */
    private static boolean isText(XmlElement content) {
        String type = content.attribute("type").toLowerCase(Locale.ROOT);
        return type.isEmpty() || type.equals("html") || type.equals("xhtml") || type.startsWith("text");
    }

    private static boolean isHtml(XmlElement content) {
        String type = content.attribute("type").toLowerCase(Locale.ROOT);
        boolean marked = content.markup() || type.endsWith("html");
        String text = content.text();
        return marked || (!type.startsWith("text") && (text.indexOf('<') >= 0 || FeedText.holdsReference(text)));
    }

    /** The first value of an element; null where it has none. */
    private @Nullable String first(String path) {
        XmlElement element = firstElement(path);
        return element == null ? null : element.text().strip();
    }

    private @Nullable XmlElement firstElement(String path) {
        for (XmlElement element : elements.getOrDefault(path, List.of())) {
            if (!element.text().isBlank()) {
                return element;
            }
        }
        return null;
    }

    private @Nullable String plain(String path) {
        XmlElement element = firstElement(path);
        String plain = element == null ? "" : FeedText.plain(element);
        return plain.isEmpty() ? null : plain;
    }

    /** The page's address: the original one where a service counts clicks; of Atom's links the alternate. */
    private @Nullable String url() {
        String original = first("feedburner:origLink");
        if (original != null) {
            return original;
        }
        String alternate = null;
        for (XmlElement link : elements.getOrDefault("link", List.of())) {
            String rel = link.attribute("rel");
            if (rel.isEmpty() || rel.equals("alternate")) {
                String address = link.attribute("href").isBlank() ? link.text() : link.attribute("href");
                alternate = alternate == null && !address.isBlank() ? address.strip() : alternate;
            }
        }
        return alternate == null ? permalink() : alternate;
    }

    /** An identifier that is an address, unless it is said to be none. */
    private @Nullable String permalink() {
        for (XmlElement guid : elements.getOrDefault("guid", List.of())) {
            String address = guid.text().strip();
            boolean web = address.startsWith("http://") || address.startsWith("https://");
            if (web && !guid.attribute("isPermaLink").equals("false")) {
                return address;
            }
        }
        return null;
    }

    private Declared declared(String content) {
        addDate(DateClaim.Meaning.PUBLISHED, "pubDate");
        addDate(DateClaim.Meaning.PUBLISHED, "published");
        addDate(DateClaim.Meaning.PUBLISHED, "issued");
        addDate(DateClaim.Meaning.UNSPECIFIED, "dc:date");
        addDate(DateClaim.Meaning.MODIFIED, "updated");
        addDate(DateClaim.Meaning.MODIFIED, "modified");
        addNames("dc:creator");
        addNames("author/name");
        if (!elements.containsKey("author/name")) {
            addNames("author");
        }
        if (names.isEmpty() && feed.author() != null) {
            addName(feed.author(), "feed/author/name");
        }
        return new Declared(
                new Headline(plain("title"), null, description(content)),
                feed.language(),
                feed.site(),
                null,
                tags(),
                image(),
                dates,
                names);
    }

    /** The description where it is not the text itself, and no markup. */
    private @Nullable String description(String content) {
        for (String path : DESCRIPTIONS) {
            XmlElement description = path.equals(content) ? null : firstElement(path);
            if (description != null && description.text().indexOf('<') < 0) {
                return plain(path);
            }
        }
        return null;
    }

    private void addDate(DateClaim.Meaning meaning, String path) {
        String raw = first(path);
        if (raw != null) {
            dates.add(new DateClaim(meaning, raw, ClaimSource.RECORD, locator(path), Region.HEAD, dates.size()));
        }
    }

    private void addNames(String path) {
        for (XmlElement element : elements.getOrDefault(path, List.of())) {
            if (!element.markup() && !element.text().isBlank() && names.size() < MOST_CLAIMS) {
                addName(person(element.text().strip()), path);
            }
        }
    }

    private void addName(String name, String path) {
        int order = dates.size() + names.size();
        names.add(new NameClaim(Role.AUTHOR, name, ClaimSource.RECORD, locator(path), Region.HEAD, order, null, null));
    }

    /** RSS wants an address, and the name behind it: {@code lena@harbour.example (Lena Ortiz)}. */
    private static String person(String author) {
        int open = author.indexOf('(');
        boolean named =
                open > 0 && author.endsWith(")") && author.substring(0, open).indexOf('@') > 0;
        return named ? author.substring(open + 1, author.length() - 1).strip() : author;
    }

    private String locator(String path) {
        return feed.form() + ':' + path;
    }

    private List<String> tags() {
        List<String> tags = new ArrayList<>();
        for (String path : List.of("category", "dc:subject")) {
            for (XmlElement element : elements.getOrDefault(path, List.of())) {
                String label =
                        element.attribute("label").isBlank() ? element.attribute("term") : element.attribute("label");
                String tag = (element.text().isBlank() ? label : element.text()).strip();
                if (!tag.isEmpty() && !tags.contains(tag) && tags.size() < MOST_CLAIMS) {
                    tags.add(tag);
                }
            }
        }
        return tags;
    }

    private @Nullable String image() {
        for (String path : List.of("media:content", "media:thumbnail", "media:group/media:thumbnail", "enclosure")) {
            for (XmlElement element : elements.getOrDefault(path, List.of())) {
                String type = element.attribute("type") + element.attribute("medium");
                boolean picture = type.startsWith("image") || path.endsWith("thumbnail");
                if (picture && !element.attribute("url").isBlank()) {
                    return element.attribute("url").strip();
                }
            }
        }
        return null;
    }
}
