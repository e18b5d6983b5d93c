package dev.colophon.extract.metadata;

import static dev.colophon.extract.metadata.TestPages.PARAGRAPH;
import static dev.colophon.extract.metadata.TestPages.read;
import static org.assertj.core.api.Assertions.assertThat;

import dev.colophon.model.NameClaim;
import dev.colophon.model.Region;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** Which parts of an article's lines are asked whom they credit. */
@NullMarked
class InnerCreditClaimsTest {
    private static final String CREDITED =
            "<p>Uma Roe said. " + "Words of a sentence that goes on. ".repeat(5) + "</p>";

    @Test
    void theFirstParagraphIsAskedForItsAgencyAndTheLastForThoseWhoHelped() {
        assertThat(page(CREDITED + PARAGRAPH + PARAGRAPH).get(0).raw()).isEqualTo("BEGINNING Uma Roe");
        assertThat(page(PARAGRAPH + PARAGRAPH + "<p><i>Uma Roe helped.</i></p>"))
                .extracting(NameClaim::raw)
                .containsExactly("END Uma Roe");
    }

    @Test
    void aCaptionAndALineThatIsCalledACreditAreAskedForThePhotographer() {
        List<NameClaim> names = page(PARAGRAPH + "<figure><figcaption>The bridge. Uma Roe</figcaption></figure>"
                + PARAGRAPH + "<div class='photo-box'><span class='credit'>Uma Roe/Lumina</span></div>" + PARAGRAPH);
        assertThat(names).extracting(NameClaim::raw).containsExactly("CAPTION Uma Roe", "CREDIT Uma Roe");
        assertThat(names).extracting(NameClaim::region).containsOnly(Region.CAPTION);
        assertThat(names.get(1).locator()).isEqualTo("credit in span.credit");
    }

    @Test
    void galleriesQuotesAndOtherPartsOfThePageAreNotAskedForPictures() {
        assertThat(page(PARAGRAPH + PARAGRAPH + "<div class='photo-gallery'><span class='credit'>Uma Roe</span></div>"
                        + PARAGRAPH))
                .isEmpty();
        assertThat(page(PARAGRAPH + "<aside><p class='credit'>Uma Roe</p></aside>" + PARAGRAPH))
                .isEmpty();
        assertThat(page(PARAGRAPH + "<blockquote><p>Words.</p><p class='credit'>Uma Roe</p></blockquote>" + PARAGRAPH))
                .extracting(NameClaim::raw)
                .containsExactly("PARAGRAPH Uma Roe");
    }

    private static List<NameClaim> page(String main) {
        return read("<h1>A fine headline</h1><div class='main'>" + main + "</div>")
                .names();
    }
}
