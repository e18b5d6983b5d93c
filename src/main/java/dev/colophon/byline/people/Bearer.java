package dev.colophon.byline.people;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Someone whom a publisher names, as far as joining needs to know.
 *
 * @param id the contributor's id
 * @param name the most frequent spelling
 * @param roles labels of what they did: {@code author}, {@code editor}
 * @param first earliest day of publication; null where none is known
 * @param last latest day of publication; null where none is known
 */
public record Bearer(
        String id,
        String name,
        Set<String> roles,
        @Nullable LocalDate first,
        @Nullable LocalDate last) {
    private static final Set<String> WRITING = Set.of("author", "reporter", "contributor");
    private static final int MOST_DAYS_BETWEEN = 366;

    public Bearer {
        roles = Set.copyOf(roles);
    }

    /** Whether both did the same kind of work at about the same time. */
    boolean worksLike(Bearer other) {
        return sharesWork(other) && isNear(first, other.last) && isNear(other.first, last);
    }

    private boolean sharesWork(Bearer other) {
        return roles.stream()
                .anyMatch(role -> other.roles.contains(role)
                        || (WRITING.contains(role) && other.roles.stream().anyMatch(WRITING::contains)));
    }

    /** Whether one period does not begin more than a year after the other's end. */
    private static boolean isNear(@Nullable LocalDate begin, @Nullable LocalDate end) {
        return begin == null || end == null || begin.toEpochDay() - end.toEpochDay() <= MOST_DAYS_BETWEEN;
    }
}
