package dev.colophon.dataset.table;

import static dev.colophon.dataset.parquet.Column.optional;
import static dev.colophon.dataset.parquet.Column.required;
import static dev.colophon.dataset.parquet.Column.structures;
import static dev.colophon.dataset.parquet.ColumnType.BOOLEAN;
import static dev.colophon.dataset.parquet.ColumnType.DATE;
import static dev.colophon.dataset.parquet.ColumnType.DOUBLE;
import static dev.colophon.dataset.parquet.ColumnType.FIXED_512;
import static dev.colophon.dataset.parquet.ColumnType.INT32;
import static dev.colophon.dataset.parquet.ColumnType.STRING;
import static dev.colophon.dataset.parquet.ColumnType.STRINGS;
import static dev.colophon.dataset.parquet.ColumnType.TIMESTAMP_LOCAL;
import static dev.colophon.dataset.parquet.ColumnType.TIMESTAMP_UTC;

import dev.colophon.dataset.parquet.Column;
import dev.colophon.dataset.parquet.Table;
import dev.colophon.model.Content;
import dev.colophon.model.Contributor;
import dev.colophon.model.Document;
import dev.colophon.model.Identity;
import dev.colophon.model.Lineage;
import dev.colophon.model.Publication;
import dev.colophon.model.Role;
import dev.colophon.model.Versions;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The columns of the table {@code documents}. */
final class DocumentColumns {
    static final String EXAMPLE_ID = "2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae";

    private DocumentColumns() {}

    /** What a row is made of. */
    record Source(Document document, Versions versions) {
        Identity identity() {
            return document.identity();
        }

        Publication publication() {
            return document.publication();
        }

        Content content() {
            return document.content();
        }

        @Nullable
        Contributor first(Role role) {
            return document.credits().first(role);
        }

        LineageColumns.Source lineage() {
            Lineage lineage = document.lineage();
            return new LineageColumns.Source(
                    lineage.origin(), lineage.payloadSha256(), lineage.payloadBytes(), lineage.httpStatus(), versions);
        }
    }

    static Table<Source> table() {
        List<Column<Source>> columns = new ArrayList<>();
        columns.addAll(identity());
        columns.addAll(time());
        columns.addAll(content());
        columns.addAll(people());
        columns.addAll(duplicates());
        columns.addAll(LineageColumns.of(Source::lineage));
        // Last, so that readers that walk a row group's columns in order meet the bulk at its end.
        columns.add(required("text", STRING, (Source s) -> s.content().text())
                .means(
                        "Main text in NFC, paragraphs joined by a blank line, with captions and comments where the job"
                                + " wants them; empty where there is none.",
                        ""));
        return Table.of("documents", "One row for every document.", columns)
                .withBloomFilters("doc_id", "url_canonical", "editor_id", "author_id")
                .withoutDictionary("text", "text_sha256", "minhash", "payload_sha256");
    }

    private static List<Column<Source>> identity() {
        return List.of(
                required("doc_id", STRING, (Source s) -> s.identity().docId())
                        .means(
                                "SHA-256 over the place in the dump and the payload, hex: stable on every machine.",
                                EXAMPLE_ID),
                optional("url", STRING, (Source s) -> s.identity().url())
                        .means(
                                "The address it was captured from; within a web archive the one that was archived; null where unknown.",
                                "https://example.org/a?utm_source=x"),
                optional("url_canonical", STRING, (Source s) -> s.identity().urlCanonical())
                        .means("The address that stands for it; null where unknown.", "https://example.org/a"),
                optional("host", STRING, (Source s) -> s.identity().host())
                        .means("Host of url_canonical, lower case; null where unknown.", "news.example.org"),
                optional("registered_domain", STRING, (Source s) -> s.identity().registeredDomain())
                        .means("The registered part of the host; null where unknown.", "example.org"),
                optional("publisher", STRING, (Source s) -> s.identity().publisher())
                        .means(
                                "Id of the publisher's profile, else the site's name without motto: as stated, or from the window's title"
                                        + " where the host's name confirms it; null where unknown.",
                                "tv9bangla"));
    }

    private static List<Column<Source>> time() {
        return List.of(
                optional(
                                "published_at",
                                TIMESTAMP_UTC,
                                (Source s) -> s.publication().publishedAt())
                        .means(
                                "The instant of first publication; null where it or its zone is unknown.",
                                "2025-06-05T18:15:00Z"),
                optional(
                                "modified_at",
                                TIMESTAMP_UTC,
                                (Source s) -> s.publication().modifiedAt())
                        .means("The instant of the last change; null where unknown.", "2025-06-06T04:00:00Z"),
                optional(
                                "captured_at",
                                TIMESTAMP_UTC,
                                (Source s) -> s.document().capturedAt())
                        .means("When it was captured; null where unknown.", "2025-06-06T02:00:00Z"),
                optional("published_date", DATE, (Source s) -> s.publication().date())
                        .means("The day as the page shows it; null where no day is known.", "2025-06-05"),
                optional(
                                "published_local",
                                TIMESTAMP_LOCAL,
                                (Source s) -> s.publication().local())
                        .means(
                                "Date and time as the page shows them, without zone; null where no time is given.",
                                "2025-06-05T23:45"),
                optional("published_zone", STRING, (Source s) -> s.publication().zone())
                        .means("Zone or offset of published_local; null where unknown.", "Asia/Kolkata"),
                optional(
                                "published_zone_source",
                                STRING,
                                (Source s) -> s.publication().zoneSource() == null
                                        ? null
                                        : s.publication().zoneSource().label())
                        .means(
                                "How the zone is known: explicit, structured-data, site, publisher-profile, country or"
                                        + " unknown.",
                                "explicit"),
                optional(
                                "published_precision",
                                STRING,
                                (Source s) -> s.publication().precision() == null
                                        ? null
                                        : s.publication().precision().label())
                        .means(
                                "Smallest unit stated: year, month, day, minute or second; null where there is no"
                                        + " date.",
                                "minute"),
                optional("published_raw", STRING, (Source s) -> s.publication().raw())
                        .means("The chosen date's text; null where there is no date.", "Jun 05, 2025 | 11:45 PM"),
                optional(
                                "published_source",
                                STRING,
                                (Source s) -> s.publication().source() == null
                                        ? null
                                        : s.publication().source().label())
                        .means("Kind of place of the chosen date; null where there is no date.", "json-ld"),
                optional(
                                "published_confidence",
                                DOUBLE,
                                (Source s) -> s.publication().confidence())
                        .means("How sure the choice is, 0 to 1; null where there is no date.", "0.9"));
    }

    private static List<Column<Source>> content() {
        return List.of(
                optional("title", STRING, (Source s) -> s.content().headline().title())
                        .means("The title as printed, in NFC, without the site's name; null where there is none.", ""),
                optional("kicker", STRING, (Source s) -> s.content().headline().kicker())
                        .means("The words before the title proper; null where there are none.", "Russia-North Korea"),
                optional(
                                "description",
                                STRING,
                                (Source s) -> s.content().headline().description())
                        .means("The summary; null where there is none.", ""),
                required(
                                "text_chars",
                                INT32,
                                (Source s) -> s.content()
                                        .text()
                                        .codePointCount(0, s.content().text().length()))
                        .means("Length of text in code points.", "4812"),
                optional("language", STRING, (Source s) -> s.content().language())
                        .means("BCP-47 tag; null where the text is too short to tell.", "bn"),
                optional("script", STRING, (Source s) -> s.content().script())
                        .means("ISO 15924 code of most of the letters; null where there are none.", "Beng"),
                optional(
                                "language_confidence",
                                DOUBLE,
                                (Source s) -> s.content().languageConfidence())
                        .means("How sure the language is, 0 to 1; null where unknown.", "0.98"),
                optional("section", STRING, (Source s) -> s.content().section())
                        .means(
                                "The rubric: as stated, or as links about the article name it; null where there is none.",
                                "World"),
                required("tags", STRINGS, (Source s) -> s.content().tags())
                        .means(
                                "Keywords in order: as stated, or as links about the article name them; never null.",
                                "[Russia, North Korea]"),
                optional("image_url", STRING, (Source s) -> s.content().imageUrl())
                        .means("The leading image; null where there is none.", "https://example.org/a.jpg"),
                required("media_type", STRING, (Source s) -> s.content().mediaType())
                        .means("Type without parameters.", "text/html"),
                optional("charset", STRING, (Source s) -> s.content().charset())
                        .means("Character encoding it was read in; null for binary formats.", "UTF-8"),
                optional("page_count", INT32, (Source s) -> s.content().pageCount())
                        .means("Pages of a paged format; null for others.", "12"));
    }

    private static List<Column<Source>> people() {
        return List.of(
                optional(
                                "byline_raw",
                                STRING,
                                (Source s) -> s.document().credits().bylineRaw())
                        .means("The byline as it stands; null where there is none.", "| Edited By: Avra Chattopadhyay"),
                structures(
                                "contributors",
                                contributor(),
                                (Source s) -> s.document().credits().contributors())
                        .means("Everyone who made it, in order of importance; never null.", ""),
                optional("author", STRING, (Source s) -> name(s.first(Role.AUTHOR)))
                        .means("Name of the first author; null where none is known.", ""),
                optional("author_id", STRING, (Source s) -> id(s.first(Role.AUTHOR)))
                        .means("contributor_id of the first author; null where none is known.", ""),
                optional("editor", STRING, (Source s) -> name(s.first(Role.EDITOR)))
                        .means("Name of the first editor; null where none is known.", "Avra Chattopadhyay"),
                optional("editor_id", STRING, (Source s) -> id(s.first(Role.EDITOR)))
                        .means("contributor_id of the first editor; null where none is known.", ""));
    }

    private static @Nullable String name(@Nullable Contributor contributor) {
        return contributor == null ? null : contributor.name();
    }

    private static @Nullable String id(@Nullable Contributor contributor) {
        return contributor == null ? null : contributor.id();
    }

    private static List<Column<Contributor>> contributor() {
        return List.of(
                required("contributor_id", STRING, Contributor::id).means("Stable id within the archive.", ""),
                required("name", STRING, Contributor::name).means("The name in its normal form.", "Avra Chattopadhyay"),
                required("name_raw", STRING, Contributor::nameRaw)
                        .means("The name as the document writes it.", "AVRA CHATTOPADHYAY"),
                required("role", STRING, (Contributor c) -> c.role().label()).means("What they did.", "editor"),
                required("kind", STRING, (Contributor c) -> c.kind().label()).means("What they are.", "person"),
                required("source", STRING, (Contributor c) -> c.source().label())
                        .means("The kind of place that names them.", "text"),
                required("confidence", DOUBLE, Contributor::confidence)
                        .means("How sure the reading is, 0 to 1.", "0.9"),
                optional("reference", STRING, Contributor::reference)
                        .means(
                                "Page or e-mail address of theirs that the document gives; null where it gives none.",
                                "https://example.org/author/avra-chattopadhyay"));
    }

    /** Known once the batch is whole; until then every document stands alone. */
    private static List<Column<Source>> duplicates() {
        return List.of(
                optional(
                                "text_sha256",
                                STRING,
                                (Source s) -> s.document().fingerprint().textSha256())
                        .means("SHA-256 of the text in its normal form; null where there is no text.", EXAMPLE_ID),
                optional(
                                "minhash",
                                FIXED_512,
                                (Source s) -> s.document().fingerprint().minhash())
                        .means("MinHash of the text: 128 values of 4 bytes, big endian; null for short texts.", ""),
                optional("duplicate_of", STRING, (Source s) -> null)
                        .means(
                                "doc_id of the first capture of its batch with the very same text; null where it is that one."
                                        + " The batch is as it was when it was last converted: compact leaves this and the"
                                        + " columns of the cluster as they are. The table duplicates tells of near copies and of other batches.",
                                ""),
                required("cluster_id", STRING, (Source s) -> s.identity().docId())
                        .means(
                                "The cluster of equal texts in its batch, as that was last converted: the doc_id of its first capture.",
                                EXAMPLE_ID),
                required("cluster_size", INT32, (Source s) -> 1)
                        .means("Documents of the batch, as it was last converted, in the cluster.", "1"),
                required("is_canonical", BOOLEAN, (Source s) -> true)
                        .means(
                                "Whether it stands for its cluster in the batch, as that was last converted: the first capture does.",
                                "true"));
    }
}
