package dev.colophon.source;

import static dev.colophon.source.Archives.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.colophon.model.RejectReason;
import dev.colophon.source.format.Slice;
import dev.colophon.source.format.SourceLimits;
import dev.colophon.source.format.SourceSettings;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class WikiDumpTest {
    private static final String HEAD = """
            <mediawiki xmlns="http://www.mediawiki.org/xml/export-0.11/" version="0.11" xml:lang="de">
              <siteinfo>
                <sitename>Wiki</sitename>
                <base>https://de.wiki.example/wiki/Hauptseite</base>
                <namespaces><namespace key="0" case="first-letter" /></namespaces>
              </siteinfo>
            """;
    private static final String END = "</mediawiki>\n";

    private static String revision(String id, String time, String user, String text) {
        return "<revision><id>" + id + "</id><timestamp>" + time + "</timestamp><contributor><username>" + user
                + "</username><id>7</id></contributor><model>wikitext</model><text xml:space=\"preserve\">" + text
                + "</text></revision>";
    }

    private static String page(String title, String inside, String... revisions) {
        return "<page><title>" + title + "</title><ns>0</ns><id>1</id>" + inside + String.join("\n", revisions)
                + "</page>";
    }

    private static String page(String title) {
        return page(
                title,
                "",
                revision("12", "2025-06-05T23:45:00Z", "Ada", "'''" + title + "''' &amp; &lt;b&gt;more&lt;/b&gt;"));
    }

    @Test
    void everyPageIsADocumentWithItsLatestRevision() throws IOException {
        String history = page(
                "\u00c4lter & B".replace("&", "&amp;"),
                "",
                revision("1", "2001-01-01T00:00:00Z", "Bo", "old"),
                revision("2", "2025-06-05T23:45:00Z", "Ada", "new"));
        Dump dump = Dump.of(HEAD + "  " + page("A") + "\n" + history + "\n" + END);
        assertThat(dump.shown()).containsExactly("A", "%C3%84lter_%26_B");
        assertThat(dump.body(0)).isEqualTo("'''A''' & <b>more</b>");
        assertThat(dump.capture(0).declaredType()).isEqualTo("text/x-wiki; charset=utf-8");
        assertThat(dump.capture(0).url()).isEqualTo("https://de.wiki.example/wiki/A");
        assertThat(dump.capture(0).origin().recordId()).isEqualTo("revision/12");
        assertThat(dump.place(0)).isEqualTo(page("A"));
        assertThat(dump.declared(0).headline().title()).isEqualTo("A");
        assertThat(dump.declared(0).language()).isEqualTo("de");
        assertThat(dump.declared(0).siteName()).isEqualTo("Wiki");
        assertThat(dump.dates(0)).containsExactly("modified 2025-06-05T23:45:00Z mediawiki:timestamp");
        assertThat(dump.names(0)).containsExactly("author Ada mediawiki:contributor");
        assertThat(dump.body(1)).isEqualTo("new");
        assertThat(dump.dates(1))
                .containsExactly(
                        "created 2001-01-01T00:00:00Z mediawiki:first-timestamp",
                        "modified 2025-06-05T23:45:00Z mediawiki:timestamp");
    }

    @Test
    void redirectsTemplatesAndProgramsAreLeftOutByTheirKind() throws IOException {
        String script = page("S").replace("<model>wikitext", "<model>Scribunto");
        String template = page("T").replace("<ns>0", "<ns>10");
        String deleted = page("D").replaceAll("<text.*</text>", "<text deleted=\"deleted\" />");
        Dump dump = Dump.of(HEAD
                + page("R", "<redirect title=\"A\" />", revision("1", "x", "y", "z"))
                + script
                + template
                + deleted
                + page("A")
                + END);
        assertThat(dump.shown()).containsExactly("!unsupported", "!unsupported", "!unsupported", "!empty", "A");
        assertThat(dump.reject(0).message()).contains("redirect to the page A");
    }

    @Test
    void aDamagedPageCostsItselfOnly() throws IOException {
        String broken = page("B").replace("</title>", "</titel>");
        String open = page("C").replace("</revision></page>", "");
        Dump dump = Dump.of(HEAD + page("A") + broken + open + "\n" + page("D") + END);
        assertThat(dump.shown()).containsExactly("A", "!malformed", "!malformed", "D");
        assertThat(dump.place(1)).isEqualTo(broken);
        assertThat(dump.place(2)).isEqualTo(open + "\n");
    }

    @Test
    void bytesThatAreNoUtf8CostACharacter() throws IOException {
        byte[] dump = bytes(HEAD + page("A") + END);
        dump[new String(dump, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf("more")] = (byte) 0xe4;
        assertThat(Dump.of(dump).body(0)).isEqualTo("'''A''' & <b>\ufffdore</b>");
    }

    @Test
    void aRevisionBeyondTheLimitIsPassedOver() throws IOException {
        SourceSettings small = SourceSettings.of(new SourceLimits(1000, 200));
        String longer = page("B", "", revision("1", "x", "y", "z".repeat(3000)));
        assertThat(Dump.of(bytes(HEAD + page("A") + longer + page("C") + END), small, Slice.WHOLE)
                        .shown())
                .containsExactly("A", "!limit-size", "C");
    }

    @Test
    void entitiesOfADocumentTypeAreNotExpanded() throws IOException {
        String type = "<!DOCTYPE x [<!ENTITY a \"boom\"><!ENTITY b SYSTEM \"file:///etc/hostname\">]>";
        Dump dump = Dump.of(type + HEAD + page("A").replace("&amp;", "&a;&b;") + page("B") + END);
        assertThat(dump.shown()).containsExactly("!malformed", "B");
        assertThat(dump.reject(0).message()).doesNotContain("boom");
    }

    @Test
    void aDumpCutAtAnyByteKeepsThePagesBeforeTheCut() throws IOException {
        String whole = HEAD + page("A") + page("B") + END;
        byte[] bytes = bytes(whole);
        int first = (HEAD + page("A")).length();
        for (int length = HEAD.length(); length < bytes.length; length++) {
            Dump dump = Dump.of(Arrays.copyOf(bytes, length));
            if (length >= first) {
                assertThat(dump.shown().get(0)).as("cut at %d", length).isEqualTo("A");
            } else if (length > HEAD.length() + 6) {
                assertThat(dump.reject(0).reason()).as("cut at %d", length).isEqualTo(RejectReason.TRUNCATED);
            }
        }
    }
}
