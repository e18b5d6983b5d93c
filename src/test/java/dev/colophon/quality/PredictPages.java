package dev.colophon.quality;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.colophon.extract.ExtractLimits;
import dev.colophon.model.Capture;
import dev.colophon.model.Contributor;
import dev.colophon.model.Document;
import dev.colophon.model.Origin;
import dev.colophon.model.Outcome;
import dev.colophon.model.Role;
import dev.colophon.pipeline.DocumentPipeline;
import dev.colophon.pipeline.PipelineSettings;
import dev.colophon.pipeline.Publishers;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * Reads a corpus of labelled pages through the pipeline and prints one prediction a line, without the job around it.
 *
 * <p>{@code PredictPages CORPUS OUT.jsonl [set,set]}, where CORPUS holds {@code <set>/labels.jsonl} and
 * {@code <set>/pages/<id>.html.gz}.
 */
final class PredictPages {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Instant CAPTURED = Instant.parse("2026-11-01T00:00:00Z");

    private PredictPages() {}

    public static void main(String[] args) throws Exception {
        Set<String> sets = args.length > 2 ? Set.of(args[2].split(",")) : Set.of();
        Path temporary = Files.createTempDirectory("colophon");
        PipelineSettings settings = new PipelineSettings(
                new ExtractLimits(Duration.ofSeconds(30), 512L << 20, 2, 20_000_000, temporary), Publishers.NONE, null);
        try (DocumentPipeline pipeline = new DocumentPipeline(settings);
                PrintStream out = new PrintStream(args[1], StandardCharsets.UTF_8)) {
            pages(Path.of(args[0]), sets).parallelStream()
                    .map(page -> predict(pipeline, page))
                    .forEachOrdered(out::println);
        }
    }

    private record Page(String set, JsonNode label, Path file) {}

    private static List<Page> pages(Path corpus, Set<String> sets) throws IOException {
        List<Page> pages = new ArrayList<>();
        try (Stream<Path> folders = Files.list(corpus)) {
            for (Path folder : folders.sorted().toList()) {
                String set = folder.getFileName().toString();
                if (sets.isEmpty() || sets.contains(set)) {
                    for (String line : Files.readAllLines(folder.resolve("labels.jsonl"))) {
                        JsonNode label = JSON.readTree(line);
                        String file = label.get("id").asText() + ".html.gz";
                        pages.add(new Page(set, label, folder.resolve("pages").resolve(file)));
                    }
                }
            }
        }
        return pages;
    }

    private static String predict(DocumentPipeline pipeline, Page page) {
        ObjectNode line = JSON.createObjectNode();
        line.put("id", page.set() + "/" + page.label().get("id").asText());
        JsonNode url = page.label().get("url");
        try (InputStream in = new GZIPInputStream(Files.newInputStream(page.file()))) {
            Capture capture = new Capture(
                    Origin.ofFile(page.file().toString(), Files.size(page.file())),
                    url == null || url.isNull() ? null : url.asText(),
                    CAPTURED,
                    "text/html",
                    null,
                    200,
                    null,
                    in.readAllBytes());
            Outcome outcome = pipeline.process(capture);
            if (outcome instanceof Outcome.Accepted accepted) {
                describe(line, accepted.document());
            } else if (outcome instanceof Outcome.Rejected rejected) {
                line.put(
                        "reject",
                        rejected.reject().reason().label() + ": "
                                + rejected.reject().message());
            }
            return JSON.writeValueAsString(line);
        } catch (IOException fault) {
            throw new java.io.UncheckedIOException(page.file().toString(), fault);
        }
    }

    private static void describe(ObjectNode line, Document document) {
        line.put("title", document.content().headline().title());
        line.put("text", document.content().text());
        line.put("lang", document.content().language());
        line.put("date", String.valueOf(document.publication().date()));
        if (document.publication().date() == null) {
            line.putNull("date");
        }
        if (document.publication().publishedAt() != null) {
            line.put("at", document.publication().publishedAt().toString());
        }
        ArrayNode authors = line.putArray("authors");
        List<Contributor> all = document.credits().contributors();
        Role role = document.credits().first(Role.AUTHOR) == null ? Role.EDITOR : Role.AUTHOR;
        all.stream().filter(one -> one.role() == role).forEach(one -> authors.add(one.name()));
    }
}
