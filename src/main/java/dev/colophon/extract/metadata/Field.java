package dev.colophon.extract.metadata;

import dev.colophon.model.DateClaim.Meaning;
import dev.colophon.model.Role;
import org.jspecify.annotations.Nullable;

/** What a property of structured data, or a meta tag, states. */
enum Field {
    PUBLISHED(Meaning.PUBLISHED, null),
    MODIFIED(Meaning.MODIFIED, null),
    CREATED(Meaning.CREATED, null),
    DATE(Meaning.UNSPECIFIED, null),
    AUTHOR(null, Role.AUTHOR),
    EDITOR(null, Role.EDITOR),
    REPORTER(null, Role.REPORTER),
    TRANSLATOR(null, Role.TRANSLATOR),
    PHOTOGRAPHER(null, Role.PHOTOGRAPHER),
    ILLUSTRATOR(null, Role.ILLUSTRATOR),
    CONTRIBUTOR(null, Role.CONTRIBUTOR),
    AGENCY(null, Role.AGENCY),
    TITLE(null, null),
    KICKER(null, null),
    DESCRIPTION(null, null),
    LANGUAGE(null, null),
    SITE(null, null),
    ADDRESS(null, null),
    SECTION(null, null),
    /** A rubric that a link or a trail of links names. */
    RUBRIC(null, null),
    TAGS(null, null),
    /** A keyword that a link beside the article names. */
    TOPIC(null, null),
    /** Keywords for search engines, which many sites fill for all their pages alike. */
    KEYWORDS(null, null),
    IMAGE(null, null),
    BODY(null, null);

    private final @Nullable Meaning meaning;
    private final @Nullable Role role;

    Field(@Nullable Meaning meaning, @Nullable Role role) {
        this.meaning = meaning;
        this.role = role;
    }

    /** What a date of this field means; null where the field holds no date. */
    @Nullable
    Meaning meaning() {
        return meaning;
    }

    /** Whether the value leads somewhere: it is kept to the letter. */
    boolean isAddress() {
        return this == ADDRESS || this == IMAGE;
    }

    /** Whether one value holds several, parted by commas. */
    boolean isList() {
        return this == TAGS || this == KEYWORDS;
    }

    /** What a name of this field did; null where the field holds no name. */
    @Nullable
    Role role() {
        return role;
    }
}
