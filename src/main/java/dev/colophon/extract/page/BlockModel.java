package dev.colophon.extract.page;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A learned model that tells the blocks of a page's main text from the rest. A first forest looks at each block and what
 * lies around it; a second one looks at the blocks that the first did not give up, and at what the first said of all
 * others (stacking: Wolpert, "Stacked Generalization", 1992). Immutable.
 *
 * <p>{@code blocks.md} beside the model says what it was trained on and how well it does.
 */
public final class BlockModel {
    /** Blocks less probable than this are not looked at twice. */
    static final float GIVEN_UP = 0.02f;

    private static final int MAGIC = 0x434f4c31;
    private static final float LOWEST = 0.2f;
    private static final float HIGHEST = 0.6f;

    private final List<Feature<PageMeasures>> measures;
    private final int[] kept;
    private final List<Feature<FirstGuess>> context;
    private final Forest first;
    private final Forest second;

    /**
     * The parts of a model.
     *
     * @param names what the first forest's rows hold
     * @param kept which of them the second's rows begin with
     * @param contextNames what the second's rows go on with
     */
    BlockModel(List<String> names, int[] kept, List<String> contextNames, Forest first, Forest second) {
        this.measures = named(names, BlockFeatures.ALL);
        this.kept = kept.clone();
        this.context = named(contextNames, ContextFeatures.ALL);
        this.first = first;
        this.second = second;
    }

    private static <P> List<Feature<P>> named(List<String> names, List<Feature<P>> all) {
        Map<String, Feature<P>> byName = new HashMap<>();
        all.forEach(feature -> byName.put(feature.name(), feature));
        return names.stream()
                .map(name -> {
                    Feature<P> feature = byName.get(name);
                    if (feature == null) {
                        throw new IllegalStateException("the block model wants the feature " + name
                                + ", which this version does not measure: train it again");
                    }
                    return feature;
                })
                .toList();
    }

    /** The model that comes with Colophon. */
    public static BlockModel shipped() {
        return Shipped.MODEL;
    }

    private static final class Shipped {
        static final BlockModel MODEL = load();

        private static BlockModel load() {
            try (InputStream in = BlockModel.class.getResourceAsStream("blocks.model")) {
                if (in == null) {
                    throw new IllegalStateException("the resource blocks.model is missing beside " + BlockModel.class);
                }
                return read(new BufferedInputStream(in));
            } catch (IOException broken) {
                throw new UncheckedIOException("the resource blocks.model beside " + BlockModel.class, broken);
            }
        }
    }

    /** Reads a model that {@link #write} wrote. */
    public static BlockModel read(InputStream stream) throws IOException {
        DataInputStream in = new DataInputStream(stream);
        int magic = in.readInt();
        if (magic != MAGIC) {
            throw new IOException(
                    "expected a block model, found a file that begins with " + Integer.toHexString(magic));
        }
        List<String> names = names(in);
        int[] kept = new int[in.readInt()];
        for (int i = 0; i < kept.length; i++) {
            kept[i] = in.readInt();
        }
        return new BlockModel(names, kept, names(in), Forest.read(in), Forest.read(in));
    }

    private static List<String> names(DataInputStream in) throws IOException {
        int count = in.readInt();
        List<String> names = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            names.add(in.readUTF());
        }
        return names;
    }

    /** Writes the model; the same model gives the same bytes. */
    void write(DataOutput out) throws IOException {
        out.writeInt(MAGIC);
        writeNames(out, measures);
        out.writeInt(kept.length);
        for (int index : kept) {
            out.writeInt(index);
        }
        writeNames(out, context);
        first.write(out);
        second.write(out);
    }

    private static void writeNames(DataOutput out, List<? extends Feature<?>> features) throws IOException {
        out.writeInt(features.size());
        for (Feature<?> feature : features) {
            out.writeUTF(feature.name());
        }
    }

    /** For each block the probability that it is main text. */
    float[] probabilities(PageMeasures page) {
        Columns columns = Columns.of(page, measures);
        float[] probabilities = first.probabilities(columns);
        int[] left = IntStream.range(0, probabilities.length)
                .filter(i -> probabilities[i] >= GIVEN_UP)
                .toArray();
        FirstGuess guess = new FirstGuess(page, probabilities.clone());
        float[] again = second.probabilities(columns.of(kept, left, guess, context));
        for (int i = 0; i < left.length; i++) {
            probabilities[left[i]] = again[i];
        }
        return probabilities;
    }

    /** What the first forest sees of each block. */
    static float[][] rows(PageMeasures page, List<Feature<PageMeasures>> features) {
        float[][] rows = new float[page.size()][features.size()];
        for (int f = 0; f < features.size(); f++) {
            Feature.Measure<PageMeasures> measure = features.get(f).measure();
            for (int i = 0; i < rows.length; i++) {
                rows[i][f] = measure.of(page, i);
            }
        }
        return rows;
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

    /**
     * The probability from which blocks are text: the one with the highest expected word F1, all probabilities taken at their
     * word. On a clear page it lies near one half, on a doubtful one lower (Ye et al., "Optimizing F-measure: A Tale of Two
     * Approaches", 2012).
     */
    static float threshold(PageMeasures page, float[] probabilities) {
        double expected = 0;
        for (int i = 0; i < probabilities.length; i++) {
            expected += probabilities[i] * page.words(i);
        }
        long[] order = new long[probabilities.length];
        for (int i = 0; i < order.length; i++) {
            order[i] = (long) (Integer.MAX_VALUE - Float.floatToIntBits(probabilities[i])) << 32 | i;
        }
        Arrays.sort(order); // the most probable first
        double right = 0;
        double chosen = 0;
        double best = 0;
        float threshold = HIGHEST;
        for (long place : order) {
            int i = (int) place;
            right += probabilities[i] * page.words(i);
            chosen += page.words(i);
            double score = 2 * right / Math.max(1, chosen + expected);
            if (score > best) {
                best = score;
                threshold = probabilities[i];
            }
        }
        return Math.max(LOWEST, Math.min(HIGHEST, threshold));
    }
}
