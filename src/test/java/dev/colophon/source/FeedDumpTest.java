package dev.colophon.source;

import static dev.colophon.source.Archives.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.colophon.model.Capture;
import dev.colophon.source.format.Slice;
import dev.colophon.source.format.SourceLimits;
import dev.colophon.source.format.SourceSettings;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class FeedDumpTest {
    private static final String RSS = """
            <?xml version="1.0" encoding="UTF-8"?>
            <!-- <item> of no feed -->
            <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
            <title>The Mill</title><link>https://mill.example/</link><language>en-gb</language>
            %s
            </channel></rss>
            """;
    private static final String FULL = """
            <item><title>Flour &amp; bran</title><link>https://mill.example/flour?a=1&b=2</link>
            <guid isPermaLink="false">mill-17</guid><pubDate>Tue, 07 Mar 2023 09:15:00 +0100</pubDate>
            <dc:creator><![CDATA[Mina Hallow]]></dc:creator><author>sen@mill.example (Avro Sen)</author>
            <category>milling</category><category>bread</category>
            <description>About flour.</description>
            <content:encoded><![CDATA[<p>The mill ground all night.</p></item><p>Nobody&nbsp;slept.</p>]]></content:encoded>
            <enclosure url="https://mill.example/a.jpg" type="image/jpeg" length="1"/></item>""";

    private static String item(String inner) {
        return "<item>" + inner + "</item>";
    }

    @Test
    void everyItemOfAFeedIsADocument() throws IOException {
        Dump dump = Dump.of(RSS.formatted(FULL
                + item("<link>https://mill.example/bread</link><description>Bread&nbsp;is" + " back.</description>")));
        assertThat(dump.shown()).containsExactly("flour?a=1&b=2", "bread");
        Capture full = dump.capture(0);
        assertThat(full.declaredType()).isEqualTo("text/html; charset=utf-8");
        assertThat(dump.body(0)).isEqualTo("<p>The mill ground all night.</p></item><p>Nobody&nbsp;slept.</p>");
        assertThat(full.origin().recordId()).isEqualTo("mill-17");
        assertThat(dump.place(0)).isEqualTo(FULL);
        assertThat(dump.declared(0).headline().title()).isEqualTo("Flour & bran");
        assertThat(dump.declared(0).headline().description()).isEqualTo("About flour.");
        assertThat(dump.declared(0).siteName()).isEqualTo("The Mill");
        assertThat(dump.declared(0).language()).isEqualTo("en-gb");
        assertThat(dump.declared(0).tags()).containsExactly("milling", "bread");
        assertThat(dump.declared(0).imageUrl()).isEqualTo("https://mill.example/a.jpg");
        assertThat(dump.dates(0)).containsExactly("published Tue, 07 Mar 2023 09:15:00 +0100 rss:pubDate");
        assertThat(dump.names(0)).containsExactly("author Mina Hallow rss:dc:creator", "author Avro Sen rss:author");
        assertThat(dump.capture(1).declaredType()).isEqualTo("text/html; charset=utf-8");
        assertThat(dump.declared(1).headline().description()).isNull();
    }

    @Test
    void readsAtom() throws IOException {
        Dump dump = Dump.of("""
                <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de"><title>Die Mühle</title>
                <author><name>Mina Hallow</name></author><updated>2024-01-01T00:00:00Z</updated>
                <entry><title>Mehl</title><link rel="self" href="https://mill.example/self"/>
                <link rel="alternate" href="https://mill.example/mehl"/><id>tag:mill,1</id>
                <published>2023-03-07T09:15:00+01:00</published><updated>2023-03-08T10:00:00+01:00</updated>
                <summary>Kurz.</summary>
                <content type="xhtml"><h:div xmlns:h="http://www.w3.org/1999/xhtml"><h:p class="a">Die M&#252;hle
                &amp; <h:b>das</h:b> Mehl.</h:p></h:div></content></entry>
                <entry><link href="https://mill.example/brot"/><author><name>Avro Sen</name></author>
                <source><title>Andere</title></source><content type="html">&lt;p&gt;Brot.&lt;/p&gt;</content></entry>
                <entry><link href="https://mill.example/bild"/><content type="image/png">iVBORw0KGgo=</content>
                <summary type="text">Ein Bild &lt;klein&gt;.</summary></entry>
                </feed>
                """);
        assertThat(dump.shown()).containsExactly("mehl", "brot", "bild");
        assertThat(dump.body(0)).contains("<p class=\"a\">Die Mühle", "&amp; <b>das</b> Mehl.</p>");
        assertThat(dump.declared(0).language()).isEqualTo("de");
        assertThat(dump.declared(0).siteName()).isEqualTo("Die Mühle");
        assertThat(dump.dates(0))
                .containsExactly(
                        "published 2023-03-07T09:15:00+01:00 atom:published",
                        "modified 2023-03-08T10:00:00+01:00 atom:updated");
        assertThat(dump.names(0)).containsExactly("author Mina Hallow atom:feed/author/name");
        assertThat(dump.names(1)).containsExactly("author Avro Sen atom:author/name");
        assertThat(dump.body(1)).isEqualTo("<p>Brot.</p>");
        assertThat(dump.body(2)).isEqualTo("Ein Bild <klein>.");
        assertThat(dump.capture(2).declaredType()).startsWith("text/plain");
    }

    @Test
    void readsRss1AndItsEncoding() throws IOException {
        String feed = "<?xml version='1.0' encoding='windows-1251'?>\n<rdf:RDF xmlns='http://purl.org/rss/1.0/'>"
                + "<channel><title>Мельница</title><items><rdf:Seq/></items></channel>"
                + "<item rdf:about='https://mill.example/1'><title>Мука</title><link>https://mill.example/1</link>"
                + "<dc:date>2023-03-07</dc:date><description>Мельница молола всю ночь.</description></item></rdf:RDF>";
        Dump dump = Dump.of(feed.getBytes(Charset.forName("windows-1251")));
        assertThat(dump.shown()).containsExactly("1");
        assertThat(dump.body(0)).isEqualTo("Мельница молола всю ночь.");
        assertThat(dump.declared(0).siteName()).isEqualTo("Мельница");
        assertThat(dump.dates(0)).containsExactly("unspecified 2023-03-07 rss:dc:date");
    }

    @Test
    void anElementOfFeedBurnerMakesNoAtom() throws IOException {
        String info = "<feedburner:info uri='mill' xml:lang='fr'/>";
        Dump dump = Dump.of(RSS.formatted(info + FULL));
        assertThat(dump.declared(0).siteName()).isEqualTo("The Mill");
        assertThat(dump.declared(0).language()).isEqualTo("en-gb");
        assertThat(dump.names(0)).contains("author Mina Hallow rss:dc:creator");
    }

    @Test
    void aReferenceToNoCharacterIsLeftOut() throws IOException {
        Dump dump = Dump.of(
                RSS.formatted(item("<description>Fl&#11;our&#x1f; is&#9;b&#xd800;a&#9999999;ck&#x21;</description>")));
        assertThat(dump.body(0)).isEqualTo("Flour is\tback!");
    }

    @Test
    void titlesAndDescriptionsArePlain() throws IOException {
        String text = "<content:encoded>Text.</content:encoded>";
        Dump rss = Dump.of(RSS.replace("The Mill", "The Mill &amp;amp; Bread")
                .formatted(
                        item("<title>Fish &amp;amp; chips</title><description>Se&amp;aacute;n&amp;#146;s</description>"
                                        + text)
                                + item("<title><![CDATA[Don&#8217;t <em>go</em>]]></title>" + text)
                                + item("<title>A List&lt;String> &amp;nonesuch;</title>" + text)
                                + item("<description>Flour.</description>")));
        assertThat(rss.declared(0).siteName()).isEqualTo("The Mill & Bread");
        assertThat(rss.declared(0).headline().title()).isEqualTo("Fish & chips");
        assertThat(rss.declared(0).headline().description()).isEqualTo("Seán’s");
        assertThat(rss.declared(1).headline().title()).isEqualTo("Don’t go");
        assertThat(rss.declared(2).headline().title()).isEqualTo("A List<String> &nonesuch;");
        assertThat(rss.capture(3).declaredType()).startsWith("text/plain");
        Dump atom = Dump.of("""
                <feed><title>Mill</title>
                <entry><title type="html">Fish &amp;amp; &lt;b&gt;chips&lt;/b&gt;</title><summary>x</summary></entry>
                <entry><title type="text">The &lt;b&gt; of &amp;amp;</title><summary>x</summary></entry>
                <entry><title type="xhtml"><div>Fish &amp; <b>chips</b></div></title><summary>x</summary></entry></feed>
                """);
        assertThat(atom.declared(0).headline().title()).isEqualTo("Fish & chips");
        assertThat(atom.declared(1).headline().title()).isEqualTo("The <b> of &amp;");
        assertThat(atom.declared(2).headline().title()).isEqualTo("Fish & chips");
    }

    @Test
    void aDamagedItemCostsItself() throws IOException {
        String good = item("<link>https://mill.example/a</link><description>Whole.</description>");
        Dump dump = Dump.of(RSS.formatted(good + "<item><link>https://mill.example/lost</link>"
                + item("<p>crossed</b></p>") + item("<title>T</title><link>https://mill.example/t</link>") + "<item/>"
                + good));
        assertThat(dump.shown()).containsExactly("a", "!malformed", "!malformed", "!empty", "!empty", "a");
        assertThat(dump.reject(3).url()).isEqualTo("https://mill.example/t");
    }

    @Test
    void nothingIsLostWhereverAFeedIsCut() throws IOException {
        byte[] whole = bytes(RSS.formatted(FULL + FULL));
        int first = RSS.indexOf("%s");
        int end = first + 2 * FULL.length();
        for (int length = first + "<item>".length(); length < end; length += 7) {
            Dump dump = Dump.of(Arrays.copyOf(whole, length));
            int last = dump.items().size() - 1;
            int second = length - first - FULL.length();
            boolean between = second >= 0 && second < "<item>".length();
            assertThat(between || dump.shown().get(last).equals("!truncated"))
                    .as("cut at %d", length)
                    .isTrue();
        }
    }

    @Test
    void anItemBeyondTheLimitIsPassedOver() throws IOException {
        String small = item("<link>https://mill.example/a</link><description>Whole.</description>");
        String large = item("<description><![CDATA[" + "long ".repeat(1_000) + small + "]]></description>");
        SourceSettings limits = SourceSettings.of(new SourceLimits(1000, 200));
        Dump dump = Dump.of(bytes(RSS.formatted(small + large + small)), limits, Slice.WHOLE);
        assertThat(dump.shown()).containsExactly("a", "!limit-size", "a");
    }

    @Test
    @Timeout(20)
    void nothingIsResolvedAndNothingMultiplies() throws IOException {
        String bomb =
                "<!DOCTYPE rss [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b SYSTEM 'file:///etc/hostname'>]>\n<rss><channel>"
                        + item("<description>x &a; &b; y</description>") + "</channel></rss>";
        Dump dump = Dump.of(bomb);
        assertThat(dump.body(0)).isEqualTo("x &a; &b; y");
        Dump deep = Dump.of(RSS.formatted(item("<a>".repeat(200_000) + "</a>".repeat(200_000))));
        assertThat(deep.shown()).containsExactly("!limit-depth");
    }

    @Test
    void otherXmlIsNoFeed() throws IOException {
        for (String other : new String[] {
            "<rss><channel><title>Nothing yet</title></channel></rss>",
            "<feedback><item>x</item></feedback>",
            "<urlset><url><loc>https://mill.example/</loc></url></urlset>",
            "A text about <rss> and <item>s",
        }) {
            assertThat(Dump.of(other).shown()).containsExactly(other);
        }
    }
}
