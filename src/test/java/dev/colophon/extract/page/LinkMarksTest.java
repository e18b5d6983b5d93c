package dev.colophon.extract.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

@NullMarked
class LinkMarksTest {
    @Test
    void marksAtTheEndGoWithTheSpacesBeforeThem() {
        assertThat(LinkMarks.drop("Options \u00b6")).isEqualTo("Options");
        assertThat(LinkMarks.drop("wind(rope)[source] \u00b6")).isEqualTo("wind(rope)");
        assertThat(LinkMarks.drop("\u00b6[source]")).isEmpty();
        assertThat(LinkMarks.drop("\u00b6 and [source] of it")).isEqualTo("\u00b6 and [source] of it");
        assertThat(LinkMarks.drop("no mark ")).isEqualTo("no mark ");
    }

    @Test
    void manyMarksTakeNoLongerThanTheyAreMany() {
        String marks = "\u00b6 ".repeat(800_000) + "\u00b6";
        assertTimeoutPreemptively(
                Duration.ofSeconds(10),
                () -> assertThat(LinkMarks.drop("Ropes" + marks)).isEqualTo("Ropes"));
    }
}
