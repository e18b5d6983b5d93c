package dev.colophon.extract.metadata;

import dev.colophon.extract.metadata.PageFacts.Party;
import dev.colophon.extract.metadata.PageFacts.Place;
import dev.colophon.extract.metadata.SchemaTypes.Kind;
import dev.colophon.model.ClaimSource;
import dev.colophon.model.ContributorKind;
import dev.colophon.model.Region;
import dev.colophon.model.Role;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * States what microdata ({@code itemprop}) and RDFa Lite ({@code property}) say of the page's article: properties of
 * items that are comments, and of works beside the page's own article or within it, keep their region and leave its title
 * alone.
 */
final class ItemClaims {
    /** Where the properties of the article itself are believed all the same. */
    private static final Set<Region> OUTSIDE = EnumSet.of(Region.RELATED, Region.FURNITURE, Region.UNKNOWN);

    private static final int MAX_TEXT = 300;
    private static final int MAX_INNER = 200;
    private static final int MAX_SUMMARY = 1200;

    private final PageFlow flow;
    private final PageMarks marks;
    private final PageRegions regions;
    private final PageFacts facts;
    private final int[] items;

    private final boolean hasOwnArticle;

    ItemClaims(PageFlow flow, PageMarks marks, PageRegions regions, PageFacts facts) {
        this.flow = flow;
        this.marks = marks;
        this.regions = regions;
        this.facts = facts;
        this.items = items(flow);
        boolean own = false;
        for (int i = 0; i < flow.size(); i++) {
            own |= marks.opensItem(i) && kind(i) == Kind.ARTICLE && regions.holdsArticle(i);
        }
        this.hasOwnArticle = own;
    }

    /** The item that each element belongs to: the nearest ancestor that opens one; -1 outside of all. */
    static int[] items(PageFlow flow) {
        int[] items = new int[flow.size()];
        for (int i = 0; i < items.length; i++) {
            int parent = flow.parent(i);
            items[i] = parent < 0 ? -1 : flow.marks().opensItem(parent) ? parent : items[parent];
        }
        return items;
    }

    private String type(int index) {
        Element element = flow.element(index);
        String types = element.hasAttr("itemtype") ? element.attr("itemtype") : element.attr("typeof");
        String first = types.strip();
        int space = first.indexOf(' ');
        return SchemaTypes.localName(space < 0 ? first : first.substring(0, space));
    }

    private Kind kind(int index) {
        return SchemaTypes.kind(type(index));
    }

    /** The meta tags of the head are read elsewhere. */
    void state() {
        for (int i = flow.headEnd() + 1; i < flow.size(); i++) {
            if (marks.isProperty(i)) {
                state(i, flow.element(i));
            }
        }
    }

    private void state(int index, Element element) {
        if (element.hasAttr("itemprop")) {
            state(index, element.attr("itemprop"), ClaimSource.MICRODATA);
        } else if (!element.nameIs("meta")) {
            state(index, element.attr("property"), ClaimSource.RDFA);
        }
    }

    private void state(int index, String properties, ClaimSource source) {
        int item = items[index];
        Kind kind = item < 0 ? Kind.PAGE : kind(item);
        boolean describes = JsonLdReader.isWork(kind) || kind == Kind.OTHER || kind == Kind.COMMENT;
        if (!describes) {
            return;
        }
        for (String property : properties.strip().split("\\s+", 5)) {
            Vocabulary.Term term = term(property);
            if (term != null) {
                state(index, term, place(index, property, source));
            }
        }
    }

    private static Vocabulary.@Nullable Term term(String property) {
        Vocabulary.Term prefixed = property.indexOf(':') < 0 ? null : Vocabulary.META.term(property);
        return prefixed == null ? Vocabulary.SCHEMA.term(SchemaTypes.localName(property)) : prefixed;
    }

    private Place place(int index, String property, ClaimSource source) {
        int item = items[index];
        String type = item < 0 ? "" : type(item) + ".";
        String locator = source.label() + ":" + type + SchemaTypes.localName(property);
        return new Place(source, locator, region(index, item), index + 1);
    }

    private Region region(int index, int item) {
        Region region = regions.of(index);
        boolean marked = region == Region.COMMENT || region == Region.RELATED;
        if (item >= 0 && kind(item) == Kind.COMMENT) {
            return Region.COMMENT;
        }
        if (isOfAnotherWork(item)) {
            return Region.RELATED;
        }
        if (item >= 0 && OUTSIDE.contains(region) && kind(item) == Kind.ARTICLE && regions.holdsArticle(item)) {
            return Region.HEAD;
        }
        Element element = flow.element(index);
        boolean unseen = element.nameIs("meta") || element.nameIs("link");
        return unseen && !marked && (item < 0 || regions.holdsArticle(item)) ? Region.HEAD : region;
    }

    /** Whether an item is beside the page's article, or a part of it that is a work of its own: its picture, a video, a review. */
    private boolean isOfAnotherWork(int item) {
        if (item < 0 || regions.holdsArticle(item)) {
            return false;
        }
        Element element = flow.element(item);
        if (!hasOwnArticle) {
            return JsonLdReader.isWork(kind(item)) && JsonLdGraph.leadsElsewhere(element.attr("itemprop"));
        }
        boolean value = element.hasAttr("itemprop") || element.hasAttr("property");
        return switch (kind(item)) {
            case ARTICLE, WORK -> true;
            case OTHER -> value && !type(item).isEmpty();
            case PAGE, PERSON, ORGANISATION, COMMENT, LIST -> false;
        };
    }

    private void state(int index, Vocabulary.Term term, Place place) {
        if (term.field().meaning() != null) {
            dates(index, term, place);
        } else if (term.field().role() != null) {
            if (!isOfAnotherWork(items[index]) || kind(items[index]) == Kind.ARTICLE) {
                party(index, term.field().role(), place);
            }
        } else if (place.region() != Region.RELATED && place.region() != Region.COMMENT && owns(index)) {
            scalar(index, term, place);
        }
    }

    /** Whether the element speaks for the page rather than for one of several items on it. */
    private boolean owns(int index) {
        int item = items[index];
        return item >= 0 && kind(item) != Kind.OTHER && regions.holdsArticle(item);
    }

    private void dates(int index, Vocabulary.Term term, Place place) {
        Element element = flow.element(index);
        for (String attribute : List.of("content", "datetime", "title")) {
            if (!element.attr(attribute).isEmpty()) {
                facts.state(term, element.attr(attribute), place);
            }
        }
        if (flow.length(index) > 0 && isShort(index)) {
            facts.state(term, element.text(), place);
        }
    }

    private void party(int index, Role role, Place place) {
        Element element = flow.element(index);
        if (marks.opensItem(index)) {
            nested(index, role, place);
        } else if (!element.attr("content").isEmpty()) {
            facts.name(role, Party.of(element.attr("content")), place);
        } else if (isShort(index)) {
            String reference = Addresses.of(element, "href");
            facts.name(role, new Party(PageText.lines(element), null, reference.isEmpty() ? null : reference), place);
        }
    }

    /** An author that is an item of its own: its name is a property of that item. */
    private void nested(int index, Role role, Place place) {
        ContributorKind kind = SchemaTypes.contributor(type(index));
        List<String> names = new ArrayList<>();
        String reference = null;
        int last = Math.min(flow.last(index), index + MAX_INNER);
        for (int i = index + 1; i <= last; i++) {
            Element inner = flow.element(i);
            String property = SchemaTypes.localName(inner.attr(inner.hasAttr("itemprop") ? "itemprop" : "property"));
            if (items[i] == index && property.equals("name")) {
                names.add(inner.attr("content").isEmpty() ? inner.text() : inner.attr("content"));
            }
            String address = reference == null && inner.nameIs("a") ? Addresses.of(inner, "href") : "";
            reference = address.isEmpty() ? reference : address;
        }
        if (names.isEmpty() && isShort(index)) {
            names.add(PageText.lines(flow.element(index)));
        }
        for (String name : names) {
            facts.name(role, new Party(name, kind, reference), place);
        }
    }

    private void scalar(int index, Vocabulary.Term term, Place place) {
        Element element = flow.element(index);
        String stated = address(element, term.field());
        if (stated == null) {
            // What the page shows as its text is read with everything around it.
            if (term.field() == Field.BODY || !isSummary(index) || marks.opensItem(index)) {
                return;
            }
            stated = term.field() == Field.TITLE ? ownText(element) : element.text();
        }
        if (term.field().isList()) {
            PageText.keywords(stated).forEach(tag -> facts.state(term, tag, place));
        } else {
            facts.state(term, stated, place);
        }
    }

    /** A heading's words without the links in it that lead elsewhere, as to a rubric; all of them where it is nothing else. */
    private static String ownText(Element heading) {
        String own = heading.ownText().strip();
        boolean more = heading.childrenSize() == 1 && heading.child(0).nameIs("a");
        return more && own.length() > heading.child(0).text().length() ? own : heading.text();
    }

    private boolean isShort(int index) {
        return flow.length(index) <= MAX_TEXT && flow.isSmall(index);
    }

    private boolean isSummary(int index) {
        return flow.length(index) <= MAX_SUMMARY && flow.isSmall(index);
    }

    private static @Nullable String address(Element element, Field field) {
        if (!element.attr("content").isEmpty()) {
            return element.attr("content");
        }
        if (field != Field.IMAGE) {
            return null;
        }
        for (String attribute : List.of("src", "href", "data-src")) {
            String address = Addresses.of(element, attribute);
            if (!address.isEmpty()) {
                return address;
            }
        }
        return "";
    }
}
