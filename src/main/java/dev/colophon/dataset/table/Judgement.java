package dev.colophon.dataset.table;

import dev.colophon.byline.people.Decisions;
import dev.colophon.model.ContributorKind;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a name is, beyond what its documents say: by decision, and by use. A person's name on a large share of a
 * publisher's pages is a desk, where enough others write there too: a blog's only author is none.
 */
final class Judgement {
    static final long LEAST_PAGES = 20;
    static final double DESK_SHARE = 0.3;
    static final int LEAST_OTHERS = 5;

    private static final String PERSON = ContributorKind.PERSON.label();

    private final Decisions decisions;
    private final Mentions mentions;
    private final Map<String, Integer> writers = new HashMap<>();

    Judgement(Decisions decisions, Mentions mentions) {
        this.decisions = decisions;
        this.mentions = mentions;
    }

    /** Counts those who write for a publisher; all come before the first is judged. */
    void count(Summary summary, String scope) {
        if (summary.kind().equals(PERSON) && summary.writings() > 0) {
            writers.merge(scope, 1, Integer::sum);
        }
    }

    /** Why a name is a desk by use; null where it is none. */
    @Nullable
    String desk(String scope, long writings) {
        long pages = scope.isEmpty() ? 0 : mentions.pages(scope);
        boolean desk =
                pages >= LEAST_PAGES && writings >= DESK_SHARE * pages && writers.getOrDefault(scope, 0) > LEAST_OTHERS;
        return desk
                ? String.format(Locale.ROOT, "desk: by use, on %d of %d pages of %s", writings, pages, scope)
                : null;
    }

    /** The kind that was decided for a contributor; null where none was. */
    @Nullable
    String decidedKind(Summary summary, Set<String> publishers) {
        return decisions.kind(Decisions.folded(summary.variants()), publishers);
    }

    /** Whether it was decided that a name is nobody's. */
    boolean ignores(Summary summary, Set<String> publishers) {
        return decisions.ignores(Decisions.folded(summary.variants()), publishers);
    }
}
