package dev.colophon.source.feed;

import dev.colophon.model.Origin;
import dev.colophon.model.SourceItem;
import dev.colophon.source.format.ByteWindow;
import dev.colophon.source.format.Format;
import dev.colophon.source.format.ItemReader;
import dev.colophon.source.format.Place;
import dev.colophon.source.format.xml.XmlElement;
import dev.colophon.source.format.xml.XmlItems;
import dev.colophon.source.format.xml.XmlScanner;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * A feed with at least one item: RSS 0.9x, 1.0 and 2.0, Atom. Told by its root's tag and a first item's within 64 KB.
 *
 * @see <a href="https://www.rssboard.org/rss-specification">RSS 2.0</a>
 * @see <a href="https://web.resource.org/rss/1.0/spec">RSS 1.0</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4287">RFC 4287, Atom</a>
 */
public final class FeedFormat implements Format {
    private static final int LOOKED_AT = 1 << 16;
    private static final List<String> ROOTS = List.of("<rss", "<feed", "<rdf:RDF");

    @Override
    public boolean recognises(Place place, ByteWindow bytes) throws IOException {
        int start = bytes.startsWith(0, "\u00ef\u00bb\u00bf") ? 3 : 0;
        int most = bytes.ensure(LOOKED_AT);
        while (start < most && bytes.at(start) <= ' ' && bytes.at(start) >= 0) {
            start++;
        }
        if (start >= most || bytes.at(start) != '<') {
            return false;
        }
        boolean root = false;
        for (int i = start; i < most; i++) {
            if (bytes.at(i) != '<') {
                continue;
            }
            if (bytes.startsWith(i, "<!--")) {
                i = endOfComment(bytes, i, most);
            } else if (root && XmlScanner.itemAt(bytes, i) != null) {
                return true;
            } else if (!root && !bytes.startsWith(i, "<?") && !bytes.startsWith(i, "<!")) {
                root = isRoot(bytes, i);
                if (!root) {
                    return false;
                }
            }
        }
        return false;
    }

    private static int endOfComment(ByteWindow bytes, int from, int most) throws IOException {
        int at = from;
        while (at < most && !bytes.startsWith(at, "-->")) {
            at++;
        }
        return at;
    }

    private static boolean isRoot(ByteWindow bytes, int at) throws IOException {
        for (String root : ROOTS) {
            if (XmlScanner.isTag(bytes, at, root)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public ItemReader open(Place place, ByteWindow bytes) {
        XmlScanner scanner = XmlScanner.ofFeed(bytes, place.limits().documentBytes());
        return new XmlItems(place, bytes, scanner, new FeedMaker(place));
    }

    /** Items with what the feed says of them all. */
    private static final class FeedMaker implements XmlItems.Maker {
        private final Place place;
        private FeedHead feed = FeedHead.of("");

        FeedMaker(Place place) {
            this.place = place;
        }

        @Override
        public void head(String xml) {
            feed = FeedHead.of(xml);
        }

        @Override
        public SourceItem item(Map<String, List<XmlElement>> elements, Origin origin) {
            return new FeedItem(elements, feed).item(place, origin);
        }
    }
}
