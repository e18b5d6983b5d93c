package dev.colophon.dataset.duplicates;

import dev.colophon.dataset.Part;
import java.util.List;

/**
 * The documents of a batch.
 *
 * @param batch its name
 * @param run the run that made its present parts
 * @param parts its document parts, by path
 * @param staged whether they lie in the run's staging still
 */
record BatchDocuments(String batch, String run, List<Part> parts, boolean staged) {
    BatchDocuments {
        parts = parts.stream().sorted().toList();
    }

    long rows() {
        return parts.stream().mapToLong(Part::rows).sum();
    }

    /** What the index depends on: equal for equal documents. */
    String content() {
        StringBuilder content = new StringBuilder(batch);
        parts.forEach(part -> content.append('\t').append(part.sha256()));
        return content.append('\n').toString();
    }
}
