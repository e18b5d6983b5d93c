package dev.colophon.date;

import dev.colophon.date.DateInterpreter.Decision;
import dev.colophon.fuzz.Check;
import dev.colophon.fuzz.Work;
import dev.colophon.model.ClaimSource;
import dev.colophon.model.DateClaim;
import dev.colophon.model.DocumentContext;
import dev.colophon.model.Region;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Any lines as what a page says of its date. The first byte chooses the language of the page and whether its capture time
 * is known; each line is one claim.
 */
public final class DateTarget {
    private static final List<String> LANGUAGES =
            List.of("en", "en-US", "de", "fr", "ru", "bn", "hi", "ar", "fa", "th", "ja", "zh", "ko", "tr", "he", "pt-BR");
    private static final Instant CAPTURED = Instant.parse("2026-11-22T04:05:06Z");
    private static final DateInterpreter INTERPRETER = new DateInterpreter();

    private static final Work WORK = new Work(32 << 20, 20_000);

    private DateTarget() {}

    /** Reads one input. */
    public static void fuzzerTestOneInput(byte[] input) {
        int choice = input.length == 0 ? 0 : input[0] & 0xff;
        String text = new String(input, Math.min(1, input.length), Math.max(0, input.length - 1), StandardCharsets.UTF_8);
        DocumentContext context = context(choice, text);
        List<DateClaim> claims = claims(text);
        Decision decision = WORK.of(input.length, () -> INTERPRETER.interpret(context, claims));
        INTERPRETER.habit(context, claims);
        lines(text);
        Check.same(decision, INTERPRETER.interpret(context, claims));
        if (context.capturedAt() != null && decision.publication().publishedAt() != null) {
            Check.that(
                    !decision.publication().publishedAt().isAfter(CAPTURED.plusSeconds(86_400)),
                    "published after it was captured: " + decision.publication());
        }
        yearsStand(text);
    }

    private static DocumentContext context(int choice, String text) {
        String line = text.lines().findFirst().orElse("").strip();
        return new DocumentContext(
                line.startsWith("http") ? line : null,
                null,
                null,
                choice < 128 ? CAPTURED : null,
                LANGUAGES.get(choice % LANGUAGES.size()),
                null,
                null,
                null);
    }

    private static List<DateClaim> claims(String text) {
        ClaimSource[] sources = ClaimSource.values();
        DateClaim.Meaning[] meanings = DateClaim.Meaning.values();
        List<DateClaim> claims = new ArrayList<>();
        for (String line : text.lines().limit(40).toList()) {
            int order = claims.size();
            ClaimSource source = sources[(line.length() + order) % sources.length];
            claims.add(new DateClaim(
                    meanings[line.length() % meanings.length],
                    line,
                    source,
                    order % 3 == 0 ? "time[datetime]" : "p",
                    Region.values()[line.length() % Region.values().length],
                    order));
        }
        return claims;
    }

    private static void lines(String text) {
        for (String line : text.lines().limit(40).toList()) {
            DateInterpreter.isDateLine(line);
            DateInterpreter.holdsDate(line);
        }
    }

    /** The last two digits of a year that is read from digits of ASCII alone stand in the text. */
    private static void yearsStand(String text) {
        if (text.chars().anyMatch(unit -> unit >= 0x80)) {
            return;
        }
        for (DateReading reading : DateReader.read(text, ReadingHints.NONE).dates()) {
            String year = String.format("%04d", reading.day().getYear());
            Check.that(text.contains(year.substring(2)), "no year " + year + " in " + text);
        }
    }
}
