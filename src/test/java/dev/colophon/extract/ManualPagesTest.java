package dev.colophon.extract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What belongs to the text of a manual stays with it, and what its program adds goes. */
class ManualPagesTest {
    private static final String PROSE =
            "<p>The crane lifts what hangs on its hook and turns until the load is above the ship, which takes a minute.</p>";

    private static String text(String body) throws ExtractionException {
        return Pages.read("<html><head><title>Crane Notes</title></head><body><h1>Crane Notes</h1>" + PROSE + body
                        + "</body></html>")
                .text();
    }

    @Test
    void headingsThatAreDaysStayWithTheSectionsBelowThem() throws ExtractionException {
        StringBuilder releases = new StringBuilder();
        for (int i = 28; i > 0; i--) {
            releases.append(("<section><h2>Release 5.%d (released Oct %d, 2022)</h2><section><h3>Bugs fixed</h3><ul>"
                            + "<li><p>#10%d: hooks: no rope slips any more when it is wet</p></li></ul></section></section>")
                    .formatted(i, i, i));
        }
        assertThat(text(releases.toString()))
                .contains("Oct 27, 2022")
                .contains("Oct 14, 2022")
                .contains("Oct 2, 2022");
    }

    @Test
    void marksOfLinksBehindHeadingsAndSignaturesAreNoText() throws ExtractionException {
        assertThat(text("<h2>Options <a href='#o'>¶</a></h2>" + PROSE
                        + "<dl><dt>wind(rope)<a href='c.html'>[source]</a></dt><dd>" + PROSE
                        + "</dd><dt>unwind(rope)<a href='c.html'>[исходный код]</a></dt><dd>" + PROSE + "</dd></dl>"))
                .contains("Options\n")
                .contains("wind(rope)\n")
                .doesNotContain("¶")
                .doesNotContain("[source]")
                .doesNotContain("[исходный код]");
    }

    @Test
    void codeThatEndsWithAMarkKeepsIt() throws ExtractionException {
        assertThat(text(PROSE + "<pre>print '¶'\nlist = [source]</pre>" + PROSE))
                .contains("list = [source]");
    }

    private static String code(String lines) {
        return PROSE + "<div class='x'><pre>" + lines + "</pre></div>" + PROSE;
    }

    @Test
    void codeAmidTextStaysAndTheNumbersOfItsLinesGo() throws ExtractionException {
        String listing =
                "<table><tr><td><pre>1\n2\n3</pre></td><td><pre>wind(rope)\nwait(10)\nstop()</pre></td></tr></table>";
        assertThat(text(PROSE + listing + code("42\n4_2\n0600\n0x_67") + code("a_x9") + PROSE))
                .contains("4_2\n0600")
                .contains("a_x9")
                .contains("wait(10)\n")
                .doesNotContain("1\n2\n3");
    }

    @Test
    void aTableWithAHeadAmidTextIsText() throws ExtractionException {
        StringBuilder rows = new StringBuilder();
        for (String name : new String[] {"hook", "chain", "rope", "winch", "drum"}) {
            rows.append(
                    "<tr><td><a href='/p/%s'>%s</a></td><td><a href='/v/%s'>V:37</a></td><td><a href='/s/%s'>21247</a></td></tr>"
                            .formatted(name, name, name, name));
        }
        String table = "<table><thead><tr><th>part</th><th>used by</th><th>weight</th></tr></thead><tbody>" + rows
                + "</tbody></table>";
        assertThat(text(PROSE + PROSE + table + PROSE + PROSE))
                .contains("part | used by | weight")
                .contains("winch | V:37 | 21247");
    }

    @Test
    void termsStayWithTheirDefinitions() throws ExtractionException {
        StringBuilder list = new StringBuilder("<dl>");
        for (int i = 1; i < 9; i++) {
            list.append("<dt><a href='#p%d'>par%d</a></dt><dd>If it is 2, the rope is wound up at once.</dd>"
                    .formatted(i, i));
        }
        assertThat(text(PROSE + PROSE + list + "</dl>" + PROSE))
                .contains("par1\n")
                .contains("par5\n")
                .contains("par8\n");
    }
}
