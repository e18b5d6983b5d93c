package dev.colophon.source.feed;

import dev.colophon.source.format.xml.XmlElement;
import dev.colophon.source.format.xml.XmlReading;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a feed says of all its items.
 *
 * @param form what the locators of claims begin with: {@code rss}, {@code atom}
 * @param site its title, which is the site's name; null where it has none
 * @param language its language's tag as written; null where none is stated
 * @param author whose its entries are that name nobody, as Atom has it; null where nobody is named
 */
record FeedHead(
        String form,
        @Nullable String site,
        @Nullable String language,
        @Nullable String author) {
    /** Atom's root, which is not {@code <feedburner:info>}. */
    private static final Pattern ATOM = Pattern.compile("<feed(?=[\\s/>])");

    static FeedHead of(String head) {
        Map<String, List<XmlElement>> elements = XmlReading.readHead(head);
        Matcher atom = ATOM.matcher(head);
        boolean rss = !atom.find();
        String of = rss ? "channel/" : "";
        String language = rss ? first(elements, "channel/language") : languageOf(head, atom.start());
        return new FeedHead(
                rss ? "rss" : "atom",
                first(elements, of + "title"),
                language == null ? first(elements, "channel/dc:language") : language,
                rss ? null : first(elements, "author/name"));
    }

    private static @Nullable String first(Map<String, List<XmlElement>> elements, String path) {
        List<XmlElement> found = elements.getOrDefault(path, List.of());
        String text = found.isEmpty() ? "" : FeedText.plain(found.get(0));
        return text.isBlank() ? null : text;
    }

    /** The attribute of the root, whose element has not ended: {@code <feed xml:lang="de">}. */
    private static @Nullable String languageOf(String head, int root) {
        int end = head.indexOf('>', root);
        int at = head.indexOf("xml:lang=", root);
        if (at < 0 || at > end) {
            return null;
        }
        int from = at + "xml:lang=".length() + 1;
        int to = head.indexOf(head.charAt(from - 1), from);
        return to < 0 || to > end ? null : head.substring(from, to).strip();
    }
}
