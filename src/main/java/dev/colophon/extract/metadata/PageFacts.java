package dev.colophon.extract.metadata;

import dev.colophon.model.ClaimSource;
import dev.colophon.model.ContributorKind;
import dev.colophon.model.DateClaim;
import dev.colophon.model.DateClaim.Meaning;
import dev.colophon.model.NameClaim;
import dev.colophon.model.Region;
import dev.colophon.model.Role;
import dev.colophon.text.NormalForm;
import dev.colophon.text.Spaces;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Gathers what the parts of a page state. Bounded; not thread-safe. */
final class PageFacts {
    private static final int MAX_CLAIMS = 200;
    private static final int MAX_STATEMENTS = 200;
    private static final int MAX_CHARS = 400;
    /** Longer names of sites are looked at twice. */
    private static final int LONGEST_NAME = 30;

    private static final Set<Region> ELSEWHERE =
            EnumSet.of(Region.RELATED, Region.OTHER_ARTICLES, Region.COMMENT, Region.FURNITURE);

    private final List<Dated> dates = new ArrayList<>();
    private final List<Named> names = new ArrayList<>();
    private final Map<Field, List<Statement>> statements = new EnumMap<>(Field.class);
    private final Set<List<Object>> seen = new HashSet<>();

    /** Claims of others, which leave room for the page's own. */
    private int datesElsewhere;

    private int namesElsewhere;

    /**
     * Where a statement stands.
     *
     * @param source the kind of place
     * @param locator the place, for people
     * @param region the part of the page
     * @param position place in reading order, 0 for the head
     */
    record Place(ClaimSource source, String locator, Region region, int position) {
        static Place head(ClaimSource source, String locator) {
            return new Place(source, locator, Region.HEAD, 0);
        }
    }

    /**
     * Who is named.
     *
     * @param raw the words
     * @param kind what they are said to name; null where that is not said
     * @param reference a page or e-mail address; null where there is none
     */
    record Party(
            String raw,
            @Nullable ContributorKind kind,
            @Nullable String reference) {
        static Party of(String raw) {
            return new Party(raw, null, null);
        }
    }

    private record Statement(int trust, String value) {}

    private record Dated(Meaning meaning, String raw, Place place) {}

    private record Named(@Nullable Role role, Party party, Place place) {}

    /** Takes a stated value as what its term says it is: a date, a name or anything else. */
    void state(Vocabulary.Term term, String value, Place place) {
        Meaning meaning = term.field().meaning();
        Role role = term.field().role();
        if (meaning != null) {
            date(meaning, value, place);
        } else if (role != null) {
            name(role, Party.of(value), place);
        } else {
            say(term, value);
        }
    }

    private void say(Vocabulary.Term term, String value) {
        List<Statement> same = statements.computeIfAbsent(term.field(), field -> new ArrayList<>());
        String words = term.field().isAddress() ? value : NormalForm.NFC.of(value);
        String tidy = term.field() == Field.BODY ? words.strip() : Spaces.collapse(words);
        boolean nothing = tidy.isEmpty() || (term.field() == Field.SITE && Topics.isNothing(tidy));
        if (!nothing && same.size() < MAX_STATEMENTS) {
            same.add(new Statement(term.trust(), tidy));
        }
    }

    void date(Meaning meaning, String raw, Place place) {
        String tidy = Spaces.collapse(raw);
        boolean elsewhere = ELSEWHERE.contains(place.region());
        boolean room = elsewhere ? datesElsewhere < MAX_CLAIMS : dates.size() - datesElsewhere < MAX_CLAIMS;
        if (room && fits(tidy) && seen.add(List.of(meaning, tidy, place))) {
            datesElsewhere += elsewhere ? 1 : 0;
            dates.add(new Dated(meaning, tidy, place));
        }
    }

    /** Takes a name or a byline; line breaks are kept, as they part a name from what stands below it. */
    void name(@Nullable Role role, Party party, Place place) {
        Party tidy = new Party(lines(party.raw()), party.kind(), party.reference());
        boolean elsewhere = ELSEWHERE.contains(place.region());
        boolean room = elsewhere ? namesElsewhere < MAX_CLAIMS : names.size() - namesElsewhere < MAX_CLAIMS;
        if (room && fits(tidy.raw()) && seen.add(List.of(role == null ? "" : role, tidy.raw(), place))) {
            namesElsewhere += elsewhere ? 1 : 0;
            names.add(new Named(role, tidy, place));
        }
    }

    private static boolean fits(String raw) {
        return !raw.isEmpty() && raw.length() <= MAX_CHARS;
    }

    private static String lines(String raw) {
        StringBuilder out = new StringBuilder();
        for (String line : raw.split("\n", -1)) {
            String tidy = Spaces.collapse(line);
            if (!tidy.isEmpty()) {
                out.append(out.isEmpty() ? "" : "\n").append(tidy);
            }
        }
        return out.toString();
    }

    /** Whether anything says when the page was published. */
    boolean knowsPublication() {
        return dates.stream().anyMatch(date -> date.meaning() == Meaning.PUBLISHED);
    }

    /** Whether a source names somebody at a place that ends like one of these. */
    boolean isNamed(ClaimSource source, List<String> endings) {
        return names.stream()
                .map(Named::place)
                .anyMatch(place -> place.source() == source && endings.stream().anyMatch(place.locator()::endsWith));
    }

    /** Whether any claim of a date, but those of other documents, can be one. */
    boolean knowsDate(Predicate<String> isDate) {
        return dates.stream().anyMatch(date -> !ELSEWHERE.contains(date.place().region()) && isDate.test(date.raw()));
    }

    /** The values of a field without repeats, the most trusted first. */
    List<String> values(Field field) {
        LinkedHashSet<String> values = new LinkedHashSet<>();
        statements.getOrDefault(field, List.of()).stream()
                .sorted(Comparator.comparingInt(Statement::trust))
                .forEach(statement -> values.add(statement.value()));
        return List.copyOf(values);
    }

    /** The most trusted value of a field; null where there is none. */
    @Nullable
    String value(Field field) {
        List<String> values = values(field);
        return values.isEmpty() ? null : values.get(0);
    }

    /** The most trusted name of the site; frameworks put the page's own title there too. Null where there is none. */
    @Nullable
    String siteName() {
        List<String> titles = values(Field.TITLE);
        return values(Field.SITE).stream()
                .filter(name -> name.length() <= LONGEST_NAME || !titles.contains(name))
                .findFirst()
                .orElse(null);
    }

    /** The rubric as it is stated, else as links name it; null where neither is. */
    @Nullable
    String section() {
        List<String> site = values(Field.SITE);
        String stated = Topics.section(values(Field.SECTION), site);
        return stated == null ? Topics.section(values(Field.RUBRIC), site) : stated;
    }

    /**
     * The keywords that are stated for this page, else those that links name, else those for search engines. One link alone
     * does not stand for the latter.
     */
    List<String> tags() {
        List<String> site = values(Field.SITE);
        List<String> stated = Topics.tags(values(Field.TAGS), site);
        if (!stated.isEmpty()) {
            return stated;
        }
        List<String> linked = Topics.tags(values(Field.TOPIC), site);
        List<String> searched = linked.size() > 1 ? List.of() : Topics.tags(values(Field.KEYWORDS), site);
        return searched.isEmpty() ? linked : searched;
    }

    /** Fills {@code dateClaims} and {@code nameClaims}, numbered together in reading order. */
    void claims(List<DateClaim> dateClaims, List<NameClaim> nameClaims) {
        List<Object> all = new ArrayList<>(dates);
        all.addAll(names);
        all.sort(Comparator.comparingInt(claim -> claim instanceof Dated date
                ? date.place().position()
                : ((Named) claim).place().position()));
        for (int order = 0; order < all.size(); order++) {
            Object claim = all.get(order);
            if (claim instanceof Dated date) {
                dateClaims.add(claim(date, order));
            } else if (claim instanceof Named name) {
                nameClaims.add(claim(name, order));
            }
        }
    }

    private static DateClaim claim(Dated date, int order) {
        Place place = date.place();
        return new DateClaim(date.meaning(), date.raw(), place.source(), place.locator(), place.region(), order);
    }

    private static NameClaim claim(Named name, int order) {
        Place place = name.place();
        Party party = name.party();
        return new NameClaim(
                name.role(),
                party.raw(),
                place.source(),
                place.locator(),
                place.region(),
                order,
                party.kind(),
                party.reference());
    }
}
