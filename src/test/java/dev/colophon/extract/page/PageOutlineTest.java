package dev.colophon.extract.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;

class PageOutlineTest {
    private static Element body(String body) {
        return Parser.htmlParser().parseInput("<body>" + body, "").body();
    }

    private static PageOutline outline(String body) {
        return PageOutline.of(body(body));
    }

    private static List<String> texts(String body) {
        return outline(body).blocks().stream().map(PageBlock::text).toList();
    }

    private static TextMeasures measures(String body) {
        return outline(body).blocks().get(0).measures();
    }

    @Test
    void cutsAtBlocksAndAtTwoLineBreaks() {
        assertThat(texts("<div>one<p>two <b>t</b>wo</p>three<br>three<br> <br>four</div>"))
                .containsExactly("one", "two two", "three\nthree", "four");
    }

    @Test
    void formattingElementsAddNoSpace() {
        assertThat(texts("<p><span class=drop>T</span>he <a href=x>link</a>, wor<wbr>d in<b>side</b></p>"))
                .containsExactly("The link, word inside");
    }

    @Test
    void codeKeepsItsLinesAndIndentation() {
        assertThat(texts("<pre><code>for x in y:\n    if x:\n\tgo(x,  1)\n\n\nend</code></pre>"))
                .containsExactly("for x in y:\n    if x:\n\tgo(x,  1)\n\nend");
        assertThat(texts("<pre>    one\n      two\n    three\n</pre>")).containsExactly("one\n  two\nthree");
    }

    @Test
    void linesOfCodeInElementsStayOneBlock() {
        assertThat(texts("<pre><div>if x:</div><div>  go()</div><div><br></div><div>end</div></pre><p>after</p>"))
                .containsExactly("if x:\n  go()\n\nend", "after");
    }

    @Test
    void aWrappedLineIsNoSpaceInScriptsWithoutSpaces() {
        assertThat(texts("<p>中文的一\n   段，\n文字 有 空格</p>")).containsExactly("中文的一段，文字 有 空格");
        assertThat(texts("<p>日本語の\n<a href=x>テキスト</a>です</p>")).containsExactly("日本語のテキストです");
        assertThat(texts("<p>ภาษา\nไทย ภาษา</p>")).containsExactly("ภาษาไทย ภาษา");
        assertThat(texts("<p>中文\nEnglish\n中文</p>")).containsExactly("中文 English 中文");
        assertThat(texts("<p>한국어\n문장</p>")).containsExactly("한국어 문장");
        assertThat(texts("<p>他说\n“你好”</p>")).containsExactly("他说“你好”");
    }

    @Test
    void aLineBreakBetweenElementsPartsThem() {
        assertThat(texts("<p><span>记者：张三</span>\n<span>编辑：李四</span></p>")).containsExactly("记者：张三 编辑：李四");
    }

    @Test
    void leavesOutWhatIsNotShown() {
        assertThat(texts("<p>in\u00adfor\u200bma\ufefftion \u202aabc\u202c \u2067x\u2069\u200f</p>"))
                .containsExactly("information abc x");
        assertThat(texts("<p><ruby>漢<rp>(</rp><rt>かん</rt><rp>)</rp>字</ruby></p>"))
                .containsExactly("漢字");
    }

    @Test
    void joinersStayWhereTheyChangeTheText() {
        assertThat(texts("<p>می\u200cخواهم کتاب\u200c ها</p>")).containsExactly("می\u200cخواهم کتاب ها");
        assertThat(texts("<p>ক্\u200dষ উত\u09cd\u200d এক</p>")).containsExactly("ক্\u200dষ উত\u09cd\u200d এক");
        assertThat(texts("<p>\ud83d\udc69\u200d\ud83d\ude80</p>")).containsExactly("\ud83d\udc69\u200d\ud83d\ude80");
        assertThat(texts("<p>Auf\u200clage \u200d\u200c a</p>")).containsExactly("Auflage a");
    }

    @Test
    void joinsAWordThatALineBreakSplits() {
        assertThat(texts("<p>infor-<br>mation and infor\u00ad<br>mation</p>"))
                .containsExactly("information and information");
        assertThat(texts("<p>1990-<br>2000, Jean-<br>Paul, a -<br>b</p>"))
                .containsExactly("1990-\n2000, Jean-\nPaul, a -\nb");
    }

    @Test
    void combiningMarksStay() {
        assertThat(texts("<p>e\u0301 का\u0902ग्रेस བོད་ ශ්\u200dරී</p>"))
                .containsExactly("\u00e9 का\u0902ग्रेस བོད་ ශ්\u200dරී");
    }

    @Test
    void countsWordsOfAnyScript() {
        assertThat(measures("<p>Don't stop, 3.5 m</p>").words()).isEqualTo(5);
        assertThat(measures("<p>中文 字 abc</p>").words()).isEqualTo(4);
        assertThat(measures("<p>কাঁচা বাজার</p>").words()).isEqualTo(2);
        assertThat(measures("<p>می\u200cخواهم کتاب</p>").words()).isEqualTo(2);
    }

    @Test
    void countsMarksDigitsCapitalsAndBreaks() {
        TextMeasures measures = measures("<p>Pay 3.5 or 4? No... See example.com, <b>Anna</b>.<br>Ünder १२ end。终</p>");
        assertThat(measures.sentenceMarks()).isEqualTo(4);
        assertThat(measures.digits()).isEqualTo(5);
        assertThat(measures.capitals()).isEqualTo(5);
        assertThat(measures.commas()).isEqualTo(1);
        assertThat(measures.strongWeight()).isEqualTo(4);
        assertThat(measures.lineBreaks()).isEqualTo(1);
    }

    @Test
    void knowsBlocksThatTwoLineBreaksBegin() {
        List<PageBlock> blocks =
                outline("<div>one<br><br><br>two<p>three</p><br><br>four</div>").blocks();
        assertThat(blocks.stream().map(PageBlock::afterBreaks)).containsExactly(false, true, false, false);
    }

    @Test
    void readsWhatIsHiddenOnRequestAndSaysSo() {
        String more = "what the reader unfolds ".repeat(6).strip();
        Element body = body("<p>one <a href=x style='display: none'>x</a>two<b hidden>" + more + "</b></p><p>three"
                + "<span class=sr-only>four</span></p><div style='visibility:hidden'><p>five<b hidden>six</b></p></div>"
                + "<noscript><p>seven</p></noscript><pre>a<i hidden>" + more + "</i>\nb</pre>");
        assertThat(PageOutline.of(body).blocks().stream().map(PageBlock::text))
                .containsExactly("one two", "three", "a\nb");
        List<PageBlock> all = PageOutline.withHidden(body).blocks();
        assertThat(all.stream().map(PageBlock::text))
                .containsExactly("one two", more, "three", "fivesix", "seven", "a" + more + "\nb");
        assertThat(all.stream().map(PageBlock::hidden)).containsExactly(false, true, false, true, true, false);
    }

    @Test
    void unknownElementsCutNeitherParagraphsNorCode() {
        assertThat(
                        texts(
                                "<p>by <person>Ada</person> in <x-place>Ulm</x-place>.</p><x-card>one</x-card><x-card>two</x-card>"))
                .containsExactly("by Ada in Ulm.", "one", "two");
        assertThat(texts("<pre>let <x-lsp>a</x-lsp> = <x-lsp>b</x-lsp>;</pre>")).containsExactly("let a = b;");
    }

    @Test
    void unknownElementsAmidATextCutItNowhere() {
        assertThat(texts("<ul><li>Uses <g-emoji>🚀</g-emoji> fast builds</li></ul>"))
                .containsExactly("Uses 🚀 fast builds");
        assertThat(texts("<table><tr><td>born in <st1:city>London</st1:city> in 1920</td></tr></table>"))
                .containsExactly("born in London in 1920");
        assertThat(texts("<div>text <noindex><a href=x>there</a></noindex> more</div>"))
                .containsExactly("text there more");
        assertThat(texts("<p>one <img data-src=a><noscript><img src=a></noscript> two</p>"))
                .containsExactly("one two");
        assertThat(texts("<div>one<x-card><p>two</p></x-card></div>")).containsExactly("one", "two");
    }

    @Test
    void partsNeighboursThatStylesPart() {
        assertThat(texts("<p><a href=1>News</a><a href=2>sport</a><a href=3>[1]</a><a href=4>[2]</a></p>"))
                .containsExactly("News sport[1][2]");
        assertThat(texts("<p><a href=1>中国</a><a href=2>北京</a></p>")).containsExactly("中国北京");
        assertThat(texts("<div><span>Date</span><span>Place</span> <span>T</span><span>he</span> <b>i</b>Pod</div>"))
                .containsExactly("Date Place The iPod");
        assertThat(texts("<pre><span>get</span><span>Name</span></pre>")).containsExactly("getName");
    }

    @Test
    void formulasStayInTheirLine() {
        assertThat(
                        texts(
                                "<p>Let <math><semantics><mrow><mi>E</mi><mo>=</mo><mi>m</mi><msup><mi>c</mi><mn>2</mn></msup></mrow>"
                                        + "<annotation encoding=application/x-tex>E=mc^2</annotation></semantics></math> hold.</p>"))
                .containsExactly("Let E=mc2 hold.");
    }

    @Test
    void templatesAreReadWhereTheyAreShown() {
        assertThat(
                        texts(
                                "<x-a><template shadowrootmode=open><p>one</p></template></x-a><template><p>two</p></template>"))
                .containsExactly("one");
    }

    @Test
    void classesThatHideWhatRunsOverOrOnSomeScreensHideNothing() {
        assertThat(texts("<h1><span class='block overflow-hidden'>The ferry is back</span></h1>"))
                .containsExactly("The ferry is back");
        assertThat(texts("<p>See <a class='overflow-hidden text-ellipsis' href=x>the report</a> of"
                        + " <span class='hidden sm:inline'>early</span> <span class='d-none d-md-inline'>May</span>"
                        + "<span class='md:hidden'>!</span></p>"))
                .containsExactly("See the report of early May!");
        assertThat(texts("<p>Read<span class='hidden'> aloud</span><span class='lead sr-only'> twice</span> on</p>"))
                .containsExactly("Read on");
    }

    @Test
    void whatAHeadingIsFoldedByIsItsText() {
        assertThat(texts("<h2 class=accordion-header><button>How long is the warranty?</button></h2><div>Two years."
                        + " <button>Share</button></div>"))
                .containsExactly("How long is the warranty?", "Two years.");
    }

    @Test
    void aFormulaStaysInItsLineAndComesOnce() {
        assertThat(texts(
                        "<p>The law <span style='display: none;'><math><semantics>\n  <mrow><mi>E</mi><mo>=</mo></mrow>\n"
                                + "<annotation>" + "{\\displaystyle E=mc^{2}}".repeat(9)
                                + "</annotation></semantics></math></span><img src=e.svg> holds.</p>"))
                .containsExactly("The law E= holds.");
        assertThat(texts("<p>So <span><span class=katex-mathml><math><mi>E</mi></math></span>"
                        + "<span class=katex-html aria-hidden=true>E</span></span> is.</p>"))
                .containsExactly("So E is.");
    }

    @Test
    void theLinesOfOtherSystemsEndInTwoSigns() {
        assertThat(texts("<p>这是一个测\r\n试句子。他们 \r\n 来了。</p><p>one\r\ntwo</p>"))
                .containsExactly("这是一个测试句子。他们来了。", "one two");
    }

    @Test
    void whatScriptsRevealIsShown() {
        String text = "The ferry leaves the old harbour every hour. ".repeat(20).strip();
        assertThat(texts("<div style='visibility: hidden; opacity: 0'><p>" + text + "</p></div>"))
                .containsExactly(text);
        assertThat(texts("<div style='visibility: hidden; opacity: 0'>A menu</div>"))
                .isEmpty();
        assertThat(texts("<div style='display:none'><p>" + text + "</p></div>")).isEmpty();
        assertThat(PageOutline.of(Parser.htmlParser()
                                .parseInput("<body style='display:none'><p>" + text, "")
                                .body())
                        .blocks())
                .hasSize(1);
    }
}
