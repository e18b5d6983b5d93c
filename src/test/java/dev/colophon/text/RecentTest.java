package dev.colophon.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RecentTest {
    @Test
    void saysWhatItsMakerSaysWhateverItHasForgotten() {
        Recent<Integer> lengths = new Recent<>(4, String::length);

        for (int round = 0; round < 3; round++) {
            for (int i = 0; i < 300; i++) {
                assertThat(lengths.of("x".repeat(i))).isEqualTo(i);
            }
        }
    }

    @Test
    void tellsStringsOfOneHashApart() {
        Recent<String> same = new Recent<>(16, key -> key);

        assertThat(same.of("Aa")).isEqualTo("Aa");
        assertThat(same.of("BB")).isEqualTo("BB");
    }

    @Test
    void makesOfAShortStringOnce() {
        AtomicInteger made = new AtomicInteger();
        Recent<Integer> counted = new Recent<>(16, key -> made.incrementAndGet());

        IntStream.range(0, 5).forEach(i -> counted.of("entry-title"));

        assertThat(made).hasValue(1);
    }

    @Test
    void doesNotKeepLongStrings() {
        AtomicInteger made = new AtomicInteger();
        Recent<Integer> counted = new Recent<>(16, key -> made.incrementAndGet());

        IntStream.range(0, 5).forEach(i -> counted.of("x".repeat(1_000)));

        assertThat(made).hasValue(5);
    }

    @Test
    void refusesASizeThatIsNoPowerOfTwo() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Recent<>(12, key -> key));
    }
}
