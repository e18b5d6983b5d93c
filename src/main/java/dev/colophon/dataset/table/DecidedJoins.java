package dev.colophon.dataset.table;

import dev.colophon.byline.people.Decisions;
import dev.colophon.byline.people.Finding;
import dev.colophon.byline.people.Verdict;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Finds whom decisions make one: by id wherever they are, by name within each publisher. */
final class DecidedJoins {
    private static final Finding DECIDED = new Finding(Verdict.SAME, 1, "decided in the editors file");

    private final Decisions decisions;
    private final Map<String, Collection<Joins.Rank>> groups = new TreeMap<>();
    private final Set<String> unknown = new TreeSet<>();

    DecidedJoins(Decisions decisions) {
        this.decisions = decisions;
        for (Decisions.Merge merge : decisions.merges()) {
            unknown.add(merge.into());
            unknown.addAll(merge.from());
        }
        decisions.splits().forEach(split -> unknown.addAll(split.apart()));
    }

    /** Looks whether a decision speaks of a contributor. */
    void look(Summary summary, String scope, Joins.Rank rank) {
        unknown.remove(summary.id());
        List<Decisions.Merge> merges = decisions.merges();
        for (int i = 0; i < merges.size(); i++) {
            Decisions.Merge merge = merges.get(i);
            boolean stands = merge.into().equals(rank.id());
            if (stands || merge.from().contains(rank.id())) {
                add("merge " + i, rank, stands);
            }
        }
        if (!decisions.aliases().isEmpty()) {
            lookByName(summary, scope, rank);
        }
    }

    private void lookByName(Summary summary, String scope, Joins.Rank rank) {
        Set<String> folded = Decisions.folded(summary.variants());
        Set<String> publishers = summary.publishers();
        publishers.add(scope);
        List<Decisions.Alias> aliases = decisions.aliases();
        for (int i = 0; i < aliases.size(); i++) {
            if (aliases.get(i).matches(folded, publishers)) {
                add("alias " + i + " " + scope, rank, aliases.get(i).name().matches(folded, publishers));
            }
        }
    }

    private void add(String group, Joins.Rank rank, boolean stands) {
        groups.computeIfAbsent(group, name -> new ArrayList<>())
                .add(new Joins.Rank(rank.id(), stands, rank.initial(), rank.firstDay()));
    }

    /** Joins them; before all other joins, so that whom a decision names stands. */
    void join(Joins joins) {
        for (Collection<Joins.Rank> group : groups.values()) {
            List<Joins.Rank> ranks = group.stream().sorted().toList();
            for (Joins.Rank rank : ranks.subList(1, ranks.size())) {
                if (!decisions.areSplit(ranks.get(0).id(), rank.id())) {
                    joins.join(ranks.get(0), rank, DECIDED);
                }
            }
        }
    }

    /** Ids in decisions that the archive does not hold, sorted. */
    List<String> unknown() {
        return List.copyOf(unknown);
    }
}
