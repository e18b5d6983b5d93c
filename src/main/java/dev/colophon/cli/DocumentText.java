package dev.colophon.cli;

import dev.colophon.model.Contributor;
import dev.colophon.model.Document;
import dev.colophon.model.Evidence;
import dev.colophon.model.Headline;
import dev.colophon.model.Publication;
import dev.colophon.model.Reject;
import dev.colophon.text.Controls;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Shows one document, or why there is none, to a person at a terminal. */
final class DocumentText {
    private static final int LONGEST = 160;

    private final PrintStream out;

    DocumentText(PrintStream out) {
        this.out = out;
    }

    void print(Reject reject) {
        line("place", reject.origin());
        line("reject", reject.reason().label() + " (" + reject.reason().kind().label() + ")");
        line("stage", reject.stage().label());
        line("message", reject.message());
        line("exception", reject.exception());
        line("payload", reject.payloadSha256() + ", " + reject.payloadBytes() + " bytes");
    }

    void print(Document document) {
        Headline headline = document.content().headline();
        line("doc_id", document.identity().docId());
        line("place", document.lineage().origin());
        line("url", document.identity().url());
        line("url_canonical", document.identity().urlCanonical());
        line("publisher", document.identity().publisher());
        line("media_type", document.content().mediaType());
        line("charset", document.content().charset());
        line("title", headline.title());
        line("kicker", headline.kicker());
        line("description", headline.description());
        line("section", document.content().section());
        line(
                "tags",
                document.content().tags().isEmpty()
                        ? null
                        : String.join(", ", document.content().tags()));
        line("language", language(document));
        print(document.publication());
        line("captured_at", document.capturedAt());
        line("byline_raw", document.credits().bylineRaw());
        for (Contributor one : document.credits().contributors()) {
            line(
                    one.role().label(),
                    one.name() + " (" + one.kind().label() + ", from "
                            + one.source().label() + ", " + percent(one.confidence()) + "), id " + one.id());
        }
        printText(document.content().text());
        print(document.evidence());
    }

    void print(List<Evidence> evidence) {
        out.println();
        out.println("Evidence: every candidate, best first; * was chosen");
        evidence.forEach(this::print);
    }

    private static String language(Document document) {
        Double confidence = document.content().languageConfidence();
        return document.content().language() + " in script "
                + document.content().script() + (confidence == null ? "" : ", " + percent(confidence));
    }

    private void print(Publication publication) {
        if (publication.precision() == null) {
            line("published", null);
            return;
        }
        Object shown = publication.local() == null ? publication.date() : publication.local();
        line(
                "published",
                shown + " (" + publication.precision().label() + "), zone "
                        + (publication.zone() == null
                                ? "unknown"
                                : publication.zone() + ", " + zoneSource(publication)));
        line("published_at", publication.publishedAt());
        line(
                "published_raw",
                "\"" + publication.raw() + "\" from "
                        + (publication.source() == null
                                ? "?"
                                : publication.source().label())
                        + (publication.confidence() == null ? "" : ", " + percent(publication.confidence())));
        line("modified_at", publication.modifiedAt());
    }

    private static String zoneSource(Publication publication) {
        return publication.zoneSource() == null ? "" : publication.zoneSource().label();
    }

    private void printText(String text) {
        String[] paragraphs = text.isEmpty() ? new String[0] : text.split("\n\n");
        line("text", text.codePointCount(0, text.length()) + " characters in " + paragraphs.length + " paragraphs");
        for (int i = 0; i < paragraphs.length && i < 3; i++) {
            line("", paragraphs[i]);
        }
        if (paragraphs.length > 3) {
            line("", "…");
        }
    }

    private void print(Evidence evidence) {
        out.printf(
                Locale.ROOT,
                " %s %-13s %2d  %-28s %5s  %-26s %s%n",
                evidence.chosen() ? "*" : " ",
                evidence.field(),
                evidence.rank(),
                evidence.value() == null ? "-" : shorten(evidence.value(), 60),
                percent(evidence.confidence()),
                evidence.rule(),
                shorten(evidence.locator() + " \"" + evidence.raw() + "\"", LONGEST));
    }

    private void line(String name, @Nullable Object value) {
        out.printf(Locale.ROOT, "%-14s %s%n", name, value == null ? "-" : shorten(value.toString(), LONGEST));
    }

    /** One line without control characters: a document must not write to the terminal what it likes. */
    private static String shorten(String text, int most) {
        String plain = text.codePoints()
                .map(point -> Controls.isObeyed(point) ? ' ' : point)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
        return plain.codePointCount(0, plain.length()) <= most
                ? plain
                : plain.substring(0, plain.offsetByCodePoints(0, most - 1)) + "…";
    }

    private static String percent(double share) {
        return Math.round(share * 100) + " %";
    }
}
