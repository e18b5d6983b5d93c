package dev.colophon.extract.metadata;

import com.fasterxml.jackson.databind.JsonNode;
import dev.colophon.extract.metadata.PageFacts.Party;
import dev.colophon.extract.metadata.PageFacts.Place;
import dev.colophon.extract.metadata.SchemaTypes.Kind;
import dev.colophon.model.ClaimSource;
import dev.colophon.model.ContributorKind;
import dev.colophon.model.Region;
import dev.colophon.model.Role;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** States what a page's JSON-LD says of its article. */
final class JsonLdReader {
    private static final int MAX_VALUES = 100;
    private static final int MAX_ARTICLES = 20;
    private static final Vocabulary.Term RUBRIC = new Vocabulary.Term(Field.RUBRIC, 1);

    private final JsonLdGraph graph;
    private final PageFacts facts;

    private JsonLdReader(JsonLdGraph graph, PageFacts facts) {
        this.graph = graph;
        this.facts = facts;
    }

    /** Reads the scripts' contents; {@code address} and {@code titles} tell the page's article from others. */
    static void read(List<String> scripts, @Nullable String address, List<String> titles, PageFacts facts) {
        JsonLdGraph graph = new JsonLdGraph();
        scripts.forEach(script -> LenientJson.read(script).forEach(graph::add));
        JsonLdReader reader = new JsonLdReader(graph, facts);
        reader.stateAll(address, titles);
        reader.stateTrail();
    }

    /** The steps of the page's trail that are neither the site's front page nor the page itself. */
    private void stateTrail() {
        List<JsonNode> steps = graph.trail();
        for (int i = 0; i + 1 < steps.size(); i++) {
            JsonNode step = steps.get(i);
            JsonNode item = JsonText.property(step, "item");
            String url = JsonText.text(item, "@id", "url");
            String name = JsonText.text(step, "name");
            String said = name == null && item.isObject() ? JsonText.text(item, "name") : name;
            boolean front = url == null ? i == 0 && steps.size() > 2 : Addresses.isFrontPage(url);
            if (said != null && !front) {
                facts.state(RUBRIC, said, Place.head(ClaimSource.JSON_LD, "json-ld:BreadcrumbList"));
            }
        }
    }

    private void stateAll(@Nullable String address, List<String> titles) {
        List<JsonLdGraph.Work> works = graph.works(address, titles);
        for (JsonLdGraph.Work work : works.subList(0, Math.min(MAX_ARTICLES, works.size()))) {
            stateWork(work);
        }
    }

    private void stateWork(JsonLdGraph.Work work) {
        boolean own = work.region() == Region.HEAD;
        work.node().fields().forEachRemaining(entry -> {
            String property = SchemaTypes.localName(entry.getKey());
            Vocabulary.Term term = Vocabulary.SCHEMA.term(property);
            boolean claim = term != null
                    && (term.field().meaning() != null || term.field().role() != null);
            if (term != null && (own || claim) && (claim || work.tells(property))) {
                String locator = "json-ld:" + work.type() + "." + property;
                stateValue(term, entry.getValue(), new Place(ClaimSource.JSON_LD, locator, work.region(), 0));
            }
        });
    }

    private void stateValue(Vocabulary.Term term, JsonNode value, Place place) {
        for (JsonNode one : items(value)) {
            if (term.field().role() != null) {
                stateParty(term.field().role(), one, place);
            } else if (term.field().isList()) {
                stateTags(term, one, place);
            } else {
                stateText(term, one, place);
            }
        }
    }

    private void stateText(Vocabulary.Term term, JsonNode one, Place place) {
        boolean image = term.field() == Field.IMAGE;
        String text = image
                ? JsonText.text(graph.resolve(one), "url", "contentUrl", "@value", "name", "@id")
                : JsonText.text(graph.resolve(one), "name", "@value", "url", "alternateName", "@id");
        // A place within a page is no picture's.
        if (text != null && !(image && text.indexOf('#') >= 0)) {
            facts.state(term, text, place);
        }
    }

    private void stateTags(Vocabulary.Term term, JsonNode one, Place place) {
        String text = JsonText.text(one, "name", "@value");
        if (text != null) {
            PageText.keywords(text).forEach(tag -> facts.state(term, tag, place));
        }
    }

    private void stateParty(Role role, JsonNode one, Place place) {
        JsonNode party = graph.resolve(one);
        if (party.isTextual()) {
            named(role, new Party(JsonText.clean(party.asText()), null, null), place);
            return;
        }
        String type = JsonLdGraph.type(party);
        ContributorKind kind = SchemaTypes.contributor(type);
        String reference = JsonText.text(party, "url", "email", "sameAs", "@id");
        for (JsonNode name : items(JsonText.property(party, "name", "@value", "alternateName"))) {
            String text = JsonText.text(name, "@value");
            named(role, new Party(text == null ? "" : text, kind, reference), place);
        }
        if (JsonText.property(party, "name").isMissingNode()) {
            String whole = (JsonText.orEmpty(party, "givenName") + " " + JsonText.orEmpty(party, "familyName")).strip();
            named(role, new Party(whole, kind, reference), place);
        }
    }

    private void named(Role role, Party party, Place place) {
        if (!party.raw().isBlank()) {
            facts.name(role, party, place);
        }
    }

    /** The members of an array, bounded; any other value alone. Arrays in arrays are opened one level. */
    private static List<JsonNode> items(JsonNode value) {
        List<JsonNode> items = new ArrayList<>();
        Iterable<JsonNode> outer = value.isArray() ? value : List.of(value);
        for (JsonNode one : outer) {
            Iterable<JsonNode> inner = one.isArray() ? one : List.of(one);
            for (JsonNode item : inner) {
                if (items.size() < MAX_VALUES && !item.isNull() && !item.isMissingNode()) {
                    items.add(item);
                }
            }
        }
        return items;
    }

    /** Whether a kind of node describes something that a page can be about. */
    static boolean isWork(Kind kind) {
        return kind == Kind.ARTICLE || kind == Kind.WORK || kind == Kind.PAGE;
    }
}
