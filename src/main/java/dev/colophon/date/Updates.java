package dev.colophon.date;

import dev.colophon.model.DateClaim.Meaning;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells the first publication from later changes that pages give out for one: systems write the day of the last change
 * into fields of publication, and templates show it below the headline without a word.
 */
final class Updates {
    private static final double LEAST_CHANGE = 0.15;
    private static final double LEAST_PUBLICATION = 0.85;

    /** The same instant is up to so many days apart in two zones. */
    private static final int ZONES_APART = 1;

    private final Set<LocalDate> changed = new HashSet<>();
    private @Nullable LocalDate first;

    private Updates(List<Candidate> candidates) {
        for (Candidate candidate : candidates) {
            LocalDate day = candidate.day();
            if (day != null && candidate.isModified() && Weights.of(candidate) >= LEAST_CHANGE) {
                changed.add(day);
            }
        }
        for (Candidate candidate : candidates) {
            LocalDate day = candidate.day();
            boolean published = candidate.meaning() == Meaning.PUBLISHED
                    && Candidate.isWrittenForMachines(candidate.claim())
                    && Weights.of(candidate) >= LEAST_PUBLICATION;
            if (day != null && published && !changed.contains(day) && (first == null || day.isBefore(first))) {
                first = day;
            }
        }
    }

    /** The candidates, with those as claims of a change that repeat the day of one behind a stated publication. */
    static List<Candidate> told(List<Candidate> candidates) {
        Updates updates = new Updates(candidates);
        return updates.first == null || updates.changed.isEmpty()
                ? candidates
                : candidates.stream().map(updates::told).toList();
    }

    private Candidate told(Candidate candidate) {
        LocalDate day = candidate.day();
        boolean repeats = day != null
                && first != null
                && !candidate.isModified()
                && changed.contains(day)
                && day.isAfter(first.plusDays(ZONES_APART));
        return repeats ? candidate.asModified("-as-changed") : candidate;
    }
}
