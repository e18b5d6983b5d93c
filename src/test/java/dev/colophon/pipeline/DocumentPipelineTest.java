package dev.colophon.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.colophon.extract.ExtractLimits;
import dev.colophon.model.Capture;
import dev.colophon.model.Origin;
import dev.colophon.model.Outcome;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentPipelineTest {
    private static final String PARAGRAPH = "<p>The ferry left the old pier a little after six in the morning, with"
            + " forty passengers, two bicycles and a crate of hens on board, and nobody on the quay to wave.</p>";
    private static final String PAGE = "<!doctype html><html lang=en><head><title>The ferry leaves</title></head><body>"
            + "<article><h1>The ferry leaves</h1>" + PARAGRAPH.replace("six", "five")
            + "<figure><img src=a.jpg><figcaption>The pier at dawn, before the crowd.</figcaption></figure>"
            + PARAGRAPH + PARAGRAPH.replace("six", "seven")
            + "<section class=comments id=comments><h2>Comments</h2><div class=comment><p>My uncle was"
            + " the one with the hens, and he says there were six of them.</p></div></section></article></body></html>";

    @TempDir
    Path temporary;

    private String text(TextSelection selection, String name, String body) {
        ExtractLimits limits = new ExtractLimits(Duration.ofSeconds(30), 256L << 20, 1, 1_000_000, 200, temporary);
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        try (DocumentPipeline pipeline =
                new DocumentPipeline(new PipelineSettings(limits, selection, Publishers.NONE, null))) {
            Capture capture = new Capture(Origin.ofFile(name, bytes.length), null, null, null, null, null, null, bytes);
            return ((Outcome.Accepted) pipeline.process(capture))
                    .document()
                    .content()
                    .text();
        }
    }

    @Test
    void captionsAndCommentsComeIntoTheTextWhereTheSettingsSaySo() {
        String body = text(TextSelection.BODY, "ferry.html", PAGE);
        assertThat(body).contains("after five", "after seven").doesNotContain("pier at dawn", "My uncle");
        assertThat(text(new TextSelection(true, true), "ferry.html", PAGE))
                .containsSubsequence("after five", "The pier at dawn", "after six", "after seven", "My uncle");
    }

    @Test
    void plainTextIsTheSameUnderEverySelection() {
        String dump = "The ferry leaves\n\nThe ferry left the old pier a little after six.\n\nNobody waved.\n";
        assertThat(text(new TextSelection(true, true), "ferry.txt", dump))
                .isEqualTo(text(TextSelection.BODY, "ferry.txt", dump));
    }
}
