package dev.colophon.source.format.xml;

import java.util.Map;

/**
 * An element of an item.
 *
 * @param text its characters, entities resolved; where it holds elements, its markup
 * @param attributes its attributes by their names as written
 * @param markup whether it holds elements
 */
public record XmlElement(String text, Map<String, String> attributes, boolean markup) {
    public XmlElement {
        attributes = Map.copyOf(attributes);
    }

    /** The value of an attribute; empty where there is none. */
    public String attribute(String name) {
        return attributes.getOrDefault(name, "");
    }
}
