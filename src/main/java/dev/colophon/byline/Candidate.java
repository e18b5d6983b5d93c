package dev.colophon.byline;

import dev.colophon.model.ContributorKind;
import dev.colophon.model.NameClaim;
import dev.colophon.model.Role;
import dev.colophon.text.NameFolding;
import org.jspecify.annotations.Nullable;

/**
 * A name that a claim gives, or why it gives none.
 *
 * @param claim where it was found
 * @param mention the name; null where none could be read
 * @param role what they did
 * @param kind what they are
 * @param rule the rule that read it, or that refused it
 * @param refused whether it cannot be a contributor
 * @param folded the name's folded form; empty where there is none
 */
record Candidate(
        NameClaim claim,
        @Nullable Mention mention,
        Role role,
        ContributorKind kind,
        String rule,
        boolean refused,
        String folded) {

    static Candidate accepted(NameClaim claim, Mention mention, Role role, ContributorKind kind) {
        String rule = claim.source().label() + "." + role.label();
        return new Candidate(claim, mention, role, kind, rule, false, NameFolding.fold(mention.name()));
    }

    static Candidate refused(NameClaim claim, @Nullable Mention mention, Role role, String rule) {
        String folded = mention == null ? "" : NameFolding.fold(mention.name());
        return new Candidate(claim, mention, role, ContributorKind.PERSON, rule, true, folded);
    }

    /** The same, refused by a rule. */
    Candidate refuse(String by) {
        return new Candidate(claim, mention, role, kind, by, true, folded);
    }

    /** The same as an organisation, which structured data of the page call it. */
    Candidate asOrganisation() {
        return new Candidate(claim, mention, role, ContributorKind.ORGANISATION, rule, refused, folded);
    }

    /** The name in its normal form; empty where there is none. */
    String name() {
        return mention == null ? "" : mention.name();
    }

    boolean isPerson() {
        return kind == ContributorKind.PERSON;
    }

    /** Whether it is the job of somebody, not a name: {@code Associate Editor}. */
    boolean isJob() {
        return kind == ContributorKind.DESK
                && Kinds.isJobAlone(
                        Tokens.of(name()).stream().filter(Token::isWord).toList());
    }

    /** Whether a reader of the page sees the name. */
    boolean isVisible() {
        return Trust.isVisible(claim);
    }

    /** What the claims of one origin are: the fields of one vocabulary, or what readers see. */
    Origin source() {
        return switch (claim.source()) {
            case JSON_LD, SIDECAR -> Origin.LINKED_DATA;
            case META, FILE_METADATA, RECORD, URL, HTTP_HEADER -> Origin.META;
            case MICRODATA, RDFA -> Origin.ITEMS;
            case MARKUP, TEXT, TIME_ELEMENT -> Origin.PAGE;
        };
    }

    /** Where candidates come from that do not confirm each other. */
    enum Origin {
        LINKED_DATA,
        META,
        ITEMS,
        PAGE
    }

    /** The claims of one place speak together: one property, or one kind of element. */
    String place() {
        return switch (claim.source()) {
            case MARKUP, TEXT, MICRODATA, RDFA -> claim.source().label() + " " + claim.region() + " " + claim.locator();
            default -> claim.source().label() + " " + claim.locator();
        };
    }
}
