package dev.colophon.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.colophon.model.Reject;
import dev.colophon.model.SourceItem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SampleTest {
    @Test
    void everyItemOfTheSampleIsExpectedAndNoneIsMissing() throws IOException {
        Map<String, String> expected = new TreeMap<>();
        for (String line : Files.readAllLines(Path.of("src/test/resources/sample/expected.tsv"))) {
            String[] cells = line.split("\t", -1);
            expected.put(cells[0], cells[6]);
        }
        expected.remove("source");
        Map<String, String> found = new TreeMap<>();
        for (SourceItem item : ReadFolder.read(Path.of("data/sample")).items()) {
            String id = item.origin().recordId();
            String place = id == null ? item.origin().toString() : item.origin().sourceUri() + "#" + id;
            found.put(place, item instanceof Reject reject ? reject.reason().label() : "");
        }
        // What only a parser can see is no reject yet.
        expected.replaceAll((place, reason) -> reason.equals("not-text") || reason.equals("encrypted") ? "" : reason);
        assertThat(found).isEqualTo(expected);
    }
}
