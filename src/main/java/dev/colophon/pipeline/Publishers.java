package dev.colophon.pipeline;

import dev.colophon.model.Publisher;
import java.util.ArrayList;
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
     * Profiles in any order; their domains may be in any letters, as {@code bücher.example}.
     *
     * @throws IllegalArgumentException where two share an id or a domain, or what stands for a domain is none
     */
    public Publishers(List<Publisher> profiles) {
        all = profiles.stream()
                .map(Publishers::withHosts)
                .sorted(Comparator.comparing(Publisher::id))
                .toList();
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

    /** The profile with its domains as addresses have them. */
    private static Publisher withHosts(Publisher profile) {
        List<String> hosts = new ArrayList<>();
        for (String domain : profile.domains()) {
            String host = WebAddress.asciiHost(domain);
            if (host == null) {
                throw new IllegalArgumentException("the publisher profile " + profile.id() + " claims '" + domain
                        + "', which is no domain; write one such as news.example, without http:// and path");
            }
            hosts.add(host);
        }
        return new Publisher(
                profile.id(), profile.name(), hosts, profile.zone(), profile.language(), profile.dateOrder());
    }

    /** All profiles, sorted by id, their domains in lower case and ASCII. */
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
