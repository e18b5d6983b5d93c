package dev.colophon.source.records;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.colophon.model.Origin;
import dev.colophon.model.SourceItem;
import dev.colophon.source.format.ByteWindow;
import dev.colophon.source.format.Format;
import dev.colophon.source.format.ItemReader;
import dev.colophon.source.format.Place;
import dev.colophon.source.format.xml.XmlElement;
import dev.colophon.source.format.xml.XmlItems;
import dev.colophon.source.format.xml.XmlReading;
import dev.colophon.source.format.xml.XmlScanner;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Records as elements of XML: {@code <items><item><url>…</url><html>…</html></item>} as Scrapy exports them, Evernote's notes,
 * documents for Solr. Told by the first element inside the root, which has elements of a page, and by the next one, which has
 * the same name; one alone says where its page is from, or holds HTML.
 */
public final class XmlRecordsFormat implements Format {
    private static final int LOOKED_AT = 256 << 10;
    private static final String PROLOGUE = "<?xml";
    private static final int PROLOGUE_LENGTH = 1 << 10;
    private static final int LONGEST_NAME = 100;
    private static final String DATA = "<![CDATA[";

    /** What Scrapy puts around each of several values. */
    private static final String VALUE = "/value";

    @Override
    public boolean recognises(Place place, ByteWindow bytes) throws IOException {
        return record(place, bytes) != null;
    }

    /** The name of the elements that are records; null where there are none. */
    private static @Nullable String record(Place place, ByteWindow bytes) throws IOException {
        int start = bytes.startsWith(0, "\u00ef\u00bb\u00bf") ? 3 : 0;
        if (!bytes.startsWith(start, PROLOGUE) || isPage(bytes.slice(start, bytes.ensure(PROLOGUE_LENGTH)))) {
            return null;
        }
        byte[] head = bytes.slice(start, bytes.ensure(LOOKED_AT)).copy();
        String xml = new String(head, XmlReading.charset(head));
        int root = tag(xml, 0);
        int first = root < 0 ? -1 : tag(xml, xml.indexOf('>', root));
        String name = first < 0 ? "" : name(xml, first + 1);
        if (name.isEmpty()) {
            return null;
        }
        int end = end(xml, first, name);
        FieldValues values = values(XmlReading.readHead(xml.substring(first, end < 0 ? xml.length() : end)));
        FieldMapping mapping = new FieldMapping(place.settings().fields());
        boolean alone = end < 0 || xml.indexOf('<', end) < 0 || isEnd(xml, xml.indexOf('<', end));
        boolean table =
                alone ? mapping.hasAddress(values) || mapping.holdsHtml(values) : isTag(xml, tag(xml, end), name);
        return table && mapping.isPage(values, false) ? name : null;
    }

    private static boolean isEnd(String xml, int at) {
        return xml.startsWith("</", at);
    }

    /** Where the element ends that begins at an index, which may hold others of its name; -1 where its end is not seen. */
    private static int end(String xml, int first, String name) {
        int depth = 0;
        for (int at = first; at >= 0; at = xml.indexOf('<', at)) {
            boolean closes = isTag(xml, at, "/" + name);
            boolean opens = isTag(xml, at, name);
            String mark = xml.startsWith(DATA, at) ? "]]>" : xml.startsWith("<!--", at) ? "-->" : ">";
            int end = xml.indexOf(mark, at);
            if (end < 0) {
                return -1;
            }
            depth += closes ? -1 : opens && xml.charAt(end - 1) != '/' ? 1 : 0;
            at = end + mark.length();
            if (depth == 0) {
                return at;
            }
        }
        return -1;
    }

    private static boolean isTag(String xml, int at, String name) {
        int end = at + 1 + name.length();
        return at >= 0
                && xml.startsWith(name, at + 1)
                && end < xml.length()
                && " \t\r\n/>".indexOf(xml.charAt(end)) >= 0;
    }

    /** Pages in XHTML are many, and are told quickly. */
    private static boolean isPage(ByteWindow.ByteSlice beginning) {
        String head = new String(
                beginning.array(), beginning.offset(), Math.min(beginning.length(), PROLOGUE_LENGTH), ISO_8859_1);
        int root = tag(head, 0);
        return root >= 0 && head.regionMatches(true, root, "<html", 0, 5);
    }

    /** Where the next element begins; -1 where text or an end comes first. */
    private static int tag(String xml, int from) {
        for (int at = xml.indexOf('<', Math.max(from, 0)); at >= 0; at = xml.indexOf('<', at)) {
            boolean comment = xml.startsWith("<!--", at);
            boolean aside = comment || xml.startsWith("<?", at) || xml.startsWith("<!", at);
            if (!aside) {
                return at + 1 < xml.length() && Character.isLetter(xml.charAt(at + 1)) ? at : -1;
            }
            int end = xml.indexOf(comment ? "-->" : ">", at);
            if (end < 0) {
                return -1;
            }
            at = end;
        }
        return -1;
    }

    private static String name(String xml, int from) {
        int end = from;
        while (end < xml.length() && end - from < LONGEST_NAME && " \t\r\n/>".indexOf(xml.charAt(end)) < 0) {
            end++;
        }
        return end < xml.length() && xml.charAt(end) != '/' ? xml.substring(from, end) : "";
    }

    @Override
    public ItemReader open(Place place, ByteWindow bytes) throws IOException {
        String record = record(place, bytes);
        if (record == null) {
            throw new IllegalStateException("not recognised: " + place.whole());
        }
        XmlScanner scanner = XmlScanner.ofRecords(bytes, place.limits().documentBytes(), record);
        return new XmlItems(place, bytes, scanner, new RecordMaker(place));
    }

    private static FieldValues values(Map<String, List<XmlElement>> elements) {
        FieldValues values = new FieldValues();
        elements.forEach((path, found) -> {
            boolean several = elements.containsKey(path + VALUE);
            String name = path.endsWith(VALUE) ? path.substring(0, path.length() - VALUE.length()) : path;
            for (XmlElement element : several ? List.<XmlElement>of() : found) {
                String attribute = element.attribute("name");
                values.add(attribute.isEmpty() ? name.replace('/', '.') : attribute, element.text());
            }
        });
        return values;
    }

    /** Captures of the elements by the names of the fields that records have. */
    private static final class RecordMaker implements XmlItems.Maker {
        private final RecordCaptures captures;

        RecordMaker(Place place) {
            this.captures =
                    new RecordCaptures(place, new FieldMapping(place.settings().fields()), "xml");
        }

        @Override
        public void head(String xml) {
            // Nothing is said of all records.
        }

        @Override
        public boolean wantsAll() {
            return true;
        }

        @Override
        public SourceItem item(Map<String, List<XmlElement>> elements, Origin origin) {
            return captures.item(values(elements), origin.offset(), origin.length(), null);
        }
    }
}
