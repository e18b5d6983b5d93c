package dev.colophon.conversion;

import java.time.Duration;

/**
 * How a job treats what comes and goes.
 *
 * @param keepGenerations for how many commits what they replaced stays, to roll back to; 0 keeps nothing
 * @param settle how long a new or changed input must have stood unchanged; younger ones are still being written
 */
public record Upkeep(int keepGenerations, Duration settle) {
    /** 2 generations, 2 s. */
    public static final Upkeep DEFAULT = new Upkeep(2, Duration.ofSeconds(2));

    public Upkeep {
        if (keepGenerations < 0) {
            throw new IllegalArgumentException("output.keep-generations must be 0 or more, not " + keepGenerations);
        }
        if (settle.isNegative()) {
            throw new IllegalArgumentException("input.settle must not be negative, but is " + settle);
        }
    }
}
