package dev.colophon.dataset.table;

import dev.colophon.byline.ContributorIds;
import dev.colophon.model.ClaimSource;
import dev.colophon.model.Content;
import dev.colophon.model.Contributor;
import dev.colophon.model.ContributorKind;
import dev.colophon.model.Credits;
import dev.colophon.model.DatePrecision;
import dev.colophon.model.Document;
import dev.colophon.model.Fingerprint;
import dev.colophon.model.Headline;
import dev.colophon.model.Identity;
import dev.colophon.model.Lineage;
import dev.colophon.model.Origin;
import dev.colophon.model.Outcome;
import dev.colophon.model.Publication;
import dev.colophon.model.Role;
import dev.colophon.model.ZoneSource;
import dev.colophon.text.Hashes;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Made-up pages of publishers, each an input of its own, that differ in nothing but who is named when. */
final class Bylines {
    private final List<Samples.Input> inputs = new ArrayList<>();

    /** A page that names people; {@code editor:Jane Doe} for other roles than author, {@code Jane Doe <jd@coast.example>} with an address. */
    Bylines page(String domain, @Nullable LocalDate date, String... names) {
        String source = "page-" + inputs.size() + ".html";
        Document document = document(new Origin(source, null, 0L, 100L, null), domain, date, names);
        inputs.add(new Samples.Input(source, List.of(new Outcome.Accepted(document))));
        return this;
    }

    Bylines pages(int count, String domain, String... names) {
        for (int i = 0; i < count; i++) {
            page(domain, LocalDate.of(2025, 6, 1).plusDays(i), names);
        }
        return this;
    }

    List<Samples.Input> inputs() {
        return List.copyOf(inputs);
    }

    static String id(String domain, String name) {
        return ContributorIds.of("person", domain, name);
    }

    private static Document document(Origin origin, String domain, @Nullable LocalDate date, String... names) {
        return new Document(
                new Identity(
                        Hashes.sha256Hex("page " + origin.sourceUri()),
                        null,
                        domain.isEmpty() ? null : "https://www." + domain + "/" + origin.sourceUri(),
                        domain.isEmpty() ? null : "www." + domain,
                        domain.isEmpty() ? null : domain,
                        null),
                null,
                publication(date),
                new Content(
                        new Headline("Title", null, null),
                        "Text of " + origin.sourceUri(),
                        "en",
                        "Latn",
                        0.9,
                        null,
                        List.of(),
                        null,
                        "text/html",
                        "UTF-8",
                        null),
                new Credits(
                        null,
                        Arrays.stream(names)
                                .map(name -> contributor(domain, name))
                                .toList()),
                new Fingerprint(Hashes.sha256Hex(origin.sourceUri()), null),
                new Lineage(origin, Hashes.sha256Hex("payload " + origin.sourceUri()), 900, 200),
                List.of());
    }

    private static Contributor contributor(String domain, String named) {
        int colon = named.indexOf(':') < named.indexOf(" <") || named.indexOf(" <") < 0 ? named.indexOf(':') : -1;
        Role role =
                colon < 0 ? Role.AUTHOR : Role.valueOf(named.substring(0, colon).toUpperCase(java.util.Locale.ROOT));
        int angle = named.indexOf(" <");
        String name = named.substring(colon + 1, angle < 0 ? named.length() : angle);
        String reference = angle < 0 ? null : named.substring(angle + 2, named.length() - 1);
        return new Contributor(
                id(domain, name), name, name, role, ContributorKind.PERSON, ClaimSource.MARKUP, 0.9, reference);
    }

    private static Publication publication(@Nullable LocalDate date) {
        return date == null
                ? Publication.UNKNOWN
                : new Publication(
                        null,
                        null,
                        date,
                        date.atStartOfDay(),
                        null,
                        ZoneSource.UNKNOWN,
                        DatePrecision.DAY,
                        date.toString(),
                        ClaimSource.META,
                        0.75);
    }
}
