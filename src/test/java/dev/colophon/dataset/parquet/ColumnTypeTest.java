package dev.colophon.dataset.parquet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;

class ColumnTypeTest {
    @Test
    void timesFarFromTodayAreKept() {
        assertThat(ColumnType.TIMESTAMP_UTC.encode(Instant.parse("9999-12-31T23:59:59.000001Z")))
                .isEqualTo(253_402_300_799_000_001L);
        assertThat(ColumnType.TIMESTAMP_UTC.encode(Instant.parse("0001-01-01T00:00:00Z")))
                .isEqualTo(-62_135_596_800_000_000L);
        assertThat(ColumnType.TIMESTAMP_LOCAL.encode(LocalDateTime.parse("1969-12-31T23:59:59.5")))
                .isEqualTo(-500_000L);
    }
}
