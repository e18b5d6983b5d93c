package dev.colophon.source.wiki;

import dev.colophon.source.format.SafeXml;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads small pieces of a dump's XML. There are no DTDs and no entities but XML's own, and nothing outside is opened. */
final class WikiXml {
    private static final XMLInputFactory FACTORY = SafeXml.factory();

    private WikiXml() {}

    /**
     * The texts and attributes of a piece by their names, the first of each: {@code title}, {@code redirect@title}. Inside
     * {@code contributor} names are led by it: {@code contributor/username}.
     *
     * @throws XMLStreamException where it is not well-formed; what was read before is in {@code values}
     */
    static void read(byte[] piece, Map<String, String> values) throws XMLStreamException {
        XMLStreamReader reader;
        synchronized (FACTORY) {
            // Decoded here, so that bytes that are no UTF-8 cost a character and not the page.
            reader = FACTORY.createXMLStreamReader(new StringReader(new String(piece, StandardCharsets.UTF_8)));
        }
        try {
            String name = "";
            boolean contributor = false;
            StringBuilder text = new StringBuilder();
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        contributor |= reader.getLocalName().equals("contributor");
                        name = (contributor ? "contributor/" : "") + reader.getLocalName();
                        text.setLength(0);
                        for (int i = 0; i < reader.getAttributeCount(); i++) {
                            values.putIfAbsent(
                                    name + '@' + reader.getAttributeLocalName(i), reader.getAttributeValue(i));
                        }
                    }
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text.append(reader.getText());
                    case XMLStreamConstants.END_ELEMENT -> {
                        if (!name.isEmpty()) {
                            values.putIfAbsent(name, text.toString());
                        }
                        name = "";
                        contributor &= !reader.getLocalName().equals("contributor");
                    }
                    default -> {
                        // Comments and instructions say nothing here.
                    }
                }
            }
        } finally {
            reader.close();
        }
    }

    /** What can be read of a piece that is cut off. */
    static Map<String, String> readHead(byte[] piece) {
        Map<String, String> values = new HashMap<>();
        try {
            read(piece, values);
        } catch (XMLStreamException cut) {
            values.putIfAbsent("", "");
        }
        return values;
    }
}
