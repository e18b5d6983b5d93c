package dev.colophon.date;

import dev.colophon.date.DateRanking.Ranked;
import dev.colophon.model.Evidence;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells why a date was chosen, and why the others were not. */
final class DateEvidence {
    private static final int LONGEST_RAW = 300;

    private DateEvidence() {}

    /** One row a candidate: first those for the publication, the best first, then those for the last change. */
    @SuppressWarnings("ReferenceEquality") // the chosen one is meant, not another that equals it
    static List<Evidence> rows(Ranked ranked, @Nullable Candidate published, @Nullable Candidate modified) {
        List<Evidence> rows = new ArrayList<>(ranked.all().size());
        int rank = 0;
        for (Candidate candidate : ranked.all()) {
            if (!candidate.isModified() || candidate == published) {
                double confidence = candidate == published ? ranked.confidence() : Weights.of(candidate);
                rows.add(row("published_at", ++rank, candidate, confidence, candidate == published));
            }
        }
        rank = 0;
        if (modified != null) {
            rows.add(row("modified_at", ++rank, modified, confidence(modified), true));
        }
        for (Candidate candidate : ranked.all()) {
            if (candidate.isModified() && candidate != modified) {
                rows.add(row("modified_at", ++rank, candidate, confidence(candidate), false));
            }
        }
        return rows;
    }

    /** A claim of a change is weighed against claims of publication; on its own ground it counts for more. */
    private static double confidence(Candidate modified) {
        return Math.min(1, Weights.of(modified) / Weights.OF_A_CHANGE);
    }

    private static Evidence row(String field, int rank, Candidate candidate, double confidence, boolean chosen) {
        String raw = candidate.claim().raw();
        return new Evidence(
                field,
                rank,
                raw.length() <= LONGEST_RAW ? raw : raw.substring(0, LONGEST_RAW),
                candidate.reading() == null ? null : candidate.reading().iso(),
                candidate.claim().locator(),
                candidate.rule(),
                confidence,
                chosen);
    }
}
