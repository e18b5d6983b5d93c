package dev.colophon.date;

import dev.colophon.model.DateClaim.Meaning;
import dev.colophon.model.Region;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Knows that no document is younger than the first reply to it. */
final class Replies {
    /** The same instant is up to so many days apart in two zones. */
    private static final int ZONES_APART = 1;

    private final @Nullable LocalDate first;

    private Replies(@Nullable LocalDate first) {
        this.first = first;
    }

    /** Those among the candidates that have a time: days alone are those on which people joined, too. */
    static Replies of(List<Candidate> candidates) {
        return new Replies(candidates.stream()
                .filter(one -> one.claim().region() == Region.COMMENT && !one.isModified())
                .map(Candidate::reading)
                .filter(reading -> reading != null && reading.time() != null && reading.swapped() == null)
                .map(reading -> reading == null ? LocalDate.MAX : reading.day())
                .min(LocalDate::compareTo)
                .orElse(null));
    }

    /**
     * Whether the candidate's day is behind that of the first reply, and nothing calls it that of publication, its
     * place least of all.
     */
    boolean contradict(Candidate candidate) {
        DateReading reading = candidate.reading();
        return first != null
                && reading != null
                && !isStated(candidate)
                && reading.day().isAfter(first.plusDays(reading.zone() == null ? 0 : ZONES_APART));
    }

    private static boolean isStated(Candidate candidate) {
        Region region = candidate.claim().region();
        boolean unsaid = candidate.meaning() == Meaning.UNSPECIFIED && region != Region.ARTICLE_HEADER;
        return region != Region.COMMENT
                && !candidate.isModified()
                && (!unsaid || Candidate.isWrittenForMachines(candidate.claim()));
    }
}
