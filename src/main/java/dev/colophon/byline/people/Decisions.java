package dev.colophon.byline.people;

import dev.colophon.text.NameFolding;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What people have decided about contributors, as {@code config/editors.yaml} holds it. Immutable.
 *
 * @param aliases names that are one person
 * @param merges ids that are one person
 * @param splits ids that are different people
 * @param ignored names that are nobody's
 * @param kinds names that are of another kind than they were read as
 */
public record Decisions(
        List<Alias> aliases, List<Merge> merges, List<Split> splits, List<Named> ignored, List<KindOf> kinds) {
    /** Nothing was decided. */
    public static final Decisions NONE = new Decisions(List.of(), List.of(), List.of(), List.of(), List.of());

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

    /**
     * All decisions, a line each, sorted: the same for the same decisions, whatever their order in the file and the comments
     * beside them.
     */
    public String text() {
        List<String> lines = new ArrayList<>();
        aliases.forEach(one -> lines.add(line("alias", one.name(), one.also().toString())));
        merges.forEach(one -> lines.add("merge\t" + one.into() + "\t" + one.from()));
        splits.forEach(one -> lines.add("split\t" + one.apart()));
        ignored.forEach(one -> lines.add(line("ignore", one, "")));
        kinds.forEach(one -> lines.add(line("kind", one.name(), one.kind())));
        return lines.stream().sorted().map(line -> line + '\n').collect(Collectors.joining());
    }

    private static String line(String what, Named name, String more) {
        return what + '\t' + name.name() + '\t' + Objects.requireNonNullElse(name.publisher(), "") + '\t' + more;
    }

    /** How many there are. */
    public int size() {
        return aliases.size() + merges.size() + splits.size() + ignored.size() + kinds.size();
    }

    /** Whether somebody decided that two ids are two people. */
    public boolean areSplit(String one, String other) {
        return splits.stream()
                .anyMatch(split -> split.apart().contains(one) && split.apart().contains(other) && !one.equals(other));
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
