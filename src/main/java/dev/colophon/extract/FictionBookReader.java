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
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * Reads FictionBook 2, the e-book format of Russian libraries (schema: http://www.gribuser.ru/xml/fictionbook/2.0): the book's
 * description as metadata, its bodies as text, its pictures not at all. Books that are no well-formed XML are read as far as
 * a browser would read such a page.
 */
final class FictionBookReader {
    static final String TYPE = "application/x-fictionbook+xml";

    private static final Set<String> PARAGRAPHS = Set.of("p", "v", "subtitle", "text-author");
    /** Parts of a person's name, in the order of the schema; a nickname stands for a name that is not told. */
    private static final List<String> NAME = List.of("first-name", "middle-name", "last-name");

    /**
     * What the description states, and the name of it in {@link FileMetadata}; the date of the file says nothing of the
     * book.
     */
    private static final Map<String, String> FIELDS = Map.of(
            "title-info/book-title", "dc:title",
            "title-info/date", "dcterms:created",
            "title-info/lang", "dc:language",
            "title-info/keywords", "dc:subject",
            "title-info/annotation", "dc:description",
            "title-info/author", "dc:creator",
            "title-info/translator", FileMetadata.TRANSLATOR,
            "publish-info/year", FileMetadata.ISSUED,
            "publish-info/publisher", "dc:publisher");

    private static final int MOST_VALUES = 200;
    private static final int LONGEST_VALUE = 10_000;

    private final LineClassifier lines;
    private final int outputChars;

    FictionBookReader(LineClassifier lines, int outputChars) {
        this.lines = lines;
        this.outputChars = outputChars;
    }

    /**
     * What the capture says.
     *
     * @throws ExtractionException where its bytes are no text, or it has no text, or too much of it
     */
    Extraction extract(Capture capture) throws ExtractionException {
        DecodedText decoded = TextDecoder.page(capture.body(), capture.declaredType());
        TextReader.requireText(decoded.text(), TYPE);
        return DocumentSize.markup(decoded.text(), () -> read(capture, decoded));
    }

    private Extraction read(Capture capture, DecodedText decoded) throws ExtractionException {
        Document book = Parser.xmlParser().parseInput(decoded.text(), "");
        Element root = book.firstElementChild();
        List<Passage> passages = root == null ? List.of() : passages(root);
        if (passages.isEmpty()) {
            throw NoText.of(TYPE, capture.body());
        }
        FileMetadata metadata = new FileMetadata(TYPE, root == null ? Map.of() : metadata(root));
        String title = metadata.title(MediaTypes.fileName(capture));
        return new FileText(lines, passages, title, metadata)
                .extraction(TYPE, decoded.charset().name());
    }

    private static Map<String, List<String>> metadata(Element root) {
        Map<String, List<String>> metadata = new HashMap<>();
        for (Element part : children(root, "description")) {
            for (Element info : part.children()) {
                for (Element stated : info.children()) {
                    String field = FIELDS.get(info.normalName() + "/" + stated.normalName());
                    if (field != null) {
                        add(metadata.computeIfAbsent(field, key -> new ArrayList<>()), value(stated));
                    }
                }
            }
        }
        return metadata;
    }

    private static void add(List<String> values, String value) {
        if (!value.isEmpty() && values.size() < MOST_VALUES) {
            values.add(value.substring(0, Math.min(value.length(), LONGEST_VALUE)));
        }
    }

    /** The children of a name, and not what is nested deeper: that is another's. */
    private static List<Element> children(Element parent, String name) {
        return parent.children().stream().filter(child -> child.nameIs(name)).toList();
    }

    private static String value(Element stated) {
        return switch (stated.normalName()) {
            case "author", "translator" -> person(stated);
            case "date" -> stated.attr("value").isBlank() ? text(stated) : stated.attr("value");
            default -> text(stated);
        };
    }

    private static String person(Element stated) {
        List<String> parts = new ArrayList<>();
        for (String part : NAME) {
            children(stated, part).forEach(name -> parts.add(text(name)));
        }
        if (parts.isEmpty()) {
            children(stated, "nickname").forEach(name -> parts.add(text(name)));
        }
        return Spaces.collapse(String.join(" ", parts));
    }

    /** The words of an element, those of its paragraphs with spaces between them. */
    private static String text(Element element) {
        List<String> paragraphs = new ArrayList<>();
        for (Element child : element.children()) {
            if (PARAGRAPHS.contains(child.normalName())) {
                paragraphs.add(child.text());
            }
        }
        return Spaces.collapse(paragraphs.isEmpty() ? element.text() : String.join(" ", paragraphs));
    }

    /** The paragraphs of the bodies; those of a title are one heading, those of a row one row. */
    private List<Passage> passages(Element root) throws ExtractionException {
        List<Passage> passages = new ArrayList<>();
        int chars = 0;
        for (Element body : children(root, "body")) {
            for (Element element = body; element != null; element = next(element, body)) {
                Passage passage = passage(element);
                if (passage != null) {
                    chars += passage.text().length();
                    passages.add(passage);
                }
                if (chars > outputChars) {
                    String message = "at most " + outputChars + " characters were expected, this book has more";
                    throw new ExtractionException(RejectReason.LIMIT_SIZE, message, null);
                }
            }
        }
        return passages;
    }

    /** The next element in reading order below {@code body}; null behind the last. What is a passage is not entered. */
    private static @Nullable Element next(Element element, Element body) {
        Element child = isPassage(element) ? null : element.firstElementChild();
        Element next = child;
        for (Element up = element; next == null && up != null && up != body; up = up.parent()) {
            next = up.nextElementSibling();
        }
        return next;
    }

    private static boolean isPassage(Element element) {
        String name = element.normalName();
        return PARAGRAPHS.contains(name) || name.equals("title") || name.equals("tr");
    }

    private static @Nullable Passage passage(Element element) {
        if (!isPassage(element)) {
            return null;
        }
        boolean row = element.nameIs("tr");
        String text = row ? String.join(" | ", element.children().eachText()) : text(element);
        Passage.Form form = row
                ? Passage.Form.ROW
                : element.nameIs("title") || element.nameIs("subtitle") ? Passage.Form.HEADING : Passage.Form.PARAGRAPH;
        return text.isEmpty() ? null : new Passage(form, text);
    }
}
