package dev.colophon.extract.metadata;

import dev.colophon.extract.metadata.MarkupWords.Sign;
import dev.colophon.extract.metadata.MarkupWords.Signs;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Attributes;
import org.jsoup.nodes.Element;

/** What the attributes of each element of a page announce, read once. Elements are named by their index in the flow. */
final class PageMarks {
    /** Attributes that say something whatever their value. */
    private static final int ITEM = 1;

    private static final int PROPERTY = 1 << 1;
    private static final int ROLE = 1 << 2;
    private static final int CLAIM = 1 << 3;

    private static final int MAX_AROUND = 3;

    private Signs[] signs = new Signs[1024];
    private byte[] attributes = new byte[1024];
    private final Set<String> items = new LinkedHashSet<>();
    private int size;

    /** Reads the next element of the flow. */
    void add(Element element) {
        if (size == attributes.length) {
            signs = Arrays.copyOf(signs, 2 * size);
            attributes = Arrays.copyOf(attributes, 2 * size);
        }
        signs[size] = Signs.NONE;
        int count = element.attributesSize();
        if (count > 0) {
            read(count, element.attributes());
        }
        size++;
    }

    private void read(int count, Attributes all) {
        // Most elements that have any attribute have a class alone, or a reference.
        if (count == 1 && all.hasKey("class")) {
            signs[size] = MarkupWords.signs(all.get("class").trim());
        } else if (count > 1 || !all.hasKey("href")) {
            for (Attribute attribute : all) {
                read(size, attribute);
            }
        }
    }

    private void read(int index, Attribute attribute) {
        String name = attribute.getKey();
        switch (name) {
            case "class" ->
                signs[index] =
                        signs[index].with(MarkupWords.signs(attribute.getValue().trim()));
            case "id" -> signs[index] = signs[index].with(MarkupWords.signs(attribute.getValue()));
            // Beside class names that a build made up, the names for tests are the only ones with a meaning.
            case "data-testid", "data-test-id", "data-component" ->
                signs[index] = signs[index].with(
                        MarkupWords.signs(attribute.getValue()).ofByline());
            case "itemscope", "typeof" -> attributes[index] |= ITEM;
            case "itemtype" -> {
                attributes[index] |= ITEM;
                items.add(attribute.getValue().trim());
            }
            case "itemprop", "property" -> attributes[index] |= PROPERTY;
            case "role" -> attributes[index] |= ROLE;
            case "datetime", "rel", "created-timestamp", "ts" -> attributes[index] |= CLAIM;
            default -> attributes[index] |= MarkupClaims.NAME_ATTRIBUTES.contains(name) ? (byte) CLAIM : 0;
        }
    }

    /** The types of its items of microdata, each once. */
    Set<String> items() {
        return items;
    }

    /** What the words in the element's class, id and names for tests say. */
    Signs signs(int index) {
        return signs[index];
    }

    /** Whether the element, or one close around it, is marked as the day of something else. */
    static boolean isOfOtherDate(PageFlow flow, int index) {
        int element = index;
        for (int up = 0; up < MAX_AROUND && element >= 0; up++) {
            if (flow.marks().signs(element).has(Sign.OTHER_DATE)) {
                return true;
            }
            element = flow.parent(element);
        }
        return false;
    }

    /** Whether the element opens an item of microdata or RDFa. */
    boolean opensItem(int index) {
        return (attributes[index] & ITEM) != 0;
    }

    /** Whether the element is a property of microdata or RDFa. */
    boolean isProperty(int index) {
        return (attributes[index] & PROPERTY) != 0;
    }

    /** Whether the element states its role. */
    boolean hasRole(int index) {
        return (attributes[index] & ROLE) != 0;
    }

    /** Whether an attribute of the element may name a date or a person. */
    boolean mayClaim(int index) {
        return (attributes[index] & CLAIM) != 0;
    }
}
