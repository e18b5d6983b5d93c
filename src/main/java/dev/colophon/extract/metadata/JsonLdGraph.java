package dev.colophon.extract.metadata;

import com.fasterxml.jackson.databind.JsonNode;
import dev.colophon.extract.metadata.SchemaTypes.Kind;
import dev.colophon.model.Region;
import dev.colophon.text.Spaces;
import dev.colophon.text.WordLists;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The nodes of a page's JSON-LD: which of them is the page's article, and what its references point to. */
final class JsonLdGraph {
    private static final int MAX_NODES = 20_000;
    private static final int SHORTEST_HEADLINE = 5;
    private static final int MOST_PAIRS = 50;

    private static final Set<String> ELSEWHERE =
            Set.copyOf(WordLists.lines(JsonLdGraph.class, "json-ld-elsewhere.txt"));

    private final List<Found> works = new ArrayList<>();
    private final Map<String, JsonNode> byId = new HashMap<>();
    private @Nullable JsonNode trail;
    private int nodes;

    private record Found(JsonNode node, String type, Kind kind, boolean elsewhere) {}

    /**
     * How likely a work is the page's own.
     *
     * @param score negative for what is another page's
     * @param mine whether it bears the page's title or address
     */
    private record Rated(Found work, int score, boolean mine) {}

    private record Visit(JsonNode node, boolean elsewhere) {}

    /**
     * Something that the page may be about.
     *
     * @param node the node
     * @param type its type without the vocabulary
     * @param region {@link Region#HEAD} for the page's own, {@link Region#RELATED} for another's
     */
    record Work(JsonNode node, String type, Region region) {
        /** Whether a property of the node says something about the page: the name of a web page is no headline. */
        boolean tells(String property) {
            return !property.equals("text") || SchemaTypes.kind(type) == Kind.ARTICLE;
        }
    }

    /** Whether a property leads to other pages' articles, or to readers' words. */
    static boolean leadsElsewhere(String property) {
        return ELSEWHERE.contains(SchemaTypes.localName(property));
    }

    /** Adds the nodes of a script's value. */
    void add(JsonNode root) {
        Deque<Visit> open = new ArrayDeque<>();
        open.push(new Visit(root, false));
        while (!open.isEmpty() && nodes++ < MAX_NODES) {
            Visit visit = open.pop();
            if (visit.node().isObject()) {
                note(visit);
            }
            List<Visit> inner = children(visit);
            for (int i = inner.size() - 1; i >= 0; i--) {
                open.push(inner.get(i));
            }
        }
    }

    private static List<Visit> children(Visit visit) {
        List<Visit> children = new ArrayList<>();
        if (visit.node().isArray()) {
            visit.node().forEach(child -> children.add(new Visit(child, visit.elsewhere())));
        } else {
            visit.node().fields().forEachRemaining(entry -> {
                if (entry.getValue().isContainerNode()) {
                    boolean away = leadsElsewhere(entry.getKey());
                    children.add(new Visit(entry.getValue(), visit.elsewhere() || away));
                }
            });
        }
        return children;
    }

    private void note(Visit visit) {
        JsonNode node = visit.node();
        JsonNode id = node.get("@id");
        if (id != null && id.isTextual() && node.size() > 1) {
            // A reference may state the type, too.
            byId.merge(id.asText(), node, (known, other) -> other.size() > known.size() ? other : known);
        }
        String type = type(node);
        Kind kind = SchemaTypes.kind(type);
        if (trail == null && SchemaTypes.localName(type).equals("BreadcrumbList")) {
            trail = node;
        }
        if (JsonLdReader.isWork(kind)) {
            works.add(new Found(node, SchemaTypes.localName(type), kind, visit.elsewhere()));
        }
    }

    /** The steps of the first trail of links ({@code BreadcrumbList}) in their order; none where there is no trail. */
    List<JsonNode> trail() {
        List<JsonNode> steps = new ArrayList<>();
        if (trail != null) {
            JsonNode elements = JsonText.property(trail, "itemListElement");
            for (JsonNode step : elements.isArray() ? elements : List.of(elements)) {
                if (step.isObject()) {
                    steps.add(step);
                }
            }
        }
        steps.sort(Comparator.comparingInt(
                step -> JsonText.property(step, "position").asInt(0)));
        return steps;
    }

    /** The type of a node, the most telling of several; empty where it states none. */
    static String type(JsonNode node) {
        JsonNode stated = node.has("@type") ? node.get("@type") : node.path("type");
        if (!stated.isArray()) {
            return stated.isTextual() ? stated.asText() : "";
        }
        String best = "";
        for (JsonNode one : stated) {
            if (best.isEmpty() || SchemaTypes.kind(one.asText()).compareTo(SchemaTypes.kind(best)) < 0) {
                best = one.asText();
            }
        }
        return best;
    }

    /** The node that a bare reference ({@code {"@id": …}}) or an id points to; the value itself for all else. */
    JsonNode resolve(JsonNode value) {
        JsonNode id = value.isObject() && value.size() <= 2 ? value.get("@id") : value;
        if (id == null || !id.isTextual()) {
            return value;
        }
        return byId.getOrDefault(id.asText(), value);
    }

    /**
     * What the page may be about: its own article first, then the rest of its own, then other pages' articles. Where one
     * article bears the page's title or address, those of other headlines are others'.
     */
    List<Work> works(@Nullable String address, List<String> titles) {
        List<Rated> sorted = works.stream()
                .map(work -> rate(work, address, titles))
                .sorted(Comparator.comparingInt(Rated::score).reversed())
                .toList();
        List<Work> ranked = new ArrayList<>();
        boolean known = false;
        for (Rated rated : sorted) {
            Found work = rated.work();
            boolean article = work.kind() == Kind.ARTICLE;
            boolean inside = work.kind() == Kind.WORK && sorted.get(0).work().kind() == Kind.ARTICLE;
            boolean other = known && article && !rated.mine() && isNamed(work.node());
            boolean own =
                    ranked.isEmpty() ? rated.mine() || rated.score() >= 0 : rated.score() >= 0 && !inside && !other;
            known |= article && rated.mine();
            ranked.add(new Work(work.node(), work.type(), own ? Region.HEAD : Region.RELATED));
        }
        return ranked;
    }

    private static Rated rate(Found work, @Nullable String address, List<String> titles) {
        boolean here = isHere(work.node(), address);
        boolean titled = isTitled(work.node(), titles);
        int score = work.kind() == Kind.ARTICLE ? 20 : work.kind() == Kind.WORK ? 10 : 5;
        score += (here ? 8 : 0) + (titled ? 8 : 0) + (work.node().has("datePublished") ? 2 : 0);
        if (work.elsewhere() && !(here && titled)) {
            score -= 100;
        }
        return new Rated(work, score, here || titled);
    }

    private static boolean isHere(JsonNode node, @Nullable String address) {
        if (address == null) {
            return false;
        }
        for (String property : List.of("url", "mainEntityOfPage", "@id")) {
            String stated = JsonText.text(JsonText.property(node, property), "@id", "url");
            if (stated != null && path(stated).equals(path(address)) && !differ(query(stated), query(address))) {
                return true;
            }
        }
        return false;
    }

    /** Whether two queries state different values of one name: {@code idxno=7} and {@code idxno=5} are two pages. */
    private static boolean differ(Map<String, String> one, Map<String, String> other) {
        return one.entrySet().stream()
                .anyMatch(entry ->
                        !other.getOrDefault(entry.getKey(), entry.getValue()).equals(entry.getValue()));
    }

    private static Map<String, String> query(String address) {
        int start = address.indexOf('?');
        int fragment = address.indexOf('#', start + 1);
        if (start < 0) {
            return Map.of();
        }
        Map<String, String> values = new HashMap<>();
        for (String pair : address.substring(start + 1, fragment < 0 ? address.length() : fragment)
                .split("&", MOST_PAIRS)) {
            int equals = pair.indexOf('=');
            values.putIfAbsent(
                    equals < 0 ? pair : pair.substring(0, equals), equals < 0 ? "" : pair.substring(equals + 1));
        }
        return values;
    }

    /** An address without scheme, query and fragment, and without a slash at the end. */
    private static String path(String address) {
        int start = address.indexOf("://") < 0 ? 0 : address.indexOf("://") + 3;
        int end = address.length();
        for (char mark : new char[] {'#', '?'}) {
            int cut = address.indexOf(mark, start);
            end = cut < 0 ? end : Math.min(end, cut);
        }
        String path = address.substring(start, end);
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    private static boolean isNamed(JsonNode node) {
        return headline(node).length() > SHORTEST_HEADLINE;
    }

    private static String headline(JsonNode node) {
        String stated = JsonText.text(JsonText.property(node, "headline", "name"), "@value");
        return stated == null ? "" : Spaces.collapse(stated);
    }

    private static boolean isTitled(JsonNode node, List<String> titles) {
        String headline = headline(node);
        return headline.length() > SHORTEST_HEADLINE
                && titles.stream().anyMatch(title -> title.contains(headline) || headline.contains(title));
    }
}
