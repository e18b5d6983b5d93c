package dev.colophon.extract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A summary that readers see between headline and text is how the text begins. */
class LeadTest {
    private static final String LEAD =
            "A year after the flood, engineers say that the bridge can carry traffic again before winter";
    private static final String TEXT =
            "<p>The council of the town met on Tuesday to speak about the bridge, which has been"
                    + " closed since the flood of last spring.</p><p>Engineers told the members that the piles are sound and that"
                    + " the deck could carry lorries again before winter comes.</p><p>“We have waited long enough for this,” said"
                    + " the mayor, who lives on the other bank and crosses by boat each morning.</p>";

    private static String text(String above, String text) throws ExtractionException {
        return Pages.read(
                        "<html lang=en><head><title>Bridge may open before winter</title><meta name=description content='"
                                + LEAD + "'></head><body><header><a href='/'>Gazette</a></header><div class=hero>"
                                + "<h1>Bridge may open before winter</h1>" + above
                                + "<ul><li><a href=/f>Facebook</a></li>"
                                + "<li><a href=/t>Twitter</a></li></ul></div><article><div>" + text
                                + "</div></article></body></html>")
                .text();
    }

    @Test
    void theTextBeginsWithItsLeadWhateverTheLeadIsCalled() throws ExtractionException {
        for (String name : new String[] {"dek", "excerpt", "teaser", "caption-lead"}) {
            assertThat(text("<div class='" + name + "'>" + LEAD + "</div>", TEXT + TEXT))
                    .as(name)
                    .startsWith(LEAD + "\n");
        }
    }

    @Test
    void aLeadThatIsTheFirstParagraphTooStandsOnce() throws ExtractionException {
        assertThat(text("<div class=teaser>" + LEAD + "</div>", "<p>" + LEAD + ".</p>" + TEXT + TEXT))
                .startsWith(LEAD + ".\n")
                .containsOnlyOnce(LEAD);
    }
}
