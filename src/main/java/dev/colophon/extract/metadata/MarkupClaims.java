package dev.colophon.extract.metadata;

import dev.colophon.extract.metadata.MarkupWords.Signs;
import dev.colophon.extract.metadata.PageFacts.Party;
import dev.colophon.extract.metadata.PageFacts.Place;
import dev.colophon.model.ClaimSource;
import dev.colophon.model.DateClaim.Meaning;
import dev.colophon.model.Region;
import dev.colophon.model.Role;
import dev.colophon.text.Digits;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringTokenizer;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** States what {@code <time>} elements and elements say whose class, id, rel or data attributes name a date or a byline. */
final class MarkupClaims {
    private static final int MAX_DATE = 120;
    private static final int MAX_NAME = 250;
    private static final List<String> DATE_ATTRIBUTES = List.of(
            "datetime",
            "data-datetime",
            "data-date",
            "data-timestamp",
            "data-time",
            "data-published",
            "data-publish-date",
            "data-pubdate",
            "data-utime",
            "data-epoch",
            "created-timestamp",
            "ts",
            "title");
    /** Attributes that hold a time whatever else the element says of itself. */
    static final List<String> STAMPS = List.of("datetime", "created-timestamp", "ts");

    static final List<String> NAME_ATTRIBUTES =
            List.of("data-author", "data-byline", "data-author-name", "data-authors");

    private final PageFlow flow;
    private final PageMarks marks;
    private final PageRegions regions;
    private final LineLabels labels;
    private final PageFacts facts;
    private final boolean isPublicationStated;
    private final long timesBelowHeadline;
    private final Map<Integer, String> nameTexts = new HashMap<>();
    private @Nullable SectionNumbers sections;

    MarkupClaims(PageFlow flow, PageRegions regions, LineLabels labels, PageFacts facts) {
        this.flow = flow;
        this.marks = flow.marks();
        this.regions = regions;
        this.labels = labels;
        this.facts = facts;
        this.isPublicationStated = facts.knowsPublication();
        this.timesBelowHeadline = flow.times().stream().filter(this::isInHeader).count();
    }

    void state() {
        for (int i = 0; i < flow.size(); i++) {
            boolean silent = marks.signs(i).isEmpty()
                    && !marks.mayClaim(i)
                    && !flow.times().get(i);
            Element element = flow.element(i);
            if (!silent && !element.nameIs("body") && !element.nameIs("html") && !element.nameIs("meta")) {
                state(i, element);
            }
        }
    }

    private void state(int index, Element element) {
        Signs signs = marks.signs(index);
        if (element.nameIs("time")) {
            if (!PageMarks.isOfOtherDate(flow, index)) {
                time(index, element, signs);
            }
        } else if (signs.meaning() != null) {
            date(index, element, signs.meaning());
        } else if (marks.mayClaim(index) && STAMPS.stream().anyMatch(element::hasAttr)) {
            attributes(index, element, Meaning.UNSPECIFIED);
        }
        boolean byRel = marks.mayClaim(index)
                && element.nameIs("a")
                && element.attr("rel").contains("author");
        if (byRel || (signs.isName() && signs.meaning() == null)) {
            name(index, element, byRel ? Role.AUTHOR : signs.role());
        } else if (signs.isName() && flow.length(index) <= MAX_DATE) {
            name(index, element, null);
        }
        if (marks.mayClaim(index)) {
            stated(index, element);
        }
    }

    private void stated(int index, Element element) {
        for (String attribute : NAME_ATTRIBUTES) {
            if (element.hasAttr(attribute)) {
                facts.name(
                        Role.AUTHOR,
                        Party.of(element.attr(attribute)),
                        place(index, ClaimSource.MARKUP, "[" + attribute + "]"));
            }
        }
    }

    private void time(int index, Element time, Signs signs) {
        Meaning marked = time.hasAttr("pubdate") ? Meaning.PUBLISHED : signs.meaning();
        Meaning stated = marked == Meaning.MODIFIED && isOnlyTime(index, time) ? Meaning.AS_OF : marked;
        Meaning meaning = stated == null || stated == Meaning.UNSPECIFIED ? told(index, time) : stated;
        attributes(index, time, meaning);
        if (flow.length(index) <= MAX_DATE && flow.isSmall(index)) {
            facts.date(meaning, PageText.lines(time), place(index, ClaimSource.TIME_ELEMENT, ""));
        }
    }

    /**
     * Whether a time that its class calls {@code updated} is the only one below the headline of a page whose metadata state no
     * day of publication, and no word calls it a change: themes give that class, which hAtom asks for, to the day of the post.
     */
    private boolean isOnlyTime(int index, Element time) {
        return !isPublicationStated
                && timesBelowHeadline == 1
                && isInHeader(index)
                && DateLabels.meaning(time.text()) != Meaning.MODIFIED
                && told(index, time) != Meaning.MODIFIED;
    }

    private boolean isInHeader(int index) {
        return regions.of(index) == Region.ARTICLE_HEADER;
    }

    private void date(int index, Element element, Meaning meaning) {
        int length = flow.length(index);
        boolean readable = length >= 4 && length <= MAX_DATE && flow.isSmall(index);
        String text = readable ? PageText.lines(element) : "";
        boolean shown = hasDigit(text) && sections().of(text.strip()).isEmpty();
        if (!shown && DATE_ATTRIBUTES.stream().noneMatch(element::hasAttr)) {
            return;
        }
        Meaning told = meaning == Meaning.UNSPECIFIED ? told(index, element) : meaning;
        attributes(index, element, told);
        if (shown) {
            facts.date(told, text, place(index, ClaimSource.MARKUP, ""));
        }
    }

    private SectionNumbers sections() {
        if (sections == null) {
            sections = new SectionNumbers(flow.lines());
        }
        return sections;
    }

    private void attributes(int index, Element element, Meaning meaning) {
        ClaimSource source = element.nameIs("time") ? ClaimSource.TIME_ELEMENT : ClaimSource.MARKUP;
        for (String attribute : DATE_ATTRIBUTES) {
            String value = element.attr(attribute);
            if (!value.isEmpty() && value.length() <= MAX_DATE && hasDigit(value) && !value.contains("://")) {
                facts.date(meaning, value, place(index, source, "[" + attribute + "]"));
            }
        }
    }

    private Meaning told(int index, Element element) {
        Meaning around = around(index, element);
        return around == Meaning.UNSPECIFIED ? labels.beforeElement(index) : around;
    }

    /** What the words before a date say that it means, or those that mark the element around it. */
    private Meaning around(int index, Element element) {
        int parent = flow.parent(index);
        if (parent < 0 || flow.length(parent) > MAX_DATE || !flow.isSmall(parent)) {
            return Meaning.UNSPECIFIED;
        }
        Element around = flow.element(parent);
        Meaning byWords = marks.signs(parent).meaning();
        if (byWords == Meaning.PUBLISHED || byWords == Meaning.MODIFIED) {
            return byWords;
        }
        String text = around.text();
        int at = text.indexOf(element.text());
        return at <= 0 ? Meaning.UNSPECIFIED : DateLabels.meaning(text.substring(0, at));
    }

    private static boolean hasDigit(String text) {
        return Digits.occurIn(text);
    }

    private void name(int index, Element element, @Nullable Role role) {
        int length = flow.length(index);
        if (length < 2
                || length > MAX_NAME
                || !flow.isSmall(index)
                || element.nameIs("input")
                || element.nameIs("img")) {
            return;
        }
        String text = PageText.lines(element).strip();
        boolean related = element.attr("rel").contains("author");
        if (CodeNames.isCode(text) || (!related && CodeNames.repeats(element, text))) {
            return;
        }
        int parent = flow.parent(index);
        if (!text.equals(parent < 0 ? null : nameTexts.get(parent))) {
            Element link = element.nameIs("a") ? element : onlyLink(index);
            String reference = link == null ? "" : Addresses.of(link, "href");
            facts.name(
                    role,
                    new Party(text, null, reference.isEmpty() ? null : reference),
                    place(index, ClaimSource.MARKUP, suffix(index, element)));
        }
        nameTexts.put(index, text);
    }

    private String suffix(int index, Element element) {
        if (element.attr("rel").contains("author")) {
            return "[rel=author]";
        }
        return marks.signs(index).isAccount() ? "[account]" : "";
    }

    private @Nullable Element onlyLink(int index) {
        Element link = null;
        for (int i = index + 1; i <= flow.last(index); i++) {
            if (flow.element(i).nameIs("a")) {
                if (link != null) {
                    return null;
                }
                link = flow.element(i);
            }
        }
        return link;
    }

    private Place place(int index, ClaimSource source, String suffix) {
        return new Place(source, locator(flow.element(index)) + suffix, regions.of(index), index + 1);
    }

    /**
     * The first three names of a class attribute, without repeats and those that are not plain words, as {@code text-[13px]}:
     * brackets are what a locator names attributes with.
     */
    private static Set<String> classes(String attribute) {
        Set<String> names = new LinkedHashSet<>();
        StringTokenizer parts = new StringTokenizer(attribute, " \t\n\u000b\f\r");
        while (parts.hasMoreTokens() && names.size() < 3) {
            String name = parts.nextToken();
            if (isPlain(name)) {
                names.add(name);
            }
        }
        return names;
    }

    private static boolean isPlain(String name) {
        return name.indexOf('[') < 0 && name.indexOf(']') < 0;
    }

    /** An element as a short selector: {@code div.byline.small}, {@code span#date}. */
    static String locator(Element element) {
        StringBuilder out = new StringBuilder(element.normalName());
        if (!element.id().isEmpty() && isPlain(element.id())) {
            out.append('#').append(element.id());
        }
        classes(element.className()).forEach(name -> out.append('.').append(name));
        return out.length() > 100 ? out.substring(0, 100) : out.toString();
    }
}
