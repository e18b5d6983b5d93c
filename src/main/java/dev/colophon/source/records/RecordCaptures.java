package dev.colophon.source.records;

import dev.colophon.model.Capture;
import dev.colophon.model.ClaimSource;
import dev.colophon.model.DateClaim;
import dev.colophon.model.Declared;
import dev.colophon.model.Headline;
import dev.colophon.model.NameClaim;
import dev.colophon.model.Origin;
import dev.colophon.model.Region;
import dev.colophon.model.Reject;
import dev.colophon.model.RejectReason;
import dev.colophon.model.Role;
import dev.colophon.model.SourceItem;
import dev.colophon.model.Stage;
import dev.colophon.source.format.CaptureTimes;
import dev.colophon.source.format.Place;
import dev.colophon.source.format.Rejects;
import dev.colophon.text.Hashes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes captures of a dump's records. */
public final class RecordCaptures {
    private static final int MOST_TAGS = 100;
    private static final int MOST_CLAIMS = 50;
    private static final int LONGEST_ID = 500;

    private final Place place;
    private final FieldMapping mapping;
    private final String form;

    /**
     * Captures of the records at a place.
     *
     * @param form what the locators of claims begin with: {@code json}
     */
    public RecordCaptures(Place place, FieldMapping mapping, String form) {
        this.place = place;
        this.mapping = mapping;
        this.form = form;
    }

    /**
     * The capture that a record is, or why it is none.
     *
     * @param number what identifies the record where it has no identifier and its offset does not: {@code row 7}; null
     *     where the offset does
     */
    public SourceItem item(FieldValues values, long offset, long length, @Nullable String number) {
        OneRecord record = new OneRecord(mapping.assign(values));
        String id = record.text(RecordField.ID);
        String known = id == null || id.length() > LONGEST_ID ? number : id;
        return record.item(place.origin(offset, length, known), values);
    }

    /** The fields of one record. */
    private final class OneRecord {
        private final Map<RecordField, FieldValues.Named> fields;
        private final List<DateClaim> dates = new ArrayList<>();
        private final List<NameClaim> names = new ArrayList<>();

        OneRecord(Map<RecordField, FieldValues.Named> fields) {
            this.fields = fields;
        }

        SourceItem item(Origin origin, FieldValues values) {
            String html = whole(RecordField.HTML);
            String text = whole(RecordField.TEXT);
            String markdown = whole(RecordField.MARKDOWN);
            String content = html != null ? html : text != null ? text : markdown;
            Integer status = status();
            boolean failed = status != null && (status < 200 || status > 299);
            if (content == null && !failed) {
                return withoutContent(origin, values);
            }
            String usual = html != null ? "text/html" : text != null ? "text/plain" : "text/markdown";
            PageBody page =
                    PageBody.of(content == null ? "" : content, usual, contentType(), isBase64(html != null, text));
            byte[] body = page.bytes();
            if (html != null && PageBody.base(page.type()).endsWith("json")) {
                return refused(origin, RejectReason.UNSUPPORTED, "expected a page, found JSON that a page loaded");
            }
            if (status != null && failed) {
                return filtered(origin, body, status);
            }
            return body.length > place.limits().documentBytes()
                    ? refused(origin, RejectReason.LIMIT_SIZE, tooLong(body))
                    : new Capture(
                            origin,
                            text(RecordField.URL),
                            capturedAt(),
                            page.type(),
                            null,
                            status,
                            place.about().publisher(),
                            declared(),
                            body);
        }

        /**
         * JSON-LD tells of sites and people too. A browser's traffic is recorded without pictures and scripts; a page
         * without its content is a loss.
         */
        private SourceItem withoutContent(Origin origin, FieldValues values) {
            String type = contentType();
            if (values.find(FieldNames.fold("@type")) != null && !mapping.hasContent(values)) {
                return refused(origin, RejectReason.UNSUPPORTED, "expected an article, found another thing of a graph");
            }
            return type == null || PageBody.base(type).contains("html")
                    ? refused(origin, RejectReason.EMPTY, "expected a field with HTML or text, found " + values.shown())
                    : refused(
                            origin,
                            RejectReason.UNSUPPORTED,
                            "expected a page, found " + type + ", whose content was not recorded");
        }

        private @Nullable String contentType() {
            return PageBody.mediaType(text(RecordField.CONTENT_TYPE));
        }

        /** Whether the field that holds the page, or another, says that it does so in Base64. */
        private boolean isBase64(boolean html, @Nullable String text) {
            RecordField field = html ? RecordField.HTML : text != null ? RecordField.TEXT : RecordField.MARKDOWN;
            FieldValues.Named named = fields.get(field);
            String name = named == null ? "" : FieldNames.fold(named.name());
            String encoding = text(RecordField.ENCODING);
            return name.endsWith("base64")
                    || name.endsWith("b64")
                    || (encoding != null && encoding.equalsIgnoreCase("base64"));
        }

        private String tooLong(byte[] body) {
            return "a document of " + body.length + " bytes, at most "
                    + place.limits().documentBytes() + " are read";
        }

        private Reject refused(Origin origin, RejectReason reason, String message) {
            return new Reject(
                    origin,
                    text(RecordField.URL),
                    capturedAt(),
                    status(),
                    null,
                    0,
                    Stage.OPEN,
                    reason,
                    Rejects.printable(message),
                    null);
        }

        private Reject filtered(Origin origin, byte[] body, int status) {
            return new Reject(
                    origin,
                    text(RecordField.URL),
                    capturedAt(),
                    status,
                    body.length == 0 ? null : Hashes.sha256Hex(body),
                    body.length,
                    Stage.OPEN,
                    RejectReason.HTTP_STATUS,
                    "HTTP status " + status,
                    null);
        }

        /** All values of a field as they are, a paragraph each: texts come as lists of paragraphs too. */
        private @Nullable String whole(RecordField field) {
            FieldValues.Named named = fields.get(field);
            return named == null
                    ? null
                    : named.values().size() == 1 ? named.values().get(0) : String.join("\n\n", named.values());
        }

        /** The first value of a field; null where it has none. */
        @Nullable
        String text(RecordField field) {
            FieldValues.Named named = fields.get(field);
            return named == null
                    ? null
                    : ValueLists.items(named.values().get(0)).stream()
                            .map(String::strip)
                            .filter(item -> !item.isEmpty())
                            .findFirst()
                            .orElse(null);
        }

        private List<String> items(RecordField field) {
            FieldValues.Named named = fields.get(field);
            return named == null
                    ? List.of()
                    : named.values().stream()
                            .flatMap(value -> ValueLists.items(value).stream())
                            .map(String::strip)
                            .filter(item -> !item.isEmpty())
                            .limit(MOST_CLAIMS)
                            .toList();
        }

        private @Nullable Instant capturedAt() {
            String text = text(RecordField.CAPTURED_AT);
            Instant captured = text == null ? null : CaptureTimes.read(text);
            return captured == null ? place.about().capturedAt() : captured;
        }

        private @Nullable Integer status() {
            String text = text(RecordField.HTTP_STATUS);
            boolean number =
                    text != null && text.length() == 3 && text.chars().allMatch(unit -> unit >= '0' && unit <= '9');
            return number ? Integer.valueOf(text) : null;
        }

        private Declared declared() {
            addDate(RecordField.PUBLISHED, DateClaim.Meaning.PUBLISHED);
            addDate(RecordField.DATE, DateClaim.Meaning.UNSPECIFIED);
            addDate(RecordField.CREATED, DateClaim.Meaning.CREATED);
            addDate(RecordField.MODIFIED, DateClaim.Meaning.MODIFIED);
            addNames(RecordField.AUTHOR, Role.AUTHOR);
            addNames(RecordField.EDITOR, Role.EDITOR);
            return new Declared(
                    new Headline(text(RecordField.TITLE), null, text(RecordField.DESCRIPTION)),
                    text(RecordField.LANGUAGE),
                    text(RecordField.SITE),
                    text(RecordField.SECTION),
                    tags(),
                    text(RecordField.IMAGE),
                    dates,
                    names);
        }

        private void addDate(RecordField field, DateClaim.Meaning meaning) {
            String text = text(field);
            if (text != null) {
                Instant counted = CaptureTimes.sinceEpoch(text);
                String raw = counted == null ? text : counted.toString();
                dates.add(new DateClaim(meaning, raw, ClaimSource.RECORD, locator(field), Region.HEAD, dates.size()));
            }
        }

        private void addNames(RecordField field, Role role) {
            for (String name : items(field)) {
                int order = dates.size() + names.size();
                names.add(
                        new NameClaim(role, name, ClaimSource.RECORD, locator(field), Region.HEAD, order, null, null));
            }
        }

        private String locator(RecordField field) {
            FieldValues.Named named = fields.get(field);
            return form + ':' + (named == null ? field.label() : Rejects.printable(named.name()));
        }

        private List<String> tags() {
            List<String> items = items(RecordField.TAGS);
            Set<String> tags = new LinkedHashSet<>();
            for (String item : items) {
                tags.addAll(items.size() == 1 ? ValueLists.parts(item) : List.of(item));
            }
            return tags.stream().limit(MOST_TAGS).toList();
        }
    }
}
