package dev.colophon.source;

import static dev.colophon.source.Archives.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.colophon.source.format.Slice;
import dev.colophon.source.format.SourceLimits;
import dev.colophon.source.format.SourceSettings;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvDumpTest {
    private static final String HEADER = "url,title,html\n";

    private static String row(String name) {
        return "https://kurier.example/" + name + ",\"A \"\"title\"\", quoted\",\"<p class=\"\"x\"\">\n" + name
                + "</p>\"";
    }

    @Test
    void everyRowIsAPageWithItsPlace() throws IOException {
        Dump dump = Dump.of("\ufeff" + HEADER + row("a") + "\r\n" + row("b") + "\n\n" + row("c"));
        assertThat(dump.shown()).containsExactly("a", "b", "c");
        assertThat(dump.body(1)).isEqualTo("<p class=\"x\">\nb</p>");
        assertThat(dump.declared(1).headline().title()).isEqualTo("A \"title\", quoted");
        assertThat(dump.place(1)).isEqualTo(row("b"));
        assertThat(dump.place(2)).isEqualTo(row("c"));
    }

    @Test
    void aBadRowCostsItselfOnly() throws IOException {
        Dump dump = Dump.of(HEADER + row("a") + "\nonly,two\n" + row("b") + "\n1,2,3,4\n" + row("c") + "\nx,\"open\n");
        assertThat(dump.shown()).containsExactly("a", "!malformed", "b", "!malformed", "c", "!malformed");
        assertThat(dump.place(1)).isEqualTo("only,two");
        assertThat(dump.place(5)).isEqualTo("x,\"open");
    }

    @Test
    void aQuoteThatNeverClosesCostsItsLine() throws IOException {
        Dump dump = Dump.of(
                "url,text\nhttps://kurier.example/a,x\nhttps://kurier.example/b,\"y\nhttps://kurier.example/c,z\n");
        assertThat(dump.shown()).containsExactly("a", "!malformed", "c");
    }

    @Test
    void tabsSemicolonsAndBackslashesAreRead() throws IOException {
        assertThat(Dump.of("url\ttext\nhttps://kurier.example/a\tone, two\n").body(0))
                .isEqualTo("one, two");
        assertThat(Dump.of("id;url;content\n7;https://kurier.example/a;x\n")
                        .capture(0)
                        .origin()
                        .recordId())
                .isEqualTo("7");
        Dump spark = Dump.of("url,html\nhttps://kurier.example/a,\"<p id=\\\"x\\\">\\n\\\\</p>\"\n");
        assertThat(spark.body(0)).isEqualTo("<p id=\"x\">\\n\\</p>");
    }

    @Test
    void listsOfPythonAreSeveralNames() throws IOException {
        Dump dump = Dump.of(
                ",url,text,authors,publish_date\n0,https://kurier.example/a,x,\"['Ada Lovelace', 'Bo Li']\",2025-06-05\n");
        assertThat(dump.names(0)).containsExactly("author Ada Lovelace csv:authors", "author Bo Li csv:authors");
        assertThat(dump.dates(0)).containsExactly("published 2025-06-05 csv:publish_date");
    }

    @Test
    void theJobFileNamesTheColumns() throws IOException {
        Dump dump = Dump.of("Adresse;Inhalt\nhttps://kurier.example/a;x\n", Map.of("url", "Adresse", "text", "Inhalt"));
        assertThat(dump.shown()).containsExactly("a");
    }

    @Test
    void fieldsThatAreNoUtf8AreThoseOfSpreadsheets() throws IOException {
        byte[] table = "url,text\nhttps://kurier.example/a,caf\u00e9 \u201cx\u201d\n"
                .getBytes(Charset.forName("windows-1252"));
        assertThat(Dump.of(table).body(0)).isEqualTo("caf\u00e9 \u201cx\u201d");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name,size\nRome,3\n",
                "text, as people write it, has commas\nand lines\n",
                "url,text\nonly one field\n",
                "url,text\n",
                "content,content\na,b\n",
                "title,summary\na,b\n"
            })
    void otherTablesStayOneDocument(String table) throws IOException {
        assertThat(Dump.of(table).shown()).containsExactly(table);
    }

    @Test
    void aRowBeyondTheLimitIsPassedOver() throws IOException {
        SourceSettings small = SourceSettings.of(new SourceLimits(1000, 200));
        String text = HEADER + row("a") + "\nx,y," + "z".repeat(3000) + "\n" + row("b") + "\n";
        assertThat(Dump.of(bytes(text), small, Slice.WHOLE).shown()).containsExactly("a", "!limit-size", "b");
    }

    @Test
    void aTableCutAtAnyByteKeepsTheRowsBeforeTheCut() throws IOException {
        String whole = HEADER + row("a") + "\n" + row("b") + "\n";
        int first = HEADER.length() + row("a").length();
        for (int length = 1; length < whole.length(); length++) {
            Dump dump = Dump.of(Arrays.copyOf(bytes(whole), length));
            assertThat(dump.items()).as("cut at %d", length).isNotEmpty();
            if (length >= first) {
                assertThat(dump.shown().get(0)).as("cut at %d", length).isEqualTo("a");
            }
        }
    }
}
