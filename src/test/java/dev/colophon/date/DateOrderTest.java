package dev.colophon.date;

import static dev.colophon.date.Claims.CAPTURED;
import static dev.colophon.date.Claims.claim;
import static dev.colophon.date.Claims.decide;
import static dev.colophon.date.Claims.page;
import static dev.colophon.date.Claims.published;
import static dev.colophon.date.Claims.visible;
import static org.assertj.core.api.Assertions.assertThat;

import dev.colophon.model.ClaimSource;
import dev.colophon.model.DateClaim.Meaning;
import dev.colophon.model.DateHabit;
import dev.colophon.model.DocumentContext;
import dev.colophon.model.Publication;
import dev.colophon.model.Publisher;
import dev.colophon.model.Region;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;

class DateOrderTest {
    private final DateInterpreter interpreter = new DateInterpreter();

    @Test
    void decidesTheOrderOfDayAndMonthByOtherClaims() {
        Publication publication =
                decide(page("https://news.example/2025/06/05/story", null), visible("06/05/2025 10:11"));
        assertThat(publication.date()).isEqualTo(LocalDate.parse("2025-06-05"));
        assertThat(publication.local()).isEqualTo(LocalDateTime.parse("2025-06-05T10:11"));
    }

    @Test
    void readsDatesOfStrokesAsThoseOfDotsShow() {
        Publication publication = decide(
                page(null, null),
                claim(Meaning.UNSPECIFIED, "11/01/2023 12:43:42", ClaimSource.META, Region.HEAD),
                claim(Meaning.PUBLISHED, "Erstellt am: 01.11.2023", ClaimSource.TEXT, Region.ARTICLE_FOOTER));
        assertThat(publication.date()).isEqualTo(LocalDate.parse("2023-11-01"));
    }

    @Test
    void isUnsureOfADayThatMayBeAMonth() {
        Publication ambiguous = decide(page(null, null), visible("05/06/2025"));
        Publication plain = decide(page(null, null), visible("25/06/2025"));
        assertThat(ambiguous.confidence()).isLessThan(0.7);
        assertThat(decide(page(null, null), visible("05/06/25")).confidence()).isLessThan(0.7);
        assertThat(plain.confidence()).isGreaterThan(0.8);
    }

    @Test
    void theMonthInAnAddressTellsDaysFromMonths() {
        Publication publication = decide(
                page(null, null),
                claim(
                        Meaning.CREATED,
                        "https://images.example/uploads/2024/01/boat.jpg",
                        ClaimSource.MARKUP,
                        Region.FURNITURE),
                visible("01/04/2024"));
        assertThat(publication.date()).isEqualTo(LocalDate.parse("2024-01-04"));
        assertThat(publication.confidence()).isGreaterThan(0.7);
    }

    @Test
    void theEditionInAnAddressTellsTheOrder() {
        DocumentContext british = new DocumentContext(
                "https://news.example/en-gb/story", "news.example", "news.example", CAPTURED, "en", null, null, null);
        assertThat(decide(british, visible("02/10/2020")).date()).isEqualTo(LocalDate.parse("2020-10-02"));
    }

    @Test
    void saysWhatItsDatesTellOfTheSite() {
        DateHabit habit = interpreter.habit(
                page(null, null), List.of(published("2023-12-23T01:48:19Z"), visible("12/22/2023 8:48 p.m.")));
        assertThat(habit.order()).isEqualTo(Publisher.DateOrder.MONTH_DAY_YEAR);
        assertThat(habit.clock()).isEqualTo(new DateHabit.Clock(YearMonth.of(2023, 12), -5 * 3600));
        assertThat(DateHabit.Clock.of(habit.clock().key())).isEqualTo(habit.clock());
        assertThat(interpreter.habit(page(null, null), List.of(visible("05/06/2025"))))
                .isEqualTo(DateHabit.NONE);
    }
}
