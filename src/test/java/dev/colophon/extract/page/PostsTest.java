package dev.colophon.extract.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.colophon.model.BlockKind;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** Which blocks of a forum's page are text once the posts are looked at as a whole. */
@NullMarked
class PostsTest {
    private static final String LONG =
            "The crane lifts what hangs on its hook and turns until the load is above the ship.";
    private static final String NOTICE =
            "<p>Welcome, guest. To post here you have to be a member of this forum first.</p>";

    /** The texts that are kept of a page whose paragraphs of prose alone the model takes for text. */
    private static List<String> kept(String html) {
        return kept(html, PageType.FORUM);
    }

    private static List<String> kept(String html, PageType... types) {
        PageOutline page = PageOutline.withHidden(Jsoup.parse(html).body());
        BlockKind[] kinds = ProsePages.kinds(page);
        PageHints hints = new PageHints(null, Set.of(types), null, List.of(), null);
        Posts.keep(new PageMeasures(page, hints, kinds.clone(), null), kinds);
        return page.blocks().stream()
                .filter(block -> kinds[block.index()] == BlockKind.BODY)
                .map(PageBlock::text)
                .collect(Collectors.toList());
    }

    private static String item(String type, String text) {
        return "<div itemscope itemtype='https://schema.org/" + type + "'><b>ida_7</b><div itemprop='text'>" + text
                + "</div><div>Reply</div></div>";
    }

    @Test
    void whatIsMarkedAsPostsIsTheText() {
        String discussion = item("DiscussionForumPosting", "Does it float?") + item("Comment", LONG);
        assertThat(kept(NOTICE + discussion + item("Comment", "Yes."))).containsExactly("Does it float?", LONG, "Yes.");
        String notice = "<p>Welcome, guest. You are not a member.</p>";
        String answers = item("Answer", LONG) + item("Answer", LONG) + item("Answer", "Yes.");
        assertThat(kept(notice + item("Question", "Does it float?") + answers))
                .containsExactly("Does it float?", LONG, LONG, "Yes.");
    }

    @Test
    void remarksOnAQuestionAreLeftToTheModel() {
        assertThat(kept(item("Question", LONG) + item("Comment", "Does it float?") + item("Comment", LONG)))
                .containsExactly(LONG, LONG);
    }

    @Test
    void quotationsOfOtherPostsAreLeftToTheModel() {
        assertThat(kept(item("DiscussionForumPosting", LONG) + item("Comment", "<blockquote>Yes.</blockquote>Really?")))
                .containsExactly(LONG, "Really?");
    }

    @Test
    void whereRepliesAloneAreMarkedEverythingStays() {
        assertThat(kept("<p>" + LONG + "</p>" + item("Comment", LONG) + item("Comment", "Yes.")))
                .containsExactly(LONG, LONG);
        assertThat(kept("<p>" + LONG + "</p>" + item("Comment", "Yes.") + item("Answer", "No.")))
                .containsExactly(LONG);
    }

    @Test
    void whereMoreIsTextThanWhatIsMarkedEverythingStays() {
        String reply = "<div class=reply><p>" + LONG + "</p></div>";
        assertThat(kept(item("DiscussionForumPosting", LONG) + reply + reply)).containsExactly(LONG, LONG, LONG);
        assertThat(kept(reply + item("Question", "Does it float?"))).containsExactly(LONG);
        assertThat(kept(reply + item("DiscussionForumPosting", "Poll") + item("Comment", "Yes.")))
                .containsExactly(LONG);
        assertThat(kept(reply + "<div hidden>" + item("Question", LONG + LONG) + "</div>"))
                .startsWith(LONG);
    }

    @Test
    void whatIsSaidBesideAnArticleIsNoThread() {
        assertThat(kept(NOTICE + item("Question", LONG + " " + LONG), PageType.FORUM, PageType.OG_ARTICLE))
                .hasSize(2);
    }

    @Test
    void textOfOtherThingsIsNoPost() {
        assertThat(kept("<p>" + LONG + "</p>" + item("Review", "Fine."))).containsExactly(LONG);
    }
}
