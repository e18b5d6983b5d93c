package dev.colophon.byline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which lines of a text are bylines or names. */
class BylineLinesTest {
    static List<String> lines() {
        return TestLines.of("lines.txt");
    }

    @ParameterizedTest
    @MethodSource("lines")
    void aLineIsABylineOrText(String row) {
        String[] cells = row.split(" ; ", 2);
        assertThat(BylineInterpreter.holdsByline(cells[1])).isEqualTo(cells[0].equals("+"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ann-Marie Lee",
                "Thomas van der Berg",
                "Dr. Käthe Übler",
                "MARIA O'NEILL",
                "Ольга Петрова",
                "Γιώργος Παππάς",
                "Kovács István",
                "王小明",
                "김서연",
                "山田太郎",
                "David Levi"
            })
    void aNameAloneOnItsLineIsKnown(String line) {
        assertThat(BylineInterpreter.isNameLine(line)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "World News",
                "Real Estate",
                "Read More",
                "Maria Lee is a writer",
                "Maria Lee, 5 June",
                "Sports Desk",
                "maria lee",
                "New York",
                "Maria",
                "记者",
                "文化"
            })
    void otherLinesAreNoNames(String line) {
        assertThat(BylineInterpreter.isNameLine(line)).isFalse();
    }
}
