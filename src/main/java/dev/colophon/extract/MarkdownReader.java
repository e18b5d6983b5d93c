package dev.colophon.extract;

import dev.colophon.extract.charset.DecodedText;
import dev.colophon.extract.charset.TextDecoder;
import dev.colophon.model.Capture;
import dev.colophon.model.Extraction;
import dev.colophon.model.LineClassifier;
import dev.colophon.model.RejectReason;
import dev.colophon.text.Spaces;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.commonmark.Extension;
import org.commonmark.ext.front.matter.YamlFrontMatterExtension;
import org.commonmark.ext.front.matter.YamlFrontMatterVisitor;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;
import org.jspecify.annotations.Nullable;
import org.xml.sax.helpers.AttributesImpl;

/** Reads Markdown (CommonMark, with tables and YAML front matter), HTML in it included: its text without its marks. */
final class MarkdownReader {
    private static final List<Extension> EXTENSIONS =
            List.of(TablesExtension.create(), YamlFrontMatterExtension.create());
    private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS).build();
    private static final HtmlRenderer RENDERER =
            HtmlRenderer.builder().extensions(EXTENSIONS).softbreak(" ").build();

    /** Names in front matter, as Jekyll, Hugo, Pandoc and exports of blogs write them, by those of {@link FileMetadata}. */
    private static final Map<String, String> FIELDS = Map.ofEntries(
            Map.entry("title", "dc:title"),
            Map.entry("author", "dc:creator"),
            Map.entry("authors", "dc:creator"),
            Map.entry("date", "dcterms:created"),
            Map.entry("published", "dcterms:created"),
            Map.entry("publishdate", "dcterms:created"),
            Map.entry("pubdate", "dcterms:created"),
            Map.entry("lastmod", "dcterms:modified"),
            Map.entry("last_modified_at", "dcterms:modified"),
            Map.entry("modified", "dcterms:modified"),
            Map.entry("updated", "dcterms:modified"),
            Map.entry("description", "dc:description"),
            Map.entry("summary", "dc:description"),
            Map.entry("excerpt", "dc:description"),
            Map.entry("tags", "dc:subject"),
            Map.entry("keywords", "dc:subject"),
            Map.entry("lang", "dc:language"),
            Map.entry("language", "dc:language"));

    private static final String HEADINGS = "h1, h2, h3, h4, h5, h6";
    private static final String SEPARATORS = "|-–—·•»∣｜";

    /** What is longer is read as plain text: the tree of a document takes up to a hundred times its bytes. */
    static final int MOST_BYTES = 1 << 20;

    private final LineClassifier lines;
    private final int outputChars;

    MarkdownReader(LineClassifier lines, int outputChars) {
        this.lines = lines;
        this.outputChars = outputChars;
    }

    /** Whether it reads documents of the type. */
    static boolean reads(String type) {
        return type.equals("text/markdown") || type.equals("text/x-web-markdown");
    }

    /**
     * What the capture says.
     *
     * @param type its media type
     * @throws ExtractionException where its bytes are no text, or too much of it, or nothing but marks
     */
    Extraction extract(Capture capture, String type) throws ExtractionException {
        DecodedText decoded = TextDecoder.plain(capture.body(), capture.declaredType());
        TextReader.requireText(decoded.text(), type);
        org.commonmark.node.Node document = PARSER.parse(decoded.text());
        YamlFrontMatterVisitor frontMatter = new YamlFrontMatterVisitor();
        document.accept(frontMatter);
        Element body = Jsoup.parseBodyFragment(RENDERER.render(document)).body();
        List<Passage> passages = passages(body, type);
        FileMetadata metadata = new FileMetadata(type, fields(frontMatter.getData()));
        String title = title(capture, metadata, body);
        if (passages.isEmpty() && title == null) {
            throw new ExtractionException(RejectReason.EMPTY, "text was expected, only marks were found", null);
        }
        return new FileText(lines, passages, title, metadata)
                .extraction(type, decoded.charset().name());
    }

    private static Map<String, List<String>> fields(Map<String, List<String>> frontMatter) {
        Map<String, List<String>> fields = new HashMap<>();
        frontMatter.forEach((name, values) -> {
            String field = FIELDS.get(name.toLowerCase(Locale.ROOT));
            if (field != null) {
                List<String> all = fields.computeIfAbsent(field, key -> new ArrayList<>());
                values.forEach(value -> all.addAll(items(value)));
            }
        });
        return fields;
    }

    /** Those of a list that stands in its line: {@code [ferry, "old harbour"]}. */
    private static List<String> items(String value) {
        if (!value.startsWith("[") || !value.endsWith("]")) {
            return List.of(value);
        }
        List<String> items = new ArrayList<>();
        for (String item : value.substring(1, value.length() - 1).split(",", -1)) {
            String bare = item.strip();
            boolean quoted =
                    bare.length() > 1 && "\"'".indexOf(bare.charAt(0)) >= 0 && bare.endsWith(bare.substring(0, 1));
            items.add(quoted ? bare.substring(1, bare.length() - 1) : bare);
        }
        return items;
    }

    /** What front matter or the dump's record state, or the first heading, of the first level where there is one. */
    private static @Nullable String title(Capture capture, FileMetadata metadata, Element body) {
        String stated = metadata.title(MediaTypes.fileName(capture));
        if (stated != null) {
            return stated;
        }
        String declared = TextReader.title(capture);
        if (declared != null) {
            return shown(declared, body);
        }
        Element first = body.selectFirst("h1");
        Element heading = first != null ? first : body.selectFirst(HEADINGS);
        String text = heading == null ? "" : Spaces.collapse(heading.text());
        return text.isEmpty() ? null : text;
    }

    /** The heading that a window's title begins with, before the site's name; else that title. */
    private static String shown(String title, Element body) {
        String stated = Spaces.collapse(title);
        for (Element heading : body.select(HEADINGS)) {
            String start = Spaces.collapse(heading.text());
            boolean begins = !start.isEmpty() && stated.regionMatches(true, 0, start, 0, start.length());
            if (begins && (stated.length() == start.length() || isSeparated(stated, start.length()))) {
                return start;
            }
        }
        return title;
    }

    private static boolean isSeparated(String title, int at) {
        int next = title.charAt(at) == ' ' ? at + 1 : at;
        return SEPARATORS.indexOf(title.charAt(next)) >= 0;
    }

    private List<Passage> passages(Element body, String type) throws ExtractionException {
        PassageHandler handler = new PassageHandler(type, outputChars);
        AttributesImpl none = new AttributesImpl();
        try {
            body.traverse(new NodeVisitor() {
                @Override
                public void head(Node node, int depth) {
                    if (node instanceof Element element) {
                        handler.startElement("", element.normalName(), element.normalName(), none);
                    } else if (node instanceof TextNode text) {
                        write(handler, text.getWholeText());
                    }
                }

                @Override
                public void tail(Node node, int depth) {
                    if (node instanceof Element element) {
                        handler.endElement("", element.normalName(), element.normalName());
                    }
                }
            });
        } catch (LongText tooLong) {
            String message = "less text was expected, found more than " + outputChars + " characters";
            throw new ExtractionException(RejectReason.LIMIT_SIZE, message, tooLong);
        }
        return handler.passages();
    }

    private static void write(PassageHandler handler, String text) {
        try {
            handler.characters(text.toCharArray(), 0, text.length());
        } catch (PassageHandler.TooLong tooLong) {
            throw new LongText(tooLong);
        }
    }

    private static final class LongText extends RuntimeException {
        private static final long serialVersionUID = 1L;

        LongText(PassageHandler.TooLong tooLong) {
            super(tooLong);
        }
    }
}
