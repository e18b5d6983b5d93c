package dev.colophon.quality;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.Normalizer2;
import dev.colophon.model.Capture;
import dev.colophon.model.Content;
import dev.colophon.model.Document;
import dev.colophon.model.Outcome;
import dev.colophon.model.Publication;
import dev.colophon.pipeline.DocumentPipeline;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The same page in another of Unicode's equivalent forms is the same row, in NFC. */
@NullMarked
class UnicodeFormsTest {
    private static final Path PAGES = Path.of("src/test/resources/quality/pages");
    private static final Normalizer2 NFC = Normalizer2.getNFCInstance();
    private static final Normalizer2 NFD = Normalizer2.getNFDInstance();

    /** Letters that keyboards type as one character and NFC writes as two, by how NFC writes them: {@code ড়}, {@code क़}. */
    private static final Map<String, String> TYPED = new TreeMap<>();

    @TempDir
    Path temporary;

    private enum Form {
        COMPOSED {
            @Override
            String of(String text) {
                return NFC.normalize(text);
            }
        },
        DECOMPOSED {
            @Override
            String of(String text) {
                return NFD.normalize(text);
            }
        },
        TYPED {
            @Override
            String of(String text) {
                String typed = NFC.normalize(text);
                for (Map.Entry<String, String> letter : UnicodeFormsTest.TYPED.entrySet()) {
                    typed = typed.replace(letter.getKey(), letter.getValue());
                }
                return typed;
            }
        };

        abstract String of(String text);
    }

    @BeforeAll
    static void findLetters() {
        for (char letter = '\u0900'; letter < '\u0c00'; letter++) {
            String composed = NFC.normalize(String.valueOf(letter));
            if (composed.length() == 2) {
                TYPED.put(composed, String.valueOf(letter));
            }
        }
    }

    @Test
    void lettersOfKeyboardsAreOnThePages() throws Exception {
        assertThat(TYPED).hasSizeGreaterThan(10);
        assertThat(GatePage.of(PAGES))
                .filteredOn(page -> !text(page.capture(), Form.TYPED).equals(text(page.capture(), Form.COMPOSED)))
                .isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    void everyFormGivesTheSameRow(Form form) throws Exception {
        try (DocumentPipeline pipeline = new DocumentPipeline(Pipelines.settings(temporary))) {
            for (GatePage page : GatePage.of(PAGES)) {
                Map<String, String> composed = row(read(pipeline, page.capture(), Form.COMPOSED));
                Map<String, String> other = row(read(pipeline, page.capture(), form));
                composed.forEach((column, value) -> assertThat(other.get(column))
                        .as(page.name() + " " + column)
                        .isEqualTo(value)
                        .matches(NFC::isNormalized, "is in NFC"));
            }
        }
    }

    private static Document read(DocumentPipeline pipeline, Capture page, Form form) {
        Capture written = new Capture(
                page.origin(),
                page.url(),
                page.capturedAt(),
                page.declaredType(),
                null,
                page.httpStatus(),
                null,
                text(page, form).getBytes(StandardCharsets.UTF_8));
        return ((Outcome.Accepted) pipeline.process(written)).document();
    }

    private static String text(Capture page, Form form) {
        return form.of(new String(page.body(), StandardCharsets.UTF_8));
    }

    private static Map<String, String> row(Document document) {
        Content content = document.content();
        Publication publication = document.publication();
        Map<String, String> row = new TreeMap<>();
        row.put("headline", content.headline().toString());
        row.put("text", content.text());
        row.put("language", content.language() + " " + content.script() + " " + content.languageConfidence());
        row.put("section", content.section() + " " + content.tags());
        row.put("publisher", String.valueOf(document.identity().publisher()));
        row.put("published", publication.publishedAt() + " " + publication.local() + " " + publication.confidence());
        row.put("modified", String.valueOf(publication.modifiedAt()));
        row.put("hash", document.fingerprint().textSha256());
        row.put(
                "contributors",
                document.credits().contributors().stream()
                        .map(one -> one.role() + " " + one.name() + " " + one.id() + " " + one.confidence())
                        .toList()
                        .toString());
        return row;
    }
}
