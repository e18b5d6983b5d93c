package dev.colophon.extract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.colophon.model.Headline;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeadlinesTest {
    private static final String TEXT =
            "<p>The river that runs through the town was clean again in spring, and the children who had never seen it so "
                    + "stood on the bridge for hours, counting the fish that came up from the sea.</p>";

    private static Headline headline(String head, String body) throws ExtractionException {
        return Pages.read("<html><head>" + head + "</head><body>" + body + TEXT + TEXT + "</body></html>")
                .headline();
    }

    private static String title(String head, String body) throws ExtractionException {
        return headline(head, body).title();
    }

    @Test
    void aHeadingThatAgreesWithTheHeadIsTheTitleAsItIsPrinted() throws ExtractionException {
        assertThat(title("<title>How the river came clean - Hill Post</title>", "<h1>How the River Came Clean</h1>"))
                .isEqualTo("How the River Came Clean");
    }

    @Test
    void aHeadingOfSomethingElseIsNotTheTitle() throws ExtractionException {
        String head = "<title>How the river came clean - Hill Post</title>"
                + "<meta property='og:site_name' content='Hill Post'>";
        assertThat(title(head, "<h1>12 comments</h1>")).isEqualTo("How the river came clean");
        assertThat(title("<title>村の川がきれいになった｜丘新聞</title>", "<h1>お知らせ</h1>")).isEqualTo("村の川がきれいになった");
    }

    @Test
    void aHeadingThatTheAddressNamesIsTheTitleWhateverTheHeadSays() throws ExtractionException {
        String head = "<title>Kettles in copper and steel, and all for a good kitchen</title>"
                + "<link rel='canonical' href='https://shop.example/kettles/copper-kettles'>";
        assertThat(title(head, "<h1>Copper kettles</h1>")).isEqualTo("Copper kettles");
    }

    @Test
    void aHeadingStaysWhereTheHeadNamesTheSiteAlone() throws ExtractionException {
        String head = "<title>Hill Post</title><meta property='og:site_name' content='Hill Post'>";
        assertThat(title(head, "<h1>How the river came clean</h1>")).isEqualTo("How the river came clean");
    }

    @Test
    void aSitesNameInTheFirstHeadingGivesWayToTheHeadingBelow() throws ExtractionException {
        String body = "<h1>The Book of Rivers</h1><h2>Springs and Wells</h2>";
        assertThat(title("<title>Springs and Wells - The Book of Rivers</title>", body))
                .isEqualTo("Springs and Wells");
        assertThat(title(
                        "<title>The Book of Rivers » Springs and Wells</title>"
                                + "<meta property='og:site_name' content='The Book of Rivers'>",
                        body))
                .isEqualTo("Springs and Wells");
    }

    @Test
    void aSummaryOrADateInTheHeadingIsNoPartOfTheTitle() throws ExtractionException {
        String head = "<title>How the river came clean</title>";
        assertThat(title(
                        head, "<h1>How the river came clean <small>A town fights for its water, and wins</small></h1>"))
                .isEqualTo("How the river came clean");
        assertThat(title(head, "<h1>How the river came clean<br><span>02.02.2022 • News</span></h1>"))
                .isEqualTo("How the river came clean");
    }

    @Test
    void theSitesNameAfterTheHeadingsWordsIsTakenOff() throws ExtractionException {
        String head = "<title>How the river came clean | Hill Post</title>"
                + "<meta property='og:site_name' content='Hill Post'>";
        assertThat(title(head, "<h1>How the river came clean | Hill Post</h1>")).isEqualTo("How the river came clean");
    }

    @Test
    void aHeadingsOwnDashesAndStrokesStay() throws ExtractionException {
        String head = "<title>Floods in the hills 2026 / 2027 - Hill Post</title>";
        assertThat(title(head, "<h1>Floods in the hills 2026 / 2027</h1>"))
                .isEqualTo("Floods in the hills 2026 / 2027");
    }

    @Test
    void aPermanentLinksMarkIsNoPartOfTheTitle() throws ExtractionException {
        assertThat(title("<title>Reading rivers — Manual</title>", "<h1>Reading rivers<a href='#x'>¶</a></h1>"))
                .isEqualTo("Reading rivers");
    }

    @Test
    void aTitleThatFellOutOfABrokenHeadIsRead() throws ExtractionException {
        assertThat(Pages.read("<br><b>Deprecated</b>: use of old things <head><title>How the river came clean</title>"
                                + "</head><body>" + TEXT + "</body>")
                        .headline()
                        .title())
                .isEqualTo("How the river came clean");
    }

    @Test
    void structuredDataOfAnotherThingOnThePageIsNotItsTitle() throws ExtractionException {
        String head =
                "<title>My view of rivers - Hill Forum</title><meta property='og:title' content='My view of rivers'>"
                        + "<script type='application/ld+json'>{\"@type\":\"SocialMediaPosting\",\"headline\":\"Buy boats\"}</script>";
        assertThat(title(head, "")).isEqualTo("My view of rivers");
    }

    @Test
    void aHiddenHeadingTellsWhereTheWindowsTitleEnds() throws ExtractionException {
        assertThat(title(
                        "<title>River lamps | Lamps for every room in your house and garden</title>",
                        "<div style='display:none'><h1>River lamps</h1></div>"))
                .isEqualTo("River lamps");
    }

    @Test
    void aKickerStaysInTheTitleThatCarriesIt() throws ExtractionException {
        Headline headline = headline(
                "<title>Clean water: The river came back</title><meta property='og:title' content='The river came back'>",
                "<h1>Clean water: The river came back</h1>");
        assertThat(headline.title()).isEqualTo("Clean water: The river came back");
        assertThat(headline.kicker()).isEqualTo("Clean water");
    }

    @Test
    void theBooksHeadingGivesWayWhereverTheChaptersOwnIsShort() throws ExtractionException {
        String body = "<h1>The Great Book of All Rivers and Lakes</h1><h2>What is a spring?</h2>";
        assertThat(title("<title>What is a spring? - The Great Book of All Rivers and Lakes</title>", body))
                .isEqualTo("What is a spring?");
    }

    @Test
    void aSectionsHeadingBelowIsNotTheTitle() throws ExtractionException {
        String body = "<h1>How the river came clean</h1><h2>Environment news</h2>";
        String head = "<title>Environment news: How the river came clean</title>"
                + "<meta property='og:title' content='How the river came clean'>";
        assertThat(title(head, body)).isEqualTo("How the river came clean");
    }

    @Test
    void theOnlyFirstHeadingIsTheTitleOfAPageThatStatesNone() throws ExtractionException {
        assertThat(title("", "<h1>How the river came clean</h1>")).isEqualTo("How the river came clean");
        assertThat(title("", "<h1>How the river came clean</h1><h1>Another river</h1>"))
                .isNull();
    }

    @Test
    void aHeadingOfTwoBlocksIsOneTitle() throws ExtractionException {
        String body = "<h1><div><span>Clean water</span></div><span class='visually-hidden'>: </span><span>A river "
                + "comes back</span></h1>";
        assertThat(title("<title>Clean water: A river comes back | Hill Post</title>", body))
                .isEqualTo("Clean water: A river comes back");
    }

    @Test
    void whatIsGluedToTheTitleInItsHeadingIsLeftOut() throws ExtractionException {
        String head = "<meta name='citation_title' content='How the rivers of the plain came clean'>"
                + "<title>[1701.1] How the rivers of the plain came clean</title>";
        String body = "<h1><span class='descriptor'>Title:</span>How the rivers of the plain came clean</h1>";
        assertThat(title(head, body)).isEqualTo("How the rivers of the plain came clean");
    }

    @Test
    void aTitleThatTheHeadCallsTheSiteIsStillTheTitle() throws ExtractionException {
        String name = "Mayor: The river will be clean one way or the other";
        String head = "<title>" + name + " | Hill Post</title><meta property='og:title' content='" + name
                + "'><meta property='og:site_name' content='" + name + "'>";
        assertThat(title(head, "<h1>" + name + "</h1>")).isEqualTo(name);
    }

    @Test
    void aKickerThatAnElementPartsFromTheTitleIsTheKickerAlone() throws ExtractionException {
        String head = "<title>The river comes back - Hill Post</title>";
        Headline printed = headline(head, "<h1><span class='over'>Clean water</span>\n\"The river comes back\"</h1>");
        assertThat(printed.title()).isEqualTo("\"The river comes back\"");
        assertThat(printed.kicker()).isEqualTo("Clean water");
        Headline dated = headline(head, "<h1><span class='over'>27.01.2022</span>\n\"The river comes back\"</h1>");
        assertThat(dated.kicker()).isNull();
        Headline marked = headline(head, "<h1><span>Clean water / </span>The river comes back</h1>");
        assertThat(marked.title()).isEqualTo("Clean water / The river comes back");
    }

    @Test
    void aHeadingWinsOverWhatNobodyCalledAPage() throws ExtractionException {
        for (String stated : new String[] {"Untitled Document", "article.php?id=4711", "無題ドキュメント", "index.html"}) {
            assertThat(title("<title>" + stated + "</title>", "<h1>Nine bridges for an island</h1>"))
                    .isEqualTo("Nine bridges for an island");
        }
    }

    @Test
    void aHeadingThatTheTextSpeaksOfWinsOverWhatItDoesNot() throws ExtractionException {
        String head = "<title>Hill Post - News, Sport, Culture</title>";
        assertThat(title(head, "<h1>Children count fish from the bridge</h1>"))
                .isEqualTo("Children count fish from the bridge");
        assertThat(title("<title>Fish from the sea are back</title>", "<h1>Children count their money</h1>"))
                .isEqualTo("Fish from the sea are back");
    }

    @Test
    void theOnlyLesserHeadingIsTheTitleOfAPageThatIsCalledNothing() throws ExtractionException {
        assertThat(title("", "<h2>How the river came clean</h2>")).isEqualTo("How the river came clean");
        assertThat(title("", "<h2>News</h2><h2>How the river came clean</h2>")).isNull();
    }

    @Test
    void aDayBeforeATitleIsNoPartOfIt() throws ExtractionException {
        assertThat(title(
                        "<title>23.01.2026 - The bridge opens - The Daily</title>",
                        "<h1>23.01.2026 - The bridge opens</h1>"))
                .isEqualTo("The bridge opens");
        assertThat(title("<title>2026/01/23 | The bridge opens</title>", "")).isEqualTo("The bridge opens");
        assertThat(title("<title>11.09.2001: what we saw</title>", "<h1>11.09.2001: what we saw</h1>"))
                .isEqualTo("11.09.2001: what we saw");
        for (String kept : new String[] {
            "24-7-365 - what we do", "11.22.63 - what we saw", "1.2.10 - what we mended", "2024-13-45 - what we saw"
        }) {
            assertThat(title("<title>" + kept + "</title>", "")).isEqualTo(kept);
        }
    }

    @Test
    void wordsOfAForumsSystemAreNoPartOfATitle() throws ExtractionException {
        assertThat(title("<title>River Forum :: View topic - How clean is it?</title>", ""))
                .isEqualTo("How clean is it?");
        assertThat(title("<title>How clean is it? - Powered by Discuz!</title>", ""))
                .isEqualTo("How clean is it?");
        assertThat(title("<title>How clean is it?</title>", "<h1>Thread: How clean is it?</h1>"))
                .isEqualTo("How clean is it?");
    }

    @Test
    void aHeadingThatLeadsToTheFrontPageNamesTheSite() throws ExtractionException {
        String logo = "<h1><a href='https://hill.example/'>Hill Post and Valley News</a></h1>";
        assertThat(title("<title>Electrical - Overview | Hill Post and Valley News</title>", logo))
                .isEqualTo("Electrical - Overview");
        assertThat(title("<title>Hill Post and Valley News » Blog Archiv » Rivers run clean</title>", logo))
                .isEqualTo("Rivers run clean");
        assertThat(title("<title>Hill Post and Valley News</title>", logo)).isEqualTo("Hill Post and Valley News");
    }

    @Test
    void theSitesNameIsNoPartOfAHeadingThatTheHeadRepeats() throws ExtractionException {
        String head = "<title>Rivers run clean – Hill Post - Hill Post</title>"
                + "<meta property='og:site_name' content='Hill Post'>";
        assertThat(title(head, "<h1>Rivers run clean – Hill Post</h1>")).isEqualTo("Rivers run clean");
    }

    @Test
    void theHeadingOfOnePageOfManyIsItsTitle() throws ExtractionException {
        assertThat(title(
                        "<meta name=Generator content='makeinfo 6.8'>"
                                + "<title>Winding (Harbour Crane Manual, version 2.24)</title>",
                        "<h3>3.3 Winding</h3>"))
                .isEqualTo("3.3 Winding");
        assertThat(title(
                        "<!-- Generated by javadoc (1.8.0) on Thu Jun 05 10:00:00 2025 -->"
                                + "<title>Rope (Harbour Crane 2.4 API)</title>",
                        "<h2>Annotation Type Rope</h2>"))
                .isEqualTo("Annotation Type Rope");
        assertThat(title(
                        "<link rel=up href=ropes.html><title>Handbuch der Hafenkräne: 4.1.6 Andere Seile</title>",
                        "<h4>4.1.6 Andere Seile</h4>"))
                .isEqualTo("4.1.6 Andere Seile");
        assertThat(title(
                        "<meta name=generator content='GTK-Doc V1.33'><title>Winde: Reference Manual</title>",
                        "<h2><span>Winde</span> \uD83D\uDD17</h2>"))
                .isEqualTo("Winde");
    }

    @Test
    void aHeadingAboveTheTextSaysAllButWhatTheHeadAddsInBrackets() throws ExtractionException {
        assertThat(title("<title>Ropes We Liked (77 sorts of hemp and wire)</title>", "<h2>Ropes We Liked</h2>"))
                .isEqualTo("Ropes We Liked");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "Storm kills three in Bengal: World News ! <aside><h3>World News</h3></aside>",
                "Sport: Bayern gewinnt gegen Madrid ! <h2>Sport</h2><div>Bayern gewinnt gegen Madrid</div>",
                "Opinion: The Bridge Must Open in May ! <h4>Opinion</h4><div>The bridge must open</div>",
                "橋が閉鎖: 地域ニュース ! <h3>地域ニュース</h3>",
            })
    void aRubricIsNoTitle(String title, String heading) throws ExtractionException {
        assertThat(title("<title>" + title + "</title>", heading)).isEqualTo(title);
        assertThat(title(
                        "<meta name=generator content='WordPress 6.4'><link rel=prev href=a><link rel=next href=b><title>"
                                + title + "</title>",
                        heading))
                .isEqualTo(title);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "Berlin: Feuer in Kreuzberg ! <h3>Berlin</h3><ul><li><a href=x>Noch eine</a></ul>",
                "Jane Doe: Why I Left London ! <h4>Jane Doe</h4><p>Jane Doe is a writer.</p>",
            })
    void aHeadingBehindTheTextIsNoTitleOfAPageOfMany(String title, String heading) throws ExtractionException {
        String up = "<link rel=up href=all.html>";
        assertThat(title(up + "<title>" + title + "</title>", "<div>Feuer</div>" + TEXT + TEXT + heading))
                .isEqualTo(title);
        assertThat(title(up + "<title>" + title + "</title>", "<nav>" + heading + "</nav>"))
                .isEqualTo(title);
        assertThat(title(up + "<title>" + title + "</title>", "<div class=author>" + heading + "</div>"))
                .isEqualTo(title);
    }

    @Test
    void aLesserHeadingOfSomethingElseIsNotTheTitle() throws ExtractionException {
        assertThat(title("<title>Ropes (of hemp)</title>", "<h3>What all ropes of our harbour are made of</h3>"))
                .isEqualTo("Ropes (of hemp)");
        String head = "<title>Rivers: how they came clean</title><meta property='og:site_name' content='Rivers'>";
        assertThat(title(head, "<h2>Rivers</h2>")).isNotEqualTo("Rivers");
    }

    @Test
    void marksThatStylesDrawInAHeadingAreTakenFromTheHead() throws ExtractionException {
        assertThat(title(
                        "<title>Crane.Rope.wind_up</title>",
                        "<h1><a>Crane</a><span class=sep></span><a>Rope</a><span class=sep></span>wind_up</h1>"))
                .isEqualTo("Crane.Rope.wind_up");
    }

    @Test
    void aTitleOfThousandsOfColonsIsNoHeading() throws ExtractionException {
        assertThat(title("<title>" + "a: ".repeat(30_000) + "</title>", "")).isNull();
    }

    @Test
    void aTitleThatTheWindowHasWholeBeforeTheSitesNameIsNotCutAtADash() throws ExtractionException {
        String head = "<title>Inside the lab that grows diamonds – in a week | Hill Post</title>"
                + "<meta property='og:title' content='Inside the lab that grows diamonds – in a week'>"
                + "<meta property='og:site_name' content='Hill Post'>";
        assertThat(title(head, "")).isEqualTo("Inside the lab that grows diamonds – in a week");
    }

    @Test
    void aNumberThatBeginsAHeadlineIsNoKicker() throws ExtractionException {
        Headline headline = headline(
                "<title>The 10 Best Bridges of 2025 | Gear</title><meta property='og:title' content='Best Bridges of 2025'>",
                "<h1>The 10 Best Bridges of 2025</h1>");
        assertThat(headline.title()).isEqualTo("The 10 Best Bridges of 2025");
        assertThat(headline.kicker()).isNull();
    }
}
