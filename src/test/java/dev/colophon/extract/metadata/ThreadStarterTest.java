package dev.colophon.extract.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import dev.colophon.model.NameClaim;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who began the thread that a page shows. */
class ThreadStarterTest {
    private static final String HEAD = "<body><nav><a href='/users/1'>Log in</a></nav><h1>Does it float?</h1>";
    private static final String POST = "<div class=main><p>" + "Words of a post that goes on for a while. ".repeat(5);

    private static List<String> starters(String html) {
        Document page = Jsoup.parse(html, "https://forum.example/t/7");
        return new PageMetadataReader(TestPages.LINES)
                .read(PageFlow.of(page), page.selectFirst(".main"), page.selectFirst("h1"), true, null).names().stream()
                        .filter(name -> name.locator().equals("thread starter"))
                        .map(NameClaim::raw)
                        .toList();
    }

    @Test
    void microdataNamesWhoAskedAndWhoAnswersLater() {
        String answer = "<div itemscope itemtype='https://schema.org/Answer'><b itemprop=author>bo_9</b></div>";
        String question =
                "<div itemscope itemtype='https://schema.org/Question'><i>edited by <a href='/users/3'>eve</a></i>"
                        + "<div itemprop=author itemscope itemtype='https://schema.org/Person'><a href='/users/2'>Ida7</a>"
                        + "<meta itemprop=name content=Ida7></div></div>";
        assertThat(starters(HEAD + answer + question + POST)).containsExactly("Ida7");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/u/ida7",
                "https://forum.example/users/4818/ida",
                "member.php?u=9",
                "user-12.html",
                "./memberlist.php?mode=viewprofile&u=7",
                "index.php?action=profile;u=7",
                "member.php?action=profile&uid=7",
                "home.php?mod=space&uid=3",
                "/de/mitglieder/ida.7/"
            })
    void theFirstLinkToAnAccountNamesWhoBegan(String address) {
        String links = "<a href='/topic/user-guides-and-more'>User guides</a><a href='/t/users'>9</a>";
        assertThat(starters(HEAD + links + "<a href='" + address + "'>Ida7</a><a href='/u/bo'>bo_9</a>" + POST))
                .containsExactly("Ida7");
    }

    @Test
    void otherLinksNameNobody() {
        String byline = "<p>By Nora Quist</p>";
        String welcome =
                "<a href='/account/create'>Create</a><a href='/users?tab=top'>Top</a><a href='/u/9'>2 posts</a>"
                        + "<a href='https://nasa.example/space/2024/ferry'>Ferry</a>";
        String guest = "<b>Ida</b>" + POST + "<a href='/u/bo'>bo_9</a>";
        assertThat(starters(HEAD + byline + "<a href='/u/bo'>bo_9</a>" + POST)).isEmpty();
        assertThat(starters(HEAD + welcome + guest)).isEmpty();
        assertThat(starters("<link rel=prev href='/t/7?page=1'>" + HEAD + "<a href='/u/bo'>bo_9</a>" + POST))
                .isEmpty();
        assertThat(starters(HEAD + "Moderators: <a href='/u/mo'>mo</a><ul><li>A thread</li></ul>"))
                .isEmpty();
    }

    @Test
    void linksToNoAccountNameNobody() {
        String others = "<a href='/user/login'>Log in</a><a href='member.php?action=register'>Register</a>";
        assertThat(starters(HEAD + "<a href='/u/'>nobody</a><a href='https://users.example/a'>a</a>" + others + POST))
                .isEmpty();
    }
}
