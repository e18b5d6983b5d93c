package dev.colophon.quality;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.colophon.model.Contributor;
import dev.colophon.model.Document;
import dev.colophon.model.Outcome;
import dev.colophon.model.Role;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the product says of a page, in the terms of the labels.
 *
 * @param title null where it finds none
 * @param text null where the page was rejected
 * @param authors names of the authors; of the editors where there are no authors
 * @param date the day of publication, {@code 2025-06-05} and shorter where the page says less; null where it finds none
 * @param publishedAt the instant of publication, {@code 2025-06-05T18:15:00Z}; null where it is not known
 * @param language BCP-47 tag; null where it is not known
 * @param reject why the page was rejected; null where it was not
 */
record Prediction(
        @Nullable String title,
        @Nullable String text,
        List<String> authors,
        @Nullable String date,
        @Nullable String publishedAt,
        @Nullable String language,
        @Nullable String reject) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static Prediction of(Outcome outcome) {
        if (outcome instanceof Outcome.Accepted accepted) {
            return of(accepted.document());
        }
        var reject = ((Outcome.Rejected) outcome).reject();
        return new Prediction(
                null, null, List.of(), null, null, null, reject.reason().label() + ": " + reject.message());
    }

    private static Prediction of(Document document) {
        Role role = document.credits().first(Role.AUTHOR) == null ? Role.EDITOR : Role.AUTHOR;
        Object date = document.publication().date();
        Object instant = document.publication().publishedAt();
        return new Prediction(
                document.content().headline().title(),
                document.content().text(),
                document.credits().contributors().stream()
                        .filter(one -> one.role() == role)
                        .map(Contributor::name)
                        .toList(),
                date == null ? null : date.toString(),
                instant == null ? null : instant.toString(),
                document.content().language(),
                null);
    }

    /** One line of a file of predictions. */
    ObjectNode json(String id) {
        ObjectNode line = JSON.createObjectNode();
        line.put("id", id);
        if (reject != null) {
            return line.put("reject", reject);
        }
        line.put("title", title)
                .put("text", text)
                .put("lang", language)
                .put("date", date)
                .put("published_at", publishedAt);
        authors.forEach(line.putArray("authors")::add);
        return line;
    }

    static Prediction of(JsonNode line) {
        List<String> authors = new ArrayList<>();
        line.path("authors").forEach(name -> authors.add(name.asText()));
        return new Prediction(
                string(line, "title"),
                string(line, "text"),
                authors,
                string(line, "date"),
                string(line, "published_at"),
                string(line, "lang"),
                string(line, "reject"));
    }

    static @Nullable String string(JsonNode object, String key) {
        JsonNode value = object.get(key);
        return value == null || value.isNull() ? null : value.asText();
    }
}
