package dev.colophon.source.format.xml;

import dev.colophon.model.RejectReason;
import dev.colophon.source.format.BadInput;
import dev.colophon.source.format.SafeXml;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads pieces of feeds and other dumps in XML. There are no DTDs and no entities but XML's own, and nothing outside is opened.
 * Prefixes stand for their usual namespaces: {@code content:encoded}, {@code dc:creator}.
 */
public final class XmlReading {
    private static final XMLInputFactory FACTORY = SafeXml.factory();
    private static final Pattern ENCODING =
            Pattern.compile("^\\W*<\\?xml\\s[^>]{0,200}?encoding\\s*=\\s*[\"']([\\w.:-]{1,40})[\"']");

    /** An ampersand that begins no reference of XML: in addresses, and of names that only HTML knows. */
    private static final Pattern AMPERSAND =
            Pattern.compile("&(?!(?:#\\d{1,7}|#[xX][0-9a-fA-F]{1,6}|amp|lt|gt|quot|apos);)");

    /** What XML 1.0 knows no character for. */
    private static final Pattern FORBIDDEN = Pattern.compile("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\ufffe\\uffff]");

    private static final Pattern NUMBER = Pattern.compile("&#(?:(\\d{1,7})|[xX]([0-9a-fA-F]{1,6}));");

    private static final String DATA = "<![CDATA[";

    /** Elements that are told apart by their parent: {@code author/name}. */
    private static final int NAMED_LEVELS = 2;

    private static final int DEEPEST = 1_000;

    private XmlReading() {}

    /** The encoding that the declaration names; UTF-8 where it names none that is known. */
    public static Charset charset(byte[] head) {
        String start = new String(head, 0, Math.min(head.length, 400), StandardCharsets.ISO_8859_1);
        Matcher declared = ENCODING.matcher(start);
        try {
            // A declaration that could be found is written in ASCII, whatever it says of itself.
            boolean wide = declared.find()
                    && declared.group(1).toLowerCase(Locale.ROOT).startsWith("utf-16");
            return declared.hitEnd() || wide ? StandardCharsets.UTF_8 : Charset.forName(declared.group(1));
        } catch (IllegalStateException | IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return StandardCharsets.UTF_8;
        }
    }

    /**
     * The elements of an item, and those right inside of them, by their paths.
     *
     * @throws BadInput where it is no well-formed XML
     */
    public static Map<String, List<XmlElement>> read(String xml) throws BadInput {
        Map<String, List<XmlElement>> elements = new LinkedHashMap<>();
        try {
            if (read(xml, elements)) {
                return elements;
            }
            throw new BadInput(RejectReason.LIMIT_DEPTH, "elements nested more than " + DEEPEST + " deep");
        } catch (XMLStreamException broken) {
            throw new BadInput(RejectReason.MALFORMED, "expected an item in XML: " + reason(broken));
        }
    }

    private static String reason(XMLStreamException broken) {
        String text = String.valueOf(broken.getMessage());
        int message = text.indexOf("Message:");
        return message < 0 ? text : text.substring(message + 8).strip();
    }

    /** The same of what lies before the first item, whose elements have no end: as far as it goes. */
    public static Map<String, List<XmlElement>> readHead(String xml) {
        Map<String, List<XmlElement>> elements = new LinkedHashMap<>();
        try {
            read(xml, elements);
            return elements;
        } catch (XMLStreamException end) {
            return elements; // the text goes on behind its head
        }
    }

    /** Reads to the end; false where the elements are nested too deeply for that. */
    private static boolean read(String xml, Map<String, List<XmlElement>> elements) throws XMLStreamException {
        XMLStreamReader reader;
        synchronized (FACTORY) {
            reader = FACTORY.createXMLStreamReader(new StringReader(mended(xml)));
        }
        try {
            Deque<Open> kept = new ArrayDeque<>();
            int depth = 0;
            while (reader.hasNext() && depth <= DEEPEST) {
                switch (reader.next()) {
                    case XMLStreamConstants.START_ELEMENT -> open(reader, kept, depth++);
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                        String text = reader.getText();
                        kept.forEach(each -> each.add(text));
                    }
                    case XMLStreamConstants.END_ELEMENT -> close(reader.getLocalName(), kept, --depth, elements);
                    default -> {
                        // Comments and processing instructions.
                    }
                }
            }
            return depth <= DEEPEST;
        } finally {
            reader.close();
        }
    }

    private static void open(XMLStreamReader reader, Deque<Open> kept, int depth) {
        Map<String, String> attributes = new TreeMap<>();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            attributes.putIfAbsent(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
        }
        kept.forEach(each -> each.start(reader.getLocalName(), attributes));
        Open parent = kept.peek();
        if (depth <= NAMED_LEVELS) {
            boolean named = depth > 1 && parent != null;
            String path = named ? parent.path + "/" + reader.getLocalName() : reader.getLocalName();
            kept.push(new Open(path, attributes, depth));
        }
    }

    private static void close(String name, Deque<Open> kept, int depth, Map<String, List<XmlElement>> elements) {
        Open closed = depth <= NAMED_LEVELS ? kept.pop() : null;
        kept.forEach(each -> each.end(name));
        if (closed != null && closed.depth > 0) {
            elements.computeIfAbsent(closed.path, path -> new ArrayList<>()).add(closed.element());
        }
    }

    /** The text with what XML's parser would stop at, and such dumps are full of, as characters. */
    private static String mended(String xml) {
        StringBuilder mended = new StringBuilder(xml.length());
        for (int at = 0; at < xml.length(); ) {
            int data = xml.indexOf(DATA, at);
            int end = data < 0 ? xml.length() : data;
            mended.append(references(xml.substring(at, end)));
            int dataEnd = data < 0 ? xml.length() : xml.indexOf("]]>", data);
            at = dataEnd < 0 ? xml.length() : dataEnd;
            mended.append(xml, end, at);
        }
        return FORBIDDEN.matcher(mended).replaceAll("");
    }

    /** The text with references to XML's characters alone. */
    private static String references(String xml) {
        String escaped = AMPERSAND.matcher(xml).replaceAll("&amp;");
        return NUMBER.matcher(escaped).replaceAll(number -> isCharacter(code(number)) ? number.group() : "");
    }

    private static int code(MatchResult number) {
        return number.group(1) == null ? Integer.parseInt(number.group(2), 16) : Integer.parseInt(number.group(1));
    }

    private static boolean isCharacter(int code) {
        boolean surrogate = code >= Character.MIN_SURROGATE && code <= Character.MAX_SURROGATE;
        return Character.isValidCodePoint(code)
                && !surrogate
                && !FORBIDDEN.matcher(Character.toString(code)).find();
    }

    /** An element that has not ended. Those deeper than two levels only add to the markup of the ones around them. */
    private static final class Open {
        private final String path;
        private final Map<String, String> attributes;
        private final int depth;
        private final StringBuilder text = new StringBuilder();
        private final StringBuilder inner = new StringBuilder();
        private boolean holdsElements;

        Open(String path, Map<String, String> attributes, int depth) {
            this.path = path;
            this.attributes = attributes;
            this.depth = depth;
        }

        private boolean isKept() {
            return depth > 0 && depth <= NAMED_LEVELS;
        }

        void add(String characters) {
            if (isKept()) {
                text.append(characters);
                inner.append(escaped(characters));
            }
        }

        void start(String name, Map<String, String> with) {
            if (isKept()) {
                holdsElements = true;
                inner.append('<').append(withoutPrefix(name));
                with.forEach((key, value) -> inner.append(' ')
                        .append(key)
                        .append("=\"")
                        .append(escaped(value).replace("\"", "&quot;"))
                        .append('"'));
                inner.append('>');
            }
        }

        void end(String name) {
            if (isKept()) {
                inner.append("</").append(withoutPrefix(name)).append('>');
            }
        }

        XmlElement element() {
            return new XmlElement((holdsElements ? inner : text).toString(), attributes, holdsElements);
        }

        /** XHTML is written with any prefix: {@code xh:p}. */
        private static String withoutPrefix(String name) {
            return name.substring(name.indexOf(':') + 1);
        }

        private static String escaped(String characters) {
            return characters.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        }
    }
}
