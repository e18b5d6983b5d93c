package dev.colophon.extract.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jsoup.Jsoup;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@NullMarked
class InitialsTest {
    private static String before(String html) {
        PageOutline page = PageOutline.withHidden(Jsoup.parse(html).body());
        List<PageBlock> blocks = page.blocks();
        return Initials.before(page, blocks.get(1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<article><div class='initial'>A</div><p>nother ferry leaves the harbour.</p></article>",
                "<div><p><span>A</span></p><p>nother ferry leaves the harbour.</p></div>",
                "<div>A<p>nother ferry leaves the harbour.</p></div>"
            })
    void aLetterThatIsSetLargeBelongsToTheTextBehindIt(String html) {
        assertThat(before(html)).isEqualTo("A");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<ul><li>X</li><li>iPhone sales fell in the spring.</li></ul>",
                "<ul><li>X</li><li>phones sold well in the spring.</li></ul>",
                "<div><div class='avatar'>J</div><p>hi everyone, the ferry is back.</p></div>",
                "<div><div class='user-letter'>J</div><p>hi everyone, the ferry is back.</p></div>",
                "<div><div class='font-size'>A</div><p>shore birds left the island.</p></div>",
                "<div><div>A</div><p>al-Qaida said on Thursday that it is over.</p></div>",
                "<div><div>X</div><p>iPhone sales fell in the spring.</p></div>",
                "<div><div><a href='x'>A</a></div><p>nother ferry leaves the harbour.</p></div>",
                "<div><div><label>A</label></div><p>nother ferry leaves the harbour.</p></div>",
                "<div><nav><div>A</div></nav><p>nother ferry leaves the harbour.</p></div>",
                "<div><div class='share'><div>A</div></div><p>nother ferry leaves the harbour.</p></div>"
            })
    void lettersOfOtherThingsAreNoInitials(String html) {
        assertThat(before(html)).isEmpty();
    }
}
