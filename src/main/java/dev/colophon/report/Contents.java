package dev.colophon.report;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What the documents of the batches that a run wrote to are like: its own, and those that were there before. Every list
 * stands in the order it is to be shown in, the greatest count first.
 *
 * @param documents how many they are
 * @param languages documents by BCP-47 tag
 * @param publishers documents by publisher or registered domain
 * @param datePrecisions documents by precision of their publication date; those without a date are not in it
 * @param coverage how many documents have a title, a date, an author, an editor …
 * @param contributors documents by the name of their first author, and of their first editor where that is another
 * @param duplicates rows of the table {@code duplicates} by method: copies, exact and near, and revisions
 */
public record Contents(
        long documents,
        List<Count> languages,
        List<Count> publishers,
        List<Count> datePrecisions,
        List<Count> coverage,
        List<Count> contributors,
        List<Count> duplicates) {
    /** Nothing known. */
    public static final Contents NONE =
            new Contents(0, List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

    public Contents {
        languages = List.copyOf(languages);
        publishers = List.copyOf(publishers);
        datePrecisions = List.copyOf(datePrecisions);
        coverage = List.copyOf(coverage);
        contributors = List.copyOf(contributors);
        duplicates = List.copyOf(duplicates);
    }

    /** Documents that repeat another, or are a revision of it. */
    long duplicateDocuments() {
        return duplicates.stream().mapToLong(Count::count).sum();
    }

    /** The same by method in words: {@code exact 2, revision 1}. */
    String duplicateMethods() {
        return duplicates.stream()
                .map(method -> method.label() + " " + Words.number(method.count()))
                .collect(Collectors.joining(", "));
    }
}
