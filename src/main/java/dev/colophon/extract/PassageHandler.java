package dev.colophon.extract;

import dev.colophon.text.Spaces;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Collects the passages of the XHTML that Tika's parsers speak. A row of a table is one passage, its cells joined by
 * {@code " | "}; in e-mails, where tables are layout, a cell is a paragraph. In what was HTML before, line ends are white
 * space; elsewhere they part lines.
 */
final class PassageHandler extends DefaultHandler {
    private static final Set<String> BLOCKS = Set.of(
            "p",
            "div",
            "li",
            "ul",
            "ol",
            "dl",
            "dt",
            "dd",
            "pre",
            "blockquote",
            "section",
            "article",
            "table",
            "tbody",
            "body",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "hr",
            "header",
            "footer",
            "caption",
            "figcaption",
            "figure",
            "address",
            "aside",
            "center",
            "details",
            "fieldset",
            "legend",
            "main",
            "nav",
            "summary",
            "tfoot",
            "thead");
    private static final Set<String> SKIPPED = Set.of("head", "script", "style", "title", "noscript");
    private static final Set<String> FURNITURE = Set.of("header", "footer", "annotation", "slide-master-content");
    private static final Set<String> MAIL =
            Set.of("application/vnd.ms-outlook", "application/mbox", "multipart/related");
    private static final Set<String> PAGES = Set.of("application/epub+zip", "text/markdown", "text/x-web-markdown");
    private static final String CELLS = " | ";

    /** Stands between the blocks of a row until it is known whether it is one of several cells. */
    private static final char BLOCK_END = '\u2029';

    /** The document has more text, or more paragraphs, than allowed. */
    static final class TooLong extends SAXException {
        private static final long serialVersionUID = 1L;

        TooLong(int most, String what) {
            super("more than " + most + " " + what);
        }
    }

    private final boolean layoutTables;
    private final boolean paged;
    private final boolean web;
    private final int outputChars;
    private final List<Passage> passages = new ArrayList<>();
    private final PagedText pages = new PagedText();
    private final StringBuilder text = new StringBuilder();
    private int chars;
    private int depth;
    private int skippedFrom;
    private int furnitureFrom;
    private int rowFrom;
    private int cells;
    private int bodies;
    private int preFrom;
    private boolean heading;

    PassageHandler(String mediaType, int outputChars) {
        this.layoutTables = mediaType.startsWith("message/") || MAIL.contains(mediaType);
        this.paged = mediaType.equals("application/pdf");
        this.web = PAGES.contains(mediaType);
        this.outputChars = outputChars;
    }

    /** What was read so far. */
    List<Passage> passages() {
        flush();
        return paged ? pages.passages() : passages;
    }

    @Override
    public void startElement(String uri, String localName, String qName, Attributes attributes) {
        String name = name(localName, qName);
        depth++;
        bodies += name.equals("body") ? 1 : 0;
        // Newsletters begin with what mailboxes show of them in their lists, and hide it.
        if (skippedFrom == 0 && (SKIPPED.contains(name) || isStyled(attributes, "display:none"))) {
            skippedFrom = depth;
        } else if (name.equals("br")) {
            text.append('\n');
        } else if (name.equals("tr") && !layoutTables && rowFrom == 0) {
            flush();
            rowFrom = depth;
            cells = 0;
        } else if (name.equals("td") || name.equals("th")) {
            startCell();
        } else if (BLOCKS.contains(name) || name.equals("tr")) {
            startBlock(name, attributes);
        }
        preFrom = preFrom == 0 && (name.equals("pre") || isStyled(attributes, "white-space:pre")) ? depth : preFrom;
    }

    /** Whether what is read was HTML: a book's pages, and a mail's part, which has a body in the mail's body. */
    private boolean isHtml() {
        return web || bodies > 1;
    }

    private boolean isStyled(Attributes attributes, String rule) {
        String style = isHtml() ? attributes.getValue("style") : null;
        return style != null
                && Spaces.collapse(style)
                        .toLowerCase(Locale.ROOT)
                        .replace(" ", "")
                        .contains(rule);
    }

    private void startCell() {
        cells++;
        if (rowFrom == 0) {
            flush();
        } else if (!text.isEmpty()) {
            text.append(CELLS);
        }
    }

    private void startBlock(String name, Attributes attributes) {
        breakBlock();
        // The names and classes of Tika's own elements say what they are, not those of a web page.
        if (!isHtml()) {
            startKind(name, String.valueOf(attributes.getValue("class")));
        }
        heading = name.length() == 2 && name.charAt(0) == 'h' && Character.isDigit(name.charAt(1));
    }

    private void startKind(String name, String kind) {
        if (furnitureFrom == 0 && (FURNITURE.contains(kind) || FURNITURE.contains(name))) {
            furnitureFrom = depth;
        }
        if (kind.equals("page")) {
            pages.startPage();
        }
    }

    @Override
    public void endElement(String uri, String localName, String qName) {
        String name = name(localName, qName);
        if (rowFrom == depth) {
            rowFrom = 0;
            flush(Passage.Form.ROW);
        } else if (BLOCKS.contains(name)) {
            breakBlock();
            heading = false;
        }
        bodies -= name.equals("body") ? 1 : 0;
        preFrom = preFrom == depth ? 0 : preFrom;
        skippedFrom = skippedFrom == depth ? 0 : skippedFrom;
        furnitureFrom = furnitureFrom == depth ? 0 : furnitureFrom;
        depth--;
    }

    @Override
    public void characters(char[] characters, int start, int length) throws TooLong {
        if (skippedFrom == 0) {
            chars += length;
            if (chars > outputChars) {
                throw new TooLong(outputChars, "characters of text");
            }
            if (passages.size() > DocumentSize.MOST_LINES) {
                throw new TooLong(DocumentSize.MOST_LINES, "paragraphs");
            }
            int from = text.length();
            text.append(characters, start, length);
            if (preFrom == 0 && isHtml()) {
                markLineEnds(from);
            }
        }
    }

    private void markLineEnds(int from) {
        for (int i = from; i < text.length(); i++) {
            if (text.charAt(i) == '\n' || text.charAt(i) == '\r') {
                text.setCharAt(i, Paragraphs.SOURCE_LINE_END);
            }
        }
    }

    @Override
    public void ignorableWhitespace(char[] characters, int start, int length) throws TooLong {
        characters(characters, start, length);
    }

    private static String name(String localName, String qName) {
        return (localName.isEmpty() ? qName : localName).toLowerCase(Locale.ROOT);
    }

    private void breakBlock() {
        if (rowFrom == 0) {
            flush();
        } else {
            text.append(BLOCK_END);
        }
    }

    private void flush() {
        if (furnitureFrom != 0) {
            flush(Passage.Form.FURNITURE);
        } else {
            flush(heading ? Passage.Form.HEADING : Passage.Form.PARAGRAPH);
        }
    }

    private void flush(Passage.Form form) {
        if (paged) {
            pages.add(text.toString());
        } else if (layoutTables && form == Passage.Form.PARAGRAPH) {
            Paragraphs.of(Paragraphs.unwrapped(text.toString()))
                    .forEach(one -> passages.add(new Passage(form, one.text())));
        } else if (web && preFrom != 0 && form == Passage.Form.PARAGRAPH) {
            addPreformatted();
        } else if (form == Passage.Form.ROW) {
            addRow();
        } else {
            addLines(form, text.toString());
        }
        text.setLength(0);
    }

    /** A program, a poem: as it stands, but for blank lines around it. */
    private void addPreformatted() {
        List<String> lines = text.toString().lines().map(String::stripTrailing).toList();
        int from = 0;
        int end = lines.size();
        while (from < end && lines.get(from).isEmpty()) {
            from++;
        }
        while (end > from && lines.get(end - 1).isEmpty()) {
            end--;
        }
        add(Passage.Form.PARAGRAPH, String.join("\n", lines.subList(from, end)));
    }

    /** A cell that is alone in its row is a frame around paragraphs where it has several. */
    private void addRow() {
        List<String> blocks = Arrays.stream(text.toString().split(String.valueOf(BLOCK_END)))
                .filter(block -> !block.isBlank())
                .toList();
        if (cells <= 1 && blocks.size() > 1) {
            blocks.forEach(block -> addLines(Passage.Form.PARAGRAPH, block));
        } else {
            add(Passage.Form.ROW, trimCells(Spaces.collapse(Paragraphs.unwrapped(text.toString()))));
        }
    }

    private void add(Passage.Form form, String passage) {
        if (!passage.isEmpty()) {
            passages.add(new Passage(form, passage));
        }
    }

    private void addLines(Passage.Form form, String block) {
        StringBuilder kept = new StringBuilder();
        for (String line : Paragraphs.lines(Paragraphs.unwrapped(block))) {
            if (!line.isEmpty()) {
                kept.append(kept.isEmpty() ? "" : "\n").append(line);
            }
        }
        add(form, kept.toString());
    }

    /** Without the bars of empty cells at the ends. */
    private static String trimCells(String row) {
        int end = row.length();
        while (end > 0 && (row.charAt(end - 1) == '|' || row.charAt(end - 1) == ' ')) {
            end--;
        }
        int start = 0;
        while (start < end && (row.charAt(start) == '|' || row.charAt(start) == ' ')) {
            start++;
        }
        return row.substring(start, end);
    }
}
