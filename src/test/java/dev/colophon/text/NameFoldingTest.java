package dev.colophon.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NameFoldingTest {
    @Test
    void foldsNamesWithAccentsAndApostrophes() {
        assertThat(NameFolding.fold("Bjørn  O’Neill-Šmíd")).isEqualTo("bjorn oneill smid");
    }

    @Test
    void theShortWayForAsciiGivesWhatTheLongOneGives() {
        for (char first = 0; first <= 0x7f; first++) {
            for (char second = 0; second <= 0x7f; second++) {
                String name = "A" + first + second + "z" + first;
                assertThat(NameFolding.fold(name)).isEqualTo(NameFolding.foldAny(name));
            }
        }
    }
}
