package dev.colophon.quality;

/** The 4-gram F1 of many pages: the harmonic mean of the pages' mean precision and mean recall. */
final class ShingleMean {
    private final Mean precision = new Mean();
    private final Mean recall = new Mean();

    /** A page without gold text has no recall, one without a prediction no precision. */
    void add(TextScore.Shingles page) {
        if (page.both() + page.predictedOnly() > 0) {
            precision.add(page.precision());
        }
        if (page.both() + page.goldOnly() > 0) {
            recall.add(page.recall());
        }
    }

    double f1() {
        return Agreement.harmonic(precision.value(), recall.value());
    }
}
