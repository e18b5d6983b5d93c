package dev.colophon.extract.page;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

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
    /** Probabilities are compared in steps of one in a hundred. */
    private static final int LEVELS = 100;

    private static final int LOWEST = 10;
    private static final int HIGHEST = 70;
    /** How far blocks of one kind are drawn together. */
    private static final float ALIKE = 0.6f;

    private static final int KINDS = 4;
    private static final int SENTENCE = 8;
    private static final double LINKED = 0.3;

    /** How much the expectation over blocks that hang together counts beside the other. */
    private static final double TOGETHER = 0.5;

    private static final double TIE = 1e-9;

    private final WordOdds words;
    private final List<Feature<PageMeasures>> measures;
    private final int[] kept;
    private final List<Feature<FirstGuess>> context;
    private final Forest first;
    private final Forest second;

    /**
     * The parts of a model.
     *
     * @param words what single words say
     * @param names what the first forest's rows hold before what {@link PageOdds} says
     * @param kept which of them the second's rows begin with
     * @param contextNames what the second's rows go on with
     */
    BlockModel(WordOdds words, List<String> names, int[] kept, List<String> contextNames, Forest first, Forest second) {
        this.words = words;
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
        WordOdds words = WordOdds.read(in);
        List<String> names = names(in);
        int[] kept = new int[in.readInt()];
        for (int i = 0; i < kept.length; i++) {
            kept[i] = in.readInt();
        }
        return new BlockModel(words, names, kept, names(in), Forest.read(in), Forest.read(in));
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
    public void write(DataOutput out) throws IOException {
        out.writeInt(MAGIC);
        words.write(out);
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

    /** Names of what it looks at, in the order of its rows. */
    public List<String> features() {
        return Stream.of(
                        measures.stream().map(Feature::name),
                        PageOdds.ALL.stream().map(Feature::name),
                        context.stream().map(Feature::name))
                .flatMap(names -> names)
                .toList();
    }

    /** For each block the probability that it is main text. */
    float[] probabilities(PageMeasures page) {
        PageOdds odds = new PageOdds(page.page, new PageWords(page), words);
        BlockRows rows = BlockRows.of(page, measures, odds);
        float[] probabilities = first.probabilities(rows);
        int[] left = IntStream.range(0, probabilities.length)
                .filter(i -> probabilities[i] >= GIVEN_UP)
                .toArray();
        FirstGuess guess = new FirstGuess(page, probabilities.clone());
        float[] again = second.probabilities(rows.of(kept, left, guess, context));
        for (int i = 0; i < left.length; i++) {
            probabilities[left[i]] = again[i];
        }
        return alike(page, probabilities);
    }

    /** Draws each block towards the mean of those that hang on the same kind of element and are as long and as linked. */
    private static float[] alike(PageMeasures page, float[] probabilities) {
        float[] sums = new float[KINDS * page.allGroups.length];
        int[] words = new int[sums.length];
        for (int i = 0; i < probabilities.length; i++) {
            sums[kind(page, i)] += probabilities[i] * (page.words(i) + 1);
            words[kind(page, i)] += page.words(i) + 1;
        }
        float[] drawn = new float[probabilities.length];
        for (int i = 0; i < drawn.length; i++) {
            float mean = sums[kind(page, i)] / words[kind(page, i)];
            drawn[i] = (1 - ALIKE) * probabilities[i] + ALIKE * mean;
        }
        return drawn;
    }

    private static int kind(PageMeasures page, int i) {
        int length = page.words(i) >= SENTENCE ? 1 : 0;
        int links = page.block(i).linkDensity() > LINKED ? 2 : 0;
        return page.groups[i] * KINDS + length + links;
    }

    /**
     * The probability from which blocks are text: that with the highest expected word F1, probabilities taken at their word.
     * Two thirds of the expectation take blocks as independent of each other (Ye et al., "Optimizing F-measure: A Tale of Two
     * Approaches", 2012); a third takes them as hanging together, so that with a block every more probable one is text: the paragraphs of a
     * second article are text all or none.
     */
    static float threshold(PageMeasures page, float[] probabilities) {
        double[] words = new double[LEVELS + 1];
        double[] right = new double[LEVELS + 1];
        for (int i = 0; i < probabilities.length; i++) {
            int level = Math.min(LEVELS, (int) (probabilities[i] * LEVELS));
            words[level] += page.words(i);
            right[level] += probabilities[i] * page.words(i);
        }
        for (int level = LEVELS - 1; level >= 0; level--) {
            words[level] += words[level + 1];
            right[level] += right[level + 1];
        }
        int best = HIGHEST;
        double highest = 0;
        for (int level = HIGHEST; level >= LOWEST; level--) {
            double score = independent(words[level], right[level], right[0]) + TOGETHER * together(words, level);
            if (words[level] > 0 && score > highest + TIE) {
                highest = score;
                best = level;
            }
        }
        return best / (float) LEVELS;
    }

    private static double independent(double chosen, double right, double all) {
        return 2 * right / Math.max(1, chosen + all);
    }

    /** Expected F1 where the text is all that is more probable than a level, each level as likely as the others. */
    private static double together(double[] words, int chosen) {
        double sum = 0;
        for (int level = 1; level <= LEVELS; level++) {
            sum += 2 * Math.min(words[chosen], words[level]) / Math.max(1, words[chosen] + words[level]);
        }
        return sum / LEVELS;
    }
}
