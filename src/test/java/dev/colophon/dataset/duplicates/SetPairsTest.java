package dev.colophon.dataset.duplicates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SetPairsTest {
    private final Nodes nodes = new Nodes();

    private List<Integer> bucket(int size) {
        return IntStream.range(0, size).map(i -> nodes.add(1000L + i)).boxed().toList();
    }

    private static List<String> pairs(SetPairs sets) throws IOException {
        List<String> pairs = new ArrayList<>();
        sets.forEach((one, other) -> pairs.add(one + "-" + other));
        return pairs;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 10, 60})
    void allPairsOfDifferentSetsAreNamedOfWhichOneIsOpen(int joins) throws Exception {
        Random random = new Random(joins);
        List<Integer> bucket = new ArrayList<>(bucket(40));
        bucket.stream().filter(node -> random.nextInt(3) == 0).forEach(nodes::open);
        for (int i = 0; i < joins; i++) {
            nodes.join(random.nextInt(40), random.nextInt(40));
        }
        Collections.shuffle(bucket, random);
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            for (int j = i + 1; j < 40; j++) {
                int one = bucket.get(i);
                int other = bucket.get(j);
                if (!nodes.connected(one, other) && (nodes.isOpen(one) || nodes.isOpen(other))) {
                    expected.add(one + "-" + other);
                }
            }
        }
        assertThat(pairs(new SetPairs(nodes, bucket))).containsExactlyInAnyOrderElementsOf(expected);
    }

    /** All pairs of them would be 80 billion. */
    @Test
    void documentsThatAreConnectedAlreadyCostNoPairs() {
        List<Integer> bucket = bucket(400_000);
        bucket.forEach(nodes::open);
        bucket.subList(2, bucket.size()).forEach(node -> nodes.join(1, node));
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            SetPairs sets = new SetPairs(nodes, bucket);
            assertThat(sets.sets()).isEqualTo(2);
            assertThat(pairs(sets)).hasSize(399_999);
        });
    }
}
