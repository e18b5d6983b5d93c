package dev.colophon.dedup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.colophon.model.Fingerprint;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FingerprintsTest {
    private static byte[] minhash(String text) {
        return Objects.requireNonNull(Fingerprints.of(text).minhash());
    }

    /** Words of a made-up language, the same for the same seed. */
    private static String words(long seed, int count) {
        Random random = new Random(seed);
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < count; i++) {
            words.append("word").append(random.nextInt(1_000_000)).append(' ');
        }
        return words.toString();
    }

    @Test
    void copiesThatDifferInFormOnlyAreEqual() {
        Fingerprint one = Fingerprints.of("Caf\u00e9 Stra\u00dfe\n\n  am Markt");
        Fingerprint other = Fingerprints.of("CAFE\u0301 STRASSE\u00a0am\u200b Ma\u00adrkt ");

        assertThat(one.textSha256()).isEqualTo(other.textSha256()).hasSize(64);
    }

    @Test
    void anEmptyTextHasNoFingerprintAndAShortOneNoMinHash() {
        assertThat(Fingerprints.of(" \n\u200b")).isEqualTo(new Fingerprint(null, null));
        assertThat(Fingerprints.of("too short to be compared").minhash()).isNull();
        assertThat(Fingerprints.of("too short to be compared").textSha256()).isNotNull();
    }

    @Test
    void scriptsWithoutSpacesAreCutIntoCharacters() {
        assertThat(minhash("市議會週二晚間決定在冬天之前修復這座舊橋")).hasSize(MinHashes.BYTES);
        assertThat(Shingles.of("ab cd ef gh ij")).hasSize(1);
        assertThat(Shingles.of("สภาเมือง")).hasSizeGreaterThan(1);
    }

    @Test
    void theFunctionIsFixedForEver() {
        byte[] signature = minhash("one two three four five six seven eight nine ten eleven twelve thirteen fourteen");

        assertThat(HexFormat.of().formatHex(signature, 0, 16)).isEqualTo("b44c8ffadb2c841ab44c8ffa1d177738");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 25, 50, 75, 90, 100})
    void estimatesTheOverlapOfTwoTexts(int percent) {
        double error = 0;
        for (int round = 0; round < 20; round++) {
            String shared = words(round, percent * 10);
            String one = shared + words(1000L + round, 1000 - percent * 10);
            String other = shared + words(2000L + round, 1000 - percent * 10);
            double both = Math.max(0, percent * 10 - Shingles.UNITS + 1);
            double jaccard = percent == 100 ? 1 : both / (2 * (1000 - Shingles.UNITS + 1) - both);
            error += MinHashes.similarity(minhash(one), minhash(other)) - jaccard;
        }
        // The standard error of one estimate is below 0.045, of twenty below 0.01.
        assertThat(error / 20).isCloseTo(0, within(0.03));
    }

    @Test
    void shortTextsThatLeaveBinsEmptyAreComparableToo() {
        String text = words(5, 30);

        assertThat(MinHashes.similarity(minhash(text), minhash(text))).isEqualTo(1);
        assertThat(MinHashes.similarity(minhash(text), minhash(words(6, 30)))).isLessThan(0.2);
    }

    @Test
    void refusesWhatIsNoSignature() {
        assertThatThrownBy(() -> MinHashes.similarity(new byte[4], new byte[MinHashes.BYTES]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("512");
    }
}
