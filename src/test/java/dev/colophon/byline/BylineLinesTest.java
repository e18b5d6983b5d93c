package dev.colophon.byline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ann-Marie Lee",
                "Pieter Lesaffer en Ann-Sofie Dekeyzer",
                "Deniz AĞIRBAŞ / ANKARA",
                "Maria Lee, London",
                "Maria Lee, Political Editor",
                "Maria Lee and David Levi",
                "— Dan Fuhrman",
                "(Maria Lee)"
            })
    void whoSignedATextStandsAlone(String line) {
        assertThat(BylineInterpreter.isSignature(line)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Maria",
                "Maria Lee, 5 June",
                "Maria Lee: a portrait",
                "Maria Lee and the sea",
                "Maria Lee, who was there, and more of her friends",
                "London, Paris",
                "— read more",
                "(to be continued)",
                "Read More / Share",
                "Maria Lee, , London",
                "Maria Lee,",
                "Fort Wayne, Indiana",
                "Harry Potter, Hogwarts",
                "Taylor Swift, Eras",
                "And Chris",
                "Kind Regards"
            })
    void whatHoldsMoreThanNamesIsNoSignature(String line) {
        assertThat(BylineInterpreter.isSignature(line)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "مصنف, حمیرا کنول راجا اور عزیز اللہ خٹک|true",
                "লেখক, শিক্ষক ও গবেষক|false",
                "مصنف, صحافی اور شاعر|false",
                "लेखक, वरिष्ठ पत्रकार|false",
                "লেখক, ঢাকা বিশ্ববিদ্যালয়|false",
                "الكاتب، محلل سياسي|false",
                "Author, speaker and coach|false",
            })
    void aCommaBehindALabelIntroducesNamesOfSeveralWords(String line, boolean byline) {
        assertThat(BylineInterpreter.isBylineLine(line)).isEqualTo(byline);
    }
}
