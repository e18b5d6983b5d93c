package dev.colophon.model;

import org.jspecify.annotations.Nullable;

/**
 * Someone who made a document.
 *
 * @param id stable id within the archive: a hash of kind, publisher scope and folded name
 * @param name the name in its normal form
 * @param nameRaw the name as the document writes it
 * @param role what the contributor did
 * @param kind what the contributor is
 * @param source the kind of place that named it
 * @param confidence how sure the reading is, 0 to 1
 * @param reference page or e-mail address of the contributor that the document gives; null where it gives none
 */
public record Contributor(
        String id,
        String name,
        String nameRaw,
        Role role,
        ContributorKind kind,
        ClaimSource source,
        double confidence,
        @Nullable String reference) {}
