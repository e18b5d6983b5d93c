package dev.colophon.byline;

import dev.colophon.byline.Candidate.Origin;
import dev.colophon.model.ClaimSource;
import dev.colophon.model.ContributorKind;
import dev.colophon.model.NameClaim;
import dev.colophon.model.Region;
import dev.colophon.model.Role;
import dev.colophon.text.NameFolding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Chooses among the candidates.
 *
 * <p>The authors come from the most trusted place that names persons; places that agree with it support it and add
 * whom it leaves out. Desks and agencies are authors only where no person is, or where the chosen place itself names them
 * beside the persons; organisations only where no person is. Whom readers see credited with other work is no author beside
 * those who wrote.
 */
final class Choice {
    private static final double SUPPORT = 0.06;
    private static final double LISTING = 0.15;
    private static final int LEAST_LISTED = 4;
    private static final double REPEAT = 0.01;
    private static final int MOST_REPEATS = 4;
    private static final double LEAST_TO_ADD = 0.77;

    private static final int MOST_OUTSIDE = 2;
    private static final int MOST_AROUND = 20;

    private static final Set<Role> SAME_WORK = Set.of(Role.AUTHOR, Role.REPORTER, Role.CONTRIBUTOR);
    private static final Set<Role> WRITING = Set.of(Role.AUTHOR, Role.REPORTER);
    private static final Set<Role> OTHER_WORK = Set.of(Role.EDITOR, Role.CONTRIBUTOR, Role.TRANSLATOR, Role.AGENCY);

    /**
     * Somebody who was chosen.
     *
     * @param best the candidate that gives the role and the place
     * @param spelling the candidate whose spelling is taken
     * @param role what they did
     * @param confidence how sure the choice is, 0 to 1
     */
    record Chosen(Candidate best, Candidate spelling, Role role, double confidence) {}

    /** What each claim says, folded. */
    private final Map<NameClaim, String> raws = new IdentityHashMap<>();

    private final List<Candidate> accepted;
    private final List<Candidate> beside;

    Choice(List<Candidate> candidates) {
        List<Candidate> readable =
                candidates.stream().filter(one -> !one.refused()).toList();
        readable.forEach(one -> raws.computeIfAbsent(one.claim(), claim -> NameFolding.fold(claim.raw())));
        List<Candidate> exact =
                distinctNames(readable.stream().filter(this::isExact).toList());
        this.accepted = readable.stream()
                .filter(one -> exact.stream().noneMatch(other -> isMoreThan(one, other)))
                .filter(one -> exact.stream().noneMatch(other -> passesOver(readable, one, other)))
                .toList();
        this.beside = candidates.stream().filter(Choice::isBeside).toList();
    }

    /** Whether a place holds a name of two words or more and nothing else. */
    private boolean isExact(Candidate one) {
        boolean told = one.claim().role() == one.role()
                || (one.claim().role() == null && one.claim().source() == ClaimSource.MARKUP);
        return told && one.folded().indexOf(' ') > 0 && raw(one).equals(one.folded());
    }

    private String raw(Candidate one) {
        return raws.getOrDefault(one.claim(), "");
    }

    private static List<Candidate> distinctNames(List<Candidate> candidates) {
        Set<String> names = new HashSet<>();
        return candidates.stream()
                .filter(one -> names.add(one.role() + " " + one.folded()))
                .toList();
    }

    /**
     * Whether a longer text was read as naming somebody, though it holds the name that another place gives alone and no
     * reading of it found that: {@code By Social Links for Ann Lee}.
     */
    private boolean passesOver(List<Candidate> readable, Candidate one, Candidate exact) {
        return one.isVisible()
                && raw(one).length() > exact.folded().length()
                && SameName.holds(raw(one), exact.folded())
                && readable.stream()
                        .filter(other -> other.claim().equals(one.claim()))
                        .noneMatch(other -> SameName.of(other, exact));
    }

    /** Whether a whole byline gave the name of another place's field with more words before or after it: an outlet, a town. */
    private static boolean isMoreThan(Candidate one, Candidate field) {
        return (one.claim().role() == null || one.claim().source() == ClaimSource.MARKUP)
                && field.role() == one.role()
                && one.folded().length() > field.folded().length()
                && (one.folded().startsWith(field.folded() + ' ')
                        || one.folded().endsWith(' ' + field.folded()));
    }

    /** The contributors in order: authors, then the others as they stand. */
    List<Chosen> all() {
        List<Chosen> out = new ArrayList<>(authors());
        for (Candidate candidate : accepted) {
            Role role = isSignedOff(candidate) ? Role.CONTRIBUTOR : candidate.role();
            if (role != Role.AUTHOR && out.stream().noneMatch(one -> covers(one, candidate, role))) {
                out.add(chosen(candidate, role));
            }
        }
        return out;
    }

    private static boolean covers(Chosen chosen, Candidate other, Role role) {
        boolean sameRole = chosen.role() == role || (SAME_WORK.contains(chosen.role()) && SAME_WORK.contains(role));
        return sameRole && SameName.of(chosen.best(), other);
    }

    private List<Chosen> authors() {
        Map<String, List<Candidate>> places = new LinkedHashMap<>();
        List<Candidate> authors =
                accepted.stream().filter(one -> one.role() == Role.AUTHOR).toList();
        List<Candidate> writers = authors.stream().filter(Choice::mayAdd).toList();
        authors.stream()
                .filter(one -> !isOtherwise(one, writers))
                .forEach(one -> places.computeIfAbsent(one.place(), place -> new ArrayList<>())
                        .add(one));
        List<Candidate> best = best(places);
        List<Candidate> outside = namedOutside(best);
        if (!outside.isEmpty()) {
            return outside.stream().map(this::chosen).toList();
        }
        if (best == null || isOnlyListing(best)) {
            return List.of();
        }
        List<Candidate> names = distinct(best);
        boolean persons = names.stream().anyMatch(Candidate::isPerson);
        for (List<Candidate> other : places.values()) {
            if (persons && !areAccounts(names) && other != best && agrees(best, other)) {
                other.stream().filter(one -> one.isPerson() && mayAdd(one)).forEach(one -> addNew(names, one));
            }
        }
        return names.stream()
                .filter(one -> !(persons && (one.isJob() || one.kind() == ContributorKind.ORGANISATION)))
                .map(this::chosen)
                .toList();
    }

    /** {@code (Reporting by Ann Ray; Writing by Kate Moor)}: who wrote up what others reported has a part in it at least. */
    @SuppressWarnings("ReferenceEquality") // of two equal claims each names its own
    private boolean isSignedOff(Candidate author) {
        return author.isPerson()
                && author.isVisible()
                && author.mention() != null
                && author.mention().role() == Role.AUTHOR
                && accepted.stream()
                        .anyMatch(other -> other.claim() == author.claim() && other.role() == Role.REPORTER);
    }

    /** Whether words that readers see give somebody another part in the work, and others are left who wrote it. */
    private boolean isOtherwise(Candidate author, List<Candidate> all) {
        return says(author, OTHER_WORK)
                && !says(author, WRITING)
                && (isStatedEditor(author)
                        || all.stream().anyMatch(other -> other.isPerson() && !says(other, OTHER_WORK)));
    }

    /** Whether metadata too name an editor: systems that know no author give the editor's name to both fields. */
    private boolean isStatedEditor(Candidate author) {
        return accepted.stream()
                .anyMatch(other -> other.claim().role() == Role.EDITOR
                        && other.claim().source() == ClaimSource.META
                        && SameName.of(author, other));
    }

    private boolean says(Candidate author, Set<Role> roles) {
        return accepted.stream()
                .filter(Candidate::isVisible)
                .filter(other -> other.mention() != null
                        && other.mention().role() != null
                        && roles.contains(other.mention().role()))
                .anyMatch(other -> SameName.of(author, other));
    }

    /**
     * The persons that the page names only in what looks like its furniture or like teasers, where nobody is named at a
     * better place: few enough to have written one article.
     */
    private List<Candidate> namedOutside(@Nullable List<Candidate> best) {
        if (best != null && best.stream().anyMatch(one -> one.isPerson() && !Trust.isAlone(one.claim()))) {
            return List.of();
        }
        // Whoever stands below the headline is likelier to have written the article than a teaser's writer.
        boolean atHeadline = accepted.stream()
                .anyMatch(one -> one.isPerson() && one.role() == Role.AUTHOR && isShownAtHeadline(one));
        List<Candidate> names = new ArrayList<>();
        beside.stream()
                .filter(one -> !(atHeadline && one.claim().region() == Region.RELATED))
                .forEach(one -> addNew(names, one));
        return names.size() <= (best == null ? MOST_OUTSIDE : 1) ? names : List.of();
    }

    private static boolean isBeside(Candidate one) {
        boolean outside = one.claim().region() == Region.RELATED || one.claim().region() == Region.FURNITURE;
        return outside
                && one.refused()
                && one.mention() != null
                && one.role() == Role.AUTHOR
                && one.rule().endsWith("-region")
                && one.isPerson()
                && one.isVisible()
                && isBriefly(one);
    }

    /** Whether up to three words are named, one only after a role word, and little else stands there. */
    private static boolean isBriefly(Candidate one) {
        long spaces = one.name().chars().filter(unit -> unit == ' ').count();
        boolean enough = spaces >= 1
                || !Letters.isCased(one.name())
                || (one.mention() != null && one.mention().role() != null);
        return enough
                && spaces <= 2
                && one.claim().raw().length() <= one.name().length() + MOST_AROUND
                && (one.claim().role() != null
                        || (one.mention() != null && one.mention().role() != null));
    }

    private @Nullable List<Candidate> best(Map<String, List<Candidate>> places) {
        Comparator<List<Candidate>> byWorth = Comparator.comparingDouble(this::worth);
        List<Candidate> best = null;
        for (List<Candidate> place : places.values()) {
            if (best == null || byWorth.compare(place, best) > 0) {
                best = place;
            }
        }
        return best;
    }

    private double worth(List<Candidate> place) {
        double best = 0;
        for (Candidate one : place) {
            best = Math.max(best, worth(one));
        }
        return isListing(place) ? best - LISTING : best;
    }

    /** Whether many elements of one kind name one person each whom nothing but the page's text knows: other articles' authors. */
    private boolean isListing(List<Candidate> place) {
        List<Candidate> persons = new ArrayList<>();
        place.stream().filter(Candidate::isPerson).forEach(one -> addNew(persons, one));
        long claims = persons.stream().map(Candidate::claim).distinct().count();
        return place.get(0).isVisible()
                && claims >= LEAST_LISTED
                && persons.stream().filter(this::isKnownElsewhere).count() * 2 < persons.size();
    }

    /** Whether nothing but a list of other articles, away from the headline, names persons. */
    private boolean isOnlyListing(List<Candidate> place) {
        Region region = place.get(0).claim().region();
        boolean beside = region == Region.HEAD || region == Region.ARTICLE_HEADER;
        return !beside && !areAccounts(place) && isListing(place);
    }

    private boolean isKnownElsewhere(Candidate person) {
        return accepted.stream().anyMatch(other -> other.source() != person.source() && SameName.of(person, other));
    }

    private double worth(Candidate candidate) {
        return (Trust.of(candidate.claim()) + support(candidate)) * weight(candidate);
    }

    /** A byline prefers persons, then who is named besides the publisher itself. */
    private static double weight(Candidate candidate) {
        boolean full = candidate.name().indexOf(' ') > 0 || !Letters.isCased(candidate.name());
        return switch (candidate.kind()) {
            case PERSON -> full || Trust.isStarter(candidate.claim()) ? 1 : isCode(candidate) ? 0.68 : 0.88;
            case AGENCY -> 0.84;
            case DESK -> 0.78;
            case ORGANISATION -> isShownAtHeadline(candidate) ? 0.76 : 0.7;
        };
    }

    private static boolean isShownAtHeadline(Candidate candidate) {
        return candidate.isVisible() && candidate.claim().region() == Region.ARTICLE_HEADER;
    }

    /** Whether the name is the short sign of somebody of the newsroom: {@code jgr}. */
    private static boolean isCode(Candidate candidate) {
        String name = candidate.name();
        boolean rising = Letters.startsCapital(name) && !Letters.allCapitals(name);
        return Letters.isCased(name) && Letters.count(name) <= 3 && !rising;
    }

    /**
     * How far others name the same: fields that one system fills are one source, and so is all that is visible; more places
     * of one source say little more.
     */
    private double support(Candidate candidate) {
        Set<Origin> origins = EnumSet.noneOf(Origin.class);
        Set<String> places = new HashSet<>();
        for (Candidate other : accepted) {
            boolean work = SAME_WORK.contains(other.role()) == SAME_WORK.contains(candidate.role());
            if (work && SameName.of(candidate, other)) {
                origins.add(other.source());
                places.add(other.place());
            }
        }
        origins.remove(candidate.source());
        places.remove(candidate.place());
        return SUPPORT * origins.size() + REPEAT * Math.min(MOST_REPEATS, places.size());
    }

    /** Lists further down a page are of other articles too often. */
    private static boolean mayAdd(Candidate one) {
        return Trust.of(one.claim()) >= LEAST_TO_ADD;
    }

    private static boolean agrees(List<Candidate> best, List<Candidate> other) {
        return other.stream().anyMatch(one -> one.isPerson() && best.stream().anyMatch(two -> SameName.of(one, two)));
    }

    /** Everybody of a place, once; of account names, as threads show them, only the one who began. */
    private static List<Candidate> distinct(List<Candidate> place) {
        List<Candidate> out = new ArrayList<>();
        place.forEach(one -> addNew(out, one));
        return areAccounts(out) ? out.subList(0, 1) : out;
    }

    private static boolean areAccounts(List<Candidate> names) {
        return Trust.isStarter(names.get(0).claim())
                || (Letters.isCased(names.get(0).name())
                        && names.stream()
                                .allMatch(one -> one.isVisible() && one.folded().indexOf(' ') < 0));
    }

    private static void addNew(List<Candidate> names, Candidate candidate) {
        if (names.stream().noneMatch(one -> SameName.of(one, candidate))) {
            names.add(candidate);
        }
    }

    /** Whether a field holds the name of an account, made of the name that readers see: {@code ann_lee}, {@code Ann Lee}. */
    private static boolean isIdentifierOf(Candidate field, Candidate shown) {
        String joined = shown.folded().replace(" ", "");
        return field.name().indexOf(' ') < 0
                && shown.folded().indexOf(' ') > 0
                && !field.isVisible()
                && joined.equals(field.folded().replaceAll("[ _.-]", ""));
    }

    private Chosen chosen(Candidate candidate) {
        return chosen(candidate, candidate.role());
    }

    private Chosen chosen(Candidate candidate, Role role) {
        Candidate spelling = Stream.concat(
                        accepted.stream(), beside.stream().filter(one -> isIdentifierOf(candidate, one)))
                .filter(Candidate::isVisible)
                .filter(other -> other.folded().equals(candidate.folded()) || isIdentifierOf(candidate, other))
                .findFirst()
                .orElse(candidate);
        return new Chosen(candidate, spelling, role, Math.min(0.99, worth(candidate)));
    }
}
