package dev.colophon.dataset.table;

import dev.colophon.byline.people.Finding;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which contributors are one: a forest over those that are joined to others, some 300 bytes of heap each. Whatever the order
 * of joins, the same one stands for a group: whom a decision names, else a full name before initials, else the name that
 * was published first, else the smallest id. So that new documents hardly ever change who stands.
 */
final class Joins {
    /**
     * What decides who of a group stands for it.
     *
     * @param id the contributor
     * @param decided whether somebody decided that this one stands
     * @param initial whether the name has initials
     * @param firstDay earliest day of publication since 1970, a large number where none is known
     */
    record Rank(String id, boolean decided, boolean initial, long firstDay) implements Comparable<Rank> {
        private static final Comparator<Rank> ORDER = Comparator.comparing((Rank rank) -> !rank.decided)
                .thenComparing(Rank::initial)
                .thenComparing(Rank::firstDay)
                .thenComparing(Rank::id);

        @Override
        public int compareTo(Rank other) {
            return ORDER.compare(this, other);
        }
    }

    private record Reason(double score, String words) {}

    private static final class Member {
        private final Rank rank;
        private Member parent = this;
        private Reason reason = new Reason(0, "");

        Member(Rank rank) {
            this.rank = rank;
        }
    }

    private final Map<String, Member> members = new HashMap<>();

    /** Makes the groups of two contributors one. */
    void join(Rank one, Rank other, Finding finding) {
        Reason reason = new Reason(finding.score(), finding.reason());
        Member first = root(member(one, reason));
        Member second = root(member(other, reason));
        if (first.rank.compareTo(second.rank) <= 0) {
            second.parent = first;
        } else {
            first.parent = second;
        }
    }

    private Member member(Rank rank, Reason reason) {
        Member member = members.computeIfAbsent(rank.id(), id -> new Member(rank));
        int order = Double.compare(reason.score(), member.reason.score());
        if (order > 0 || (order == 0 && reason.words().compareTo(member.reason.words()) < 0)) {
            member.reason = reason;
        }
        return member;
    }

    @SuppressWarnings("ReferenceEquality") // members are who they are
    private static Member root(Member member) {
        Member root = member;
        while (root.parent != root) {
            root.parent = root.parent.parent;
            root = root.parent;
        }
        return root;
    }

    /** Whether the contributor is joined to others. */
    boolean has(String id) {
        return members.containsKey(id);
    }

    /** Who stands for the contributor: itself where it is joined to nobody. */
    String standing(String id) {
        Member member = members.get(id);
        return member == null ? id : root(member).rank.id();
    }

    /** Who takes the contributor's place; null where it stands itself. */
    @Nullable
    String mergedInto(String id) {
        String standing = standing(id);
        return standing.equals(id) ? null : standing;
    }

    /** The best evidence that joins a contributor to others of its group. */
    String reason(String id) {
        return Objects.requireNonNull(members.get(id)).reason.words();
    }
}
