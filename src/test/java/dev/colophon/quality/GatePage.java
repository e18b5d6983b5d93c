package dev.colophon.quality;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.colophon.model.Capture;
import dev.colophon.model.Origin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A page written for the tests, {@code NAME.html}, with what it holds, {@code NAME.json}.
 *
 * @param name its name
 * @param group the floors that it counts for: articles, forums or others
 * @param title its headline
 * @param text its paragraphs, headings and list items
 * @param outside captions and comments, which are not its text
 * @param capture its bytes, as a crawl has them
 */
record GatePage(String name, String group, String title, List<String> text, List<String> outside, Capture capture) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Instant CAPTURED = Instant.parse("2026-11-01T00:00:00Z");

    /** The pages of a folder, in the order of their names. */
    static List<GatePage> of(Path folder) throws IOException {
        List<GatePage> pages = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                if (file.toString().endsWith(".html")) {
                    pages.add(read(file));
                }
            }
        }
        return pages;
    }

    private static GatePage read(Path file) throws IOException {
        String name = file.getFileName().toString().replace(".html", "");
        JsonNode label = JSON.readTree(Files.readAllBytes(file.resolveSibling(name + ".json")));
        byte[] body = Files.readAllBytes(file);
        List<String> outside = new ArrayList<>(strings(label, "captions"));
        outside.addAll(strings(label, "comments"));
        return new GatePage(
                name,
                label.get("group").asText(),
                label.get("title").asText(),
                strings(label, "text"),
                outside,
                new Capture(
                        Origin.ofFile(file.getFileName().toString(), body.length),
                        label.get("url").asText(),
                        CAPTURED,
                        "text/html",
                        null,
                        200,
                        null,
                        body));
    }

    private static List<String> strings(JsonNode label, String key) {
        List<String> out = new ArrayList<>();
        label.get(key).forEach(item -> out.add(item.asText()));
        return out;
    }
}
