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
 * @param original the address that was captured, never a web archive's itself
 * @param capturedAt when it was
 */
public record Memento(String original, Instant capturedAt) {
    private static final int DIGITS = 14;
    /** Longer addresses are none that an archive has. */
    private static final int LONGEST = 8_192;

    /** Times in one path that are looked at: archives capture one another. */
    private static final int MOST = 4;

    private static final String MACHINE = "://web.archive.org/web/";
    private static final String SCHEME = "http";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmss").withResolverStyle(ResolverStyle.STRICT);

    /** What an address stands for; null where it is none of a web archive's. */
    public static @Nullable Memento of(@Nullable String address) {
        int scheme = address == null || address.length() > LONGEST ? -1 : address.indexOf("://");
        if (address == null || scheme < 0) {
            return null;
        }
        Memento found = null;
        int times = 0;
        int end = endOfPath(address);
        for (int slash = address.indexOf('/', scheme + 3);
                slash >= 0 && slash < end && times < MOST;
                slash = address.indexOf('/', slash + 1)) {
            int behind = endOfTime(address, slash + 1);
            Instant time = behind < 0 ? null : time(address.substring(slash + 1, slash + 1 + DIGITS));
            String original = time == null ? null : original(address, behind + 1);
            times += time == null ? 0 : 1;
            if (time != null && original != null) {
                found = new Memento(original, time);
            }
        }
        return found;
    }

    /** The address that was captured where this is a web archive's, else the address itself. */
    public static String originalOf(String address) {
        Memento memento = of(address);
        return memento == null ? address : memento.original();
    }

    /** A time in a query is no archive's. */
    private static int endOfPath(String address) {
        for (int i = 0; i < address.length(); i++) {
            if (address.charAt(i) == '?' || address.charAt(i) == '#') {
                return i;
            }
        }
        return address.length();
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

    private static @Nullable String original(String address, int start) {
        if (address.regionMatches(true, start, SCHEME, 0, SCHEME.length())) {
            int colon = start + SCHEME.length();
            boolean secure = colon < address.length() && (address.charAt(colon) | ' ') == 's';
            colon += secure ? 1 : 0;
            if (address.startsWith(":/", colon)) {
                // Servers that tidy paths make one slash of two.
                int host = address.startsWith("//", colon + 1) ? colon + 3 : colon + 2;
                boolean named = host < address.length() && Character.isLetterOrDigit(address.charAt(host));
                return named ? SCHEME + (secure ? "s" : "") + "://" + address.substring(host) : null;
            }
        }
        int end = address.indexOf('/', start);
        String host = address.substring(start, end < 0 ? address.length() : end);
        boolean bare = address.contains(MACHINE) && host.indexOf('.') > 0 && host.indexOf('%') < 0;
        return bare ? SCHEME + "://" + address.substring(start) : null;
    }
}
