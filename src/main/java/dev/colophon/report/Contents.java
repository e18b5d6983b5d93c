package dev.colophon.report;

import java.util.List;

/**
 * What the documents of a run are like. Every list stands in the order it is to be shown in, the greatest count first.
 *
 * @param languages documents by BCP-47 tag
 * @param publishers documents by publisher or registered domain
 * @param datePrecisions documents by precision of their publication date; those without a date are not in it
 * @param coverage how many documents have a title, a date, an author, an editor …
 * @param contributors documents by contributor
 * @param duplicates documents that repeat another
 */
public record Contents(
        List<Count> languages,
        List<Count> publishers,
        List<Count> datePrecisions,
        List<Count> coverage,
        List<Count> contributors,
        long duplicates) {
    /** Nothing known. */
    public static final Contents NONE = new Contents(List.of(), List.of(), List.of(), List.of(), List.of(), 0);

    public Contents {
        languages = List.copyOf(languages);
        publishers = List.copyOf(publishers);
        datePrecisions = List.copyOf(datePrecisions);
        coverage = List.copyOf(coverage);
        contributors = List.copyOf(contributors);
    }
}
