package dev.colophon.byline;

import dev.colophon.model.Credits;
import dev.colophon.model.DocumentContext;
import dev.colophon.model.Evidence;
import dev.colophon.model.NameClaim;
import java.util.List;

/** Decides who made a document. Thread-safe; no default locale. */
public final class BylineInterpreter {
    /** Version of the rules, counted up by hand where their behaviour changes. */
    public static final int VERSION = 1;

    /**
     * The decision and every candidate with its evidence.
     *
     * @param credits what was decided
     * @param evidence all candidates, the best first
     */
    public record Decision(Credits credits, List<Evidence> evidence) {
        public Decision {
            evidence = List.copyOf(evidence);
        }
    }

    /** Reads and ranks the claims. */
    public Decision interpret(DocumentContext context, List<NameClaim> claims) {
        return new Decision(Credits.NONE, List.of());
    }

    /** Whether the line is a byline: it names a role and a person, or stands as bylines do. */
    public static boolean isBylineLine(String line) {
        return false;
    }
}
