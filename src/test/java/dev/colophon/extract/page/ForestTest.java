package dev.colophon.extract.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.colophon.model.BlockKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

class ForestTest {
    private static final int WIDTH = 7;
    private static final String PAGE = """
            <nav class="menu"><a href="/">Home</a> <a href="/news">News</a></nav>
            <article><h1>A bridge for the town</h1>
            <p>The town council has decided on Tuesday to build a bridge, and it will cost less than was feared.</p>
            <p>Work begins in spring, said the mayor, who had asked for it, year after year, since she took office.</p>
            </article><footer>© The Paper</footer>
            """;

    private final Random random = new Random(7);
    private final List<Short> features = new ArrayList<>();
    private final List<Float> values = new ArrayList<>();
    private final List<Integer> children = new ArrayList<>();

    @Test
    void rowsThatAreJudgedTogetherGetTheBitsThatEachGetsAlone() {
        Forest forest = forest(81);
        float[][] rows = new float[50][WIDTH];
        for (float[] row : rows) {
            row[0] = 3;
            row[1] = -0f;
            for (int i = 2; i < WIDTH; i++) {
                row[i] = random.nextInt(9) - 4;
            }
        }
        rows[3][4] = Float.NaN;
        rows[4][4] = Float.POSITIVE_INFINITY;
        rows[5][4] = Float.NEGATIVE_INFINITY;

        float[] together = forest.probabilities(BlockRows.of(rows));

        float[] alone = new float[rows.length];
        for (int i = 0; i < alone.length; i++) {
            alone[i] = forest.probability(rows[i]);
        }
        assertThat(together).containsExactly(alone);
    }

    @Test
    void noRowsHaveNoProbabilities() {
        assertThat(forest(3).probabilities(BlockRows.of(new float[0][WIDTH]))).isEmpty();
    }

    @Test
    void keysCompareAsMeasuresDo() {
        float[] ascending = {Float.NEGATIVE_INFINITY, -2.5f, -Float.MIN_VALUE, 0, Float.MIN_VALUE, 1, 3e38f, Float.NaN};

        for (int i = 1; i < ascending.length; i++) {
            assertThat(BlockRows.key(ascending[i - 1])).isLessThan(BlockRows.key(ascending[i]));
        }
        assertThat(BlockRows.key(-0f)).isEqualTo(BlockRows.key(0f));
        assertThat(BlockRows.key(Float.NaN)).isLessThan(BlockRows.BEYOND);
    }

    @Test
    void whatIsSharedIsTheSameForEveryBlock() {
        PageOutline outline = PageOutline.withHidden(Jsoup.parse(PAGE).body());
        PageHints hints = new PageHints("https://a.example/x/y-z", Set.of(), null, List.of("A bridge"), null);
        BlockKind[] kinds = new BlockKind[outline.blocks().size()];
        Arrays.fill(kinds, BlockKind.BODY);
        PageMeasures page = new PageMeasures(outline, hints, kinds, null);

        for (Feature<PageMeasures> feature : BlockFeatures.ALL) {
            if (feature.shared()) {
                for (int i = 0; i < page.size(); i++) {
                    assertThat(feature.measure().of(page, i))
                            .as(feature.name())
                            .isEqualTo(feature.measure().of(page, 0));
                }
            }
        }
        assertThat(page.size()).isGreaterThan(3);
    }

    private Forest forest(int trees) {
        int[] roots = new int[trees];
        for (int i = 0; i < trees; i++) {
            roots[i] = leaf();
            grow(roots[i], 5);
        }
        short[] looks = new short[features.size()];
        float[] limits = new float[looks.length];
        int[] firsts = new int[looks.length];
        for (int i = 0; i < looks.length; i++) {
            looks[i] = features.get(i);
            limits[i] = values.get(i);
            firsts[i] = children.get(i);
        }
        return new Forest(roots, looks, limits, firsts);
    }

    private int leaf() {
        features.add((short) -1);
        values.add(random.nextFloat() - 0.6f);
        children.add(0);
        return features.size() - 1;
    }

    private void grow(int node, int levels) {
        if (levels == 0 || random.nextInt(6) == 0) {
            return;
        }
        features.set(node, (short) random.nextInt(WIDTH));
        values.set(node, random.nextInt(9) - 4 + (random.nextBoolean() ? 0f : 0.5f));
        int first = leaf();
        leaf();
        children.set(node, first);
        grow(first, levels - 1);
        grow(first + 1, levels - 1);
    }
}
