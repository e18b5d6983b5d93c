package dev.colophon.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeLimitTest {
    /** Seconds by the clock and of the processor, and whether a limit of 30 is spent where processor time is seen and where not. */
    @ParameterizedTest
    @CsvSource({
        "29, 29, false, false",
        "29, 40, false, false",
        "30, 29, false, true",
        "33, 30, true, true",
        "30, 12, false, true",
        "120, 29, false, true",
        "299, 1, false, true",
        "300, 1, true, true"
    })
    void aParserOnABusyMachineHasItsProcessorTime(long clock, long used, boolean spent, boolean spentByClock) {
        Duration limit = Duration.ofSeconds(30);
        long byClock = Duration.ofSeconds(clock).toNanos();
        long processor = Duration.ofSeconds(used).toNanos();
        assertThat(new TimeLimit(limit, true).isSpent(byClock, processor)).isEqualTo(spent);
        assertThat(new TimeLimit(limit, false).isSpent(byClock, processor)).isEqualTo(spentByClock);
    }
}
