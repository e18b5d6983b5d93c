package dev.colophon.byline.people;

import dev.colophon.byline.people.Likeness.Degree;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * The people whom one publisher names, and which of them are one person. What comes out depends on who is there and not on
 * the order in which they came. Not thread-safe.
 *
 * <p>Joined is what {@link PersonMatcher} calls the same where all that would be joined agree with each other; and an
 * initial with the one person that it fits, where it fits no other, both did the same work at about the same time, and no
 * document names both. Whatever else is alike is proposed.
 */
public final class Circle {
    private static final int LEAST_FAMILY = 4;

    /** Nobody is called by more names on one page. */
    private static final int MOST_SPELLINGS = 20;

    private static final String UNIQUE = "; it fits nobody else of this publisher";

    private final BiPredicate<String, String> split;
    private final BiPredicate<String, String> together;
    private final Map<String, Bearer> bearers = new HashMap<>();
    private final Map<String, PersonName> names = new HashMap<>();
    private final Map<String, Map<String, Edge>> edges = new TreeMap<>();

    private record Edge(Likeness likeness, Set<Tie> ties) {
        Edge {
            ties = EnumSet.copyOf(ties);
        }

        Edge and(Edge other) {
            Set<Tie> all = EnumSet.copyOf(ties);
            all.addAll(other.ties);
            return new Edge(likeness, all);
        }

        Finding finding() {
            return PersonMatcher.finding(likeness, ties);
        }
    }

    /**
     * What became of a publisher's people.
     *
     * @param joined links whose ends are one person; together they span each person's names
     * @param proposed links whose ends may be one person
     */
    public record Result(List<Link> joined, List<Link> proposed) {
        public Result {
            joined = List.copyOf(joined);
            proposed = List.copyOf(proposed);
        }
    }

    /**
     * A circle without people.
     *
     * @param split whether somebody decided that two ids are two people
     * @param together whether a document names both ids side by side
     */
    public Circle(BiPredicate<String, String> split, BiPredicate<String, String> together) {
        this.split = split;
        this.together = together;
    }

    /** Compares people who share a key of {@link NameKeys}, each with each. */
    public void compare(List<Bearer> block) {
        compare(block, EnumSet.of(Tie.PUBLISHER));
    }

    /**
     * Compares people for whom documents give one page or e-mail address. Where two of them have nothing in common, it is
     * not one person's but a newsroom's, and says nothing.
     */
    public void compareOfOnePage(List<Bearer> block) {
        if (block.size() <= MOST_SPELLINGS && areAlike(block)) {
            compare(block, EnumSet.of(Tie.PUBLISHER, Tie.AUTHOR_PAGE));
        }
    }

    private boolean areAlike(List<Bearer> block) {
        for (int i = 0; i < block.size(); i++) {
            for (int k = i + 1; k < block.size(); k++) {
                if (PersonMatcher.likeness(name(block.get(i)), name(block.get(k))) == Likeness.NONE) {
                    return false;
                }
            }
        }
        return true;
    }

    private void compare(List<Bearer> block, Set<Tie> ties) {
        for (int i = 0; i < block.size(); i++) {
            for (int k = i + 1; k < block.size(); k++) {
                Likeness likeness = likeness(block.get(i), block.get(k));
                if (likeness != Likeness.NONE) {
                    add(block.get(i), block.get(k), new Edge(likeness, ties));
                }
            }
        }
    }

    private Likeness likeness(Bearer one, Bearer other) {
        return one.id().equals(other.id()) ? Likeness.NONE : PersonMatcher.likeness(name(one), name(other));
    }

    private PersonName name(Bearer bearer) {
        return names.computeIfAbsent(bearer.id(), id -> PersonName.of(bearer.name()));
    }

    private PersonName person(String id) {
        return Objects.requireNonNull(names.get(id));
    }

    private Bearer bearer(String id) {
        return Objects.requireNonNull(bearers.get(id));
    }

    private void add(Bearer one, Bearer other, Edge edge) {
        if (edge.likeness() == Likeness.NONE || split.test(one.id(), other.id())) {
            return;
        }
        bearers.put(one.id(), one);
        bearers.put(other.id(), other);
        edges.computeIfAbsent(one.id(), id -> new TreeMap<>()).merge(other.id(), edge, Edge::and);
        edges.computeIfAbsent(other.id(), id -> new TreeMap<>()).merge(one.id(), edge, Edge::and);
    }

    /** Joins and proposes. */
    public Result resolve() {
        List<Link> joined = new ArrayList<>();
        Map<String, String> groups = groups();
        edges.forEach((one, around) -> around.forEach((other, edge) -> {
            boolean same = Objects.equals(groups.get(one), groups.get(other));
            if (one.compareTo(other) < 0 && same && isStrong(one, other, edge)) {
                joined.add(new Link(one, other, edge.finding()));
            }
        }));
        Map<String, String> whole = new HashMap<>(groups);
        for (String id : edges.keySet()) {
            Link link = fitting(id, groups);
            if (link != null) {
                joined.add(link);
                String other = link.one().equals(id) ? link.other() : link.one();
                whole.put(id, Objects.requireNonNull(groups.get(other)));
            }
        }
        return new Result(joined, proposals(whole));
    }

    /** Whom the strong links make one: each id with the first of its group. */
    private Map<String, String> groups() {
        Map<String, String> groups = new HashMap<>();
        for (String id : edges.keySet()) {
            if (!groups.containsKey(id)) {
                Set<String> group = reach(id);
                boolean agreed = agree(group);
                group.forEach(member -> groups.put(member, agreed ? id : member));
            }
        }
        return groups;
    }

    private Set<String> reach(String from) {
        Set<String> reached = new TreeSet<>(Set.of(from));
        List<String> open = new ArrayList<>(reached);
        while (!open.isEmpty()) {
            String id = open.remove(open.size() - 1);
            edges.getOrDefault(id, Map.of()).forEach((other, edge) -> {
                if (isStrong(id, other, edge) && reached.add(other)) {
                    open.add(other);
                }
            });
        }
        return reached;
    }

    private boolean isStrong(String one, String other, Edge edge) {
        return PersonMatcher.verdict(edge.likeness(), edge.ties()) == Verdict.SAME && !isVetoed(one, other, edge);
    }

    /** Two names side by side are two people, unless they are one name in two spellings. */
    private boolean isVetoed(String one, String other, Edge edge) {
        return edge.likeness().degree() != Degree.EQUAL && together.test(one, other);
    }

    /** Whether each of a group is alike to each other. */
    private boolean agree(Collection<String> group) {
        for (String one : group) {
            for (String other : group) {
                Edge edge = edges.getOrDefault(one, Map.of()).get(other);
                if (!one.equals(other) && (edge == null || isVetoed(one, other, edge))) {
                    return false;
                }
            }
        }
        return true;
    }

    /** The link of a name with an initial to the only person that it fits; null where there is none, or more than one. */
    private @Nullable Link fitting(String id, Map<String, String> groups) {
        Map<String, Edge> around = edges.getOrDefault(id, Map.of());
        Set<String> fitting = new HashSet<>();
        around.keySet().forEach(other -> fitting.add(groups.getOrDefault(other, other)));
        if (!NameKeys.hasInitial(person(id)) || fitting.size() != 1 || fitting.contains(groups.get(id))) {
            return null;
        }
        for (Map.Entry<String, Edge> one : around.entrySet()) {
            if (isVetoed(id, one.getKey(), one.getValue())) {
                return null;
            }
        }
        return around.entrySet().stream()
                .filter(one -> standsFor(id, one.getKey(), one.getValue()))
                .map(one -> link(id, one.getKey(), with(one.getValue().finding())))
                .findFirst()
                .orElse(null);
    }

    private boolean standsFor(String id, String other, Edge edge) {
        PersonName name = person(id);
        String family = name.words().get(name.size() - 1);
        return edge.likeness() == Likeness.INITIALS
                && !NameKeys.hasInitial(person(other))
                && family.codePointCount(0, family.length()) >= LEAST_FAMILY
                && bearer(id).worksLike(bearer(other));
    }

    private static Finding with(Finding finding) {
        return new Finding(Verdict.SAME, finding.score(), finding.reason() + UNIQUE);
    }

    private static Link link(String one, String other, Finding finding) {
        return one.compareTo(other) < 0 ? new Link(one, other, finding) : new Link(other, one, finding);
    }

    private List<Link> proposals(Map<String, String> groups) {
        List<Link> proposed = new ArrayList<>();
        edges.forEach((one, around) -> around.forEach((other, edge) -> {
            if (one.compareTo(other) < 0 && !Objects.equals(groups.get(one), groups.get(other))) {
                proposed.add(new Link(one, other, edge.finding()));
            }
        }));
        return proposed;
    }
}
