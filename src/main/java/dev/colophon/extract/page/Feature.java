package dev.colophon.extract.page;

/**
 * One number about a block.
 *
 * @param <P> what is known of the block's page
 * @param name its name in the model
 * @param measure how it is measured
 */
record Feature<P>(String name, Measure<P> measure) {
    /** Measures a block of a page. */
    interface Measure<P> {
        float of(P page, int block);
    }
}
