package dev.colophon.source.format;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads when a crawler says that it captured a page: ISO 8601 with and without a zone, {@code 20251122040506},
 * {@code 20251122}, seconds or milliseconds since 1970, and what mails and JavaScript write. What has no zone is in
 * UTC, in which crawlers write; a day alone is its last second, since the page may have been captured at any time of
 * it.
 */
public final class CaptureTimes {
    private static final int LONGEST = 40;
    private static final long MILLIS_FROM = 100_000_000_000L;
    private static final long MICROS_FROM = 100_000_000_000_000L;

    private static final DateTimeFormatter LOCAL = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .appendPattern("['T'][' ']HH:mm[:ss]")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .toFormatter(Locale.ROOT);
    private static final DateTimeFormatter ZONED = new DateTimeFormatterBuilder()
            .append(LOCAL)
            .appendPattern("[' '][XXX][XX][X]")
            .toFormatter(Locale.ROOT);
    /** As JavaScript shows a time: {@code Fri Mar 10 2006 13:40:00 GMT+0100}. */
    private static final DateTimeFormatter SCRIPT =
            DateTimeFormatter.ofPattern("EEE MMM d yyyy HH:mm:ss 'GMT'XX", Locale.ENGLISH);

    private static final DateTimeFormatter DIGITS = new DateTimeFormatterBuilder()
            .appendValue(ChronoField.YEAR, 4)
            .appendPattern("MMddHHmmss")
            .toFormatter(Locale.ROOT);

    /** ISO's basic format: {@code 20251122T040506Z}. */
    private static final DateTimeFormatter BASIC = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.BASIC_ISO_DATE)
            .appendPattern("'T'HHmmss[XX][X]")
            .toFormatter(Locale.ROOT);

    private static final List<Function<String, Instant>> FORMS = List.of(
            text -> OffsetDateTime.parse(text, ZONED).toInstant(),
            text -> LocalDateTime.parse(text, LOCAL).toInstant(ZoneOffset.UTC),
            text -> LocalDateTime.parse(text, DIGITS).toInstant(ZoneOffset.UTC),
            text -> OffsetDateTime.parse(text, BASIC).toInstant(),
            text -> endOf(LocalDate.parse(text, DateTimeFormatter.ISO_LOCAL_DATE)),
            text -> endOf(LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE)),
            text -> OffsetDateTime.parse(text, SCRIPT).toInstant(),
            text -> OffsetDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());

    /** Numbers of these lengths are years, months and days, or seconds since 1970. */
    private static final Pattern FOLDER = Pattern.compile("\\d{14}|\\d{10}(\\.\\d{1,9})?");

    private static final Instant FIRST_PAGE = Instant.parse("1991-08-06T00:00:00Z");
    private static final Instant LAST_PAGE = Instant.parse("2100-01-01T00:00:00Z");

    private CaptureTimes() {}

    /** Whether a folder's name is the time of a capture: {@code 20251122040506}, {@code 1763784306.12}; not any number. */
    public static boolean isFolder(String name) {
        Instant time = FOLDER.matcher(name).matches() ? read(name) : null;
        return time != null && time.isAfter(FIRST_PAGE) && time.isBefore(LAST_PAGE);
    }

    private static Instant endOf(LocalDate day) {
        return day.atTime(23, 59, 59).toInstant(ZoneOffset.UTC);
    }

    /** The instant; null where the text says none. */
    public static @Nullable Instant read(String raw) {
        int comment = raw.indexOf('(');
        String text = (comment > 0 ? raw.substring(0, comment) : raw).strip();
        if (text.length() > LONGEST) {
            return null;
        }
        Instant counted = sinceEpoch(text);
        for (int i = 0; i < FORMS.size() && counted == null; i++) {
            try {
                counted = FORMS.get(i).apply(text);
            } catch (DateTimeParseException anotherForm) {
                continue;
            }
        }
        return counted;
    }

    /** Seconds, milliseconds or microseconds since 1970, nine digits at least; null for other texts. */
    public static @Nullable Instant sinceEpoch(String text) {
        int point = text.indexOf('.');
        String whole = point < 0 ? text : text.substring(0, point);
        boolean digits = whole.length() >= 9
                && whole.length() <= 16
                && whole.length() != 14
                && whole.chars().allMatch(unit -> unit >= '0' && unit <= '9');
        if (!digits) {
            return null;
        }
        long count = Long.parseLong(whole);
        try {
            return count >= MICROS_FROM
                    ? Instant.ofEpochSecond(count / 1_000_000, count % 1_000_000 * 1_000)
                    : count >= MILLIS_FROM ? Instant.ofEpochMilli(count) : Instant.ofEpochSecond(count);
        } catch (DateTimeException never) {
            return null;
        }
    }
}
