package dev.colophon.extract.page;

import java.util.List;

/** Measures of blocks as rows, one for each block, as a trainer wants them; the product lays them out in {@link Columns}. */
final class Rows {
    private Rows() {}

    /** What the first forest sees of each block. */
    static float[][] of(PageMeasures page, List<Feature<PageMeasures>> features, PageOdds odds) {
        float[][] rows = new float[page.size()][features.size() + PageOdds.ALL.size()];
        addOdds(rows, features.size(), odds);
        for (int f = 0; f < features.size(); f++) {
            Feature.Measure<PageMeasures> measure = features.get(f).measure();
            for (int i = 0; i < rows.length; i++) {
                rows[i][f] = measure.of(page, i);
            }
        }
        return rows;
    }

    /** Ends rows with what words say. */
    static void addOdds(float[][] rows, int from, PageOdds odds) {
        for (int f = 0; f < PageOdds.ALL.size(); f++) {
            Feature.Measure<PageOdds> measure = PageOdds.ALL.get(f).measure();
            for (int i = 0; i < rows.length; i++) {
                rows[i][from + f] = measure.of(odds, i);
            }
        }
    }

    static float[] firstProbabilities(Forest forest, float[][] rows) {
        float[] probabilities = new float[rows.length];
        for (int i = 0; i < rows.length; i++) {
            probabilities[i] = forest.probability(rows[i]);
        }
        return probabilities;
    }

    /** What the second forest sees of a block. */
    static float[] secondRow(
            float[] first, int[] kept, List<Feature<FirstGuess>> context, FirstGuess guess, int block) {
        float[] row = new float[kept.length + context.size()];
        for (int i = 0; i < kept.length; i++) {
            row[i] = first[kept[i]];
        }
        for (int i = 0; i < context.size(); i++) {
            row[kept.length + i] = context.get(i).measure().of(guess, block);
        }
        return row;
    }
}
