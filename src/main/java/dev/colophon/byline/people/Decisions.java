package dev.colophon.byline.people;

import dev.colophon.text.NameFolding;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What people have decided about contributors, as {@code config/editors.yaml} holds it. Immutable.
 *
 * @param aliases names that are one person
 * @param merges ids that are one person
 * @param splits ids that are different people
 * @param ignored names that are nobody's
 * @param kinds names that are of another kind than they were read as
 * @param sha256 hash of all the decisions, whatever their order in the file and the comments beside them; empty where there are none
 */
public record Decisions(
        List<Alias> aliases,
        List<Merge> merges,
        List<Split> splits,
        List<Named> ignored,
        List<KindOf> kinds,
        String sha256) {
    /** Nothing was decided. */
    public static final Decisions NONE = new Decisions(List.of(), List.of(), List.of(), List.of(), List.of(), "");

    public Decisions {
        aliases = List.copyOf(aliases);
        merges = List.copyOf(merges);
        splits = List.copyOf(splits);
        ignored = List.copyOf(ignored);
        kinds = List.copyOf(kinds);
    }

    /**
     * A name, at one publisher or at all.
     *
     * @param name in any case; accents of Latin letters do not matter
     * @param publisher the publisher's id, registered domain or name; null for all, each by itself
     */
    public record Named(String name, @Nullable String publisher) {
        /** Whether it is one of a contributor's spellings. */
        public boolean matches(Set<String> folded, Set<String> publishers) {
            return folded.contains(NameFolding.fold(name)) && (publisher == null || publishers.contains(publisher));
        }
    }

    /** The name that stands, and its other spellings. */
    public record Alias(Named name, List<String> also) {
        public Alias {
            also = List.copyOf(also);
        }

        /** Whether the contributor bears the name or another of the spellings. */
        public boolean matches(Set<String> folded, Set<String> publishers) {
            return name.matches(folded, publishers)
                    || also.stream().anyMatch(other -> new Named(other, name.publisher()).matches(folded, publishers));
        }
    }

    /** The contributor that stays, and those that are the same. */
    public record Merge(String into, List<String> from) {
        public Merge {
            from = List.copyOf(from);
        }
    }

    /** Contributors of whom no two are one person. */
    public record Split(List<String> apart) {
        public Split {
            apart = List.copyOf(apart);
        }
    }

    /** What a name is: person, desk, agency or organisation. */
    public record KindOf(Named name, String kind) {}

    /** Whether somebody decided that two ids are two people. */
    public boolean areSplit(String one, String other) {
        return splits.stream().anyMatch(split -> split.apart().contains(one)
                && split.apart().contains(other)
                && !one.equals(other));
    }

    /** Whether the contributor's name is one to ignore. */
    public boolean ignores(Set<String> folded, Set<String> publishers) {
        return ignored.stream().anyMatch(name -> name.matches(folded, publishers));
    }

    /** The kind that was decided; null where none was. */
    public @Nullable String kind(Set<String> folded, Set<String> publishers) {
        return kinds.stream()
                .filter(one -> one.name().matches(folded, publishers))
                .map(KindOf::kind)
                .findFirst()
                .orElse(null);
    }

    /** The folded forms of spellings. */
    public static Set<String> folded(Iterable<String> spellings) {
        Set<String> folded = new HashSet<>();
        spellings.forEach(spelling -> folded.add(NameFolding.fold(spelling)));
        return folded;
    }
}
