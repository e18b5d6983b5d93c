package dev.colophon.dataset.lease;

import java.time.Duration;
import java.time.InstantSource;

/**
 * How a lease runs.
 *
 * @param duration how long it holds without renewal; it is renewed four times as often
 * @param clock the time that expiry is measured by; clocks of machines that share a dataset may differ by far less than
 *     {@code duration}
 */
public record LeaseTerms(Duration duration, InstantSource clock) {
    public LeaseTerms {
        if (duration.isZero() || duration.isNegative()) {
            throw new IllegalArgumentException("a lease needs a positive duration, found " + duration);
        }
    }

    /** A minute. */
    public static LeaseTerms of(InstantSource clock) {
        return new LeaseTerms(Duration.ofMinutes(1), clock);
    }
}
