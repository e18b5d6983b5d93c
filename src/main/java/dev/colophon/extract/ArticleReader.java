package dev.colophon.extract;

import dev.colophon.extract.charset.DecodedText;
import dev.colophon.extract.charset.TextDecoder;
import dev.colophon.extract.metadata.PageFlow;
import dev.colophon.extract.metadata.PageMetadata;
import dev.colophon.extract.metadata.PageMetadataReader;
import dev.colophon.extract.page.BlockModel;
import dev.colophon.extract.page.MainText;
import dev.colophon.extract.page.MainTextFinder;
import dev.colophon.extract.page.PageHead;
import dev.colophon.extract.page.PageHints;
import dev.colophon.extract.page.PageOutline;
import dev.colophon.extract.page.PageSketch;
import dev.colophon.extract.page.PageType;
import dev.colophon.extract.page.SiteProfile;
import dev.colophon.extract.page.SpokenWords;
import dev.colophon.extract.page.TextMatch;
import dev.colophon.extract.script.ScriptedText;
import dev.colophon.model.Block;
import dev.colophon.model.BlockKind;
import dev.colophon.model.Capture;
import dev.colophon.model.Extraction;
import dev.colophon.model.Headline;
import dev.colophon.model.LineClassifier;
import dev.colophon.model.NameClaim;
import dev.colophon.model.RejectReason;
import dev.colophon.model.Role;
import dev.colophon.text.Invisibles;
import dev.colophon.text.NormalForm;
import dev.colophon.text.Spaces;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** Reads HTML and XHTML pages: one parse, main text, title and claims. Thread-safe. */
final class ArticleReader implements Extractor {
    /** The shortest text that structured data can stand in for. */
    private static final int SHORT = 300;
    /** JSON-LD's own text stands in only where the page itself shows no more than this part of it. */
    private static final double SHOWN = 0.3;

    /** So many of the words that the page is called by stand in its text, mostly. */
    private static final double SPOKEN_OF = 0.5;

    private static final int BEGINNING = 60;

    /** Length from which a line is a paragraph. */
    private static final int PARAGRAPH = 80;

    /** Shorter titles say a word twice: {@code Bye bye}. */
    private static final int SHORTEST_REPEAT = 15;

    private final MainTextFinder texts;
    private final PageMetadataReader metadata;

    ArticleReader(LineClassifier lines, BlockModel model) {
        this.texts = new MainTextFinder(lines, model);
        this.metadata = new PageMetadataReader(lines);
    }

    /** What of the page can be compared with other pages of its site. */
    SurveyedPage survey(Capture capture) throws ExtractionException {
        String html = decode(capture).text();
        return DocumentSize.markup(html, () -> survey(html, capture.url()));
    }

    private SurveyedPage survey(String html, @Nullable String url) throws ExtractionException {
        PageFlow flow = flow(parse(html, url));
        PageSketch sketch = PageSketch.of(flow.outline());
        PageMetadata stated = metadata.read(flow, null, null);
        return new SurveyedPage(
                sketch, stated.dates(), stated.language(), stated.names(), PageMetadataReader.shortLines(flow));
    }

    @Override
    public Extraction extract(Capture capture) throws ExtractionException {
        return extract(capture, null);
    }

    /** The same with what is known of the page's site; null where nothing is. */
    Extraction extract(Capture capture, @Nullable SiteProfile site) throws ExtractionException {
        DecodedText decoded = decode(capture);
        return DocumentSize.markup(decoded.text(), () -> extract(capture, decoded, site));
    }

    private Extraction extract(Capture capture, DecodedText decoded, @Nullable SiteProfile site)
            throws ExtractionException {
        Document page = parse(decoded.text(), capture.url());
        PageFlow flow = flow(page);
        Headlines headlines = new Headlines(flow.pageHead(), flow.outline(), capture.url());
        PageHints hints = hints(flow.pageHead(), headlines, capture.url());
        MainText main = texts.find(flow.outline(), hints, site);
        boolean thread = PageType.isThread(hints.types());
        PageMetadata stated = metadata.read(flow, main.element(), headlines.element(), thread, site);
        Headline headline = seen(headlines.choose(stated, capture.url(), main.blocks()));
        List<Block> blocks = orArticleBody(main.blocks(), stated.articleBody());
        if (length(blocks) < SHORT) {
            blocks = orScripted(blocks, ScriptedText.of(page, headlines.called()), hints);
        }
        if (blocks.stream().noneMatch(block -> hasWords(block.text())) && !isDescribed(headline, stated)) {
            throw new ExtractionException(
                    RejectReason.EMPTY,
                    "expected a page with text or a description, found neither in " + capture.body().length + " bytes",
                    null);
        }
        String publisher = headlines.publisher(stated, capture.url());
        blocks = withoutByline(blocks, stated.names());
        return assemble(decoded, blocks, headline, publisher, stated, mediaType(capture));
    }

    private static PageFlow flow(Document page) throws ExtractionException {
        PageFlow flow = PageFlow.of(page);
        DocumentSize.require(flow.outline());
        return flow;
    }

    private static boolean hasWords(String text) {
        return text.codePoints().anyMatch(Character::isLetterOrDigit);
    }

    /** Whether the head alone says enough for a row, as it does where scripts draw the page. */
    private static boolean isDescribed(Headline headline, PageMetadata stated) {
        return headline.title() != null
                && (headline.description() != null
                        || !stated.dates().isEmpty()
                        || !stated.names().isEmpty());
    }

    private static DecodedText decode(Capture capture) throws ExtractionException {
        if (capture.body().length == 0) {
            throw new ExtractionException(RejectReason.EMPTY, "expected a page, found no bytes", null);
        }
        DecodedText decoded = TextDecoder.page(capture.body(), capture.declaredType());
        if (decoded.isGarbage()) {
            throw new ExtractionException(
                    RejectReason.NOT_TEXT,
                    "expected HTML, found " + capture.body().length + " bytes that are mostly no characters",
                    null);
        }
        return decoded;
    }

    private static Document parse(String html, @Nullable String url) {
        Document page = Parser.htmlParser().parseInput(html, url == null ? "" : url);
        Replay.undo(page, html);
        return page;
    }

    /** What helps to find the text before anything else is read. */
    static PageHints hints(PageHead head, Headlines headlines, @Nullable String address) {
        return new PageHints(
                address, PageType.of(head, address), headlines.heading(), headlines.all(), headlines.description());
    }

    private static int length(List<Block> blocks) {
        return blocks.stream()
                .filter(block -> block.kind() == BlockKind.BODY)
                .mapToInt(block -> block.text().length())
                .sum();
    }

    /** Above the first paragraph a line that the page also gives as a byline or a writer's name is no text. */
    private static List<Block> withoutByline(List<Block> blocks, List<NameClaim> names) {
        List<Block> out = new ArrayList<>(blocks);
        for (int i = 0; i < out.size(); i++) {
            Block block = out.get(i);
            if (block.kind() == BlockKind.BODY && block.text().length() >= PARAGRAPH) {
                break;
            }
            if (block.kind() == BlockKind.BODY && names.stream().anyMatch(name -> isSame(name, block.text()))) {
                out.set(i, new Block(BlockKind.BYLINE, block.text()));
            }
        }
        return out;
    }

    private static boolean isSame(NameClaim name, String line) {
        boolean writes = name.role() == null || name.role() == Role.AUTHOR;
        return writes && NormalForm.NFC.of(Spaces.collapse(name.raw())).equalsIgnoreCase(line);
    }

    /** Pages that scripts fill have their text in structured data alone. */
    private static List<Block> orArticleBody(List<Block> blocks, @Nullable String articleBody) {
        if (articleBody == null || articleBody.length() < SHORT || length(blocks) > SHOWN * articleBody.length()) {
            return blocks;
        }
        List<Block> out = new ArrayList<>();
        for (String paragraph : articleBody.split("\n", -1)) {
            String text = Spaces.collapse(Invisibles.drop(paragraph));
            if (!text.isEmpty()) {
                out.add(new Block(BlockKind.BODY, text));
            }
        }
        return out;
    }

    /** Other pages that scripts fill have it in their data; what they show besides must be part of it. */
    private List<Block> orScripted(List<Block> blocks, @Nullable ScriptedText article, PageHints page) {
        String shown = TextMatch.fold(body(blocks));
        String told = article == null ? "" : TextMatch.fold(article.words());
        if (article == null || shown.length() > SHOWN * told.length()) {
            return blocks;
        }
        // A notice stands there instead of the text, where it has no word of what the page is called.
        SpokenWords called = SpokenWords.of(page.titles());
        boolean notice = !called.isEmpty() && called.shareIn(shown) == 0 && called.shareIn(told) >= SPOKEN_OF;
        if (!notice && !told.contains(beginning(shown))) {
            return blocks;
        }
        PageHints hints = new PageHints(page.address(), page.types(), null, page.titles(), null);
        // The state often holds a paragraph twice, as markup and by itself.
        Set<String> seen = new HashSet<>();
        List<Block> scripted = texts.find(PageOutline.withHidden(article.page().body()), hints, null).blocks().stream()
                .filter(block -> seen.add(block.text()))
                .toList();
        return length(scripted) >= SHORT ? scripted : blocks;
    }

    private static String beginning(String folded) {
        return folded.substring(0, Math.min(BEGINNING, folded.length()));
    }

    private static String body(List<Block> blocks) {
        return blocks.stream()
                .filter(block -> block.kind() == BlockKind.BODY)
                .map(Block::text)
                .collect(Collectors.joining(" "));
    }

    private static Headline seen(Headline headline) {
        return new Headline(once(seen(headline.title())), seen(headline.kicker()), seen(headline.description()));
    }

    /** A title that stands twice in a row, as for two widths of the screen, is read once; null where there is none. */
    private static @Nullable String once(@Nullable String title) {
        if (title == null) {
            return null;
        }
        int half = title.length() / 2;
        boolean twice = half >= SHORTEST_REPEAT
                && title.length() % 2 == 1
                && title.charAt(half) == ' '
                && title.startsWith(title.substring(half + 1));
        return twice ? title.substring(0, half) : title;
    }

    /** The text without what nobody sees, as blocks have it; null where nothing is left. */
    private static @Nullable String seen(@Nullable String text) {
        String seen = text == null ? "" : Invisibles.drop(text);
        if (text != null && seen.length() == text.length()) {
            return text;
        }
        String words = Spaces.collapse(seen);
        return words.isEmpty() ? null : words;
    }

    private static String mediaType(Capture capture) {
        String declared = capture.declaredType();
        return declared != null && declared.startsWith("application/xhtml+xml") ? "application/xhtml+xml" : "text/html";
    }

    private static Extraction assemble(
            DecodedText decoded,
            List<Block> blocks,
            Headline headline,
            @Nullable String publisher,
            PageMetadata stated,
            String mediaType) {
        return new Extraction(
                mediaType,
                decoded.charset().name(),
                headline,
                blocks,
                stated.language(),
                publisher,
                stated.canonicalUrl(),
                stated.section(),
                stated.tags(),
                stated.imageUrl(),
                null,
                stated.dates(),
                stated.names());
    }
}
