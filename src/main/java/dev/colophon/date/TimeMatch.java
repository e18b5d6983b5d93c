package dev.colophon.date;

import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * A time of day found among tokens.
 *
 * @param to behind its last token, zone included
 * @param time the time
 * @param seconds whether it gives seconds
 * @param zone offset or IANA id; null where none is given
 */
record TimeMatch(
        int to, LocalTime time, boolean seconds, @Nullable String zone) {}
