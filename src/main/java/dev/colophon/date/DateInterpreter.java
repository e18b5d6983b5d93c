package dev.colophon.date;

import dev.colophon.model.DateClaim;
import dev.colophon.model.DocumentContext;
import dev.colophon.model.Evidence;
import dev.colophon.model.Publication;
import java.util.List;

/** Decides when a document was published. Thread-safe; no clock, no default locale, no default zone. */
public final class DateInterpreter {
    /** Version of the rules, counted up by hand where their behaviour changes. */
    public static final int VERSION = 1;

    /**
     * The decision and every candidate with its evidence.
     *
     * @param publication what was decided
     * @param evidence all candidates, the best first
     */
    public record Decision(Publication publication, List<Evidence> evidence) {
        public Decision {
            evidence = List.copyOf(evidence);
        }
    }

    /** Reads and ranks the claims. */
    public Decision interpret(DocumentContext context, List<DateClaim> claims) {
        return new Decision(Publication.UNKNOWN, List.of());
    }

    /**
     * Whether the line is a date, alone or with words that introduce it: {@code Updated: 5 June 2025, 11:45}. False for
     * sentences that mention a date.
     */
    public static boolean isDateLine(String line) {
        return DateLines.isDateLine(line);
    }
}
