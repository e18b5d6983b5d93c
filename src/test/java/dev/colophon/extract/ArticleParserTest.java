package dev.colophon.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.tika.exception.TikaException;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MediaType;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.sax.BodyContentHandler;
import org.junit.jupiter.api.Test;

class ArticleParserTest {
    @Test
    void givesTitleAndParagraphsToTika() throws Exception {
        byte[] page = Files.readAllBytes(Path.of("src/test/resources/golden/russian-windows-1251/input.html"));
        BodyContentHandler body = new BodyContentHandler();
        Metadata metadata = new Metadata();
        new ArticleParser().parse(new ByteArrayInputStream(page), body, metadata, new ParseContext());
        assertThat(body.toString())
                .contains("Плотина должна защитить три посёлка")
                .doesNotContain("Главная");
        assertThat(metadata.get(TikaCoreProperties.TITLE)).isEqualTo("На реке начали строить плотину");
        assertThat(metadata.get(Metadata.CONTENT_ENCODING)).isEqualTo("windows-1251");
    }

    @Test
    void readsHtmlAndXhtml() {
        assertThat(new ArticleParser().getSupportedTypes(new ParseContext()))
                .containsExactlyInAnyOrder(MediaType.text("html"), MediaType.application("xhtml+xml"));
    }

    @Test
    void refusesEmptyInputAsTikaExpects() {
        assertThatThrownBy(() -> new ArticleParser()
                        .parse(
                                new ByteArrayInputStream(new byte[0]),
                                new BodyContentHandler(),
                                new Metadata(),
                                new ParseContext()))
                .isInstanceOf(TikaException.class);
    }
}
