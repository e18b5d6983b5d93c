package dev.colophon.extract.page;

import dev.colophon.extract.CorpusPage;
import dev.colophon.model.LineClassifier;
import dev.colophon.pipeline.MetadataLines;
import dev.colophon.quality.LabelledPage;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A page to learn from.
 *
 * @param name its name in the corpus
 * @param site its site: pages of one site are never on both sides of a split
 * @param whole whether its whole text is labelled, and not passages alone
 * @param page what is measured of it
 * @param words its words
 * @param rows every measure of every block; room for what words say follows
 * @param labels which blocks are text
 * @param taken the blocks that are learned from: all near the text, and one in four of the others
 */
@SuppressWarnings("ArrayRecordComponent")
record Example(
        String name,
        String site,
        boolean whole,
        PageMeasures page,
        PageWords words,
        float[][] rows,
        BlockLabels labels,
        int[] taken) {
    private static final int NEAR = 12;
    private static final int LONG = 100;
    private static final int ONE_IN = 4;

    private static final LineClassifier LINES = new MetadataLines();

    static LineClassifier lines() {
        return LINES;
    }

    static Example of(LabelledPage labelled, CorpusPage seen, @Nullable SiteProfile site) {
        PageOutline outline = seen.outline();
        MarkupRules.Judgement judged = new MarkupRules(LINES).judge(outline, seen.hints());
        PageMeasures page = new PageMeasures(outline, seen.hints(), judged.kinds(), site);
        BlockLabels labels = BlockLabels.of(outline, labelled.label());
        int[] taken = taken(labelled, page, labels);
        PageWords words = new PageWords(page);
        return new Example(
                labelled.id(),
                labelled.site(),
                !partial(labelled),
                page,
                words,
                Rows.of(page, BlockFeatures.ALL, new PageOdds(outline, words, WordOdds.NONE)),
                labels,
                taken);
    }

    private static boolean partial(LabelledPage labelled) {
        return labelled.label().text() == null || labelled.label().text().isBlank();
    }

    /** Every row with what these odds say. */
    float[][] rows(WordOdds odds) {
        float[][] filled = new float[rows.length][];
        for (int i = 0; i < filled.length; i++) {
            filled[i] = rows[i].clone();
        }
        Rows.addOdds(filled, BlockFeatures.ALL.size(), new PageOdds(page.page, words, odds));
        return filled;
    }

    /** The blocks to learn from; those that stand for others get their weight. */
    private static int[] taken(LabelledPage labelled, PageMeasures page, BlockLabels labels) {
        boolean partial = partial(labelled);
        boolean[] near = new boolean[page.size()];
        for (int i = 0; i < near.length; i++) {
            if (labels.targets()[i] > 0) {
                Arrays.fill(near, Math.max(0, i - NEAR), Math.min(near.length, i + NEAR + 1), true);
            }
        }
        int[] taken = new int[page.size()];
        int count = 0;
        for (int i = 0; i < taken.length; i++) {
            boolean sure = partial || near[i] || page.block(i).weight() >= LONG;
            if (!sure && Math.floorMod((labelled.id() + i).hashCode() * 0x9E3779B1 >>> 7, ONE_IN) == 0) {
                labels.weights()[i] *= ONE_IN;
                sure = true;
            }
            if (sure && labels.weights()[i] > 0) {
                taken[count++] = i;
            }
        }
        return Arrays.copyOf(taken, count);
    }
}
