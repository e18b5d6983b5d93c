package dev.colophon.model;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import org.jspecify.annotations.Nullable;

/**
 * A page as a web archive shows it: {@code https://web.archive.org/web/20200105123456/https://example.org/a} is what stood at
 * {@code https://example.org/a} on 5 January 2020 at 12:34:56 UTC. The terms are those of RFC 7089; the form of the address is
 * that of the Wayback Machine, OpenWayback and pywb.
 *
 * @param original the address that was captured
 * @param capturedAt when it was
 */
public record Memento(String original, Instant capturedAt) {
    private static final int DIGITS = 14;
    private static final String MACHINE = "://web.archive.org/web/";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmss").withResolverStyle(ResolverStyle.STRICT);

    /** What an address stands for; null where it is none of a web archive's. */
    public static @Nullable Memento of(@Nullable String address) {
        int scheme = address == null ? -1 : address.indexOf("://");
        if (address == null || scheme < 0) {
            return null;
        }
        for (int slash = address.indexOf('/', scheme + 3); slash >= 0; slash = address.indexOf('/', slash + 1)) {
            int end = endOfTime(address, slash + 1);
            Instant time = end < 0 ? null : time(address.substring(slash + 1, slash + 1 + DIGITS));
            String original = time == null ? null : original(address, end);
            if (time != null && original != null) {
                return new Memento(original, time);
            }
        }
        return null;
    }

    /** The address that was captured where this is a web archive's, else the address itself. */
    public static String originalOf(String address) {
        Memento memento = of(address);
        return memento == null ? address : memento.original();
    }

    /** Where the step of a path that is a time ends, {@code id_} and its like behind it too; -1 where it is none. */
    private static int endOfTime(String address, int start) {
        int at = start;
        while (at < address.length() && address.charAt(at) >= '0' && address.charAt(at) <= '9') {
            at++;
        }
        if (at - start != DIGITS) {
            return -1;
        }
        if (at + 2 < address.length() && address.charAt(at + 2) == '_') {
            at += 3;
        }
        return at < address.length() && address.charAt(at) == '/' ? at : -1;
    }

    private static @Nullable Instant time(String digits) {
        try {
            return LocalDateTime.parse(digits, TIME).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException none) {
            return null;
        }
    }

    private static @Nullable String original(String address, int slash) {
        String rest = address.substring(slash + 1);
        for (String scheme : new String[] {"http", "https"}) {
            String start = scheme + ":/";
            if (rest.regionMatches(true, 0, start, 0, start.length())) {
                // Servers that tidy paths make one slash of two.
                int host = rest.startsWith("/", start.length()) ? start.length() + 1 : start.length();
                return host < rest.length() ? scheme + "://" + rest.substring(host) : null;
            }
        }
        boolean bare = address.contains(MACHINE) && rest.indexOf('.') > 0 && rest.indexOf(':') < 0;
        return bare ? "http://" + rest : null;
    }
}
