package dev.colophon.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A forged capture time must not reach the tables, whose timestamps end long before Java's. */
class CaptureTest {
    @Test
    void anInstantBeyondAllCalendarsIsUnknown() {
        assertThat(capturedAt(Instant.MAX)).isNull();
        assertThat(capturedAt(Instant.MIN)).isNull();
        assertThat(capturedAt(Instant.parse("+10000-01-01T00:00:00Z"))).isNull();
        assertThat(capturedAt(Instant.parse("2026-11-22T00:00:00Z"))).isNotNull();
    }

    private static @Nullable Instant capturedAt(Instant instant) {
        Origin origin = Origin.ofFile("a.html", 1);
        return new Capture(origin, null, instant, null, null, null, null, new byte[1]).capturedAt();
    }
}
