package dev.colophon.extract.wikitext;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WikiTextTest {
    @ParameterizedTest
    @CsvSource(delimiter = '→', quoteCharacter = '`', textBlock = """
            '''Rome''' is the ''capital'' of [[Italy]].  → Rome is the capital of Italy.
            [[Rome|The city]]s and [[:Category:Rome|its pages]] → The citys and its pages
            {{Infobox|a={{b|c}}|d}}It lies on the [[Tiber#Course|Tiber]]. → It lies on the Tiber.
            Founded<ref name="x">{{cite book|title=A}}</ref> early<ref name="x" />. → Founded early.
            See [https://kurier.example/a the ''paper''] and [https://kurier.example/b]. → See the paper and .
            Before <!-- not shown --> after → Before after
            [[Datei:Rom.JPG|mini|Der [[Tiber]] bei Rom]]Text → Text
            5&nbsp;km &amp; &lt;more&gt; → 5 km & <more>
            <nowiki>[[no link]] and ''none''</nowiki> → [[no link]] and ''none''
            <span style="x">Marked</span> <b>bold</b> → Marked bold
            a <math>\\frac{1}{2}</math> b → a b
            don't → don't
            x < y and y > z → x < y and y > z
            open {{template never ends → open template never ends
            a [[link never ends → a link never ends
            [[2001: A Space Odyssey]] → 2001: A Space Odyssey
            __NOTOC__Text __ÍNDICE__ → Text
            is a pier in {{lang|no|Bergen}}. → is a pier in Bergen.
            the {{Lang-de|die [[Mole|alte Mole]]}}, {{transl|ru|ALA|mol}} → the die alte Mole, mol
            {{nowrap|5 {{small|km}}}} off{{citation needed|date=May 2020}} {{lang|fr}} → 5 km off
            is {{convert|828|m|ft|abbr=on}} tall, 1990{{ndash}}1995, {{circa|1850}}{{nbsp}}{{formatnum:1234}} → is 828 m tall, 1990–1995, 1850 1234
            {{ill|Port|fr|Le port|lt=x}} {{lang|2=sea|1=en}} {{unknown|words}} → Port sea
            """)
    void aLineShowsWhatReadersSee(String wikitext, String expected) {
        assertThat(WikiText.of(wikitext).paragraphs()).containsExactly(expected);
    }

    @Test
    void linesOfOneParagraphAreJoinedAndBlocksAreParted() {
        String text = """
                First line
                and second.

                == History ==
                === Early ===
                # one
                ## two
                ; term : said
                ----
                == See also ==
                {{portal}}
                == Notes ==
                <references/>
                """;
        assertThat(WikiText.of(text).paragraphs())
                .containsExactly("First line and second.", "History", "Early", "one", "two", "term : said");
    }

    @Test
    void aTableGivesARowALine() {
        String text = """
                {| class="wikitable"
                |+ Towns
                ! Name !! Size
                |-
                | style="x" | [[Rome]]
                | 2,8
                |-
                | Bari || 0,3
                |}
                After.
                """;
        assertThat(WikiText.of(text).paragraphs())
                .containsExactly("Towns", "Name | Size", "Rome | 2,8", "Bari | 0,3", "After.");
    }

    @Test
    void categoriesAreTagsInEveryLanguage() {
        WikiText page = WikiText.of("Text.\n[[Kategorie:Ort in Italien|Rom]]\n[[বিষয়শ্রেণী:শহর]] [[de:Rom]]\n");
        assertThat(page.paragraphs()).containsExactly("Text.");
        assertThat(page.categories()).containsExactly("Ort in Italien", "শহর", "Rom");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[[",
                "[http://a]",
                "{{",
                "]]",
                "}}",
                "<ref>",
                "[http://",
                "<!--",
                "[[a:b]] ",
                "'",
                "{|\n",
                "|",
                "<",
                "=",
                "[[a|"
            })
    void hostileRepeatsTakeLinearTime(String piece) {
        String text = piece.repeat(400_000);
        assertThat(Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> WikiText.of(text)))
                .isNotNull();
    }

    @Test
    void linesOfACellTakeLinearTime() {
        String text = "{|\n| a\n" + "b\n".repeat(400_000);
        assertThat(Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> WikiText.of(text)))
                .isNotNull();
    }

    @Test
    void aTableThatATemplateClosesEndsAtTheNextHeading() {
        String text = """
                {|
                | Boats || 12
                |-
                {{end}}
                Nobody counted them.

                == History ==
                The harbour is old.

                It was built twice.
                """;
        assertThat(WikiText.of(text).paragraphs())
                .containsExactly(
                        "Boats | 12", "Nobody counted them.", "History", "The harbour is old.", "It was built twice.");
    }

    @Test
    void blocksInARowOrAHeadingDoNotPartIt() {
        String text = """
                == <center>History</center> ==
                {|
                | <center>12</center> || <center>15</center> ||align=right|<center>18</center>
                |}
                """;
        assertThat(WikiText.of(text).paragraphs()).containsExactly("History", "12 | 15 | 18");
    }

    @Test
    void blocksOfHtmlAreParted() {
        assertThat(WikiText.of("<h2>History</h2>The town<blockquote>is old.</blockquote><table><tr><td>Boats</td>"
                                + "<td>12</td></tr></table>")
                        .paragraphs())
                .containsExactly("History", "The town", "is old.", "Boats 12");
    }

    @Test
    void aTextCutAnywhereIsRead() {
        String text = "{{a|b}} '''x''' [[c|d]] <ref>e</ref> {|\n| f || g\n|}\n== h ==\n[http://i j] &amp; <!-- k -->";
        for (int length = 0; length <= text.length(); length++) {
            assertThat(WikiText.of(text.substring(0, length)).paragraphs()).isInstanceOf(List.class);
        }
    }
}
