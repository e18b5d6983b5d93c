package dev.colophon.date;

import dev.colophon.model.ClaimSource;
import dev.colophon.model.DateClaim;
import dev.colophon.model.DateClaim.Meaning;
import dev.colophon.model.DocumentContext;
import dev.colophon.model.Publication;
import dev.colophon.model.Publisher;
import dev.colophon.model.Region;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Claims as pages make them, and what is decided of them. */
final class Claims {
    static final Instant CAPTURED = Instant.parse("2026-11-01T00:00:00Z");
    static final Publisher KOLKATA =
            new Publisher("paper", "A paper", List.of("paper.example"), "Asia/Kolkata", "bn", null);

    private static final DateInterpreter INTERPRETER = new DateInterpreter();

    private Claims() {}

    static DocumentContext page(@Nullable String url, @Nullable Publisher publisher) {
        return new DocumentContext(url, null, null, CAPTURED, null, null, null, publisher);
    }

    static DocumentContext on(String host) {
        return new DocumentContext("https://" + host + "/story", host, host, CAPTURED, null, null, null, null);
    }

    static DateClaim claim(Meaning meaning, String raw, ClaimSource source, Region region) {
        return new DateClaim(meaning, raw, source, source.label() + " of " + raw, region, 0);
    }

    static DateClaim published(String raw) {
        return claim(Meaning.PUBLISHED, raw, ClaimSource.JSON_LD, Region.HEAD);
    }

    static DateClaim visible(String raw) {
        return claim(Meaning.UNSPECIFIED, raw, ClaimSource.TEXT, Region.ARTICLE_HEADER);
    }

    static Publication decide(DocumentContext page, DateClaim... claims) {
        return INTERPRETER.interpret(page, List.of(claims)).publication();
    }
}
