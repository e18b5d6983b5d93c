package dev.colophon.dataset.table;

import dev.colophon.byline.ContributorIds;
import dev.colophon.dataset.parquet.ColumnType;
import dev.colophon.dataset.parquet.Row;
import dev.colophon.dataset.parquet.RowOrder;
import dev.colophon.text.NameFolding;
import dev.colophon.text.Scripts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.parquet.io.api.Binary;
import org.jspecify.annotations.Nullable;

/** Sums up mentions; their order does not matter, but those of one group of documents must follow each other. */
final class Summary {
    /** By code points, where {@link String#compareTo} goes by UTF-16 units. */
    private static final Comparator<String> CODE_POINTS = (left, right) ->
            RowOrder.bytes((Binary) ColumnType.STRING.encode(left), (Binary) ColumnType.STRING.encode(right));

    private static final Set<String> WRITING = Set.of("author", "reporter");

    private static final int GROUP = Mentions.TABLE.position("group");
    private static final int DOCUMENTS = Mentions.TABLE.position("documents");
    private static final int FIRST = Mentions.TABLE.position("first_seen");
    private static final int LAST = Mentions.TABLE.position("last_seen");

    private final String id;
    private String kind = "";
    private final Map<String, Long> names = new TreeMap<>(CODE_POINTS);
    private final TreeSet<String> variants = new TreeSet<>(CODE_POINTS);
    private final TreeSet<String> roles = new TreeSet<>(CODE_POINTS);
    private final TreeSet<String> publishers = new TreeSet<>(CODE_POINTS);
    private final TreeSet<String> domains = new TreeSet<>(CODE_POINTS);
    private final TreeSet<String> references = new TreeSet<>(CODE_POINTS);
    private @Nullable Integer first;
    private @Nullable Integer last;
    private @Nullable Object group;
    private long documents;
    private boolean written;
    private long writings;

    Summary(String id) {
        this.id = id;
    }

    void add(Row mention) {
        kind = text(mention, "kind");
        names.merge(text(mention, "name"), documents(mention), Long::sum);
        variants.add(text(mention, "name"));
        variants.add(text(mention, "name_raw"));
        roles.add(text(mention, "role"));
        addTo(publishers, mention, "publisher");
        addTo(domains, mention, "registered_domain");
        addTo(references, mention, "reference");
        addDays(mention);
        count(mention);
    }

    private static long documents(Row mention) {
        return (Long) Objects.requireNonNull(mention.value(DOCUMENTS));
    }

    /** A group has both days or none. */
    private void addDays(Row mention) {
        Integer from = (Integer) mention.value(FIRST);
        Integer to = (Integer) mention.value(LAST);
        if (from != null && to != null) {
            first = first == null ? from : Math.min(first, from);
            last = last == null ? to : Math.max(last, to);
        }
    }

    private void count(Row mention) {
        Object number = mention.value(GROUP);
        if (!Objects.equals(number, group)) {
            group = number;
            documents += documents(mention);
            written = false;
        }
        if (!written && WRITING.contains(text(mention, "role"))) {
            written = true;
            writings += documents(mention);
        }
    }

    private static void addTo(Set<String> set, Row mention, String column) {
        String value = mention.string(Mentions.TABLE.position(column));
        if (value != null) {
            set.add(value);
        }
    }

    private static String text(Row mention, String column) {
        return Objects.requireNonNull(mention.string(Mentions.TABLE.position(column)));
    }

    String id() {
        return id;
    }

    /** The kind that the documents say. */
    String kind() {
        return kind;
    }

    Set<String> variants() {
        return variants;
    }

    /** Their pages and e-mail addresses. */
    Set<String> references() {
        return references;
    }

    Set<String> roles() {
        return roles;
    }

    long documents() {
        return documents;
    }

    /** Documents that they wrote. */
    long writings() {
        return writings;
    }

    @Nullable
    LocalDate first() {
        return first == null ? null : LocalDate.ofEpochDay(first);
    }

    @Nullable
    LocalDate last() {
        return last == null ? null : LocalDate.ofEpochDay(last);
    }

    /** Ids, names and domains of the publishers. */
    Set<String> publishers() {
        Set<String> all = new TreeSet<>(publishers);
        all.addAll(domains);
        return all;
    }

    /**
     * The publisher's scope that the id was made with; empty where no publisher is known. A document does not hold it, but
     * the id tells which it was.
     */
    String scope() {
        List<String> candidates = new ArrayList<>(publishers);
        candidates.addAll(domains);
        publishers.forEach(publisher -> candidates.add(NameFolding.fold(publisher)));
        String name = names.keySet().iterator().next();
        return candidates.stream()
                .filter(scope -> ContributorIds.of(kind, scope, name).equals(id))
                .findFirst()
                .orElse(
                        candidates.isEmpty()
                                        || ContributorIds.of(kind, "", name).equals(id)
                                ? ""
                                : candidates.get(0));
    }

    /** The first in the order of code points among the most frequent. */
    String name() {
        String best = "";
        long most = 0;
        for (Map.Entry<String, Long> name : names.entrySet()) {
            if (name.getValue() > most) {
                best = name.getKey();
                most = name.getValue();
            }
        }
        return best;
    }

    ContributorColumns.Figures figures() {
        return new ContributorColumns.Figures(
                List.copyOf(variants),
                scripts(),
                List.copyOf(roles),
                List.copyOf(publishers),
                first(),
                last(),
                documents,
                List.copyOf(references));
    }

    private List<String> scripts() {
        return variants.stream()
                .map(Scripts::dominant)
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .toList();
    }
}
