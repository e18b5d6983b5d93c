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
    private static final double LEAST_TO_ADD = 0.77;

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
        List<Candidate> readable =
                candidates.stream().filter(one -> !one.refused()).toList();
        this.accepted = readable.stream()
                .filter(one -> readable.stream().noneMatch(other -> isMoreThan(one, other)))
                .toList();
    }

    /** Whether a whole byline gave the name of another place's field with more words before or after it: an outlet, a town. */
    private static boolean isMoreThan(Candidate one, Candidate field) {
        return one.claim().role() == null
                && field.claim().role() == one.role()
                && field.folded().indexOf(' ') > 0
                && one.folded().length() > field.folded().length()
                && (one.folded().startsWith(field.folded()) || one.folded().endsWith(field.folded()));
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
            if (persons && other != best && mayAdd(other) && agrees(best, other)) {
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
        return Trust.of(candidate.claim()) * weight(candidate) + SUPPORT * support(candidate);
    }

    /** A byline prefers persons, then who is named besides the publisher itself. */
    private static double weight(Candidate candidate) {
        boolean full = candidate.folded().indexOf(' ') > 0 || !Letters.isCased(candidate.name());
        return switch (candidate.kind()) {
            case PERSON -> full ? 1 : 0.88;
            case AGENCY -> 0.84;
            case DESK -> 0.78;
            case ORGANISATION -> 0.7;
        };
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

    /** Lists further down a page are of other articles too often. */
    private static boolean mayAdd(List<Candidate> place) {
        return Trust.of(place.get(0).claim()) >= LEAST_TO_ADD;
    }

    private static boolean agrees(List<Candidate> best, List<Candidate> other) {
        return other.stream().anyMatch(one -> one.isPerson() && best.stream().anyMatch(two -> SameName.of(one, two)));
    }

    /** Everybody of a place, once; of account names, as threads show them, only the one who began. */
    private static List<Candidate> distinct(List<Candidate> place) {
        List<Candidate> out = new ArrayList<>();
        place.forEach(one -> addNew(out, one));
        boolean accounts =
                out.stream().allMatch(one -> one.isVisible() && one.folded().indexOf(' ') < 0);
        return accounts && Letters.isCased(out.get(0).name()) ? out.subList(0, 1) : out;
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
