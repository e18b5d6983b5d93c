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
import java.util.Arrays;
import java.util.List;

/**
 * Any lines as what a page says of its date. The first byte chooses the language of the page and whether its capture time
 * is known; each line is one claim.
 */
public final class DateTarget {
    private static final List<String> LANGUAGES = List.of(
            "en", "en-US", "de", "fr", "ru", "bn", "hi", "ar", "fa", "th", "ja", "zh", "ko", "tr", "he", "pt-BR");
    private static final Instant CAPTURED = Instant.parse("2026-11-22T04:05:06Z");
    private static final DateInterpreter INTERPRETER = new DateInterpreter();

    private static final Work WORK = new Work(32 << 20, 20_000);

    private DateTarget() {}

    /** Reads one input. */
    public static void fuzzerTestOneInput(byte[] input) {
        int choice = input.length == 0 ? 0 : input[0] & 0xff;
        String text =
                new String(input, Math.min(1, input.length), Math.max(0, input.length - 1), StandardCharsets.UTF_8);
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
        yearsOfOurTime(text);
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
        // Those of addresses are made of addresses alone.
        List<ClaimSource> sources = Arrays.stream(ClaimSource.values())
                .filter(source -> source != ClaimSource.URL)
                .toList();
        DateClaim.Meaning[] meanings = DateClaim.Meaning.values();
        List<DateClaim> claims = new ArrayList<>();
        for (String line : text.lines().limit(40).toList()) {
            int order = claims.size();
            ClaimSource source = sources.get((line.length() + order) % sources.size());
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

    /** A day of our time is read, or none. */
    private static void yearsOfOurTime(String text) {
        for (DateReading reading : DateReader.read(text, ReadingHints.NONE).dates()) {
            int year = reading.day().getYear();
            Check.that(year >= 600 && year <= 3000, "the year " + year + " in " + text);
        }
    }
}
