package dev.colophon.extract;

import dev.colophon.extract.charset.DecodedText;
import dev.colophon.extract.charset.TextDecoder;
import dev.colophon.extract.frontmatter.FrontMatter;
import dev.colophon.model.Capture;
import dev.colophon.model.Extraction;
import dev.colophon.model.LineClassifier;
import dev.colophon.model.RejectReason;
import dev.colophon.text.Spaces;
import java.util.List;
import org.commonmark.Extension;
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

/** Reads Markdown (CommonMark, with tables and front matter), HTML in it included: its text without its marks. */
final class MarkdownReader {
    private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create());
    /** Quotations and lists in each other; what is nested deeper is text of the innermost. */
    private static final int DEEPEST = 100;

    private static final Parser PARSER =
            Parser.builder().extensions(EXTENSIONS).maxOpenBlockParsers(DEEPEST).build();
    private static final HtmlRenderer RENDERER =
            HtmlRenderer.builder().extensions(EXTENSIONS).build();

    private static final String HEADINGS = "h1, h2, h3, h4, h5, h6";
    private static final String SEPARATORS = "|-–—·•»∣｜";

    /** What is longer is read as plain text: the tree of a document takes up to a hundred times its bytes. */
    static final int MOST_BYTES = 1 << 20;
    /** What takes more to parse is read as plain text too. */
    private static final long MOST_STEPS = 1_000_000_000;

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
     * @return null where it is too long or too tangled to be parsed
     * @throws ExtractionException where its bytes are no text, or too much of it, or nothing but marks
     */
    @Nullable
    Extraction extract(Capture capture, String type) throws ExtractionException {
        if (capture.body().length > MOST_BYTES) {
            return null;
        }
        DecodedText decoded = TextDecoder.plain(capture.body(), capture.declaredType());
        TextReader.requireText(decoded.text(), type);
        FrontMatter frontMatter = FrontMatter.of(decoded.text());
        if (steps(frontMatter.text()) > MOST_STEPS) {
            return null;
        }
        org.commonmark.node.Node document = PARSER.parse(frontMatter.text());
        Element body = Jsoup.parseBodyFragment(RENDERER.render(document)).body();
        List<Passage> passages = passages(body, type);
        FileMetadata metadata = new FileMetadata(type, frontMatter.fields());
        String title = title(capture, metadata, body);
        if (passages.isEmpty() && title == null) {
            throw new ExtractionException(RejectReason.EMPTY, "text was expected, only marks were found", null);
        }
        return new FileText(lines, passages, title, metadata)
                .extraction(type, decoded.charset().name());
    }

    /**
     * About how many steps the parser takes beyond one a character: with each line it goes through the paragraph's lines before
     * it, and from each {@code <} on to the next {@code >}.
     */
    static long steps(String text) {
        long steps = 0;
        int lines = 0;
        int open = 0;
        boolean blank = true;
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (unit == '\n' && i > 0 && text.charAt(i - 1) == '\r') {
                continue;
            }
            if (unit == '\n' || unit == '\r') {
                lines = blank ? 0 : lines + 1;
                open = blank ? 0 : open;
                steps += lines;
                blank = true;
            } else {
                blank &= unit == ' ' || unit == '\t';
                open = unit == '<' ? open + 1 : unit == '>' ? 0 : open;
            }
            steps += open;
        }
        return steps;
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
