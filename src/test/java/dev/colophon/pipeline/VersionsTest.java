package dev.colophon.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.colophon.byline.BylineInterpreter;
import dev.colophon.date.DateInterpreter;
import dev.colophon.extract.ExtractLimits;
import dev.colophon.model.Capture;
import dev.colophon.model.Content;
import dev.colophon.model.Contributor;
import dev.colophon.model.Document;
import dev.colophon.model.Evidence;
import dev.colophon.model.Origin;
import dev.colophon.model.Outcome;
import dev.colophon.model.Publication;
import dev.colophon.text.Hashes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the golden pages and the sample are read as changes only where a version is counted up: {@code golden/versions.tsv}
 * holds a hash of it for the versions that made it. {@code -Dgolden.update=true} adds the hashes of versions that have none
 * yet; {@code -Dversions.same=true} with it also rewrites those of the present versions, for changes that no archive has
 * seen.
 */
class VersionsTest {
    private static final Path RECORD = Path.of("src/test/resources/golden/versions.tsv");

    @TempDir
    Path temporary;

    /** What one set of rules made of all pages. */
    private record Output(String versions, StringBuilder text) {
        Output(String versions) {
            this(versions, new StringBuilder());
        }

        void add(@Nullable Object value) {
            text.append(value instanceof Double number ? String.format(Locale.ROOT, "%.6f", number) : value)
                    .append('\n');
        }

        String sha256() {
            return Hashes.sha256Hex(text.toString().getBytes(StandardCharsets.UTF_8));
        }
    }

    private final Output content = new Output("extractor " + PipelineSettings.EXTRACTOR_VERSION);
    private final Output dates = new Output(content.versions + ", date-rules " + DateInterpreter.VERSION);
    private final Output names = new Output(content.versions + ", name-rules " + BylineInterpreter.VERSION);
    private final Output rest = new Output(content.versions + ", pipeline " + PipelineSettings.PIPELINE_VERSION);

    @Test
    void outputChangesOnlyWhereAVersionIsCountedUp() throws IOException {
        readAll();
        Map<String, String> found = new TreeMap<>();
        Map.of("content", content, "dates", dates, "names", names, "rest", rest)
                .forEach((name, output) -> found.put(name + "\t" + output.versions, output.sha256()));
        Map<String, String> recorded = recorded();
        if (Boolean.getBoolean("golden.update")) {
            if (Boolean.getBoolean("versions.same")) {
                recorded.keySet().removeAll(found.keySet());
            }
            found.forEach(recorded::putIfAbsent);
            Files.write(
                    RECORD,
                    recorded.entrySet().stream()
                            .map(line -> line.getKey() + "\t" + line.getValue())
                            .toList());
        }
        assertThat(recorded)
                .as("what the rules make of the golden pages; where they are meant to make something else, count up the"
                        + " version named on the left and run this test with -Dgolden.update=true, or also with"
                        + " -Dversions.same=true where no archive was made with the present version")
                .containsAllEntriesOf(found);
    }

    private static Map<String, String> recorded() throws IOException {
        Map<String, String> lines = new TreeMap<>();
        if (Files.exists(RECORD)) {
            for (String line : Files.readAllLines(RECORD)) {
                int tab = line.lastIndexOf('\t');
                lines.put(line.substring(0, tab), line.substring(tab + 1));
            }
        }
        return lines;
    }

    private void readAll() throws IOException {
        ExtractLimits limits = new ExtractLimits(Duration.ofSeconds(30), 256L << 20, 1, 1_000_000, 200, temporary);
        PipelineSettings settings = new PipelineSettings(limits, TextSelection.BODY, Publishers.NONE, null);
        try (DocumentPipeline pipeline = new DocumentPipeline(settings)) {
            for (Map.Entry<String, Path> page : pages().entrySet()) {
                byte[] bytes = Files.readAllBytes(page.getValue());
                Outcome outcome = pipeline.process(Capture.of(Origin.ofFile(page.getKey(), bytes.length), bytes));
                rest.add(page.getKey());
                if (outcome instanceof Outcome.Accepted accepted) {
                    describe(accepted.document());
                } else {
                    rest.add("rejected");
                }
            }
        }
    }

    /** Pages by name, sorted; formats of forked parsers are left out. */
    private static Map<String, Path> pages() throws IOException {
        Map<String, Path> pages = new TreeMap<>();
        for (Path root : List.of(Path.of("src/test/resources/golden"), Path.of("data/sample"))) {
            try (Stream<Path> files = Files.walk(root)) {
                List<Path> found = new ArrayList<>(files.toList());
                found.sort(Comparator.naturalOrder());
                found.stream()
                        .filter(file -> file.toString().endsWith(".html")
                                || file.toString().endsWith(".txt"))
                        .forEach(file -> pages.put(file.toString().replace('\\', '/'), file));
            }
        }
        return pages;
    }

    private void describe(Document document) {
        describe(document.content());
        describe(document.publication());
        names.add(document.credits().bylineRaw());
        for (Contributor each : document.credits().contributors()) {
            List.of(each.id(), each.name(), each.nameRaw(), each.role(), each.kind(), each.source(), each.confidence())
                    .forEach(names::add);
        }
        for (Evidence each : document.evidence()) {
            Output output = each.field().startsWith("contributor") ? names : dates;
            output.add(each.field() + " " + each.rank() + " " + each.raw() + " " + each.value() + " " + each.locator());
            output.add(each.rule());
            output.add(each.confidence());
        }
        rest.add(document.identity());
        rest.add(document.fingerprint().textSha256());
        rest.add(document.content().language());
        rest.add(document.content().script());
        rest.add(document.content().languageConfidence());
    }

    private void describe(Content read) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("headline", read.headline());
        fields.put("text", read.text());
        fields.put("section", read.section());
        fields.put("tags", read.tags());
        fields.put("image", read.imageUrl());
        fields.put("type", read.mediaType());
        fields.put("charset", read.charset());
        fields.values().forEach(content::add);
    }

    private void describe(Publication read) {
        dates.add(read.publishedAt());
        dates.add(read.modifiedAt());
        dates.add(read.date());
        dates.add(read.local());
        dates.add(read.zone());
        dates.add(read.zoneSource());
        dates.add(read.precision());
        dates.add(read.raw());
        dates.add(read.source());
        dates.add(read.confidence());
    }
}
