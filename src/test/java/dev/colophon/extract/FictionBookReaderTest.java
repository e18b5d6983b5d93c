package dev.colophon.extract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import dev.colophon.model.Block;
import dev.colophon.model.BlockKind;
import dev.colophon.model.Capture;
import dev.colophon.model.DateClaim;
import dev.colophon.model.Extraction;
import dev.colophon.model.NameClaim;
import dev.colophon.model.Origin;
import dev.colophon.model.RejectReason;
import dev.colophon.model.Role;
import dev.colophon.pipeline.MetadataLines;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FictionBookReaderTest {
    private static final String BOOK = """
            <?xml version="1.0" encoding="windows-1251"?>
            <FictionBook xmlns="http://www.gribuser.ru/xml/fictionbook/2.0" xmlns:l="http://www.w3.org/1999/xlink">
            <description><title-info><genre>prose</genre>
            <author><first-name>Нина</first-name><middle-name>Петровна</middle-name><last-name>Озёрная</last-name></author>
            <author><nickname>Ветер</nickname></author>
            <book-title>Старая пристань</book-title><annotation><p>О пароме.</p><p>И о реке.</p></annotation>
            <keywords>река, паром</keywords><date value="1998-04-02">весна 1998</date><lang>ru</lang>
            <translator><first-name>Олег</first-name><last-name>Долин</last-name></translator></title-info>
            <document-info><author><nickname>scanner</nickname></author><date value="2009-07-11">лето</date></document-info>
            <publish-info><publisher>Лодка</publisher><year>2008</year></publish-info></description>
            <body><title><p>Нина Озёрная</p><p>Старая пристань</p></title>
            <section><title><p>Глава 1</p></title><p>Паром стоял у <emphasis>самого</emphasis> берега.</p>
            <poem><stanza><v>Река течёт,</v><v>а мы стоим.</v></stanza></poem>
            <table><tr><th>Час</th><td>десять</td></tr></table><image l:href="#a.png"/><p> </p></section></body>
            <body name="notes"><section><p>Примечание.</p></section></body>
            <binary id="a.png" content-type="image/png">iVBORw0KGgo=</binary></FictionBook>
            """;

    private static Extraction read(byte[] book) throws ExtractionException {
        return new FictionBookReader(new MetadataLines(), 10_000).extract(capture(book));
    }

    private static Capture capture(byte[] book) {
        return Capture.of(Origin.ofFile("book.fb2", book.length), book);
    }

    @Test
    void theDescriptionIsMetadataAndTheBodiesAreText() throws Exception {
        byte[] book = BOOK.getBytes(Charset.forName("windows-1251"));
        assertThat(MediaTypes.detect(capture(book))).isEqualTo(FictionBookReader.TYPE);

        Extraction read = read(book);

        assertThat(read.headline().title()).isEqualTo("Старая пристань");
        assertThat(read.headline().description()).isEqualTo("О пароме. И о реке.");
        assertThat(read.names())
                .extracting(NameClaim::role, NameClaim::raw)
                .contains(
                        tuple(Role.AUTHOR, "Нина Петровна Озёрная"),
                        tuple(Role.AUTHOR, "Ветер"),
                        tuple(Role.TRANSLATOR, "Олег Долин"))
                .doesNotContain(tuple(Role.AUTHOR, "scanner"));
        assertThat(read.dates())
                .extracting(DateClaim::meaning, DateClaim::raw)
                .contains(tuple(DateClaim.Meaning.PUBLISHED, "2008"), tuple(DateClaim.Meaning.CREATED, "1998-04-02"))
                .hasSize(2);
        assertThat(read.tags()).containsExactly("река", "паром");
        assertThat(read.declaredLanguage()).isEqualTo("ru");
        assertThat(read.siteName()).isEqualTo("Лодка");
        assertThat(read.charset()).isEqualTo("windows-1251");
        assertThat(read.blocks())
                .filteredOn(block -> block.kind() == BlockKind.BODY)
                .extracting(Block::text)
                .containsExactly(
                        "Нина Озёрная Старая пристань",
                        "Глава 1",
                        "Паром стоял у самого берега.",
                        "Река течёт,",
                        "а мы стоим.",
                        "Час | десять",
                        "Примечание.");
    }

    @Test
    void aBookThatBreaksOffIsReadAsFarAsItGoes() throws Exception {
        String start = BOOK.substring(0, BOOK.indexOf("берега")).replace("windows-1251", "utf-8");

        assertThat(read(start.getBytes(UTF_8)).blocks()).extracting(Block::text).contains("Паром стоял у самого");
    }

    @Test
    void aBookWithoutTextOrWithTooMuchOfItIsRefused() {
        assertThatThrownBy(() -> read("<FictionBook><body><p> </p></body></FictionBook>".getBytes(UTF_8)))
                .isInstanceOfSatisfying(
                        ExtractionException.class,
                        refused -> assertThat(refused.reason()).isEqualTo(RejectReason.EMPTY));
        String book = "<FictionBook><body>" + "<p>some words</p>".repeat(2_000) + "</body></FictionBook>";
        assertThatThrownBy(() -> read(book.getBytes(UTF_8)))
                .isInstanceOfSatisfying(
                        ExtractionException.class,
                        refused -> assertThat(refused.reason()).isEqualTo(RejectReason.LIMIT_SIZE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<section>",
                "<body>",
                "<title>",
                "<description><title-info><annotation>some words ",
                "<description><title-info><author><first-name>Ann</first-name>",
                "<tr><td>word"
            })
    void nestingCostsNoMoreThanItsBytes(String piece) {
        String book =
                "<FictionBook><body>" + piece.repeat(400_000 / piece.length()) + "<p>words</p></body></FictionBook>";
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> tryToRead(book));
        String flat = "<FictionBook>" + piece.repeat(400_000 / piece.length()) + "<p>words</p></FictionBook>";
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> tryToRead(flat));
    }

    private static void tryToRead(String book) {
        try {
            assertThat(read(book.getBytes(UTF_8)).names()).hasSizeLessThan(1_000);
        } catch (ExtractionException refused) {
            assertThat(refused.reason()).isIn(RejectReason.EMPTY, RejectReason.LIMIT_SIZE);
        }
    }

    @Test
    void noBookHasThousandsOfAuthors() throws Exception {
        String authors = IntStream.range(0, 5_000)
                .mapToObj(i -> "<author><nickname>a" + i + "</nickname></author>")
                .collect(Collectors.joining());
        String book = "<FictionBook><description><title-info>" + authors
                + "</title-info></description><body><p>words</p></body></FictionBook>";
        assertThat(read(book.getBytes(UTF_8)).names()).hasSizeLessThanOrEqualTo(200);
    }
}
