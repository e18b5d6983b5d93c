package dev.colophon.dataset.table;

import dev.colophon.model.ClaimSource;
import dev.colophon.model.Content;
import dev.colophon.model.Contributor;
import dev.colophon.model.ContributorKind;
import dev.colophon.model.Credits;
import dev.colophon.model.DatePrecision;
import dev.colophon.model.Document;
import dev.colophon.model.Evidence;
import dev.colophon.model.Fingerprint;
import dev.colophon.model.Headline;
import dev.colophon.model.Identity;
import dev.colophon.model.Lineage;
import dev.colophon.model.Origin;
import dev.colophon.model.Outcome;
import dev.colophon.model.Publication;
import dev.colophon.model.Reject;
import dev.colophon.model.RejectReason;
import dev.colophon.model.Role;
import dev.colophon.model.Stage;
import dev.colophon.model.Versions;
import dev.colophon.model.ZoneSource;
import dev.colophon.source.InputFingerprint;
import dev.colophon.text.Hashes;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Made-up documents and rejects; the same number gives the same ones. */
final class Samples {
    static final Versions VERSIONS = new Versions(1, 2, 3, 4, Hashes.sha256Hex("settings"));
    static final Instant NOON = Instant.parse("2025-06-05T12:00:00Z");

    private Samples() {}

    /** An input file and what became of its captures. */
    record Input(String sourceUri, List<Outcome> outcomes) {
        InputFingerprint fingerprint() {
            return new InputFingerprint(sourceUri, 100, NOON, Hashes.sha256Hex(sourceUri), outcomes.size());
        }
    }

    /** Inputs of five captures each; every fifth capture is a reject, texts recur. */
    static List<Input> inputs(int from, int to) {
        List<Input> inputs = new ArrayList<>();
        for (int i = from; i < to; i++) {
            String source = "2025/পাতা-" + i + ".warc";
            List<Outcome> outcomes = new ArrayList<>();
            for (int k = 0; k < 5; k++) {
                Origin origin = new Origin(source, null, k * 1000L, 900, "<urn:" + i + ":" + k + ">");
                outcomes.add(
                        k == 4
                                ? new Outcome.Rejected(reject(origin, i))
                                : new Outcome.Accepted(document(origin, i * 5 + k)));
            }
            inputs.add(new Input(source, outcomes));
        }
        return inputs;
    }

    static Reject reject(Origin origin, int number) {
        RejectReason reason = RejectReason.values()[number % RejectReason.values().length];
        return new Reject(
                origin, null, NOON, 404, Hashes.sha256Hex("p" + number), 7, Stage.OPEN, reason, "শেষ নেই 😀", null);
    }

    static Document document(Origin origin, int number) {
        String text = "Text " + (number % 3 == 0 ? number / 30 : number) + " of the page.";
        return document(origin, number, text);
    }

    static Document document(Origin origin, int number, String text) {
        Random random = new Random(number);
        String id = Hashes.sha256Hex("doc " + origin + number);
        byte[] minhash = new byte[512];
        random.nextBytes(minhash);
        LocalDate date = number % 4 == 0 ? null : LocalDate.of(2025, 6, 1 + number % 28);
        String host = number % 7 == 0 ? null : "host" + number % 5 + ".example.org";
        return new Document(
                new Identity(
                        id,
                        null,
                        host == null ? null : "https://" + host + "/" + number,
                        host,
                        "example.org",
                        "p" + number % 3),
                number % 6 == 0 ? null : NOON.plusSeconds(number % 50),
                publication(date),
                content(text),
                number % 2 == 0 ? Credits.NONE : credits(number),
                new Fingerprint(text.isEmpty() ? null : Hashes.sha256Hex(text), number % 5 == 0 ? null : minhash),
                new Lineage(origin, Hashes.sha256Hex("payload" + number), 900, 200),
                evidence(number));
    }

    private static Publication publication(@Nullable LocalDate date) {
        return date == null
                ? Publication.UNKNOWN
                : new Publication(
                        NOON,
                        NOON.plusNanos(1_234_567),
                        date,
                        date.atTime(23, 45),
                        "+05:30",
                        ZoneSource.EXPLICIT,
                        DatePrecision.MINUTE,
                        "Jun 05, 2025 | 11:45 PM",
                        ClaimSource.TEXT,
                        0.75);
    }

    private static Content content(String text) {
        return new Content(
                new Headline("শিরোনাম 😀", null, "Sum"),
                text,
                "bn",
                "Beng",
                0.9,
                null,
                List.of("a", "খবর"),
                null,
                "text/html",
                "UTF-8",
                null);
    }

    private static Credits credits(int number) {
        return new Credits(
                "Edited By: Avra",
                List.of(
                        contributor(number % 4, number % 3 == 0 ? "AVRA" : "Avra", Role.EDITOR),
                        contributor(number % 4, number % 4 == 1 ? "নীলা" : "অভ্র", Role.REPORTER),
                        contributor(9, "Zoë", Role.AUTHOR)));
    }

    private static Contributor contributor(int number, String name, Role role) {
        return new Contributor(
                Hashes.sha256Hex("person " + number),
                name,
                name,
                role,
                ContributorKind.PERSON,
                ClaimSource.TEXT,
                0.5,
                number == 9 ? null : "https://people.example/" + number);
    }

    private static List<Evidence> evidence(int number) {
        return List.of(
                new Evidence("published_at", 1, "raw " + number, "2025", "time", "iso", 0.5, true),
                new Evidence("published_at", 2, "raw", null, "meta", "refused", 0, false));
    }
}
