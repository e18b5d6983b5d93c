package dev.colophon.byline;

import dev.colophon.model.ClaimSource;
import dev.colophon.model.Contributor;
import dev.colophon.model.ContributorKind;
import dev.colophon.model.DocumentContext;
import dev.colophon.model.NameClaim;
import dev.colophon.model.Region;
import dev.colophon.model.Role;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a page of one site claims, and who is credited for it. */
final class Credited {
    static final DocumentContext SITE = new DocumentContext(
            "https://www.thegazette.example/a",
            "www.thegazette.example",
            "thegazette.example",
            null,
            "en",
            "A headline",
            "The Gazette",
            null);

    private static final BylineInterpreter INTERPRETER = new BylineInterpreter();

    private Credited() {}

    /** {@code author person Jane Doe | editor person John Roe}, or {@code none}. */
    static String by(NameClaim... claims) {
        return at(SITE, claims);
    }

    static String at(DocumentContext site, NameClaim... claims) {
        List<Contributor> contributors = decide(site, claims).credits().contributors();
        return contributors.isEmpty()
                ? "none"
                : contributors.stream()
                        .map(one -> one.role().label() + " " + one.kind().label() + " " + one.name())
                        .collect(Collectors.joining(" | "));
    }

    static BylineInterpreter.Decision decide(NameClaim... claims) {
        return decide(SITE, claims);
    }

    static BylineInterpreter.Decision decide(DocumentContext site, NameClaim... claims) {
        return INTERPRETER.interpret(site, List.of(claims));
    }

    /** Words above the article in an element whose class says that they are its byline. */
    static NameClaim byline(String raw) {
        return new NameClaim(null, raw, ClaimSource.MARKUP, "p.byline", Region.ARTICLE_HEADER, 0, null, null);
    }

    static NameClaim author(String raw) {
        return author(raw, null);
    }

    /** An author in the page's structured data. */
    static NameClaim author(String raw, @Nullable ContributorKind kind) {
        return new NameClaim(
                Role.AUTHOR, raw, ClaimSource.JSON_LD, "json-ld:NewsArticle.author", Region.HEAD, 5, kind, null);
    }
}
