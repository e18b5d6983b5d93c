package dev.colophon.extract.page;

/**
 * One number about a block.
 *
 * @param <P> what is known of the block's page
 * @param name its name in the model
 * @param measure how it is measured
 * @param shared whether all blocks of a page have one measure
 */
record Feature<P>(String name, Measure<P> measure, boolean shared) {
    Feature(String name, Measure<P> measure) {
        this(name, measure, false);
    }

    /** Measures a block of a page. */
    interface Measure<P> {
        float of(P page, int block);
    }
}
