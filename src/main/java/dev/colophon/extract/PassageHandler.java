package dev.colophon.extract;

import dev.colophon.text.Spaces;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Collects the passages of the XHTML that Tika's parsers speak. A row of a table is one passage, its cells joined by
 * {@code " | "}; in e-mails, where tables are layout, a cell is a paragraph.
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
            "figure");
    private static final Set<String> SKIPPED = Set.of("head", "script", "style", "title", "noscript");
    private static final Set<String> FURNITURE = Set.of("header", "footer", "annotation", "slide-master-content");
    private static final Set<String> MAIL =
            Set.of("application/vnd.ms-outlook", "application/mbox", "multipart/related");
    private static final String CELLS = " | ";

    /** The document has more text, or more paragraphs, than allowed. */
    static final class TooLong extends SAXException {
        private static final long serialVersionUID = 1L;

        TooLong(int most, String what) {
            super("more than " + most + " " + what);
        }
    }

    private final boolean layoutTables;
    private final boolean paged;
    private final int outputChars;
    private final List<Passage> passages = new ArrayList<>();
    private final PagedText pages = new PagedText();
    private final StringBuilder text = new StringBuilder();
    private int chars;
    private int depth;
    private int skippedFrom;
    private int furnitureFrom;
    private int rowFrom;
    private boolean heading;

    PassageHandler(String mediaType, int outputChars) {
        this.layoutTables = mediaType.startsWith("message/") || MAIL.contains(mediaType);
        this.paged = mediaType.equals("application/pdf");
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
        if (skippedFrom == 0 && SKIPPED.contains(name)) {
            skippedFrom = depth;
        } else if (name.equals("br")) {
            text.append('\n');
        } else if (name.equals("tr") && !layoutTables && rowFrom == 0) {
            flush();
            rowFrom = depth;
        } else if (name.equals("td") || name.equals("th")) {
            startCell();
        } else if (BLOCKS.contains(name) || name.equals("tr")) {
            startBlock(name, attributes);
        }
    }

    private void startCell() {
        if (rowFrom == 0) {
            flush();
        } else if (!text.isEmpty()) {
            text.append(CELLS);
        }
    }

    private void startBlock(String name, Attributes attributes) {
        breakBlock();
        String kind = String.valueOf(attributes.getValue("class"));
        if (furnitureFrom == 0 && (FURNITURE.contains(kind) || FURNITURE.contains(name))) {
            furnitureFrom = depth;
        }
        if (kind.equals("page")) {
            pages.startPage();
        }
        heading = name.length() == 2 && name.charAt(0) == 'h' && Character.isDigit(name.charAt(1));
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
            text.append(characters, start, length);
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
            text.append(' ');
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
            Paragraphs.of(text.toString()).forEach(one -> passages.add(new Passage(form, one.text())));
        } else {
            addLines(form);
        }
        text.setLength(0);
    }

    private void addLines(Passage.Form form) {
        if (form == Passage.Form.ROW) {
            String row = trimCells(Spaces.collapse(text));
            if (!row.isEmpty()) {
                passages.add(new Passage(form, row));
            }
            return;
        }
        StringBuilder kept = new StringBuilder();
        for (String line : Paragraphs.lines(text.toString())) {
            if (!line.isEmpty()) {
                kept.append(kept.isEmpty() ? "" : "\n").append(line);
            }
        }
        if (!kept.isEmpty()) {
            passages.add(new Passage(form, kept.toString()));
        }
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
