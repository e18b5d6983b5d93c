package dev.colophon.extract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.colophon.model.Block;
import dev.colophon.model.BlockKind;
import dev.colophon.model.Extraction;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every folder of {@code src/test/resources/golden} that holds an {@code input.html} gives its {@code expected.json}.
 * {@code -Dgolden.update=true} writes what comes out now as what is expected; read the difference before you commit it.
 */
class GoldenPagesTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden");
    private static final ObjectMapper JSON = new ObjectMapper();

    static Stream<Path> cases() throws IOException {
        return Files.list(GOLDEN)
                .filter(folder -> Files.exists(folder.resolve("input.html")))
                .sorted();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void givesWhatIsExpected(Path folder) throws Exception {
        String found = describe(Pages.read(Files.readAllBytes(folder.resolve("input.html"))));
        Path expected = folder.resolve("expected.json");
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(expected, found);
        }
        assertThat(found).isEqualTo(Files.readString(expected));
    }

    @Test
    void doesNotDependOnTheDefaultLocale() throws Exception {
        Locale before = Locale.getDefault();
        try {
            for (String tag : new String[] {"en", "tr-TR", "bn-BD", "ar-EG", "fa-IR", "th-TH-u-nu-thai"}) {
                Locale.setDefault(Locale.forLanguageTag(tag));
                byte[] page = Files.readAllBytes(GOLDEN.resolve("english-newspaper/input.html"));
                assertThat(describe(Pages.read(page)))
                        .as(tag)
                        .isEqualTo(Files.readString(GOLDEN.resolve("english-newspaper/expected.json")));
            }
        } finally {
            Locale.setDefault(before);
        }
    }

    private static String describe(Extraction page) throws IOException {
        ObjectNode out = JSON.createObjectNode();
        out.put("title", page.headline().title());
        out.put("kicker", page.headline().kicker());
        out.put("charset", page.charset());
        out.put("language", page.declaredLanguage());
        page.blocks().stream()
                .filter(block -> block.kind() == BlockKind.BODY)
                .map(Block::text)
                .forEach(out.withArray("body")::add);
        byte[] bytes = JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(out);
        return new String(bytes, StandardCharsets.UTF_8).replace("\r\n", "\n") + "\n";
    }
}
