package dev.colophon.pipeline;

import dev.colophon.model.Publisher;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The publisher profiles of a job, by id and by domain. Immutable. */
public final class Publishers {
    /** No profiles. */
    public static final Publishers NONE = new Publishers(List.of());

    private final List<Publisher> all;
    private final Map<String, Publisher> byId = new HashMap<>();
    private final Map<String, Publisher> byDomain = new HashMap<>();

    /**
     * Profiles in any order.
     *
     * @throws IllegalArgumentException where two share an id or a domain
     */
    public Publishers(List<Publisher> profiles) {
        all = profiles.stream().sorted(Comparator.comparing(Publisher::id)).toList();
        for (Publisher profile : all) {
            if (byId.put(profile.id(), profile) != null) {
                throw new IllegalArgumentException("two publisher profiles have the id " + profile.id());
            }
            for (String domain : profile.domains()) {
                Publisher other = byDomain.put(domain, profile);
                if (other != null) {
                    throw new IllegalArgumentException(
                            "the publisher profiles " + other.id() + " and " + profile.id() + " both claim " + domain);
                }
            }
        }
    }

    /** All profiles, sorted by id. */
    public List<Publisher> all() {
        return all;
    }

    /** The profile of an id; an {@link IllegalArgumentException} names the known ones where there is none. */
    public Publisher require(String id) {
        Publisher profile = byId.get(id);
        if (profile == null) {
            throw new IllegalArgumentException("no publisher profile has the id " + id + "; known: "
                    + byId.keySet().stream().sorted().toList());
        }
        return profile;
    }

    /** The profile of a capture: by its own word, by its address, else by the job; null where none applies. */
    @Nullable
    Publisher find(
            @Nullable String jobs,
            @Nullable String captures,
            @Nullable String registeredDomain,
            @Nullable String host) {
        Publisher found = captures == null ? null : byId.get(captures);
        if (found == null && host != null) {
            found = byDomain.get(host);
        }
        if (found == null && registeredDomain != null) {
            found = byDomain.get(registeredDomain);
        }
        if (found == null && jobs != null) {
            found = byId.get(jobs);
        }
        return found;
    }
}
