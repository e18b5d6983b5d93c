package dev.colophon.quality;

/** A mean in the making. */
final class Mean {
    private double sum;
    private int count;

    void add(double value) {
        sum += value;
        count++;
    }

    /** The mean; 0 of nothing. */
    double value() {
        return count == 0 ? 0 : sum / count;
    }

    int count() {
        return count;
    }
}
