package dev.colophon.extract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What follows a short text in a part of its own is none of it. */
class TrailersTest {
    private static final String HEAD =
            "<html><head><title>The ferry is back</title></head><body><h1>The ferry is back</h1>";
    private static final String TEXT =
            "<div class='main'><p>The ferry left the harbour at dawn with forty passengers, three dogs and a piano.</p></div>";

    private static String text(String html) throws ExtractionException {
        return Pages.read(html).text();
    }

    private static String teasers(String tag) {
        StringBuilder teasers = new StringBuilder();
        for (String name : new String[] {"mill", "market", "school", "bridge"}) {
            teasers.append(("<%s class='box'><h4><a href='/%s'>The old %s has a new owner</a></h4>"
                            + "<p>Nobody had expected that the %s would be sold before the winter.</p></%s>")
                    .formatted(tag, name, name, name, tag));
        }
        return teasers.toString();
    }

    private static String comments(int count) {
        return ("<div class='one'><span>Ida</span><p>I was on that ferry, and the piano was out of tune all the way to the"
                        + " island, which nobody minded in the least.</p></div>")
                .repeat(count);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<h3>You may also like</h3>",
                "<div class=label>Mehr zum Thema</div>",
                "<h2>相关阅读</h2>",
                "<h2>Читайте также</h2>"
            })
    void teasersThatAHeadingAnnouncesAreNoText(String heading) throws ExtractionException {
        assertThat(text(HEAD + TEXT + "<div class='box-list'>" + heading + teasers("div") + "</div>"))
                .contains("three dogs")
                .doesNotContain("Nobody had expected");
    }

    @Test
    void teasersBehindAnArticleWithADateAreNoText() throws ExtractionException {
        String date = "<time class='date' datetime='2025-06-05'>5 June 2025</time>";
        assertThat(text(HEAD + date + TEXT + "<div>" + teasers("div") + "</div>"))
                .contains("three dogs")
                .doesNotContain("Nobody had expected");
    }

    @Test
    void teasersBehindAnArticleThatHasEndedAreNoText() throws ExtractionException {
        String head = "<html><head><title>The ferry is back</title></head><body>";
        String article = "<article class='post'><h1>The ferry is back</h1>" + TEXT + "</article>";
        assertThat(text(head + "<main>" + article + "<div><h2>News</h2>" + teasers("div") + "</div></main>"))
                .contains("three dogs")
                .doesNotContain("Nobody had expected");
    }

    @Test
    void anArticleElementThatHoldsTheTitleAloneHasNotEndedTheText() throws ExtractionException {
        String head = "<html><head><title>The ferry is back</title></head><body><main>";
        assertThat(text(head + "<article class='hero'><h1>The ferry is back</h1></article><div>" + TEXT.repeat(3)
                        + "<div>" + teasers("div") + "</div></div></main>"))
                .contains("three dogs", "Nobody had expected");
    }

    @Test
    void commentsOfAForumAreItsAnswers() throws ExtractionException {
        String answers = "<section id='comments' class='comments-area'><h2>9 comments</h2><ol class='comment-list'>"
                + comments(9)
                        .replace("<div class='one'>", "<li class='comment'>")
                        .replace("</div>", "</li>")
                + "</ol></section>";
        String page = HEAD.replace("<head>", "<head><meta name=generator content='%s'>") + TEXT.replace("</div>", "")
                + TEXT.replace("<div class='main'>", "").replace("</div>", "").repeat(5) + "</div>" + answers;
        assertThat(text(page.formatted("phpBB"))).contains("three dogs", "nobody minded");
        assertThat(text(page.formatted("WordPress"))).contains("three dogs").doesNotContain("nobody minded");
    }

    @Test
    void aPageThatListsArticlesHasThemForItsText() throws ExtractionException {
        String listing = "<html><head><title>News of the harbour</title></head><body><h1>News of the harbour</h1>"
                + "<h2>Latest news</h2><div>" + teasers("div") + "</div>";
        assertThat(text(listing)).contains("Nobody had expected");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<h3>7 comments</h3>", "<h3>Kommentare (7)</h3>", "<div>コメント7件</div>"})
    void commentsThatAHeadingAnnouncesAreNoText(String heading) throws ExtractionException {
        assertThat(text(HEAD + TEXT + "<div>" + heading + comments(7) + "</div>"))
                .contains("three dogs")
                .doesNotContain("out of tune");
    }

    @Test
    void commentsOfASystemForThemAreNoText() throws ExtractionException {
        String posts = comments(7).replace("class='one'", "class='post'");
        assertThat(text(HEAD + TEXT + "<div id='wpd-threads'>" + posts + "</div>"))
                .contains("three dogs")
                .doesNotContain("out of tune");
    }

    @Test
    void commentsThatTheMarkupKnowsAreNoText() throws ExtractionException {
        assertThat(text(HEAD + TEXT + "<div id='comments'><h2>3 thoughts on “The ferry”</h2>" + comments(7) + "</div>"))
                .contains("three dogs")
                .doesNotContain("out of tune");
    }

    @Test
    void aSectionThatIsCalledLikeCommentsIsText() throws ExtractionException {
        String section = "<section><h2>Commentaires sur le voyage</h2>"
                + TEXT.replace("dawn", "noon").repeat(3) + "</section>";
        assertThat(text(HEAD + TEXT + section)).contains("at noon");
    }

    @Test
    void theTextGoesOnBehindABoxWithinIt() throws ExtractionException {
        String box =
                "<div><div class=label>Read also</div></div><ul><li><a href='/mill'>The old mill has a new owner</a>"
                        + "<li><a href='/school'>The old school has a new owner</a></ul>";
        assertThat(text(HEAD + "<div>" + TEXT + box + "<div class='text'>"
                        + TEXT.replace("dawn", "noon").repeat(3) + "</div></div>"))
                .contains("at dawn")
                .contains("at noon");
    }

    @Test
    void theItemsOfAListicleAreItsText() throws ExtractionException {
        String date = "<time class='date' datetime='2025-06-05'>5 June 2025</time>";
        assertThat(text(HEAD + date
                        + "<div class='main'><p>Four places by the sea that nobody should miss this summer, and why"
                        + " the ferry goes there.</p><div>" + teasers("div") + "</div></div>"))
                .contains("Nobody had expected");
    }

    @Test
    void commentsOnAMessageAreItsAnswers() throws ExtractionException {
        String thread = HEAD + "<div class='Message'>" + TEXT + "</div><div class='answers'><h2>Comments</h2>"
                + comments(7) + "</div>";
        assertThat(text(thread)).contains("three dogs").contains("out of tune");
    }

    @Test
    void signaturesOfAccountsAreNoText() throws ExtractionException {
        String post = "<div class='message'><div class='content'>%s</div><div class='signature'>My other car is a boat,"
                + " built by hand in the winter of 1971.</div></div>";
        String thread = "<title>The ferry</title><h1>The ferry</h1>";
        assertThat(text(thread + post.formatted(TEXT) + post.formatted(comments(1))))
                .contains("three dogs")
                .doesNotContain("My other car");
        String line =
                "<table><tr><td>%s<div>__________________<br>My other car is a boat, built by hand.</div></table>";
        assertThat(text(thread + line.formatted(TEXT) + line.formatted(comments(1))))
                .contains("three dogs")
                .doesNotContain("My other car");
    }

    @Test
    void linksToEditASectionAndMarksBesideHeadingsAreNoText() throws ExtractionException {
        String page = "<h1>The ferry</h1>" + TEXT.repeat(3)
                + "<h2>History<span class='mw-editsection'>[<a href='/e'>edit</a>]</span></h2>" + TEXT.repeat(2)
                + "<h2>Piano<a class='headerlink' href='#p'>¶</a></h2>"
                + TEXT.replace("dawn", "noon").repeat(2);
        assertThat(text(page)).contains("History\n").contains("Piano\n").doesNotContain("edit");
    }

    @Test
    void lineBreaksWithinACellPartNoCells() throws ExtractionException {
        String cell = "The ferry left the harbour at %s with forty passengers, three dogs and a piano.";
        String page = "<table><tr><td>%s<br><br>%s</td></tr><tr><td>%s<br><br>%s</td></tr></table>"
                .formatted(
                        cell.formatted("dawn"), cell.formatted("noon"), cell.formatted("four"), cell.formatted("dusk"));
        assertThat(text(page)).contains("at dusk").doesNotContain(" | ");
        assertThat(text("<p>" + cell
                        + "</p><table><tr><td>Harbour<td>North<tr><td>Dogs<td>Three<tr><td>Pianos<td>One</table><p>"
                        + cell + "</p>"))
                .contains("Harbour | North");
    }

    /** A page of the same markup that says nothing of itself may be a thread, whose answers are its text. */
    @Test
    void commentsOnAnArticleAreNoTextHoweverManyThereAre() throws ExtractionException {
        String head = "<html><head><title>Open thread</title><meta property=og:type content=article></head><body>"
                + "<article><h1>Open thread</h1><div class=entry-content><p>Once in a quarter we ask our readers to raise"
                + " whatever they would like to raise about the ferry, the harbour and the town, in public and below this"
                + " text; whoever would rather be heard in private may write a letter to the harbour master, or knock at his"
                + " door on a Monday. We try to answer all of it within a week, and have so far always done so.</p></div>"
                + "</article>";
        String answer =
                "<li class=comment><div class=comment-author><b>Ida</b> on September 12 said:</div><p>Is there any"
                        + " update on how the silt affects the timetable of the ferry in winter, and on what the council makes of the"
                        + " paper that I sent to it in spring?</p><p>I have read the report, and did not find anything in it about"
                        + " those who wait on the quay while the ferry turns around.</p></li>";
        String comments = "<div id=comments class='comments-area post-comments'><h3 class=comments-title>Comments</h3>"
                + "<ul class=comment-list>" + answer.repeat(25) + "</ul></div>";
        assertThat(text(head + comments)).contains("in a quarter").doesNotContain("any update on");
    }
}
