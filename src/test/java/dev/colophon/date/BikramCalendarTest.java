package dev.colophon.date;

import static org.assertj.core.api.Assertions.assertThat;

import dev.colophon.text.WordLists;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class BikramCalendarTest {
    @Test
    void monthsAreAsLongAsNepalPublishedThem() {
        LocalDate day = LocalDate.of(1990, 4, 14);
        for (String row : WordLists.lines(BikramCalendarTest.class, "bikram-months.tsv")) {
            String[] cells = row.split("\t", -1);
            int year = Integer.parseInt(cells[0]);
            for (int month = 1; month <= 12; month++) {
                int length = Integer.parseInt(cells[month]);
                assertThat(BikramCalendar.date(year, month, 1))
                        .as(year + "-" + month)
                        .isEqualTo(day);
                assertThat(BikramCalendar.date(year, month, length + 1)).isNull();
                day = day.plusDays(length);
                assertThat(BikramCalendar.date(year, month, length)).isEqualTo(day.minusDays(1));
            }
        }
        assertThat(day).isEqualTo(LocalDate.of(2027, 4, 14));
    }

    @Test
    void thereIsNoSuchDay() {
        assertThat(BikramCalendar.date(2082, 0, 1)).isNull();
        assertThat(BikramCalendar.date(2082, 13, 1)).isNull();
        assertThat(BikramCalendar.date(2082, 1, 0)).isNull();
    }
}
