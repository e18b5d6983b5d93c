package dev.colophon.model;

import org.jspecify.annotations.Nullable;

/**
 * One candidate for a field, and what became of it.
 *
 * @param field the column it is a candidate for: {@code published_at}, {@code contributors}
 * @param rank 1 for the best candidate of the field, then 2, 3 …
 * @param raw the claim's text
 * @param value what it was read as, in ISO form or as a name; null where it could not be read
 * @param locator the exact place it was found
 * @param rule the rule that read it or refused it
 * @param confidence how sure the reading is, 0 to 1
 * @param chosen whether it became the field's value
 */
public record Evidence(
        String field,
        int rank,
        String raw,
        @Nullable String value,
        String locator,
        String rule,
        double confidence,
        boolean chosen) {}
