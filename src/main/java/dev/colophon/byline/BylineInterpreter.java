package dev.colophon.byline;

import dev.colophon.byline.Choice.Chosen;
import dev.colophon.model.BylineHabit;
import dev.colophon.model.Contributor;
import dev.colophon.model.Credits;
import dev.colophon.model.DocumentContext;
import dev.colophon.model.Evidence;
import dev.colophon.model.NameClaim;
import dev.colophon.model.Role;
import dev.colophon.model.ShownLine;
import dev.colophon.text.Spaces;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Decides who made a document. Thread-safe; no default locale.
 *
 * <p>{@code "| Edited By: Avra Chattopadhyay"} gives one contributor: an editor, a person, {@code Avra Chattopadhyay}.
 */
public final class BylineInterpreter {
    /** Version of the rules, counted up by hand where their behaviour changes. */
    public static final int VERSION = 15;

    private static final String FIELD = "contributors";

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
        List<Candidate> candidates = new CandidateReader(context).read(claims);
        List<Chosen> chosen = new Choice(candidates).all();
        List<Contributor> contributors = chosen.stream()
                .map(one -> contributor(context, one, candidates))
                .toList();
        return new Decision(new Credits(bylineRaw(candidates, chosen), contributors), evidence(candidates, chosen));
    }

    /** Where a page shows whom its structured data names, of the short lines that it shows. */
    public BylineHabit habit(DocumentContext context, List<NameClaim> claims, List<ShownLine> lines) {
        return BylineHabits.of(context, claims, lines);
    }

    /**
     * Whether the line is a byline: it begins with a role word that introduces a name, or ends with one that follows it.
     * Takes time linear in the line; lines of more than 200 chars are none.
     */
    public static boolean isBylineLine(String line) {
        return BylineLines.isByline(line);
    }

    /** Whether a line is a byline, or a date and a byline. */
    public static boolean holdsByline(String line) {
        return BylineLines.holdsByline(line);
    }

    /** @see dev.colophon.model.LineClassifier#pictureCredit */
    public static @Nullable String pictureCredit(String end) {
        return CaptionCredit.in(end);
    }

    /** Whether the line is the name of a person and nothing else, as far as names are known. Takes time linear in the line. */
    public static boolean isNameLine(String line) {
        return NameLines.isName(line);
    }

    /** Whether the line is who signed it: one name or several, perhaps with a town or a job behind. */
    public static boolean isSignature(String line) {
        return NameLines.isSignature(line);
    }

    private static Contributor contributor(DocumentContext context, Chosen chosen, List<Candidate> candidates) {
        Candidate best = chosen.best();
        Mention mention = chosen.spelling().mention();
        String name = mention == null ? best.name() : mention.name();
        String raw = mention == null ? name : mention.raw();
        return new Contributor(
                ContributorIds.of(context, best.kind(), name),
                name,
                raw,
                chosen.role(),
                best.kind(),
                best.claim().source(),
                chosen.confidence(),
                reference(context, best, candidates));
    }

    /** The first address that a claim gives for the chosen name and nobody else; that of the chosen claim before others. */
    private static @Nullable String reference(DocumentContext context, Candidate best, List<Candidate> candidates) {
        return Stream.concat(
                        Stream.of(best), candidates.stream().filter(one -> !one.refused() && SameName.of(one, best)))
                .filter(one -> isAlone(one, candidates))
                .map(one -> References.normal(one.claim().reference(), context))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    @SuppressWarnings("ReferenceEquality") // of two equal claims each names its own
    private static boolean isAlone(Candidate one, List<Candidate> candidates) {
        return candidates.stream().filter(other -> other.claim() == one.claim()).count() == 1;
    }

    /**
     * The first visible byline that names somebody who was chosen, else the structured values of the first one's place. A
     * picture's credit is the byline only where nobody else is credited.
     */
    private static @Nullable String bylineRaw(List<Candidate> candidates, List<Chosen> chosen) {
        if (chosen.isEmpty()) {
            return null;
        }
        List<Chosen> writers =
                chosen.stream().filter(one -> !isPictureRole(one.role())).toList();
        List<Chosen> credited = writers.isEmpty() ? chosen : writers;
        return candidates.stream()
                .filter(one -> !one.refused() && one.isVisible() && isChosen(one, credited))
                .filter(one -> writers.isEmpty() || !isPictureRole(one.role()))
                .min(Comparator.comparingInt((Candidate one) -> one.claim().role() == null ? 0 : 1))
                .map(one -> Spaces.collapse(one.claim().raw()))
                .orElseGet(() -> structured(credited));
    }

    private static boolean isPictureRole(Role role) {
        return role == Role.PHOTOGRAPHER || role == Role.ILLUSTRATOR;
    }

    private static String structured(List<Chosen> chosen) {
        String place = chosen.get(0).best().place();
        return chosen.stream()
                .map(Chosen::best)
                .filter(one -> one.place().equals(place))
                .map(one -> Spaces.collapse(one.claim().raw()))
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static boolean isChosen(Candidate candidate, List<Chosen> chosen) {
        return chosen.stream().anyMatch(one -> SameName.of(one.best(), candidate));
    }

    @SuppressWarnings("ReferenceEquality") // each candidate has a row of its own, even if another equals it
    private static List<Evidence> evidence(List<Candidate> candidates, List<Chosen> chosen) {
        List<Candidate> ordered = new ArrayList<>();
        chosen.forEach(one -> ordered.add(one.best()));
        candidates.stream()
                .filter(one -> ordered.stream().noneMatch(other -> other == one))
                .sorted(Comparator.comparing((Candidate one) -> one.refused())
                        .thenComparing(one -> -Trust.of(one.claim()))
                        .thenComparing(one -> one.claim().order()))
                .forEachOrdered(ordered::add);
        List<Evidence> rows = new ArrayList<>();
        for (Candidate one : ordered) {
            rows.add(row(one, rows.size() + 1, rows.size() < chosen.size() ? chosen.get(rows.size()) : null));
        }
        return rows;
    }

    private static Evidence row(Candidate candidate, int rank, @Nullable Chosen chosen) {
        double confidence =
                chosen != null ? chosen.confidence() : candidate.refused() ? 0 : Trust.of(candidate.claim());
        return new Evidence(
                FIELD,
                rank,
                Spaces.collapse(candidate.claim().raw()),
                candidate.mention() == null ? null : candidate.name(),
                candidate.claim().locator(),
                candidate.rule(),
                confidence,
                chosen != null);
    }
}
