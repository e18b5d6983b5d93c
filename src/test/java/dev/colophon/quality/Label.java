package dev.colophon.quality;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What people say a page holds. What is null is not labelled.
 *
 * @param id the page's name within its set
 * @param url its address
 * @param text its main text
 * @param must passages that the text must hold
 * @param mustNot passages that it must not hold
 * @param title its title
 * @param authors its authors
 * @param day what is known of its day of publication
 * @param instant when it was published, to the second or minute; null where the label gives no offset from UTC
 */
public record Label(
        String id,
        @Nullable String url,
        @Nullable String text,
        List<String> must,
        List<String> mustNot,
        @Nullable String title,
        @Nullable List<String> authors,
        @Nullable Day day,
        @Nullable Instant instant) {
    /**
     * The day of publication.
     *
     * @param date ISO date; null where the page has none, or none is known
     * @param none whether people looked and found that the page has none
     */
    public record Day(@Nullable String date, boolean none) {}

    static Label of(JsonNode line) {
        String title = Prediction.string(line, "title");
        return new Label(
                line.get("id").asText(),
                Prediction.string(line, "url"),
                Prediction.string(line, "text"),
                strings(line, "must"),
                strings(line, "must_not"),
                title == null || title.isEmpty() ? null : title,
                line.has("authors") ? strings(line, "authors") : null,
                line.has("date") ? day(line) : null,
                instant(line));
    }

    private static @Nullable Instant instant(JsonNode line) {
        String time = Prediction.string(line, "datetime");
        try {
            return time == null ? null : OffsetDateTime.parse(time).toInstant();
        } catch (DateTimeParseException withoutOffset) {
            return null;
        }
    }

    private static Day day(JsonNode line) {
        String date = Prediction.string(line, "date");
        return new Day(
                date,
                date == null && line.path("native").path("date").asText("").equals("NaN"));
    }

    private static List<String> strings(JsonNode line, String key) {
        List<String> out = new ArrayList<>();
        line.path(key).forEach(item -> out.add(item.asText()));
        return out;
    }
}
