package dev.colophon.quality;

/** Precision, recall and their harmonic mean, from 0 to 1. */
record Agreement(double precision, double recall, double f1) {
    static Agreement of(double right, double wrong, double missed) {
        double precision = right + wrong == 0 ? 0 : right / (right + wrong);
        double recall = right + missed == 0 ? 0 : right / (right + missed);
        return new Agreement(precision, recall, harmonic(precision, recall));
    }

    static double harmonic(double precision, double recall) {
        return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
    }
}
