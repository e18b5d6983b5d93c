package dev.colophon.byline;

import dev.colophon.model.BylineHabit;
import dev.colophon.model.ClaimSource;
import dev.colophon.model.DocumentContext;
import dev.colophon.model.NameClaim;
import dev.colophon.model.Region;
import dev.colophon.model.Role;
import dev.colophon.model.ShownLine;
import dev.colophon.text.NameFolding;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds the places of a page that show whom its structured data names. */
final class BylineHabits {
    private static final Set<ClaimSource> STRUCTURED =
            EnumSet.of(ClaimSource.JSON_LD, ClaimSource.META, ClaimSource.MICRODATA, ClaimSource.RDFA);
    private static final Set<Role> WRITING = EnumSet.of(Role.AUTHOR, Role.REPORTER);

    private final CandidateReader reader;
    private final List<Candidate> authors;

    private BylineHabits(CandidateReader reader, List<Candidate> authors) {
        this.reader = reader;
        this.authors = authors;
    }

    static BylineHabit of(DocumentContext context, List<NameClaim> claims, List<ShownLine> lines) {
        CandidateReader reader = new CandidateReader(context);
        List<Candidate> stated = reader.read(claims.stream()
                .filter(claim -> STRUCTURED.contains(claim.source()))
                .toList());
        List<Candidate> authors = new Choice(stated)
                .all().stream()
                        .map(Choice.Chosen::best)
                        .filter(one -> WRITING.contains(one.role()) && one.isPerson() && isFull(one))
                        .toList();
        return authors.isEmpty() ? BylineHabit.NONE : new BylineHabits(reader, authors).of(lines);
    }

    /** One word may be an account's name, or stand anywhere. */
    private static boolean isFull(Candidate author) {
        return author.name().indexOf(' ') > 0 || !Letters.isCased(author.name());
    }

    private BylineHabit of(List<ShownLine> lines) {
        Set<Long> naming = new HashSet<>();
        Set<Long> others = new HashSet<>();
        for (ShownLine line : lines) {
            (names(line) ? naming : others).add(line.place());
        }
        naming.removeAll(others);
        String who = authors.stream().map(Candidate::folded).sorted().collect(Collectors.joining("; "));
        return new BylineHabit(who, naming, others);
    }

    private boolean names(ShownLine line) {
        if (!mayName(NameFolding.fold(line.text()))) {
            return false;
        }
        NameClaim claim = new NameClaim(
                Role.AUTHOR, line.text(), ClaimSource.MARKUP, Trust.LEARNED, Region.ARTICLE_HEADER, 0, null, null);
        List<Candidate> named = reader.read(List.of(claim)).stream()
                .filter(one -> WRITING.contains(one.role()))
                .toList();
        return named.stream().anyMatch(one -> !one.refused())
                && named.stream().allMatch(one -> authors.stream().anyMatch(author -> SameName.of(one, author)));
    }

    /** Whether a line holds the last word of an author's name, which spares reading the others. */
    private boolean mayName(String folded) {
        return authors.stream()
                .anyMatch(author -> folded.contains(
                        author.folded().substring(author.folded().lastIndexOf(' ') + 1)));
    }
}
