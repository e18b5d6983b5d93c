package dev.colophon.extract.metadata;

import com.fasterxml.jackson.databind.JsonNode;
import dev.colophon.extract.metadata.PageFacts.Party;
import dev.colophon.extract.metadata.PageFacts.Place;
import dev.colophon.model.ClaimSource;
import dev.colophon.text.Spaces;
import java.util.List;
import java.util.StringTokenizer;
import org.jsoup.nodes.Element;

/** States what a page's meta tags and links say. */
final class MetaTags {
    private static final List<String> NAMES = List.of("property", "name", "http-equiv");
    private static final List<String> HEAD_NAMES = List.of("property", "name", "itemprop", "http-equiv");

    private static final List<String> CARDS = List.of("1", "2");
    private static final int MAX_CARD = 150;
    private static final String PARSELY = "parsely-page";

    private MetaTags() {}

    static void read(List<Element> metas, PageFacts facts) {
        for (Element meta : metas) {
            String content = meta.hasAttr("content") ? meta.attr("content") : meta.attr("value");
            if (!Spaces.isBlank(content)) {
                attributes(meta).forEach(attribute -> state(meta, attribute, content, facts));
            }
        }
        CARDS.forEach(card -> stateCard(metas, card, facts));
    }

    /** Twitter's cards have lines of a label and a value, in the page's language: {@code Written by}, {@code Ann Lee}. */
    private static void stateCard(List<Element> metas, String card, PageFacts facts) {
        String label = content(metas, "twitter:label" + card);
        String value = content(metas, "twitter:data" + card);
        if (!label.isEmpty() && !value.isEmpty() && label.length() + value.length() <= MAX_CARD) {
            Place place = Place.head(ClaimSource.META, "meta[name=twitter:data" + card + "]");
            facts.name(null, Party.of(label + ": " + PageText.plain(value)), place);
        }
    }

    private static String content(List<Element> metas, String name) {
        for (Element meta : metas) {
            for (String attribute : NAMES) {
                if (meta.attr(attribute).equals(name)) {
                    return meta.attr("content").strip();
                }
            }
        }
        return "";
    }

    /** In the body {@code itemprop} belongs to an item, which {@link ItemClaims} reads. */
    private static List<String> attributes(Element meta) {
        Element parent = meta.parent();
        return parent != null && parent.nameIs("head") ? HEAD_NAMES : NAMES;
    }

    /** RDFa's {@code property} holds terms with spaces between them; a name has none, or those are its own. */
    private static void state(Element meta, String attribute, String content, PageFacts facts) {
        String name = meta.attr(attribute).trim();
        if (attribute.equals("property") && name.indexOf(' ') > 0) {
            StringTokenizer terms = new StringTokenizer(name);
            while (terms.hasMoreTokens()) {
                state(meta, attribute, terms.nextToken(), content, facts);
            }
        } else {
            state(meta, attribute, name, content, facts);
        }
    }

    private static void state(Element meta, String attribute, String name, String content, PageFacts facts) {
        if (name.equals(PARSELY)) {
            stateParsely(content, facts);
            return;
        }
        Vocabulary.Term term = name.isEmpty() ? null : Vocabulary.META.term(name);
        if (term == null) {
            return;
        }
        Place place = Place.head(ClaimSource.META, "meta[" + attribute + "=" + name + "]");
        String text = PageText.plain(content);
        if (term.field().isList()) {
            List<String> tags =
                    term.field() == Field.KEYWORDS ? PageText.searchKeywords(text) : PageText.keywords(text);
            tags.forEach(tag -> facts.state(term, tag, place));
        } else if (term.field().role() != null && isAddress(text)) {
            // Open Graph's article:author is the address of a profile; its last part may still be the name.
            facts.name(term.field().role(), new Party(text, null, text), place);
        } else {
            facts.state(term, text, place);
        }
    }

    /** Parse.ly's older tag has an object whose members are those of its later tags: {@code "pub_date"} for parsely-pub-date. */
    private static void stateParsely(String content, PageFacts facts) {
        for (JsonNode object : LenientJson.read(content)) {
            object.properties().forEach(member -> {
                String name = "parsely-" + member.getKey().replace('_', '-');
                boolean authors =
                        name.equals("parsely-authors") && member.getValue().isArray();
                if (authors) {
                    member.getValue().forEach(author -> stateParsely("parsely-author", author, facts));
                } else {
                    stateParsely(name, member.getValue(), facts);
                }
            });
        }
    }

    private static void stateParsely(String name, JsonNode value, PageFacts facts) {
        Vocabulary.Term term = Vocabulary.META.term(name);
        if (term != null && !term.field().isList() && value.isTextual()) {
            Place place = Place.head(ClaimSource.META, "meta[name=" + PARSELY + "]");
            facts.state(term, PageText.plain(value.asText()), place);
        }
    }

    private static boolean isAddress(String text) {
        return text.startsWith("http://") || text.startsWith("https://");
    }
}
