package dev.colophon.extract.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import dev.colophon.extract.page.PageOutline;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageFlowTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<title>A bridge</title><h1>A  bridge</h1>\n\n<p>Work <b>begins</b> in spring.<br> <br>So they say.</p>",
                "<p>One<script>two()</script> three <noscript><p>four</p></noscript></p><template><p>5</p></template>",
                "<body hidden><div class=a id=comments><a href=/b>Six</a> <a>seven</a></div><pre> a\n  b c </pre>",
                "<svg><text>8</text></svg><div style='display: none'>Nine <select><option>10</select></div><p>11",
                "<frameset><frame></frameset>",
            })
    void dividesAPageAsAWalkOfItsOwnDoes(String html) {
        Document page = Jsoup.parse(html);

        PageOutline outline = PageFlow.of(page).outline();

        PageOutline alone = PageOutline.withHidden(page.body());
        assertThat(described(outline)).isEqualTo(described(alone));
        assertThat(outline.areas()).hasSameSizeAs(alone.areas());
    }

    @Test
    void elementsThatOnlyStylesPartAreParted() {
        Document page = Jsoup.parse("<p><i>লেখক: অভ্র রায়</i><i>প্রকাশ: ০৫ জুন ২০২৫</i>"
                + "<p><i>लेखक: रवि वर्मा</i><i>प्रकाशित 5 जून 2025</i><p><i>王小明</i><i>发布于 2025-06-05</i>"
                + "<p>यह <b>प्रकाशित</b> हुआ, <b>कित</b><b>ना</b>");
        assertThat(PageFlow.of(page).lines())
                .extracting(PageFlow.Line::text)
                .containsExactly(
                        "লেখক: অভ্র রায় প্রকাশ: ০৫ জুন ২০২৫",
                        "लेखक: रवि वर्मा प्रकाशित 5 जून 2025",
                        "王小明 发布于 2025-06-05",
                        "यह प्रकाशित हुआ, कितना");
    }

    @Test
    void partsLabelsThatOnlyTheStyleSheetParts() {
        Document page = Jsoup.parse("<p>2025-06-05 12:11<i>来源：日报网</i><i>作者：王小明</i><p>他说<b>明天</b>再来");
        assertThat(PageFlow.of(page).lines())
                .extracting(PageFlow.Line::text)
                .containsExactly("2025-06-05 12:11 来源：日报网 作者：王小明", "他说明天再来");
    }

    private static List<String> described(PageOutline outline) {
        return outline.blocks().stream()
                .map(block -> block + " " + block.area() + " " + block.hidden() + " " + block.measures())
                .toList();
    }
}
