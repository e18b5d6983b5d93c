package dev.colophon.byline;

import dev.colophon.model.Role;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Chooses among the candidates.
 *
 * <p>The authors come from the most trusted place that names persons; places that agree with it support it and add
 * whom it leaves out. Desks, agencies and organisations are authors only where no person is, or where the chosen place
 * itself names them beside the persons.
 */
final class Choice {
    private static final double SUPPORT = 0.04;
    private static final double GROUP_FACTOR = 0.7;

    private static final Set<Role> SAME_WORK = Set.of(Role.AUTHOR, Role.REPORTER, Role.CONTRIBUTOR);

    /**
     * Somebody who was chosen.
     *
     * @param best the candidate that gives the role and the place
     * @param spelling the candidate whose spelling is taken
     * @param confidence how sure the choice is, 0 to 1
     */
    record Chosen(Candidate best, Candidate spelling, double confidence) {}

    private final List<Candidate> accepted;

    Choice(List<Candidate> candidates) {
        this.accepted = candidates.stream().filter(one -> !one.refused()).toList();
    }

    /** The contributors in order: authors, then the others as they stand. */
    List<Chosen> all() {
        List<Chosen> out = new ArrayList<>(authors());
        for (Candidate candidate : accepted) {
            if (candidate.role() != Role.AUTHOR && out.stream().noneMatch(one -> covers(one.best(), candidate))) {
                out.add(chosen(candidate));
            }
        }
        return out;
    }

    private static boolean covers(Candidate chosen, Candidate other) {
        boolean sameRole = chosen.role() == other.role()
                || (SAME_WORK.contains(chosen.role()) && SAME_WORK.contains(other.role()));
        return sameRole && SameName.of(chosen, other);
    }

    private List<Chosen> authors() {
        Map<String, List<Candidate>> places = new LinkedHashMap<>();
        accepted.stream()
                .filter(one -> one.role() == Role.AUTHOR)
                .forEach(one -> places.computeIfAbsent(one.place(), place -> new ArrayList<>())
                        .add(one));
        List<Candidate> best = best(places);
        if (best == null) {
            return List.of();
        }
        List<Candidate> names = distinct(best);
        boolean persons = names.stream().anyMatch(Candidate::isPerson);
        for (List<Candidate> other : places.values()) {
            if (persons && other != best && agrees(best, other)) {
                other.stream().filter(Candidate::isPerson).forEach(one -> addNew(names, one));
            }
        }
        return names.stream().map(this::chosen).toList();
    }

    private @Nullable List<Candidate> best(Map<String, List<Candidate>> places) {
        Comparator<List<Candidate>> byWorth = Comparator.comparingDouble(this::worth);
        List<Candidate> best = null;
        for (List<Candidate> place : places.values()) {
            if (best == null || byWorth.compare(place, best) > 0) {
                best = place;
            }
        }
        return best;
    }

    private double worth(List<Candidate> place) {
        double best = 0;
        for (Candidate one : place) {
            best = Math.max(best, worth(one));
        }
        return best;
    }

    private double worth(Candidate candidate) {
        double factor = candidate.isPerson()
                ? candidate.folded().indexOf(' ') > 0 || !Letters.isCased(candidate.name()) ? 1 : 0.85
                : GROUP_FACTOR;
        return Trust.of(candidate.claim()) * factor + SUPPORT * support(candidate);
    }

    /** How many other places name the same. */
    private int support(Candidate candidate) {
        return (int) accepted.stream()
                .filter(other -> SAME_WORK.contains(other.role()) == SAME_WORK.contains(candidate.role()))
                .filter(other -> SameName.of(candidate, other))
                .map(Candidate::place)
                .filter(place -> !place.equals(candidate.place()))
                .distinct()
                .count();
    }

    private static boolean agrees(List<Candidate> best, List<Candidate> other) {
        return other.stream().anyMatch(one -> one.isPerson() && best.stream().anyMatch(two -> SameName.of(one, two)));
    }

    private static List<Candidate> distinct(List<Candidate> place) {
        List<Candidate> out = new ArrayList<>();
        place.forEach(one -> addNew(out, one));
        return out;
    }

    private static void addNew(List<Candidate> names, Candidate candidate) {
        if (names.stream().noneMatch(one -> SameName.of(one, candidate))) {
            names.add(candidate);
        }
    }

    private Chosen chosen(Candidate candidate) {
        Candidate spelling = accepted.stream()
                .filter(Candidate::isVisible)
                .filter(other -> other.folded().equals(candidate.folded()))
                .findFirst()
                .orElse(candidate);
        return new Chosen(candidate, spelling, Math.min(0.99, worth(candidate)));
    }
}
