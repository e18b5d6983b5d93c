package dev.colophon.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.colophon.model.RejectReason;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The records that crawlers, scrapers and search engines export. */
class CrawlerRecordsTest {
    private static final String PAGE =
            "<!DOCTYPE html><html><head><title>Fähre</title></head><body><p>The ferry.</p></body></html>";
    private static final String ADDRESS = "\"https://kurier.example/a\"";

    private static String base64(String text, Charset charset) {
        return Base64.getEncoder().encodeToString(text.getBytes(charset));
    }

    private static String quoted(String text) {
        return '"' + text.replace("\"", "\\\"") + '"';
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"response_url\":%1$s,\"response_body\":%2$s,\"access_time\":\"2025-06-05T18:15:00Z\"}",
                "{\"request\":{\"url\":%1$s},\"response\":{\"status\":200,\"body\":%2$s},\"timestamp\":1749147300.0}",
                "{\"current_url\":%1$s,\"page_source\":%2$s,\"loadedAt\":\"2025-06-05T18:15:00Z\"}",
                "{\"title\":\"T\",\"html\":{\"requested_url\":%1$s,\"content\":%2$s,\"crawl_date\":\"2025-06-05T18:15:00\"}}",
            })
    void theNamesThatScrapersUseAreKnown(String form) throws IOException {
        Dump dump = Dump.of((form.formatted(ADDRESS, quoted(PAGE)) + '\n').repeat(2));
        assertThat(dump.shown()).containsExactly("a", "a");
        assertThat(dump.body(0)).isEqualTo(PAGE);
        assertThat(dump.capture(0).capturedAt()).isEqualTo("2025-06-05T18:15:00Z");
    }

    @ParameterizedTest
    @CsvSource({
        "body, ''",
        "content, ''",
        "html, ''",
        "httpResponseBody, ''",
        "body_base64, ''",
        "body, '\"encoding\":\"base64\",'",
    })
    void aPageInBase64IsThePage(String field, String more) throws IOException {
        String line = '{' + more + "\"url\":" + ADDRESS + ",\"" + field + "\":\""
                + base64(PAGE, Charset.forName("windows-1252")) + "\"}\n";
        Dump dump = Dump.of(line.repeat(2));
        assertThat(dump.shown()).containsExactly("a", "a");
        assertThat(new String(dump.capture(0).body(), Charset.forName("windows-1252")))
                .isEqualTo(PAGE);
        assertThat(dump.capture(0).declaredType()).doesNotContain("utf-8").startsWith("text/");
    }

    @Test
    void aTextThatOnlyLooksLikeBase64StaysAText() throws IOException {
        String word = "Donaudampfschifffahrtselektrizitaetenhauptbetriebswerkbauunterbeamtengesellschaft";
        Dump dump = Dump.of("{\"url\":" + ADDRESS + ",\"text\":\"" + word + "\"}\n");
        assertThat(dump.body(0)).isEqualTo(word);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"success\":true,\"data\":[%1$s,%1$s]}",
                "{\"took\":5,\"hits\":{\"total\":2,\"hits\":[{\"_id\":\"1\",\"_source\":%1$s},{\"_source\":%1$s}]}}",
                "{\"db\":[{\"meta\":{\"version\":\"5\"},\"data\":{\"posts\":[%1$s,%1$s],\"users\":[{\"name\":\"Ada\"}]}}]}",
                "{\n \"success\": true,\n \"data\": [\n%1$s,\n%1$s\n]}",
            })
    void theAnswerOfAServiceHoldsItsPagesInAList(String form) throws IOException {
        String page = "{\"url\":" + ADDRESS + ",\"html\":" + quoted(PAGE) + '}';
        Dump dump = Dump.of(form.formatted(page));
        assertThat(dump.shown()).containsExactly("a", "a");
        assertThat(dump.body(1)).isEqualTo(PAGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n "})
    void aPageWithItsCommentsIsThePage(String space) throws IOException {
        Dump dump = Dump.of("{" + space + "\"url\":" + ADDRESS + "," + space
                + "\"comments\":[{\"text\":\"Nice\",\"author\":\"R\",\"url\":\"https://kurier.example/c\"}]," + space
                + "\"html\":" + quoted(PAGE) + space + "}");
        assertThat(dump.shown()).containsExactly("a");
        assertThat(dump.body(0)).isEqualTo(PAGE);
    }

    private static String article(String name, String more) {
        return "{\"url\":\"https://kurier.example/" + name + "\",\"title\":\"T\",\"text\":\"Words of " + name + "\""
                + more + "}";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ",\"embeds\":[{\"type\":\"rich\",\"html\":\"<b>x</b>\"}]",
                ",\"comments\":[{\"author\":\"u\",\"html\":\"<b>x</b>\"},{\"author\":\"v\",\"html\":\"<b>x</b>\"}]",
                ",\"related\":[{\"url\":\"https://kurier.example/r\",\"html\":\"<b>x</b>\"}]",
            })
    void whatAnArticleListsDoesNotReplaceIt(String list) throws IOException {
        assertThat(Dump.of(article("a", list)).shown()).containsExactly("a");
        assertThat(Dump.of(article("a", list).replace(",", ",\n ")).shown()).containsExactly("a");
        String first = article("a", list + ",\"raw\":\"" + "z".repeat(300_000) + '"');
        assertThat(Dump.of(first + '\n' + article("b", list) + '\n' + article("c", list))
                        .shown())
                .containsExactly("a", "b", "c");
    }

    @Test
    void anArticleWhoseTextHasAnUnknownNameIsNotReplacedByItsLinks() throws IOException {
        String article = "{\"url\":" + ADDRESS + ",\"headline\":\"H\",\"wording\":[\"One.\"]," + "\"links\":[{\"url\":"
                + ADDRESS + ",\"text\":\"read also\"}]}";
        String array = "[" + article + "," + article + "]";
        assertThat(Dump.of(array).shown()).containsExactly(array);
        assertThat(Dump.of(article).shown()).containsExactly(article);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"politics\":[%1$s,%2$s],\"total\":2,\"sports\":[%3$s]}",
                "[{\"hits\":{\"hits\":[{\"_source\":%1$s},{\"_source\":%2$s}]}},{\"hits\":{\"hits\":[{\"_source\":%3$s}]}}]",
                "{\"data\":[%1$s,%2$s]}\n{\"data\":[%3$s]}\n",
                "{\n \"data\": [\n  %1$s,\n  %2$s\n ]\n}\n{\n \"data\": [\n  %3$s\n ]\n}\n",
                "{\"data\":[%1$s,%2$s],\"links\":[{\"url\":\"/\",\"text\":\"Home\"}]}\n%3$s\n",
            })
    void behindAListOfPagesTheNextIsRead(String form) throws IOException {
        Dump dump = Dump.of(form.formatted(article("a", ""), article("b", ""), article("c", "")));
        assertThat(dump.shown()).containsExactly("a", "b", "c");
        assertThat(dump.place(2)).contains(article("c", ""));
    }

    @Test
    void manyListsOfPagesAreReadOneBehindTheOther() throws IOException {
        StringBuilder sites = new StringBuilder();
        for (int i = 0; i < 60; i++) {
            sites.append(i == 0 ? "" : ",")
                    .append("{\"articles\":[")
                    .append(article("a" + i, ""))
                    .append("]}");
        }
        assertThat(Dump.of("{\"sites\":[" + sites + "]}").shown()).hasSize(60);
    }

    @Test
    void aFirstLineThatLacksItsTextIsNoAnswerWhereOthersArePages() throws IOException {
        String related = ",\"related\":[" + article("other", "") + "]";
        String first = "{\"url\":\"https://kurier.example/first\",\"title\":\"first\"" + related + "}";
        Dump dump = Dump.of(first + "\n" + article("a", related) + "\n" + article("b", related) + "\n");
        assertThat(dump.shown()).contains("a", "b").doesNotContain("other");
    }

    @Test
    void whatIsNotReadBesideAListOfPagesIsOneReject() throws IOException {
        String rest = ",\"total\":1,\"about\":{\"report\":\"" + "Many words. ".repeat(50) + "\"}}";
        Dump dump = Dump.of("{\"data\":[" + article("a", "") + "]" + rest);
        assertThat(dump.shown()).containsExactly("a", "!unsupported");
        assertThat(dump.reject(1).message())
                .isEqualTo((rest.length() + 1) + " bytes outside of the lists of pages were not read");
        assertThat(dump.place(1)).isEqualTo("]" + rest);
        assertThat(Dump.of("{\"about\":\"" + "Many words. ".repeat(50) + "\",\"data\":[" + article("a", "") + "]}")
                        .shown())
                .containsExactly("a", "!unsupported");
    }

    private static String entry(int status, String type, String content) {
        return "{\"startedDateTime\":\"2025-06-05T18:15:00.000Z\",\"request\":{\"method\":\"GET\",\"url\":" + ADDRESS
                + ",\"headers\":[{\"name\":\"accept\",\"value\":\"*\"}]},\"response\":{\"status\":" + status
                + ",\"content\":{\"size\":9,\"mimeType\":\"" + type + '"' + content + "}}}";
    }

    @Test
    void theTrafficOfABrowserHoldsThePagesAndMuchThatIsNone() throws IOException {
        Dump dump = Dump.of("{\"log\":{\"version\":\"1.2\",\"pages\":[{\"id\":\"p1\",\"title\":\"T\"}],\"entries\":["
                + String.join(
                        ",",
                        entry(301, "text/html", ""),
                        entry(200, "image/png", ""),
                        entry(200, "text/html; charset=utf-8", ",\"text\":" + quoted(PAGE)),
                        entry(200, "text/css", ",\"text\":\"p{margin:0}\""),
                        entry(200, "application/json", ",\"text\":\"{}\""),
                        entry(
                                200,
                                "text/html; charset=windows-1252",
                                ",\"encoding\":\"base64\",\"text\":\""
                                        + base64("<p>Fähre", Charset.forName("windows-1252")) + '"'))
                + "]}}");
        assertThat(dump.shown()).containsExactly("!http-status", "!unsupported", "a", "a", "!unsupported", "a");
        assertThat(dump.capture(2).capturedAt()).isEqualTo("2025-06-05T18:15:00Z");
        assertThat(dump.capture(2).httpStatus()).isEqualTo(200);
        assertThat(dump.body(2)).isEqualTo(PAGE);
        assertThat(dump.capture(3).declaredType()).startsWith("text/css");
        assertThat(dump.capture(5).declaredType()).isEqualTo("text/html; charset=windows-1252");
        assertThat(dump.capture(5).body()).isEqualTo("<p>Fähre".getBytes(Charset.forName("windows-1252")));
        assertThat(dump.reject(1).message())
                .isEqualTo("expected a page, found image/png, whose content was not recorded");
    }

    @Test
    void paragraphsInAListAreTheText() throws IOException {
        Dump dump = Dump.of("[{\"title\":\"T\",\"authors\":[\"Ada\"],\"publishing_date\":\"2025-06-01\",\"body\":"
                + "{\"summary\":[],\"sections\":[{\"headline\":[],\"paragraphs\":[\"One.\",\"Two.\"]}]}}]");
        assertThat(dump.body(0)).isEqualTo("One.\n\nTwo.");
        assertThat(dump.dates(0)).containsExactly("published 2025-06-01 json:publishing_date");
    }

    @Test
    void aReaderSavedThePageWhenItsEntryWasCreated() throws IOException {
        Dump dump = Dump.of("[{\"is_archived\":0,\"is_starred\":0,\"title\":\"T\",\"url\":" + ADDRESS
                + ",\"given_url\":" + ADDRESS
                + ",\"content\":\"<p>x</p>\",\"created_at\":\"2025-06-05T20:15:00+02:00\","
                + "\"updated_at\":\"2025-06-06T20:15:00+02:00\",\"published_at\":\"2025-06-01T10:00:00+02:00\","
                + "\"published_by\":[\"Ada Berg\"]}]");
        assertThat(dump.capture(0).capturedAt()).isEqualTo("2025-06-05T18:15:00Z");
        assertThat(dump.dates(0)).containsExactly("published 2025-06-01T10:00:00+02:00 json:published_at");
        assertThat(dump.names(0)).containsExactly("author Ada Berg json:published_by");
    }

    @Test
    void itemsInXmlAreRecords() throws IOException {
        Dump dump = Dump.of("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<items>\n"
                + "<item><url>https://kurier.example/a?x=1&amp;y=2</url><authors><value>Ada</value><value>Jo</value></authors>"
                + "<html>&lt;p&gt;x</html><scraped_at>2025-06-05T18:15:00</scraped_at></item>\n"
                + "<item><url>https://kurier.example/b</url><html>&lt;p&gt;y</html></item>\n"
                + "<item><url>https://kurier.example/c</url>\n</items>");
        assertThat(dump.shown()).containsExactly("a?x=1&y=2", "b", "!truncated");
        assertThat(dump.body(0)).isEqualTo("<p>x");
        assertThat(dump.names(0)).containsExactly("author Ada xml:authors", "author Jo xml:authors");
        assertThat(dump.capture(0).capturedAt()).isEqualTo("2025-06-05T18:15:00Z");
        assertThat(dump.place(1))
                .startsWith("<item><url>https://kurier.example/b")
                .endsWith("</item>");
    }

    @Test
    void thePostsThatWordPressAnswersWithArePages() throws IOException {
        Dump dump = Dump.of(
                "[{\"id\":1,\"link\":" + ADDRESS
                        + ",\"title\":{\"rendered\":\"T\"},\"content\":{\"rendered\":\"<p>x</p>\","
                        + "\"protected\":false},\"_embedded\":{\"author\":[{\"name\":\"A\",\"url\":\"https://kurier.example/by\"}]}}]");
        assertThat(dump.shown()).containsExactly("a");
        assertThat(dump.body(0)).isEqualTo("<p>x</p>");
        assertThat(dump.declared(0).headline().title()).isEqualTo("T");
    }

    @Test
    void ofAGraphOfThingsTheArticlesAre() throws IOException {
        Dump dump = Dump.of(
                "{\"@context\":\"https://schema.org\",\"@graph\":[{\"@type\":\"WebSite\",\"url\":\"https://kurier.example/\"},"
                        + "{\"@type\":\"NewsArticle\",\"headline\":\"G\",\"url\":" + ADDRESS
                        + ",\"articleBody\":\"Words.\"},"
                        + "{\"@type\":\"NewsArticle\",\"headline\":\"G\",\"url\":" + ADDRESS
                        + ",\"articleBody\":\"\"}]}");
        assertThat(dump.shown()).containsExactly("!unsupported", "a", "!empty");
    }

    private static String record(String name, String more) {
        return "<item type=\"dict\"><url>https://kurier.example/" + name + "</url><text>Words.</text>" + more
                + "</item>";
    }

    @Test
    void aRecordMayHoldElementsOfItsOwnName() throws IOException {
        String list = "<tags type=\"list\"><item>a</item><item/><item type=\"str\">b</item></tags>";
        String records = "<?xml version=\"1.0\"?><root>" + record("a", list) + record("b", list);
        Dump dump = Dump.of(records + "</root>");
        assertThat(dump.shown()).containsExactly("a", "b");
        assertThat(dump.place(0)).isEqualTo(record("a", list));
        assertThat(Dump.of(records + "<item><url>https://kurier.example/c</url>" + record("d", "") + "</root>")
                        .shown())
                .containsExactly("a", "b", "!malformed", "d");
    }

    @Test
    void textsBetweenRecordsAreOneReject() throws IOException {
        String between = "<report><title>R</title></report><!-- x -->";
        Dump dump = Dump.of("<?xml version=\"1.0\"?><news>" + record("a", "") + record("b", "") + between
                + record("c", "") + "<count>3</count><note>The end.</note></news>");
        assertThat(dump.shown()).containsExactly("a", "b", "c", "!unsupported");
        assertThat(dump.reject(3).message()).endsWith(" bytes between the records were not read");
        assertThat(dump.place(3)).startsWith(between).endsWith("</news>");
        assertThat(Dump.of("<?xml version=\"1.0\"?><news>" + record("a", "") + "<count>3</count></news>")
                        .items())
                .hasSize(1);
    }

    @Test
    void documentsForSolrNameTheirFields() throws IOException {
        Dump dump = Dump.of("<?xml version=\"1.0\"?><add><doc><field name=\"url\">https://kurier.example/a</field>"
                + "<field name=\"content\">Text.</field></doc></add>");
        assertThat(dump.shown()).containsExactly("a");
        assertThat(dump.body(0)).isEqualTo("Text.");
    }

    @Test
    void clippedPagesAreNotesOfEvernote() throws IOException {
        Dump dump = Dump.of(
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                        + "<!DOCTYPE en-export SYSTEM \"http://xml.evernote.com/pub/evernote-export3.dtd\">\n"
                        + "<en-export export-date=\"20250610T101500Z\"><note><title>T</title><created>20250605T181500Z</created>"
                        + "<updated>20250606T181500Z</updated><note-attributes><author>Ada</author>"
                        + "<source-url>https://kurier.example/a</source-url></note-attributes>"
                        + "<content><![CDATA[<?xml version=\"1.0\"?><en-note><div>x</div></en-note>]]></content></note></en-export>");
        assertThat(dump.shown()).containsExactly("a");
        assertThat(dump.capture(0).capturedAt()).isEqualTo("2025-06-05T18:15:00Z");
        assertThat(dump.dates(0)).isEmpty();
        assertThat(dump.names(0)).containsExactly("author Ada xml:note-attributes.author");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<?xml version=\"1.0\"?><article><title>T</title><text>x</text><url>https://a.example/</url></article>",
                "<?xml version=\"1.0\"?><a><header><title>T</title><text>x</text></header><body><p>y</p></body></a>",
                "<?xml version=\"1.0\"?><a><b><title>T</title><text>x</text></b><c><title>U</title><text>y</text></c></a>",
                "<?xml version=\"1.0\"?><a><b><title>T</title><text>x</text></b></a>",
                "<?xml version=\"1.0\"?><html><head><title>T</title></head><body><text>x</text></body></html>",
                "<?xml version=\"1.0\"?><a><b/></a>",
                "<?xml version=\"1.0\"?><a>",
                "<?xml",
            })
    void otherXmlIsOneDocument(String xml) throws IOException {
        Dump dump = Dump.of(xml);
        assertThat(dump.items()).hasSize(1);
        assertThat(dump.capture(0).body()).isEqualTo(xml.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aRecordWithoutContentOfAFailedFetchIsLeftOut() throws IOException {
        Dump dump = Dump.of("{\"url\":" + ADDRESS + ",\"html\":" + quoted(PAGE) + "}\n{\"url\":" + ADDRESS
                + ",\"html\":null,\"status\":404}\n");
        assertThat(dump.reject(1).reason()).isEqualTo(RejectReason.HTTP_STATUS);
    }
}
