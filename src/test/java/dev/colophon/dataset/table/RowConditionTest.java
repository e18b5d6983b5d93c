package dev.colophon.dataset.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.colophon.dataset.table.RowCondition.Comparison;
import org.junit.jupiter.api.Test;

class RowConditionTest {
    @Test
    void aConditionIsAFieldAComparisonAndAValue() {
        assertThat(RowCondition.parse("date-rules<=7"))
                .isEqualTo(new RowCondition("date-rules", Comparison.AT_MOST, "7"));
        assertThat(RowCondition.parse(" publisher != tv9 "))
                .isEqualTo(new RowCondition("publisher", Comparison.OTHER, "tv9"));
        assertThat(RowCondition.parse("media-type = text/html").value()).isEqualTo("text/html");
        assertThat(RowCondition.parse("publisher = sand and").value()).isEqualTo("sand and");
    }

    @Test
    void whatWouldFitNoRowIsRefusedWithTheRightForm() {
        refused("publisher == tv9", "expected one of <=, >=, !=, <, > and = as in 'publisher = example'");
        refused("publisher =! tv9", "expected one of <=, >=, !=, <, > and =");
        refused("date-rules => 7", "expected one of <=, >=, !=, <, > and =");
        refused("publisher = 'tv9'", "expected a value without quotes, as in \"publisher = example\"");
        refused("publisher = \"tv9\"", "found publisher = \"tv9\"");
        refused("language = bn and host = x", "write each behind a --where of its own");
        refused("language = bn AND host = x", "expected one condition, such as 'language = bn'");
        refused("publisher =", "expected a value behind publisher =");
        refused("publisher", "expected a condition such as");
    }

    private static void refused(String text, String message) {
        assertThatThrownBy(() -> RowCondition.parse(text))
                .as(text)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }
}
