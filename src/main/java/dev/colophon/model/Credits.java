package dev.colophon.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who made a document.
 *
 * @param bylineRaw the byline as the document writes it; null where it has none
 * @param contributors in order of importance; empty where none is known
 */
public record Credits(@Nullable String bylineRaw, List<Contributor> contributors) {
    /** Nobody is named. */
    public static final Credits NONE = new Credits(null, List.of());

    public Credits {
        contributors = List.copyOf(contributors);
    }

    /** The first contributor in a role; null where there is none. */
    public @Nullable Contributor first(Role role) {
        for (Contributor contributor : contributors) {
            if (contributor.role() == role) {
                return contributor;
            }
        }
        return null;
    }
}
