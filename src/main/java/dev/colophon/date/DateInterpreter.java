package dev.colophon.date;

import dev.colophon.date.DateRanking.Ranked;
import dev.colophon.model.DateClaim;
import dev.colophon.model.DateHabit;
import dev.colophon.model.DocumentContext;
import dev.colophon.model.Evidence;
import dev.colophon.model.Publication;
import java.util.ArrayList;
import java.util.List;

/** Decides when a document was published. Thread-safe; no clock, no default locale, no default zone. */
public final class DateInterpreter {
    /** Version of the rules, counted up by hand where their behaviour changes. */
    public static final int VERSION = 14;

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

    /**
     * Reads and ranks the claims and the date in the address. The day that most kinds of places agree on wins; of the
     * claims of that day the one that says most.
     */
    public Decision interpret(DocumentContext context, List<DateClaim> claims) {
        return interpret(context, claims, SiteDates.NONE);
    }

    /** The same with what other pages of the site show. */
    public Decision interpret(DocumentContext context, List<DateClaim> claims, SiteDates site) {
        Ranked ranked = DateRanking.rank(candidates(context, claims, site));
        Candidate best = ranked.best();
        Publication publication = Publications.of(ranked, context, site);
        Modification change = best == null ? null : Modification.of(publication, ranked.all(), context, site);
        return change == null
                ? new Decision(publication, DateEvidence.rows(ranked, best, null))
                : new Decision(publication.changed(change.at()), DateEvidence.rows(ranked, best, change.candidate()));
    }

    /** What the page's dates tell of those of its site. */
    public DateHabit habit(DocumentContext context, List<DateClaim> claims) {
        Ranked ranked = DateRanking.rank(candidates(context, claims, SiteDates.NONE));
        return DateHabits.of(Publications.of(ranked, context, SiteDates.NONE), ranked.all());
    }

    private static List<Candidate> candidates(DocumentContext context, List<DateClaim> claims, SiteDates site) {
        List<DateClaim> all = new ArrayList<>(claims);
        all.addAll(UrlDates.claims(context.url(), claims.size()));
        ReadingHints hints = ReadingHints.of(context, site);
        DateBounds bounds = new DateBounds(context.capturedAt());
        List<Candidate> candidates = new ArrayList<>(all.size());
        ClaimReader reader = new ClaimReader(hints);
        for (DateClaim claim : all) {
            reader.read(claim).forEach(candidate -> candidates.add(bounds.check(candidate)));
        }
        return YearlessDates.completed(candidates, hints);
    }

    /**
     * Whether the line is a date, alone or with words that introduce it: {@code Updated: 5 June 2025, 11:45}. False for
     * sentences that mention a date.
     */
    public static boolean isDateLine(String line) {
        return DateLines.isDateLine(line);
    }

    /** Whether the line, of 200 characters at most, mentions a day, among whatever words. */
    public static boolean holdsDate(String line) {
        return DateLines.holdsDate(line);
    }

    /**
     * Whether the line says how many hours, days or weeks ago something was, set off from other words.
     *
     * @param byline whether the line names a writer too
     */
    public static boolean saysAge(String line, boolean byline) {
        return RelativeDates.areSaidIn(line, byline);
    }
}
