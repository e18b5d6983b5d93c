package dev.colophon.extract.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

@NullMarked
class NumericDatesTest {
    @Test
    void findsDatesAmongOtherWords() {
        assertThat(NumericDates.in("来源：新华网 2005-05-07 10:12 作者")).isTrue();
        assertThat(NumericDates.in("2005年5月7日")).isTrue();
        assertThat(NumericDates.in("am 7. 5. 2005 um 8 Uhr")).isTrue();
        assertThat(NumericDates.in("০৫/০৬/২০২৫")).isTrue();
    }

    @Test
    void isNotMisledByOtherNumbers() {
        assertThat(NumericDates.in("1-2-3")).isFalse();
        assertThat(NumericDates.in("Version 2005")).isFalse();
        assertThat(NumericDates.in("2005, 5 and 7")).isFalse();
        assertThat(NumericDates.in("+49 40 2005 9999999999999999")).isFalse();
        assertThat(NumericDates.in("")).isFalse();
    }
}
