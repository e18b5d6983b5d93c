package dev.colophon.model;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A document, interpreted.
 *
 * @param identity which document it is
 * @param capturedAt when it was captured; null where unknown
 * @param publication when it was published
 * @param content what it says
 * @param credits who made it
 * @param fingerprint what its text is recognised by
 * @param lineage where it came from
 * @param evidence every candidate for its dates and names
 */
public record Document(
        Identity identity,
        @Nullable Instant capturedAt,
        Publication publication,
        Content content,
        Credits credits,
        Fingerprint fingerprint,
        Lineage lineage,
        List<Evidence> evidence) {
    public Document {
        evidence = List.copyOf(evidence);
    }
}
