package dev.colophon.dataset.lease;

import java.time.Instant;

/**
 * A lease as it lies in the dataset.
 *
 * @param token the fencing token: greater than that of every lease before that was not released
 * @param owner who holds it
 * @param since when it was taken
 * @param until when it ends unless it is renewed
 */
record LeaseRecord(long token, Owner owner, Instant since, Instant until) {
    LeaseRecord renewed(Instant newUntil) {
        return new LeaseRecord(token, owner, since, newUntil);
    }

    boolean expired(Instant now) {
        return !now.isBefore(until);
    }

    String words() {
        return owner.words() + ", since " + since;
    }
}
