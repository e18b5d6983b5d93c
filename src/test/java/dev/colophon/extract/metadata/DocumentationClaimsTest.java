package dev.colophon.extract.metadata;

import static dev.colophon.extract.metadata.TestPages.PARAGRAPH;
import static org.assertj.core.api.Assertions.assertThat;

import dev.colophon.model.ClaimSource;
import dev.colophon.model.DateClaim;
import dev.colophon.model.NameClaim;
import dev.colophon.pipeline.MetadataLines;
import java.util.List;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What manuals show that looks like a day or a writer: numbers of sections, code, licences, names of members. */
@NullMarked
class DocumentationClaimsTest {
    private static PageMetadata read(String body) {
        Document page = Jsoup.parse("<h1>Harbour cranes</h1>" + body, "https://manual.example/cranes.html");
        return new PageMetadataReader(new MetadataLines())
                .read(PageFlow.of(page), page.selectFirst(".main"), page.selectFirst("h1"));
    }

    private static List<String> dates(String body) {
        return read(body).dates().stream().map(DateClaim::raw).toList();
    }

    private static List<String> names(String body) {
        return read(body).names().stream().map(NameClaim::raw).toList();
    }

    private static String sections(String... headings) {
        StringBuilder page = new StringBuilder("<div class=main>");
        for (String heading : headings) {
            page.append("<h3>").append(heading).append("</h3>").append(PARAGRAPH);
        }
        return page.append("</div>").toString();
    }

    @Test
    void numbersOfSectionsAreNoDays() {
        assertThat(dates(sections("1.2.10. Hooks", "1.2.11. Chains", "1.2.12. Ropes")))
                .isEmpty();
        assertThat(dates(sections("7.8. Ropes", "7.8.15. Ropes of hemp"))).isEmpty();
        assertThat(dates(sections("7.8.15. 綱", "7.8.15.1. 概要"))).isEmpty();
        assertThat(dates(sections("6.8.10. Seile") + "<ul><li><a href=#x>6.8.9. Ketten</a></li></ul>"))
                .isEmpty();
    }

    @Test
    void aDayThatBeginsALineIsOneWhereNoSectionsAreNumbered() {
        assertThat(dates("<p>5.6.25.</p>" + sections("Hooks", "Chains"))).contains("5.6.25.");
    }

    @Test
    void aDayBehindTheNumberOfAVersionStays() {
        assertThat(dates(sections("1.8.6 (2020-01-21)", "1.8.5 (2019-01-03)")))
                .contains("(2020-01-21)")
                .noneMatch(raw -> raw.contains("1.8.6"));
    }

    @Test
    void daysInCodeAreExamples() {
        assertThat(dates("<div class=main>" + PARAGRAPH + "<pre>10 June 2025\n</pre><p><code>2025-06-05</code></p>"
                        + "<p><samp>5 June 2025</samp></p>" + PARAGRAPH + PARAGRAPH + "</div>"))
                .isEmpty();
    }

    @Test
    void aPageThatIsSetAsPlainTextShowsItsDay() {
        assertThat(dates("<div class=main><pre>10 June 2025<br>" + "The crane turns and turns again. ".repeat(30)
                        + "</pre></div>"))
                .contains("10 June 2025");
    }

    @Test
    void aLineThatOnlyBeginsWithCodeIsNoExample() {
        assertThat(dates("<p><code>crane</code>, 10 June 2025</p><div class=main>" + PARAGRAPH + "</div>"))
                .contains("crane, 10 June 2025");
    }

    @Test
    void theDayOfALicenceThatAManualIncludesIsNotTheManuals() {
        String licence = "<h2>GNU Free Documentation License</h2><p>Version 1.3, 3 November 2008</p>";
        assertThat(dates("<div class=main>" + PARAGRAPH + PARAGRAPH + licence + PARAGRAPH + "</div>"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<section id='support-for-crane-authors'><h2>Support for crane authors</h2><p>It is new.</p></section>",
                "<section id='contrib-authors'><h3>Contrib Authors</h3><p>They are many.</p></section>",
                "<dt id='crane.Crane.setAuthor'>setAuthor(author)</dt>",
                "<div class='admonition-callback-signature-changes'><p>Callback Signature Changes</p><p>In 2.0</p></div>",
                "<a id='craneWriterPtr'>craneWriterPtr</a>",
                "<a id='craneWriter'>Structure craneWriter</a>",
                "<div class='member-signature'>String Rope</div>",
                "<a class='signature'>#each(&amp;) : Nil</a>",
            })
    void idsAndClassesThatRepeatAHeadingOrAMemberNameNoWriter(String element) {
        assertThat(names("<div class=main>" + PARAGRAPH + element + PARAGRAPH + "</div>"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p class='submitted-by'>Submitted by Ann Lee</p>",
                "<p id='post-author'>Post author: Ann Lee</p>",
                "<p class='author-signature'>Ann Lee</p>"
            })
    void labelsThatRepeatTheirClassNameOne(String element) {
        assertThat(names(element + "<div class=main>" + PARAGRAPH + "</div>")).anyMatch(raw -> raw.contains("Ann Lee"));
    }

    @Test
    void numberedHeadingsAndTypesOfFunctionsAreNoBylines() {
        assertThat(names(sections("2.1 编译文件", "2.2 命令行"))).isEmpty();
        assertThat(names("<p>text :: Text -&gt; Encoding</p><div class=main>" + PARAGRAPH + "</div>"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<span class='byline contributor-ann-lee'>Ann Lee</span>",
                "<p class='author author-ann-lee'>Ann Lee</p>",
                "<div class='byline' id='ann-lee'>Ann Lee</div>",
                "<a rel='author' class='contributor' id='ann-lee' href='/a'>Ann Lee</a>",
                "<p class='autor-ann-lee autor'>Ann Lee</p>",
                "<p class='byline'>Ann Lee (@lee::news)</p>",
                "<p class='author'>#Ann Lee</p>",
                "<p class='author'>#TeamWater Ann Lee</p>",
                "<p class='author'>By Ann Lee ()</p>"
            })
    void writersWhomAClassOrAnIdRepeatsAreNamedByTheMarkup(String element) {
        assertThat(read(element + "<div class=main>" + PARAGRAPH + "</div>").names())
                .anyMatch(claim ->
                        claim.source() == ClaimSource.MARKUP && claim.raw().contains("Ann Lee"));
    }

    @Test
    void anAccountWhoseIdIsItsNameIsNamed() {
        assertThat(names("<a class='author' id='waterblogger-99'>waterblogger-99</a><div class=main>" + PARAGRAPH
                        + "</div>"))
                .contains("waterblogger-99");
    }

    @Test
    void idsInCapitalsRepeatTheirHeadingInEveryLocale() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            assertThat(names("<div class=main>" + PARAGRAPH
                            + "<section id='CONTRIB-SCRIPTS'><h3>Contrib Scripts</h3></section>" + PARAGRAPH
                            + "</div>"))
                    .isEmpty();
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void colonsAndNumbersInBylinesAreNoCode() {
        assertThat(names("<p>By Ann Lee | Tech::Desk</p><div class=main>" + PARAGRAPH + "</div>"))
                .anyMatch(raw -> raw.contains("Ann Lee"));
        assertThat(names("<p>1.2 By Ann Lee</p><p>1.3 By Tom Hill</p><div class=main>" + PARAGRAPH + "</div>"))
                .anyMatch(raw -> raw.contains("Ann Lee"))
                .anyMatch(raw -> raw.contains("Tom Hill"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"12.30 | 5.6.2025", "12.30, 5. kesäkuuta 2025"})
    void timesBeforeDaysAreNoNumbersOfSections(String line) {
        assertThat(dates("<p>" + line + "</p><div class=main>" + PARAGRAPH + "<h3>12.31 Ropes</h3>" + PARAGRAPH
                        + "<h3>12.32 Hooks</h3>" + PARAGRAPH + "</div>"))
                .contains(line);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p><code>5 June 2025</code></p>",
                "<tt>By Ann Lee, 5 June 2025</tt>",
                "<pre>By Ann Lee 5 June 2025</pre>"
            })
    void aDayAboveTheTextCountsThoughItIsSetAsCode(String element) {
        assertThat(dates(element + "<div class=main>" + PARAGRAPH + "</div>"))
                .anyMatch(raw -> raw.contains("5 June 2025"));
    }

    @Test
    void aBylineAboveTheTextCountsThoughItIsSetAsCode() {
        assertThat(names("<tt>By Ann Lee, 5 June 2025</tt><div class=main>" + PARAGRAPH + "</div>"))
                .anyMatch(raw -> raw.contains("Ann Lee"));
    }
}
