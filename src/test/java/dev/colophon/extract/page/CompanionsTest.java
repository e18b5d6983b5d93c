package dev.colophon.extract.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.colophon.model.BlockKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** What becomes text beside text, whatever the model says of it. */
@NullMarked
class CompanionsTest {
    private static final String PROSE =
            "<p>The crane lifts what hangs on its hook and turns until the load is above the ship.</p>";

    /** The texts that are kept of a page whose paragraphs alone the model takes for text. */
    private static List<String> kept(String html) {
        PageOutline page = PageOutline.withHidden(Jsoup.parse(html).body());
        BlockKind[] kinds = ProsePages.kinds(page);
        PageHints hints = new PageHints(null, Set.of(), null, List.of(), null);
        Companions.keep(new PageMeasures(page, hints, kinds.clone(), null), kinds);
        List<String> kept = new ArrayList<>();
        for (PageBlock block : page.blocks()) {
            if (kinds[block.index()] == BlockKind.BODY && !block.prose()) {
                kept.add(block.text());
            }
        }
        return kept;
    }

    @Test
    void headingsOfOneLevelStayWhereTextFollows() {
        assertThat(kept(PROSE + "<div><h2>Oct 16, 2022</h2></div>" + PROSE + "<h2>Sep 4, 2022</h2>" + PROSE
                        + "<aside><h2>Elsewhere</h2></aside><h2>Below nothing</h2><div>x</div>" + PROSE))
                .containsExactly("Oct 16, 2022", "Sep 4, 2022");
    }

    @Test
    void termsStayWithDefinitionsThatAreText() {
        assertThat(kept(PROSE + "<dl><dt>par1</dt><dd>" + PROSE + "</dd><dt>par2</dt><dd>x</dd><dt>y</dt><dd>z</dd>"
                        + "<dt>v</dt><dd>w</dd></dl>" + PROSE))
                .contains("par1");
    }

    @Test
    void linesBetweenParagraphsOfTheTextStayWhereTheyAreAList() {
        String lines = "<p>Ann Doe</p><p>Bob Doe</p><p>Cyd Doe</p>";
        assertThat(kept(PROSE + PROSE + lines + PROSE)).containsExactly("Ann Doe", "Bob Doe", "Cyd Doe");
        assertThat(kept(PROSE + PROSE + "<p>Ann Doe</p><p>Bob Doe</p>" + PROSE)).isEmpty();
        assertThat(kept(PROSE + PROSE + lines)).isEmpty();
        assertThat(kept(lines + PROSE + PROSE)).isEmpty();
        assertThat(kept(PROSE + PROSE + "<div>" + lines + "</div>" + PROSE)).isEmpty();
        assertThat(kept(PROSE + PROSE + lines.replace("<p>", "<p class=related>") + PROSE))
                .isEmpty();
        assertThat(kept(PROSE + PROSE + lines.replaceAll("<p>([A-z ]+)", "<p><a href=/x>$1</a>") + PROSE))
                .isEmpty();
    }

    @Test
    void itemsBetweenParagraphsOfTheTextStay() {
        String items = "<li>Israel</li><li><p>God</p></li><li>Rome</li>";
        assertThat(kept(PROSE + PROSE + "<ul>" + items + "</ul>" + PROSE)).containsExactly("Israel", "God", "Rome");
        assertThat(kept(PROSE + PROSE + "<ul>" + items + "</ul>")).isEmpty();
        assertThat(kept(PROSE + PROSE + "<ul class=share>" + items + "</ul>" + PROSE))
                .isEmpty();
    }

    @Test
    void aListThatTheTextIntroducesStays() {
        String intro = PROSE.replace(".</p>", ":</p>");
        assertThat(kept(intro + "<ol><li>Wood</li><li>Iron</li></ol>")).containsExactly("Wood", "Iron");
        assertThat(kept(PROSE + "<ol><li>Wood</li><li>Iron</li></ol>")).isEmpty();
        assertThat(kept(intro + "<ol><li><a href=/w>Wooden cranes</a></li><li>2018</li></ol>"))
                .isEmpty();
    }

    @Test
    void manyLinesTakeNoLongerThanTheyAreMany() {
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            assertThat(kept(PROSE + PROSE + "<p>x y</p>".repeat(100_000) + PROSE))
                    .hasSize(100_000);
            assertThat(kept(PROSE + PROSE + "<ul>" + "<li>x y".repeat(100_000) + "</ul>" + PROSE))
                    .hasSize(100_000);
        });
    }

    @Test
    void codeStaysAmidTextAndNumbersOfLinesDoNot() {
        assertThat(kept(PROSE + "<pre>a_x9</pre><pre>1\n2\n3</pre>" + PROSE + "<pre>behind</pre>"))
                .containsExactly("a_x9");
    }

    @Test
    void codeStaysBehindManyOtherListingsAndNotFarFromText() {
        String listings = "<pre>a_x9</pre>".repeat(40);
        assertThat(kept(PROSE + listings + PROSE)).hasSize(40);
        String lines = "<div>x</div>".repeat(4);
        assertThat(kept(PROSE + lines + "<pre>a_x9</pre>" + PROSE)).isEmpty();
        assertThat(kept(PROSE + "<div>x</div><pre>a_x9</pre><div>y</div>" + PROSE))
                .containsExactly("a_x9");
    }

    @Test
    void manyListingsTakeNoLongerThanTheyAreMany() {
        assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> assertThat(kept(PROSE + "<pre>x = y</pre>".repeat(100_000) + PROSE))
                        .hasSize(100_000));
    }
}
