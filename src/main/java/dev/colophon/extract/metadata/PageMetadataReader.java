package dev.colophon.extract.metadata;

import dev.colophon.extract.metadata.PageFacts.Place;
import dev.colophon.extract.page.SiteProfile;
import dev.colophon.model.ClaimSource;
import dev.colophon.model.DateClaim;
import dev.colophon.model.DateClaim.Meaning;
import dev.colophon.model.LineClassifier;
import dev.colophon.model.NameClaim;
import dev.colophon.model.Region;
import dev.colophon.model.ShownLine;
import dev.colophon.text.Digits;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** Reads what an HTML page says of itself. Thread-safe. */
public final class PageMetadataReader {
    private static final int MAX_SCRIPTS = 100;

    private final LineClassifier lines;

    /** @param lines tells dates and bylines from text */
    public PageMetadataReader(LineClassifier lines) {
        this.lines = lines;
    }

    /**
     * Everything the page states.
     *
     * @param flow the page, base URI set where the address is known
     * @param main the element that holds the main text; null where none was found
     * @param headline the element that shows the title; null where none was found
     */
    public PageMetadata read(PageFlow flow, @Nullable Element main, @Nullable Element headline) {
        return read(flow, main, headline, false, null);
    }

    /**
     * The same with what is known of the page and its site.
     *
     * @param thread whether the page is one of a forum
     * @param site null where nothing is
     */
    public PageMetadata read(
            PageFlow flow,
            @Nullable Element main,
            @Nullable Element headline,
            boolean thread,
            @Nullable SiteProfile site) {
        PageFacts facts = new PageFacts();
        Document page = flow.pageHead().page();
        MetaTags.read(flow.metas(), facts);
        stateImageDate(facts);
        String address = address(page, flow, facts);
        JsonLdReader.read(linkedData(flow), address, titles(page, headline, facts), facts);
        stateVisible(flow, main, headline, thread, facts, address);
        if (site != null) {
            LearnedBylines.state(flow, site, facts);
        }
        if (!facts.knowsPublication()) {
            new ScriptDates(facts).state(flow.scripts());
        }
        return metadata(page, flow, facts, address);
    }

    /** The short lines that a reader sees, each with its place. */
    public static List<ShownLine> shortLines(PageFlow flow) {
        return LearnedBylines.lines(flow);
    }

    private void stateVisible(
            PageFlow flow,
            @Nullable Element main,
            @Nullable Element headline,
            boolean thread,
            PageFacts facts,
            @Nullable String address) {
        PageMarks marks = flow.marks();
        Element heading = headline == null ? flow.heading() : headline;
        PageRegions regions = new PageRegions(flow, main, heading, marks);
        if (thread) {
            new ThreadStarter(flow, regions, lines, facts).state(heading);
        }
        new ItemClaims(flow, marks, regions, facts).state();
        new MarkupClaims(flow, regions, new LineLabels(flow, lines), facts).state();
        LineClaims lineClaims = new LineClaims(flow, regions, lines, facts);
        lineClaims.state();
        if (!facts.knowsDate(lines::holdsDate)) {
            lineClaims.stateElsewhere();
        }
        new AuthorLinks(flow, regions, facts).state();
        new TopicLinks(flow, regions, facts, address).state();
        new NameLineClaims(flow, regions, lines, facts).state();
    }

    /** Systems keep pictures in folders by day: {@code /2025/06/05/picture.jpg}. A weak claim, of the upload. */
    private static void stateImageDate(PageFacts facts) {
        String address = facts.value(Field.IMAGE);
        if (address != null && Digits.occurIn(address)) {
            facts.date(
                    Meaning.CREATED,
                    address,
                    new Place(ClaimSource.MARKUP, "address of og:image", Region.FURNITURE, 0));
        }
    }

    private static List<String> linkedData(PageFlow flow) {
        return flow.scripts().stream()
                .filter(script -> script.attr("type").contains("ld+json"))
                .limit(MAX_SCRIPTS)
                .map(script -> unescaped(script.data()))
                .toList();
    }

    /** The data of a script that a template has escaped as if it were text: {@code {&quot;@type&quot;: …}}. */
    private static String unescaped(String data) {
        boolean escaped = data.indexOf('"') < 0 && data.contains("&quot;");
        return escaped ? Parser.unescapeEntities(data, false) : data;
    }

    private static List<String> titles(Document page, @Nullable Element headline, PageFacts facts) {
        List<String> titles = new ArrayList<>(facts.values(Field.TITLE));
        titles.add(page.title());
        if (headline != null) {
            titles.add(headline.text());
        }
        titles.removeIf(title -> title.length() < 5);
        return titles;
    }

    private static @Nullable String address(Document page, PageFlow flow, PageFacts facts) {
        for (Element link : flow.links()) {
            boolean canonical = link.attr("rel").trim().equalsIgnoreCase("canonical");
            String address = canonical ? Addresses.of(link, "href") : "";
            if (!address.isEmpty() && mayBeOf(page, address)) {
                return address;
            }
        }
        for (String stated : facts.values(Field.ADDRESS)) {
            // Identifiers are stated here too: 10.1000/182
            boolean address = stated.startsWith("/") || stated.indexOf("://") > 0;
            String absolute = address ? Addresses.resolve(page.baseUri(), stated) : "";
            if (!absolute.isEmpty() && mayBeOf(page, absolute)) {
                return absolute;
            }
        }
        return null;
    }

    /** Templates of some sites state the front page on every page. */
    private static boolean mayBeOf(Document page, String address) {
        String captured = page.location();
        return captured.isEmpty() || !Addresses.isFrontPage(address) || Addresses.isFrontPage(captured);
    }

    /** The most trusted image that lies somewhere: one inside the page stands for what scripts load later, a site for none. */
    private static @Nullable String image(Document page, PageFacts facts) {
        for (String stated : facts.values(Field.IMAGE)) {
            String absolute = Addresses.resolve(page.baseUri(), stated);
            boolean site = absolute.indexOf('?') < 0 && Addresses.isFrontPage(absolute);
            if (!stated.startsWith("data:") && (absolute.isEmpty() || !site)) {
                return absolute.isEmpty() ? stated : absolute;
            }
        }
        return null;
    }

    private static PageMetadata metadata(Document page, PageFlow flow, PageFacts facts, @Nullable String address) {
        List<DateClaim> dates = new ArrayList<>();
        List<NameClaim> names = new ArrayList<>();
        facts.claims(dates, names);
        return new PageMetadata(
                facts.values(Field.TITLE),
                facts.value(Field.KICKER),
                Descriptions.of(facts.values(Field.DESCRIPTION)),
                language(flow, facts),
                facts.siteName(),
                address,
                facts.section(),
                facts.tags(),
                image(page, facts),
                facts.value(Field.BODY),
                dates,
                names);
    }

    private static @Nullable String language(PageFlow flow, PageFacts facts) {
        Element html = flow.html();
        String stated = html == null
                ? ""
                : html.attr(html.hasAttr("lang") ? "lang" : "xml:lang").trim();
        return stated.isEmpty() ? facts.value(Field.LANGUAGE) : stated;
    }
}
